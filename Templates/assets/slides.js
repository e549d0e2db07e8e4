// A deck: keys, a presenter's view with notes and a timer, and how many slides print on a sheet. Without it
// the slides stand one below the other.
(function () {
  "use strict";
  var root = document.documentElement;
  var slides = Array.prototype.slice.call(document.querySelectorAll(".slide"));
  var tools = document.querySelector(".deck-tools");
  var clock = tools.querySelector("output");
  var current = 0, started = 0, ticking = 0;

  // A slide that does not hold its words above its foot is set smaller, on paper in the same measure.
  function fit(slide) {
    var size = 1, body = slide.querySelector(".slide-body");
    slide.style.removeProperty("--fit");
    while (size > 0.45 && (body.scrollHeight > body.clientHeight + 1
                           || slide.scrollHeight > slide.clientHeight + 1)) {
      size -= 0.05;
      slide.style.setProperty("--fit", String(size));
    }
  }

  function show(index) {
    current = Math.max(0, Math.min(slides.length - 1, index));
    slides.forEach(function (slide, i) {
      slide.classList.toggle("current", i === current);
      slide.classList.toggle("coming", i === current + 1);
    });
    history.replaceState(null, "", "#" + slides[current].id);
    if (root.classList.contains("running")) window.scrollTo(0, 0);
    else slides[current].scrollIntoView();
    if (!root.classList.contains("presenting")) fit(slides[current]);
  }

  function run(on) {
    root.classList.toggle("running", on);
    show(current);
  }

  function present(on) {
    root.classList.toggle("presenting", on);
    tools.querySelector("[data-do=present]").setAttribute("aria-pressed", String(on));
    run(on || root.classList.contains("running"));
  }

  function two(number) { return (number < 10 ? "0" : "") + number; }

  function tick() {
    var seconds = Math.floor((Date.now() - started) / 1000);
    var minutes = Number(slides[current].dataset.minutes || 0);
    var left = minutes * 60 - seconds;
    clock.textContent = Math.floor(seconds / 60) + ":" + two(seconds % 60) + (minutes ? " / " + minutes : "");
    clock.classList.toggle("over", minutes > 0 && left < 0);
  }

  function timer() {
    if (ticking) {
      clearInterval(ticking);
      ticking = 0;
      return;
    }
    started = Date.now();
    tick();
    ticking = setInterval(tick, 1000);
  }

  var actions = {
    previous: function () { show(current - 1); },
    next: function () { show(current + 1); },
    present: function () { present(!root.classList.contains("presenting")); },
    timer: timer,
    print: function () { window.print(); }
  };

  tools.hidden = false;
  slides.forEach(fit);
  window.addEventListener("resize", function () {
    slides.forEach(function (slide) { if (slide.offsetParent) fit(slide); });
  });
  tools.addEventListener("click", function (event) {
    var button = event.target.closest("button[data-do]");
    if (button) actions[button.dataset.do]();
  });
  tools.querySelector("select").addEventListener("change", function (event) {
    root.dataset.perSheet = event.target.value;
  });

  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("button, select, input")) return;
    switch (event.key) {
      case "ArrowRight": case "ArrowDown": case "PageDown": case " ": show(current + 1); break;
      case "ArrowLeft": case "ArrowUp": case "PageUp": show(current - 1); break;
      case "Home": show(0); break;
      case "End": show(slides.length - 1); break;
      case "f": case "F5": run(!root.classList.contains("running")); break;
      case "Escape": present(false); run(false); break;
      case "n": case "p": actions.present(); break;
      case "t": timer(); break;
      default: return;
    }
    event.preventDefault();
  });

  var from = slides.findIndex(function (slide) { return "#" + slide.id === location.hash; });
  if (from >= 0) show(from);
})();
