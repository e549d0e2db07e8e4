// What a page offers beyond reading it. Everything works without this file.
(function () {
  "use strict";

  var button = document.querySelector("button.print");
  if (button) {
    button.hidden = false;
    button.addEventListener("click", function () { window.print(); });
  }

  // A table that is wider than the screen says so, since its last columns are out of sight. The words are an
  // attribute, which the stylesheet shows: an element between a table and the line that leads to it would part
  // the two on paper.
  var main = document.querySelector("main[data-wide]");
  var frames = main && window.ResizeObserver ? document.querySelectorAll(".scroll, .table-scroll") : [];
  var observer = frames.length && new ResizeObserver(function (entries) {
    entries.forEach(function (entry) {
      var frame = entry.target;
      if (frame.scrollWidth > frame.clientWidth + 1) frame.dataset.wide = main.dataset.wide;
      else delete frame.dataset.wide;
    });
  });
  Array.prototype.forEach.call(frames, function (frame) { observer.observe(frame); });

  // Older browsers print a closed hint without its content.
  window.addEventListener("beforeprint", function () {
    document.querySelectorAll("details:not([open])").forEach(function (details) {
      details.open = true;
      details.dataset.openedForPrint = "";
    });
  });
  window.addEventListener("afterprint", function () {
    document.querySelectorAll("details[data-opened-for-print]").forEach(function (details) {
      details.open = false;
      delete details.dataset.openedForPrint;
    });
  });
})();
