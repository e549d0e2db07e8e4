// What a plan offers on a phone: sections that fold, today marked, customers found by class or by
// name and sorted, wide tables as cards. Everything can be read without this file.
(function () {
  "use strict";

  var tools = document.querySelector(".plan-tools");
  var content = document.querySelector(".content");
  if (!tools || !content) return;
  var narrow = window.matchMedia("(max-width: 46rem)");

  // Sections

  /// Puts what follows a heading, up to the next of its rank, into a part that folds.
  function fold(heading) {
    var part = document.createElement("div");
    part.className = "fold-part";
    part.id = "part-" + (heading.id || Math.random().toString(36).slice(2));
    var button = document.createElement("button");
    button.type = "button";
    button.className = "fold";
    button.setAttribute("aria-controls", part.id);
    while (heading.firstChild) button.appendChild(heading.firstChild);
    heading.appendChild(button);
    var next = heading.nextElementSibling;
    while (next && !next.matches("h2")) {
      var after = next.nextElementSibling;
      part.appendChild(next);
      next = after;
    }
    heading.after(part);
    button.addEventListener("click", function () { open(part, part.hidden); });
    return part;
  }

  function open(part, isOpen) {
    isOpen = Boolean(isOpen);
    part.hidden = !isOpen;
    var heading = part.previousElementSibling;
    heading.querySelector("button.fold").setAttribute("aria-expanded", String(isOpen));
  }

  var parts = Array.prototype.map.call(content.querySelectorAll("h2"), fold);

  function settle() {
    parts.forEach(function (part) { open(part, !narrow.matches || part.querySelector(".today")); });
    weeks.forEach(function (week) {
      openWeek(week, !narrow.matches || week === current);
    });
    reveal();
  }

  /// Opens the section that the address names.
  function reveal() {
    var name = "";
    try { name = decodeURIComponent(location.hash.slice(1)); } catch (error) { return; }
    var target = name && document.getElementById(name);
    if (!target) return;
    parts.forEach(function (part) {
      if (part.contains(target) || part.previousElementSibling === target) open(part, true);
    });
    target.scrollIntoView();
  }

  // Today

  var now = new Date();
  var today = now.getFullYear() + "-" + String(now.getMonth() + 101).slice(1) + "-"
    + String(now.getDate() + 100).slice(1);
  document.querySelectorAll("li > time, li > p time").forEach(function (time) {
    if (time.getAttribute("datetime") === today) {
      time.closest("li").classList.add("today");
      time.setAttribute("aria-current", "date");
    }
  });

  // Weeks of the calendar: on a narrow screen the one that is on stands open

  /// The days of a calendar by their weeks, each behind a button that is seen on narrow screens alone.
  function weeksOf(list) {
    var weeks = [];
    Array.prototype.forEach.call(list.children, function (day) {
      if (!weeks.length || day.matches(".d1")) weeks.push({ days: [] });
      weeks[weeks.length - 1].days.push(day);
    });
    weeks = weeks.filter(function (week) {
      return week.days.some(function (day) { return day.matches(".work"); });
    });
    if (weeks.length < 2) return [];
    weeks.forEach(function (week) {
      var head = document.createElement("li");
      head.className = "week-head";
      week.button = document.createElement("button");
      week.button.type = "button";
      week.button.className = "week-fold";
      week.button.textContent = span(week.days);
      week.button.addEventListener("click", function () { openWeek(week, week.days[0].hidden); });
      head.appendChild(week.button);
      week.days[0].before(head);
    });
    return weeks;
  }

  /// From the first to the last working day of a week, as the page writes days: 12月1日–12月4日, 1 December.
  function span(days) {
    var worked = days.filter(function (day) { return day.matches(".work"); });
    var ends = [worked[0], worked[worked.length - 1]].map(function (day) {
      return new Date(day.querySelector("time").getAttribute("datetime") + "T12:00:00");
    });
    var language = document.documentElement.lang === "en" ? "en-GB" : document.documentElement.lang;
    var format = new Intl.DateTimeFormat(language, { month: "long", day: "numeric" });
    return format.format(ends[0]) + "–" + format.format(ends[1]);
  }

  function openWeek(week, isOpen) {
    isOpen = Boolean(isOpen);
    week.days.forEach(function (day) { day.hidden = !isOpen; });
    week.button.setAttribute("aria-expanded", String(isOpen));
  }

  var days = content.querySelector(".calendar ol");
  var weeks = days ? weeksOf(days) : [];
  var current = weeks.find(function (week) {
    return week.days.some(function (day) { return day.matches(".today"); });
  }) || weeks.find(function (week) {
    return week.days.some(function (day) { return day.matches(".work:not(.past)"); });
  });

  // The visits of the week: on a narrow screen those of the days after the first stand behind a button

  /// A day as the list writes it: 周四 10月15日.
  function dayName(item) {
    var line = item.querySelector("p");
    return Array.prototype.slice.call(line.childNodes, 0, 2).map(function (node) {
      return node.textContent.trim();
    }).join(" ");
  }

  document.querySelectorAll(".summary:not(.for-manager) .week").forEach(function (list) {
    var later = Array.prototype.slice.call(list.children, 1);
    if (!later.length) return;
    var button = document.createElement("button");
    button.type = "button";
    button.className = "week-fold";
    var ends = [later[0], later[later.length - 1]].map(dayName);
    button.textContent = ends[0] === ends[1] ? ends[0] : ends.join(" – ");
    function open(isOpen) {
      list.classList.toggle("first-day", !isOpen);
      button.setAttribute("aria-expanded", String(isOpen));
    }
    button.addEventListener("click", function () { open(list.classList.contains("first-day")); });
    list.after(button);
    open(false);
  });

  // Customers

  /// The first character of each initial in the order of pinyin; none begins with i, u or v.
  var FIRST = "阿a八b嚓c哒d妸e发f旮g哈h讥j咔k垃l妈m拏n噢o妑p七q呥r扨s它t穵w夕x丫y帀z";
  var order = new Intl.Collator("zh-Hans-CN-u-co-pinyin");

  /// Signs in names that are read in more ways than one, each with the initials of all: 重庆 and 重型.
  var READINGS = {};
  ("重cz长cz曾cz单ds解jx仇cq区oq查cz朴bp乐ly厦sx行hx藏cz盛cs会hk调dt传cz降jx校jx车cj石ds佛bf番fp率ls盖gj"
    + "翟dz尉wy种cz覃qt沈cs弹dt朝cz参cs宿sx卡kq茄jq蔚wy咖gk贾gj叶xy召sz晟cs茜qx莘sx系jx屏bp泊bp圈jq折sz合gh"
    + "角jq期jq奇jq汤st阿ae俞sy於wy祭jz郗cx隗kw繁fp冯fp句gj谌cs褚cz乘cs莞gw蚌bm枞cz涡gw泷ls埔bp堡bp浒hx歙sx"
    + "铅qy峙sz荥xy渑ms")
    .match(/[\u4e00-\u9fff][a-z]+/g)
    .forEach(function (reading) { READINGS[reading[0]] = reading.slice(1); });

  /// The initials of a Chinese name by its pinyin, a text for each sign with all that it may begin with: "l" for
  /// 蓝, "cz" for 重; other signs stay.
  function initials(text) {
    return Array.from(text).map(function (sign) {
      if (READINGS[sign]) return READINGS[sign];
      if (!/[\u4e00-\u9fff]/.test(sign)) return sign.toLowerCase();
      var letter = "";
      for (var place = 0; place < FIRST.length; place += 2) {
        if (order.compare(FIRST[place], sign) <= 0) letter = FIRST[place + 1];
      }
      return letter;
    });
  }

  /// Whether the signs of a name can begin, one after the other from some sign on, as what was typed says.
  function isInitial(signs, typed) {
    return signs.some(function (sign, start) {
      return Array.from(typed).every(function (letter, place) {
        return start + place < signs.length && signs[start + place].includes(letter);
      });
    });
  }

  var rows = Array.prototype.map.call(
    document.querySelectorAll(".customers tbody tr, .customers .compact li"), function (row, place) {
      var group = row.closest(".group");
      var mark = group && group.className.match(/group-([A-D])/);
      if (!mark) return null;
      var name = row.querySelector("th, b");
      return {
        row: row, group: group, letter: mark[1], place: place, name: name ? name.textContent : "",
        text: row.textContent.toLowerCase(), initials: initials(name ? name.textContent : "")
      };
    }).filter(Boolean);

  function filter(box) {
    var wanted = box.querySelector("input").value.trim().toLowerCase();
    var pressed = box.querySelector("button[aria-pressed=true]");
    var letter = pressed ? pressed.textContent : "";
    var shown = 0;
    rows.forEach(function (entry) {
      var fits = (!letter || entry.letter === letter)
        && (entry.text.includes(wanted) || isInitial(entry.initials, wanted));
      entry.row.hidden = !fits;
      if (fits) shown += 1;
    });
    rows.forEach(function (entry) {
      entry.group.hidden = !rows.some(function (other) {
        return other.group === entry.group && !other.row.hidden;
      });
    });
    box.querySelector("output").textContent = shown + " / " + rows.length;
  }

  /// Sorts the customers of each class.
  function sorting() {
    var label = document.createElement("label");
    label.className = "sort";
    label.textContent = tools.dataset.sort;
    var select = document.createElement("select");
    ["plan", "name", "close", "last"].forEach(function (by) {
      var option = document.createElement("option");
      option.value = by;
      option.textContent = tools.dataset["by" + by[0].toUpperCase() + by.slice(1)];
      select.appendChild(option);
    });
    label.appendChild(select);
    select.addEventListener("change", function () { sort(select.value); });
    return label;
  }

  function sort(by) {
    var sorted = rows.slice().sort(function (one, other) {
      if (by === "name") return order.compare(one.name, other.name);
      if (by === "close" || by === "last") {
        var left = one.row.dataset[by] || (by === "close" ? "9" : "0");
        var right = other.row.dataset[by] || (by === "close" ? "9" : "0");
        if (left !== right) return left < right ? -1 : 1;
      }
      return one.place - other.place;
    });
    sorted.forEach(function (entry) { entry.row.parentNode.appendChild(entry.row); });
  }

  function addFilter(view) {
    var box = document.createElement("div");
    box.className = "customer-filter";
    var label = document.createElement("label");
    label.textContent = tools.dataset.find;
    var input = document.createElement("input");
    input.type = "search";
    label.appendChild(input);
    box.appendChild(label);
    var letters = [];
    rows.forEach(function (entry) {
      if (!letters.includes(entry.letter)) letters.push(entry.letter);
    });
    letters.forEach(function (letter) {
      var button = document.createElement("button");
      button.type = "button";
      button.textContent = letter;
      button.setAttribute("aria-pressed", "false");
      button.addEventListener("click", function () {
        var isOn = button.getAttribute("aria-pressed") === "true";
        box.querySelectorAll("button").forEach(function (other) {
          other.setAttribute("aria-pressed", "false");
        });
        button.setAttribute("aria-pressed", String(!isOn));
        filter(box);
      });
      box.appendChild(button);
    });
    box.appendChild(sorting());
    box.appendChild(document.createElement("output"));
    input.addEventListener("input", function () { filter(box); });
    view.insertBefore(box, view.querySelector(".group"));
    filter(box);
  }

  var view = document.querySelector(".customers");
  if (view && rows.length > 5) addFilter(view);

  // Wide tables

  /// Gives each cell the name of its column, so that a narrow screen can show a card for each row.
  document.querySelectorAll(".content table").forEach(function (table) {
    var heads = table.querySelectorAll("thead tr");
    if (heads.length !== 1 || table.matches(".blank, .customer-list")) return;
    if (table.closest(".cards")) return;
    var names = Array.prototype.map.call(heads[0].children, function (cell) {
      return cell.textContent.trim();
    });
    if (names.length < 4) return;
    var frame = table.closest(".scroll, .table-scroll") || table.parentNode;
    if (frame.matches(".scroll, .table-scroll")) frame.classList.add("cards");
    table.querySelectorAll("tbody tr, tfoot tr").forEach(function (row) {
      var place = 0;
      Array.prototype.forEach.call(row.children, function (cell) {
        if (cell.tagName === "TD" && cell.textContent.trim()) cell.dataset.name = names[place] || "";
        place += cell.colSpan;
      });
    });
  });

  // What is folded or filtered is printed whole.
  var closed = [];
  window.addEventListener("beforeprint", function () {
    closed = Array.prototype.filter.call(
      document.querySelectorAll(".fold-part, .group, .customers tr, .compact li, .calendar li"),
      function (element) { return element.hidden; });
    closed.forEach(function (element) { element.hidden = false; });
  });
  window.addEventListener("afterprint", function () {
    closed.forEach(function (element) { element.hidden = true; });
  });

  settle();
  narrow.addEventListener("change", settle);
  window.addEventListener("hashchange", reveal);
})();
