// What was done, typed on the phone: visits ticked, results, amounts and notes, kept on this device and
// saved as one file that `salesbook import` takes. Everything can be read without this file.
(function () {
  "use strict";

  var tools = document.querySelector(".record-tools");
  var calendar = document.querySelector(".calendar ol");
  if (!tools || !calendar) return;
  var words = tools.dataset;
  var key = "salesbook.done:" + words.person + ":" + words.period;
  var entries = read();
  var canKeep = true;

  function make(name, properties) {
    var element = document.createElement(name);
    Object.keys(properties || {}).forEach(function (each) {
      if (each === "text") element.textContent = properties.text;
      else element.setAttribute(each, properties[each]);
    });
    return element;
  }

  // Keeping

  function read() {
    try { return JSON.parse(localStorage.getItem(key)) || {}; } catch (error) { return {}; }
  }

  function keep() {
    try { localStorage.setItem(key, JSON.stringify(entries)); } catch (error) { canKeep = false; }
    show();
  }

  function count() { return Object.keys(entries).length; }

  // One visit

  function labelled(text, field) {
    var label = make("label", { text: text });
    label.appendChild(field);
    return label;
  }

  /// The fields of an entry; what is typed goes into it at once.
  function fields(id, entry) {
    var box = make("div", { "class": "record-fields" });
    var kind = tools.querySelector("select").cloneNode(true);
    kind.value = entry.type;
    if (!kind.value) kind.selectedIndex = 0;
    entry.type = kind.value;
    var amount = make("input", { type: "text", inputmode: "decimal", autocomplete: "off" });
    amount.value = entry.amount || "";
    var note = make("input", { type: "text", autocomplete: "off", maxlength: "500" });
    note.value = entry.note || "";
    kind.addEventListener("change", function () { entry.type = kind.value; keep(); });
    amount.addEventListener("input", function () {
      var value = number(amount.value);
      amount.setAttribute("aria-invalid", String(value === null));
      if (value) entry.amount = value; else delete entry.amount;
      keep();
    });
    note.addEventListener("input", function () {
      if (note.value.trim()) entry.note = note.value.trim(); else delete entry.note;
      keep();
    });
    box.appendChild(labelled(words.kind, kind));
    box.appendChild(labelled(words.amount, amount));
    box.appendChild(labelled(words.note, note));
    return box;
  }

  /// An amount as digits and a point: "1,2000" is 12000; nothing is "", what is no amount null.
  function number(text) {
    var plain = text.replace(/[,，\s¥￥]/g, "").replace(/[０-９．]/g, function (sign) {
      return String.fromCharCode(sign.charCodeAt(0) - 0xFEE0);
    });
    if (plain === "") return "";
    return /^-?\d{1,12}(\.\d{1,2})?$/.test(plain) ? plain : null;
  }

  function visit(item, date) {
    var customer = item.dataset.visit;
    var id = date + "/" + customer;
    var name = item.querySelector(".who");
    var tick = make("input", { type: "checkbox" });
    var label = make("label", { "class": "record-tick" });
    item.insertBefore(label, name);
    label.appendChild(tick);
    label.appendChild(name);
    function open() { item.appendChild(fields(id, entries[id])); }
    tick.addEventListener("change", function () {
      var old = item.querySelector(".record-fields");
      if (old) old.remove();
      if (tick.checked) {
        entries[id] = { date: date, customer: customer, name: name.textContent, type: "visit" };
        open();
      } else {
        delete entries[id];
      }
      keep();
    });
    if (entries[id]) {
      tick.checked = true;
      open();
    }
  }

  // What was in no plan

  function other(day, date) {
    var button = make("button", { type: "button", "class": "record-more", text: words.more });
    button.addEventListener("click", function () {
      var number = 1;
      while (entries[date + "/+" + number]) number += 1;
      var id = date + "/+" + number;
      entries[id] = { date: date, name: "", type: "contact" };
      addOther(day, id, button).focus();
      keep();
    });
    day.appendChild(button);
    Object.keys(entries).sort().forEach(function (id) {
      if (id.startsWith(date + "/+")) addOther(day, id, button);
    });
  }

  function addOther(day, id, button) {
    var entry = entries[id];
    var box = make("div", { "class": "record-other" });
    var name = make("input", { type: "text", list: "record-customers", autocomplete: "off" });
    name.value = entry.name;
    name.addEventListener("input", function () {
      entry.name = name.value.trim();
      var known = customers[entry.name];
      if (known) entry.customer = known; else delete entry.customer;
      keep();
    });
    var remove = make("button", { type: "button", text: words.remove });
    remove.addEventListener("click", function () {
      delete entries[id];
      box.remove();
      button.focus();
      keep();
    });
    box.appendChild(labelled(words.customer, name));
    box.appendChild(fields(id, entry));
    box.appendChild(remove);
    day.insertBefore(box, button);
    return name;
  }

  /// The customers of the page, by name.
  var customers = {};
  document.querySelectorAll("[data-customer]").forEach(function (row) {
    var name = row.querySelector("th, b");
    var text = name && name.firstChild ? name.firstChild.textContent.trim() : "";
    if (text) customers[text] = row.dataset.customer;
  });
  document.querySelectorAll("[data-visit]").forEach(function (item) {
    customers[item.querySelector(".who").textContent] = item.dataset.visit;
  });
  var list = make("datalist", { id: "record-customers" });
  Object.keys(customers).forEach(function (name) {
    list.appendChild(make("option", { value: name }));
  });
  tools.appendChild(list);

  // The file

  function file() {
    var rows = Object.keys(entries).sort().map(function (id) {
      var entry = entries[id];
      var row = { id: id, date: entry.date };
      ["customer", "name", "type", "amount", "note"].forEach(function (field) {
        if (entry[field]) row[field] = entry[field];
      });
      return row;
    }).filter(function (row) { return row.customer || row.name; });
    return JSON.stringify({
      schema: "salesbook.done/1", person: words.person, period: words.period, entries: rows
    }, null, 2) + "\n";
  }

  function save() {
    var name = "done-" + words.person + "-" + words.period + ".json";
    var link = make("a", { download: name });
    link.href = URL.createObjectURL(new Blob([file()], { type: "application/json" }));
    document.body.appendChild(link);
    link.click();
    link.remove();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 1000);
  }

  var status = make("output");
  var saving = make("button", { type: "button", text: words.save });
  saving.addEventListener("click", save);
  var bar = make("div", { "class": "record-bar" });
  bar.appendChild(status);
  bar.appendChild(saving);

  function show() {
    status.textContent = words.count + " " + count() + (canKeep ? "" : " · " + words.unkept);
    saving.disabled = count() === 0;
  }

  calendar.querySelectorAll("li.work").forEach(function (day) {
    var time = day.querySelector("time");
    if (!time) return;
    var date = time.getAttribute("datetime");
    day.querySelectorAll("[data-visit]").forEach(function (item) { visit(item, date); });
    other(day, date);
  });
  calendar.parentNode.before(bar);
  try {
    localStorage.setItem("salesbook.try", "1");
    localStorage.removeItem("salesbook.try");
  } catch (error) { canKeep = false; }
  show();
})();
