// Search in the course, from the disk too: by pairs of Chinese signs and stems of English words, as the program took
// the pages apart when it wrote the index (Sources/Book/Searching). What is found is marked on its page.
// Everything can be read without this file.
(function () {
  "use strict";

  var box = document.querySelector(".search");
  if (!box) return;
  var words = box.dataset;
  var most = 30;

  function make(name, properties) {
    var element = document.createElement(name);
    Object.keys(properties || {}).forEach(function (each) {
      if (each === "text") element.textContent = properties.text;
      else element.setAttribute(each, properties[each]);
    });
    return element;
  }

  // Words

  var han = "[\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uac00-\\ud7af\\uf900-\\ufaff\\u{20000}-\\u{323af}]";
  var letter = "[0-9a-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u024f\\u0370-\\u052f]";
  var pieces = new RegExp(han + "+|" + letter + "+", "gu");

  /// Full-width letters and digits as plain ones, capitals of ASCII as small letters; as long as the text.
  function folded(text) {
    return text.replace(/[\uff01-\uff5e]/g, function (sign) {
      return String.fromCharCode(sign.charCodeAt(0) - 0xFEE0);
    }).replace(/[A-Z]/g, function (sign) { return sign.toLowerCase(); });
  }

  function stem(word) {
    if (!/^[a-z]+$/.test(word)) return word;
    if (word.length > 3) {
      if (/(ies|sses)$/.test(word)) word = word.slice(0, -2);
      else if (/s$/.test(word) && !/(ss|us|is)$/.test(word)) word = word.slice(0, -1);
    }
    if (word.length > 5 && /ing$/.test(word)) word = word.slice(0, -3);
    else if (word.length > 4 && /ed$/.test(word)) word = word.slice(0, -2);
    if (word.length > 3 && /e$/.test(word)) word = word.slice(0, -1);
    if (word.length > 2 && /([^aeiou])\1$/.test(word)) word = word.slice(0, -1);
    if (word.length > 2 && /y$/.test(word)) word = word.slice(0, -1) + "i";
    return word;
  }

  /// What a question asks for: runs of Chinese and words, each with the terms that it is found by.
  function parts(question) {
    var text = folded(question);
    return (text.match(pieces) || []).map(function (piece) {
      var signs = Array.from(piece);
      if (!new RegExp("^" + han, "u").test(piece)) {
        return { text: piece, stem: stem(piece.slice(0, 24)), isLast: text.endsWith(piece) && /^[^0-9].+/.test(piece) };
      }
      if (signs.length === 1) return { text: piece, sign: piece };
      var pairs = [];
      for (var place = 1; place < signs.length; place += 1) pairs.push(signs[place - 1] + signs[place]);
      return { text: piece, pairs: pairs };
    });
  }

  // The index

  var index = null;
  var waiting = [];

  window.salesbookIndex = function (read) {
    // Two signs for each byte, none of them a letter or a digit.
    var signs = "!#$%()*+,-.:;=?@";
    var bytes = new Uint8Array(read.lists.length / 2);
    for (var place = 0; place < bytes.length; place += 1) {
      bytes[place] = signs.indexOf(read.lists[2 * place]) * 16 + signs.indexOf(read.lists[2 * place + 1]);
    }
    var rows = new Map();
    var count = 0;
    (read.pairs ? read.pairs.split("\n") : []).forEach(function (line) {
      var signs = Array.from(line);
      rows.set(signs[0], { start: count, seconds: signs.slice(1) });
      count += signs.length - 1;
    });
    index = {
      pages: read.pages, places: read.places, bytes: bytes, rows: rows, pairs: count,
      words: read.words ? read.words.split(" ") : [],
      signs: new Map(Array.from(read.signs).map(function (sign, number) { return [sign, number]; })),
      heads: read.pages.map(function (page) {
        return {
          title: folded(page[1]),
          headings: page[2].map(function (heading) {
            var text = typeof heading === "string" ? heading : heading[0];
            return { text: text, folded: folded(text), id: typeof heading === "string" ? heading : heading[1] };
          })
        };
      })
    };
    waiting.forEach(function (then) { then(); });
    waiting = [];
  };

  function load(then) {
    if (index) { then(); return; }
    waiting.push(then);
    if (waiting.length > 1) return;
    document.head.appendChild(make("script", { src: words.root + "assets/search-index.js" }));
  }

  /// The pages of a term, by its number.
  function list(number) {
    var bit = index.places[Math.floor(number / 64)] * 8;
    function next() {
      var value = index.bytes[bit >> 3] >> (7 - (bit & 7)) & 1;
      bit += 1;
      return value;
    }
    function take(width) {
      var value = 0;
      for (var place = 0; place < width; place += 1) value = value * 2 + next();
      return value;
    }
    var pages;
    for (var skipped = number % 64; skipped >= 0; skipped -= 1) {
      var width = 0;
      while (!next()) width += 1;
      var count = Math.pow(2, width) + take(width);
      var mean = Math.floor(index.pages.length * 7 / (count * 10));
      var parameter = 0;
      while (mean > 1) { mean = Math.floor(mean / 2); parameter += 1; }
      pages = [];
      var page = -1;
      for (var done = 0; done < count; done += 1) {
        var step = 0;
        while (next()) step += 1;
        page += 1 + step * Math.pow(2, parameter) + take(parameter);
        pages.push(page);
      }
    }
    return pages;
  }

  /// The number of the first word that is not before `word`.
  function place(word) {
    var low = 0, high = index.words.length;
    while (low < high) {
      var middle = (low + high) >> 1;
      if (index.words[middle] < word) low = middle + 1; else high = middle;
    }
    return low;
  }

  function ofSign(sign) { return list(index.pairs + index.words.length + index.signs.get(sign)); }

  /// For each term of a part the lists of pages that have it.
  function lists(part) {
    if (part.pairs) {
      return part.pairs.map(function (pair) {
        var signs = Array.from(pair);
        var row = index.rows.get(signs[0]);
        var found = row ? row.seconds.indexOf(signs[1]) : -1;
        if (found >= 0) return [list(row.start + found)];
        // Of many pages only the pairs have a list that are parts of words: the others go by their signs.
        if (!index.signs.has(signs[0]) || !index.signs.has(signs[1])) return [];
        var second = new Set(ofSign(signs[1]));
        return [ofSign(signs[0]).filter(function (page) { return second.has(page); })];
      });
    }
    var found = [];
    if (part.sign && index.signs.size) return index.signs.has(part.sign) ? [[ofSign(part.sign)]] : [[]];
    if (part.sign) {
      index.rows.forEach(function (row, first) {
        row.seconds.forEach(function (second, number) {
          if (first === part.sign || second === part.sign) found.push(list(row.start + number));
        });
      });
      return [found];
    }
    for (var at = place(part.stem); at < index.words.length; at += 1) {
      var word = index.words[at];
      if (word !== part.stem && !(part.isLast && word.startsWith(part.stem))) break;
      found.push(list(index.pairs + at));
    }
    return [found];
  }

  /// The pages that have most of what is asked for, the best first.
  function find(question) {
    var asked = parts(question);
    var terms = [].concat.apply([], asked.map(lists));
    var total = index.pages.length;
    var scores = new Map();
    terms.forEach(function (lists) {
      var pages = new Set([].concat.apply([], lists));
      var weight = Math.log(1 + total / (pages.size || 1));
      pages.forEach(function (page) {
        var score = scores.get(page) || { page: page, terms: 0, weight: 0, heading: null };
        score.terms += 1;
        score.weight += weight;
        scores.set(page, score);
      });
    });
    var found = Array.from(scores.values());
    var full = found.reduce(function (best, score) { return Math.max(best, score.terms); }, 0);
    // Less than three of five is another matter.
    if (full * 5 < terms.length * 3) return [];
    found = found.filter(function (score) { return score.terms === full; });
    found.forEach(function (score) {
      var head = index.heads[score.page];
      function holds(text) { return asked.every(function (part) { return text.includes(part.text); }); }
      if (holds(head.title)) score.weight += 20;
      score.heading = head.headings.find(function (heading) { return holds(heading.folded); }) || null;
      if (score.heading) score.weight += 10;
    });
    return found.sort(function (one, other) { return other.weight - one.weight || one.page - other.page; });
  }

  // Marks

  /// Where a text says what is asked for: from and to, in order, none inside another.
  function ranges(text, asked, byPairs) {
    var plain = folded(text);
    var found = [];
    asked.forEach(function (part) {
      var wanted = part.pairs && byPairs ? part.pairs : part.pairs || part.sign ? [part.text] : [];
      wanted.forEach(function (one) {
        for (var at = plain.indexOf(one); at >= 0; at = plain.indexOf(one, at + 1)) found.push([at, at + one.length]);
      });
      if (part.stem === undefined) return;
      pieces.lastIndex = 0;
      for (var word = pieces.exec(plain); word; word = pieces.exec(plain)) {
        var own = stem(word[0].slice(0, 24));
        if (own === part.stem || (part.isLast && own.startsWith(part.stem))) found.push([word.index, word.index + word[0].length]);
      }
    });
    found.sort(function (one, other) { return one[0] - other[0] || one[1] - other[1]; });
    return found.reduce(function (all, range) {
      var last = all[all.length - 1];
      if (last && range[0] <= last[1]) last[1] = Math.max(last[1], range[1]);
      else all.push(range);
      return all;
    }, []);
  }

  /// A text with marks, put into an element.
  function marked(element, text, asked) {
    var end = 0;
    ranges(text, asked, false).forEach(function (range) {
      element.appendChild(document.createTextNode(text.slice(end, range[0])));
      element.appendChild(make("mark", { text: text.slice(range[0], range[1]) }));
      end = range[1];
    });
    element.appendChild(document.createTextNode(text.slice(end)));
    return element;
  }

  /// Marks on the page what was asked for when it was found.
  function mark(question) {
    var asked = parts(question);
    var main = document.querySelector("main");
    if (!asked.length || !main) return;
    var texts = [];
    var walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      var parent = walker.currentNode.parentElement;
      if (!parent.closest("textarea, select, script, svg, math, mark, nav, button, output")) texts.push(walker.currentNode);
    }
    function all(byPairs) {
      return texts.map(function (text) { return { text: text, ranges: ranges(text.data, asked, byPairs) }; })
        .filter(function (one) { return one.ranges.length; });
    }
    var found = all(false);
    if (!found.length) found = all(true);
    found.forEach(function (one) {
      one.ranges.slice().reverse().forEach(function (range) {
        var rest = one.text.splitText(range[0]);
        rest.splitText(range[1] - range[0]);
        var sign = make("mark", { "class": "found" });
        rest.parentNode.insertBefore(sign, rest);
        sign.appendChild(rest);
      });
    });
    var first = document.querySelector("mark.found");
    if (first && !location.hash) first.scrollIntoView({ block: "center" });
  }

  function unmark() {
    document.querySelectorAll("mark.found").forEach(function (sign) {
      var parent = sign.parentNode;
      while (sign.firstChild) parent.insertBefore(sign.firstChild, sign);
      sign.remove();
      parent.normalize();
    });
  }

  // The field

  var input = make("input", { type: "search", "aria-label": words.search, placeholder: words.search, autocomplete: "off", spellcheck: "false", "aria-keyshortcuts": "/" });
  var status = make("output", { "class": "search-status" });
  var panel = make("div", { "class": "search-panel", hidden: "" });
  var results = make("ol");
  panel.appendChild(status);
  panel.appendChild(results);
  box.appendChild(input);
  box.appendChild(panel);
  box.hidden = false;

  function address(score, question) {
    var path = index.pages[score.page][0].split("/").map(encodeURIComponent).join("/");
    return words.root + path + "?q=" + encodeURIComponent(question)
      + (score.heading ? "#" + encodeURIComponent(score.heading.id) : "");
  }

  function show() {
    var question = input.value.trim();
    results.textContent = "";
    panel.hidden = !question;
    if (!question) { status.textContent = ""; return; }
    var asked = parts(question);
    var found = asked.length ? find(question) : [];
    status.textContent = found.length ? words.found + " " + found.length : words.none;
    found.slice(0, most).forEach(function (score) {
      var link = make("a", { href: address(score, question) });
      marked(link.appendChild(make("span")), index.pages[score.page][1], asked);
      if (score.heading) {
        marked(link.appendChild(make("span", { "class": "search-heading" })), score.heading.text, asked);
      }
      results.appendChild(make("li")).appendChild(link);
    });
  }

  function close() {
    input.value = "";
    panel.hidden = true;
    results.textContent = "";
    status.textContent = "";
  }

  input.addEventListener("focus", function () { load(function () {}); });
  input.addEventListener("input", function () { load(show); });
  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    var active = document.activeElement;
    if (event.key === "/" && !active.closest("input, textarea, select, [contenteditable]")) {
      input.focus();
      event.preventDefault();
      return;
    }
    if (!box.contains(active)) {
      if (event.key === "Escape") unmark();
      return;
    }
    var links = Array.prototype.slice.call(results.querySelectorAll("a"));
    var at = links.indexOf(active);
    if (event.key === "Escape") {
      close();
      input.focus();
    } else if (event.key === "ArrowDown" && links.length) {
      links[Math.min(at + 1, links.length - 1)].focus();
    } else if (event.key === "ArrowUp" && at >= 0) {
      (at === 0 ? input : links[at - 1]).focus();
    } else if (event.key === "Enter" && active === input && links.length) {
      links[0].click();
    } else {
      return;
    }
    event.preventDefault();
  });
  document.addEventListener("click", function (event) {
    if (!box.contains(event.target)) panel.hidden = true;
  });

  var asked = new URLSearchParams(location.search).get("q");
  if (asked) mark(asked);
})();
