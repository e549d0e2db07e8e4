// Fields to fill in on the screen: lines, boxes, tables, quizzes. What is typed is kept on this device, by
// site, page and field; it is saved as one file that `salesbook import` takes, and read from it again.
// Everything can be read, printed and written on by hand without this file.
(function () {
  "use strict";

  var tools = document.querySelector(".fill-tools");
  var pages = document.querySelectorAll("[data-fill-page]");
  if (!tools || !pages.length) return;
  var words = tools.dataset;
  var prefix = "salesbook.fill:" + words.site + ":";
  var schema = "salesbook.answers/1";
  var canKeep = true;
  var fields = [];

  function make(name, properties) {
    var element = document.createElement(name);
    Object.keys(properties || {}).forEach(function (each) {
      if (each === "text") element.textContent = properties.text;
      else element.setAttribute(each, properties[each]);
    });
    return element;
  }

  function text(element) { return element.textContent.replace(/\s+/g, " ").trim(); }

  function list(root, selector) { return Array.prototype.slice.call(root.querySelectorAll(selector)); }

  // Keeping

  function stored(page) {
    try {
      var read = JSON.parse(localStorage.getItem(prefix + page));
      return read && typeof read.fields === "object" && read.fields ? read : { fields: {} };
    } catch (error) { return { fields: {} }; }
  }

  function store(page, kept) {
    try {
      if (Object.keys(kept.fields).length) localStorage.setItem(prefix + page, JSON.stringify(kept));
      else localStorage.removeItem(prefix + page);
    } catch (error) { canKeep = false; }
    show();
  }

  /// Keeps one field; what another window wrote into others stays.
  function keep(field) {
    var kept = stored(field.page);
    var value = field.read();
    kept.title = field.title;
    if (value) kept.fields[field.id] = value;
    else delete kept.fields[field.id];
    store(field.page, kept);
  }

  function keptPages() {
    var found = [];
    try {
      for (var place = 0; place < localStorage.length; place += 1) {
        var key = localStorage.key(place);
        if (key.startsWith(prefix)) found.push(key.slice(prefix.length));
      }
    } catch (error) { canKeep = false; }
    return found.sort();
  }

  // Fields

  /// What a field is called: the task that it stands in, else the heading above it, and what is asked.
  function name(element, more) {
    var block = element.closest(".block, .case");
    var head = block && block.querySelector("header :is(h2, h3, h4), header .tag");
    var above = element;
    while (!head && above) {
      var before = above.previousElementSibling;
      while (before && !head) {
        if (/^H[1-6]$/.test(before.tagName)) head = before;
        before = before.previousElementSibling;
      }
      above = above.parentElement;
    }
    var names = [head ? text(head) : document.title].concat(more || []);
    return names.filter(Boolean).join(" · ");
  }

  /// The length of a class such as `mm-7_5`, as a length of a stylesheet.
  function millimetres(element) {
    var found = element && element.className.match(/(?:^| )mm-(\d+)(?:_(\d+))?/);
    return found ? Number(found[1] + "." + (found[2] || "0")) : 0;
  }

  /// Room for a text over `place`, whose own size stays as it is on paper.
  function area(place, label, rule) {
    var input = make("textarea", { "class": "fill-field fill-text", "aria-label": label, rows: "1", spellcheck: "false", autocomplete: "off" });
    var pitch = millimetres(rule);
    if (pitch) input.style.lineHeight = "calc(" + pitch + "mm * var(--scale, 1))";
    place.classList.add("fill-place");
    place.appendChild(input);
    input.grow = function () {
      place.style.setProperty("--grown", "0px");
      if (input.scrollHeight > input.clientHeight + 2) {
        place.style.setProperty("--grown", input.scrollHeight + 2 + "px");
      }
    };
    input.addEventListener("input", input.grow);
    return input;
  }

  /// A short field over `place`.
  function line(place, label, properties) {
    var input = make("input", Object.assign({ type: "text", "class": "fill-field fill-line", "aria-label": label, autocomplete: "off", spellcheck: "false" }, properties));
    place.classList.add("fill-place");
    place.appendChild(input);
    return input;
  }

  function value(input) { return input.value.trim(); }

  function put(input, written) {
    input.value = written || "";
    if (input.grow) input.grow();
  }

  // What one kind of block is made of: `inputs`, `read`, which gives nothing where nothing is written, and
  // `write`.

  function textField(block) {
    var place = block.querySelector(".lines") || block;
    var own = block.querySelector("p");
    var label = name(block, own && !block.matches(".lines") ? text(own) : words.write);
    var input = area(place, label, place.querySelector("i"));
    return {
      inputs: [input],
      read: function () { return value(input) && { kind: "text", text: input.value.trimEnd() }; },
      write: function (kept) { put(input, kept && kept.text); }
    };
  }

  function tableField(table) {
    var columns = list(table, "thead th").map(function (head) {
      var unit = head.querySelector(".unit");
      return text(head).slice(0, unit ? -text(unit).length - 1 : undefined).trim();
    });
    var title = table.caption ? text(table.caption) : "";
    var inputs = [];
    var rows = list(table, "tbody tr:not(.rest)").map(function (row, number) {
      var given = [];
      var cells = Array.prototype.map.call(row.children, function (cell, column) {
        if (cell.tagName === "TH" || text(cell) || cell.matches(".mark")) {
          given.push(text(cell));
          return { text: text(cell) };
        }
        var input = area(cell, name(table, [title, columns[column], words.row + " " + (number + 1)]), cell.querySelector("i"));
        inputs.push(input);
        return { input: input };
      });
      return { cells: cells, given: given.join("\n") };
    });
    function written(row) {
      return row.cells.map(function (cell) { return cell.input ? value(cell.input) : cell.text; });
    }
    return {
      inputs: inputs,
      read: function () {
        if (!inputs.some(value)) return null;
        return { kind: "table", columns: columns, rows: rows.map(written) };
      },
      write: function (kept) {
        var left = kept && Array.isArray(kept.rows) ? kept.rows.slice() : [];
        rows.forEach(function (row, number) {
          // Rows of data are found by what stands in them, in whatever order they come.
          var found = !row.given ? left[number] : left.find(function (one) {
            return row.cells.every(function (cell, column) {
              return cell.input || one[column] === cell.text;
            });
          });
          row.cells.forEach(function (cell, column) {
            if (cell.input) put(cell.input, found && found[column]);
          });
        });
      }
    };
  }

  function listField(block) {
    var items = list(block, "li").map(function (item) {
      var input = item.querySelector("input[type=checkbox]");
      if (input) {
        input.disabled = false;
      } else {
        var tick = item.querySelector(".tick");
        if (!tick || tick.matches(".done")) return null;
        var label = make("label");
        while (item.firstChild) label.appendChild(item.firstChild);
        input = make("input", { type: "checkbox" });
        label.appendChild(input);
        item.appendChild(label);
      }
      input.classList.add("fill-field", "fill-tick");
      return { text: text(item), input: input, given: input.checked };
    }).filter(Boolean);
    return {
      inputs: items.map(function (item) { return item.input; }),
      read: function () {
        if (items.every(function (item) { return item.input.checked === item.given; })) return null;
        return { kind: "list", items: items.map(function (item) {
          return { text: item.text, done: item.input.checked };
        }) };
      },
      write: function (kept) {
        items.forEach(function (item) {
          var found = kept && (kept.items || []).find(function (one) { return one.text === item.text; });
          item.input.checked = found ? found.done === true : item.given;
        });
      }
    };
  }

  var groups = 0;

  /// A scale of numbers, of which one is marked.
  function scale(place, label) {
    groups += 1;
    var group = "fill-scale-" + groups;
    place.setAttribute("role", "radiogroup");
    place.setAttribute("aria-label", label);
    var inputs = list(place, "span").map(function (mark) {
      var input = make("input", { type: "radio", name: group, value: text(mark), "class": "fill-field fill-mark", "aria-label": text(mark) });
      mark.classList.add("fill-place");
      mark.appendChild(input);
      return input;
    });
    return {
      inputs: inputs,
      read: function () {
        var marked = inputs.find(function (input) { return input.checked; });
        return marked ? marked.value : "";
      },
      write: function (kept) {
        inputs.forEach(function (input) { input.checked = input.value === kept; });
      }
    };
  }

  function marksField(table) {
    var rows = list(table, "tbody tr").map(function (row) {
      var head = text(row.querySelector("th"));
      return { text: head, scale: scale(row.querySelector(".scale"), head) };
    });
    return {
      inputs: [].concat.apply([], rows.map(function (row) { return row.scale.inputs; })),
      read: function () {
        var marks = rows.map(function (row) { return { text: row.text, mark: row.scale.read() }; });
        return marks.some(function (mark) { return mark.mark; }) && { kind: "marks", rows: marks };
      },
      write: function (kept) {
        rows.forEach(function (row) {
          var found = kept && (kept.rows || []).find(function (one) { return one.text === row.text; });
          row.scale.write(found && found.mark);
        });
      }
    };
  }

  // Quizzes

  /// Turns each blank of a sentence into a field.
  function blanks(place, label) {
    var found = [];
    list(place, "*").concat(place).forEach(function (element) {
      Array.prototype.slice.call(element.childNodes).forEach(function (node) {
        if (node.nodeType !== 3) return;
        var parts = node.data.split(/([＿_]{2,})/);
        if (parts.length < 2) return;
        parts.forEach(function (part, number) {
          if (number % 2) {
            var gap = make("span", { "class": "gap", text: part });
            element.insertBefore(gap, node);
            found.push(line(gap, label + " · " + (found.length + 1)));
          } else if (part) {
            element.insertBefore(document.createTextNode(part), node);
          }
        });
        node.remove();
      });
    });
    return found;
  }

  function many(inputs) {
    return {
      inputs: inputs,
      read: function () { return inputs.some(value) ? inputs.map(value) : null; },
      write: function (kept) { inputs.forEach(function (input, number) { put(input, kept && kept[number]); }); }
    };
  }

  function question(item) {
    var ask = item.querySelector(".ask");
    var asked = text(ask);
    var options = item.querySelector(".options:not(.sorted)");
    if (options) {
      var choice = listField(options);
      return {
        ask: asked, inputs: choice.inputs,
        read: function () {
          var kept = choice.read();
          return kept && kept.items.filter(function (one) { return one.done; }).map(function (one) { return one.text; });
        },
        write: function (kept) {
          choice.write({ items: (kept || []).map(function (one) { return { text: one, done: true }; }) });
        },
        given: function () {
          return choice.inputs.map(function (input, number) { return input.checked ? number : -1; })
            .filter(function (number) { return number >= 0; }).join(" ");
        }
      };
    }
    var kind;
    if (item.querySelector(".number .gap")) {
      kind = many([line(item.querySelector(".number .gap"), asked, { inputmode: "decimal" })]);
    } else if (item.querySelector(".sorted")) {
      kind = many(list(item, ".sorted li").map(function (one) {
        return line(one.querySelector(".place"), words.place + " · " + text(one), { inputmode: "numeric", maxlength: "2" });
      }));
    } else if (item.querySelector(".match")) {
      var sides = list(item, ".match ul");
      kind = many(list(sides[0], "li").map(function (one) {
        var select = make("select", { "class": "fill-field fill-choice", "aria-label": text(one) });
        select.appendChild(make("option", { value: "", text: "–" }));
        list(sides[1], "li").forEach(function (other) {
          select.appendChild(make("option", { value: text(other), text: text(other) }));
        });
        one.classList.add("fill-place");
        one.appendChild(select);
        return select;
      }));
    } else if (item.querySelector(".scale")) {
      kind = scale(item.querySelector(".scale"), asked);
    } else if (item.querySelector(".lines")) {
      kind = many([area(item.querySelector(".lines"), asked, item.querySelector(".lines i"))]);
    } else {
      kind = many(blanks(ask, asked));
    }
    kind.ask = asked;
    kind.given = function () { return (kind.read() || []).join("\n"); };
    return kind;
  }

  /// A number as it is written by hand: "1,200" and "１２００" are 1200.
  function number(written) {
    var plain = written.replace(/[,，\s]/g, "").replace(/[０-９．％]/g, function (sign) {
      return String.fromCharCode(sign.charCodeAt(0) - 0xFEE0);
    });
    return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : NaN;
  }

  /// Whether an answer is right, by what the edition with the answers says of it.
  function isRight(check, kind, given) {
    if (kind === "number") {
      var wanted = check.split(" ").map(Number);
      return Math.abs(number(given) - wanted[0]) <= wanted[1] + 1e-9;
    }
    function plain(words) { return words.normalize("NFKC").replace(/[^\S\n]+/g, "").toLowerCase(); }
    return plain(given) === plain(check);
  }

  /// A button that says whether an answer is right; only where the edition has the answers. They stay closed
  /// until then for those who learn, and are open for those who teach.
  function feedback(item, one, field) {
    var check = item.dataset.check;
    if (check === undefined) return;
    var box = make("p", { "class": "fill-check" });
    var button = make("button", { type: "button", text: words.checkWord });
    var said = make("output");
    box.appendChild(button);
    box.appendChild(said);
    item.insertBefore(box, item.querySelector(".answered"));
    button.setAttribute("aria-label", words.checkWord + " · " + one.ask);
    var closed = words.edition === "key" ? list(item, ".answered") : [];
    closed.forEach(function (answer) { answer.classList.add("fill-closed"); });
    button.addEventListener("click", function () {
      var given = one.given();
      closed.forEach(function (answer) { answer.classList.toggle("fill-closed", given === ""); });
      var right = given !== "" && isRight(check, item.dataset.checkKind, given);
      said.textContent = given === "" ? words.nothing : right ? "✓ " + words.right : "✗ " + words.wrong;
    });
    one.inputs.forEach(function (input) {
      input.addEventListener("input", function () { said.textContent = ""; });
    });
    field.checks = (field.checks || []).concat(said);
  }

  function quizField(block) {
    var field = {};
    var questions = list(block, ".questions > li").map(function (item) {
      var one = question(item);
      feedback(item, one, field);
      return one;
    });
    field.inputs = [].concat.apply([], questions.map(function (one) { return one.inputs; }));
    field.read = function () {
      var answers = questions.map(function (one) { return { ask: one.ask, answer: one.read() || null }; });
      return answers.some(function (one) { return one.answer; }) && { kind: "quiz", questions: answers };
    };
    field.write = function (kept) {
      (field.checks || []).forEach(function (said) { said.textContent = ""; });
      questions.forEach(function (one) {
        var found = kept && (kept.questions || []).find(function (other) { return other.ask === one.ask; });
        one.write(found && found.answer);
      });
    };
    return field;
  }

  function blankField(blank) {
    var input = line(blank, name(blank, blank.getAttribute("aria-label") || words.write));
    blank.removeAttribute("aria-label");
    blank.removeAttribute("role");
    return {
      inputs: [input],
      read: function () { return value(input) && { kind: "text", text: value(input) }; },
      write: function (kept) { put(input, kept && kept.text); }
    };
  }

  function fieldOf(block) {
    if (block.matches(".quiz")) return quizField(block);
    if (block.matches(".checklist")) return listField(block);
    if (block.matches(".feedback")) return marksField(block);
    if (block.matches("table")) return tableField(block);
    return textField(block);
  }

  pages.forEach(function (page) {
    var address = page.dataset.fillPage;
    var chapter = page.closest("article.chapter[id]");
    var kept = stored(address);
    var title = page.dataset.fillTitle || "";
    function add(id, field) {
      if (!field.inputs.length) return;
      field.id = id;
      field.page = address;
      field.title = title;
      fields.push(field);
      field.write(kept.fields[id]);
      field.inputs.forEach(function (input) {
        input.addEventListener("input", function () { keep(field); });
      });
    }
    list(page, "[data-fill]").forEach(function (block) { add(block.dataset.fill, fieldOf(block)); });
    var counts = {};
    list(page, "span.calc-blank").forEach(function (blank) {
      var task = blank.closest(".block[id]");
      var start = task ? task.id.slice(chapter ? chapter.id.length + 1 : 0) + "-" : "";
      counts[start] = (counts[start] || 0) + 1;
      add(start + "blank-" + counts[start], blankField(blank));
    });
  });
  if (!fields.length) return;

  // One file

  function file() {
    var all = keptPages().map(function (page) {
      var kept = stored(page);
      return { page: page, title: kept.title || "", fields: Object.keys(kept.fields).sort().map(function (id) {
        return Object.assign({ id: id }, kept.fields[id]);
      }) };
    });
    return JSON.stringify({ schema: schema, site: words.site, pages: all }, null, 2) + "\n";
  }

  function save() {
    var link = make("a", { download: words.file + ".json" });
    link.href = URL.createObjectURL(new Blob([file()], { type: "application/json" }));
    document.body.appendChild(link);
    link.click();
    link.remove();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 1000);
  }

  /// Takes the answers of a file; fields that it does not name stay as they are.
  function take(read) {
    var all;
    try { all = JSON.parse(read); } catch (error) { all = null; }
    if (!all || all.schema !== schema || !Array.isArray(all.pages)) { say(words.noAnswers); return; }
    if (all.site !== words.site) { say(words.otherSite + " " + all.site); return; }
    var count = 0;
    all.pages.forEach(function (page) {
      if (typeof page.page !== "string" || !Array.isArray(page.fields)) return;
      var kept = stored(page.page);
      kept.title = String(page.title || "");
      page.fields.forEach(function (field) {
        var own = Object.assign({}, field);
        delete own.id;
        kept.fields[field.id] = own;
        count += 1;
      });
      store(page.page, kept);
    });
    fields.forEach(function (field) { field.write(stored(field.page).fields[field.id]); });
    show();
    say(words.taken + " " + count);
  }

  // The bar

  var status = make("output");

  function say(sentence) { status.textContent = sentence; }

  function count() {
    return fields.reduce(function (sum, field) { return sum + (field.read() ? 1 : 0); }, 0);
  }

  function show() {
    if (!status.isConnected) return;
    say(words.filled + " " + count() + " / " + fields.length + " · " + (canKeep ? words.kept : words.unkept));
  }

  function button(label, action) {
    var made = make("button", { type: "button", text: label });
    made.addEventListener("click", action);
    tools.appendChild(made);
    return made;
  }

  button(words.save, save);
  var chosen = make("input", { type: "file", accept: "application/json,.json", hidden: "", "aria-label": words.open });
  chosen.addEventListener("change", function () {
    var reader = new FileReader();
    reader.onload = function () { take(String(reader.result)); chosen.value = ""; };
    if (chosen.files[0]) reader.readAsText(chosen.files[0]);
  });
  tools.appendChild(chosen);
  button(words.open, function () { chosen.click(); });
  button(words.printBlank, function () {
    document.documentElement.classList.add("print-blank");
    window.print();
  });
  button(words.clear, function () {
    if (!window.confirm(words.clearAsk)) return;
    pages.forEach(function (page) { store(page.dataset.fillPage, { fields: {} }); });
    fields.forEach(function (field) { field.write(null); });
    show();
  });
  tools.appendChild(status);
  tools.hidden = false;
  try {
    localStorage.setItem("salesbook.try", "1");
    localStorage.removeItem("salesbook.try");
  } catch (error) { canKeep = false; }
  show();

  // On paper

  /// What does not fit on its lines by a hand's measure of print is printed once more behind the page, whole, so
  /// that the sheets before it end where they end when nothing is filled in.
  function fits(input) {
    var place = input.parentElement;
    var whole = document.querySelector(".content").clientWidth || 1;
    var table = place.closest("table");
    var share = table ? place.clientWidth / table.clientWidth : place.clientWidth / whole;
    if (input.matches(".fill-line, .fill-choice")) share = Math.min(share, 0.25);
    var width = Math.max(6, 160 * Math.min(1, share) - (table ? 5 : 2));
    var rule = place.querySelector("i");
    var pitch = millimetres(rule) || 6.3;
    var rules = place.querySelectorAll("i").length + (table && rule ? 1 : 0);
    var height = rule ? rules * pitch : millimetres(place) || millimetres(place.closest("tr")) || 6.3;
    var lines = Math.max(1, Math.floor(height / pitch));
    if (place.matches(".box") && place.querySelector("p")) lines -= 1;
    var needed = input.value.split("\n").reduce(function (sum, part) {
      var length = Array.from(part).reduce(function (all, sign) {
        return all + (sign.codePointAt(0) >= 0x2E80 ? 3.8 : 2.1);
      }, 0);
      return sum + Math.max(1, Math.ceil(length / width));
    }, 0);
    return needed <= lines;
  }

  var rest = null;

  window.addEventListener("beforeprint", function () {
    if (rest) rest.remove();
    rest = null;
    if (document.documentElement.matches(".print-blank")) return;
    var long = [];
    fields.forEach(function (field) {
      field.inputs.forEach(function (input) {
        if (input.matches(".fill-text, .fill-line, .fill-choice") && value(input) && !fits(input)) long.push(input);
      });
    });
    if (!long.length) return;
    rest = make("section", { "class": "fill-rest" });
    rest.appendChild(make("h2", { text: words.rest }));
    long.forEach(function (input) {
      rest.appendChild(make("p", { "class": "tag", text: input.getAttribute("aria-label") }));
      rest.appendChild(make("p", { text: input.value }));
    });
    pages[pages.length - 1].after(rest);
  });
  window.addEventListener("afterprint", function () {
    document.documentElement.classList.remove("print-blank");
    if (rest) rest.remove();
    rest = null;
  });
})();
