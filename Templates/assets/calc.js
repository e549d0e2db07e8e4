/*
Live calculations: the reader changes an input, and everything computed from it follows.

Documentation/formula.md, “In the page”, says what a page holds for this script.

Numbers are exact fractions of BigInt, as at the build. Nothing is sent anywhere: what the reader
types stays in this browser, by workbook and edition.
*/
(function () {
  'use strict';

  // Exact numbers: [numerator, denominator], in lowest terms, the denominator above zero.

  const limit = 1n << 4096n;
  const zero = [0n, 1n];

  class Fault { constructor(code) { this.code = code; } }
  const fail = code => { throw new Fault(code); };
  const abs = n => n < 0n ? -n : n;

  function ratio(n, d) {
    if (d < 0n) { n = -n; d = -d; }
    let a = abs(n), b = d;
    while (b) [a, b] = [b, a % b];
    n /= a; d /= a;
    if (abs(n) >= limit || d >= limit) fail('large');
    return [n, d];
  }

  const add = (x, y) => ratio(x[0] * y[1] + y[0] * x[1], x[1] * y[1]);
  const negate = x => [-x[0], x[1]];
  const multiply = (x, y) => ratio(x[0] * y[0], x[1] * y[1]);
  const divide = (x, y) => y[0] ? ratio(x[0] * y[1], x[1] * y[0]) : fail('zero');
  const compare = (x, y) => { const d = x[0] * y[1] - y[0] * x[1]; return d < 0n ? -1 : d > 0n ? 1 : 0; };
  const small = x => x[1] === 1n && abs(x[0]) < 1n << 53n ? Number(x[0]) : NaN;

  function power(x, exponent) {
    const e = small(exponent);
    if (!(Math.abs(e) <= 1024)) fail('exponent');
    if (e === 0) return x[0] ? [1n, 1n] : fail('power');
    if (!x[0]) return e < 0 ? fail('zero') : zero;
    const bits = Math.max(abs(x[0]).toString(2).length, x[1].toString(2).length) - 1;
    if (bits * Math.abs(e) > 4096) fail('large');
    const [n, d] = e < 0 ? [x[1], x[0]] : x, times = BigInt(Math.abs(e));
    return ratio(n ** times, d ** times);
  }

  // The whole number beside x: nearest (halves away from zero), away, cut, up or down.
  function whole(x, way) {
    const cut = x[0] / x[1], rest = abs(x[0] % x[1]);
    if (!rest) return cut;
    const above = x[0] > 0n, away = above ? cut + 1n : cut - 1n;
    return { nearest: rest * 2n >= x[1], away: true, cut: false, up: above, down: !above }[way] ? away : cut;
  }

  function toMultiple(x, step, way) {
    if (step[0] <= 0n) fail('step');
    return multiply([whole(divide(x, step), way), 1n], step);
  }

  function round(x, decimals, way) {
    const places = decimals ? small(decimals) : 0;
    if (!(Math.abs(places) <= 100)) fail('digits');
    if (x[1] === 1n && places >= 0) return x;
    const unit = 10n ** BigInt(Math.abs(places));
    return toMultiple(x, places < 0 ? [unit, 1n] : [1n, unit], way);
  }

  // Numbers as text, and text as numbers.

  function decimal(x, places, grouped) {
    const n = whole([x[0] * 10n ** BigInt(places), x[1]], 'nearest');
    const digits = abs(n).toString().padStart(places + 1, '0');
    const head = digits.slice(0, digits.length - places);
    const tail = digits.slice(digits.length - places).replace(/0+$/, '');
    return (n < 0n ? '-' : '') + (grouped ? head.replace(/\B(?=(\d{3})+$)/g, ',') : head) + (tail && '.' + tail);
  }

  function exactPlaces(x, most) {
    for (let places = 0, unit = 1n; places <= most; places++, unit *= 10n) if (unit % x[1] === 0n) return places;
    return -1;
  }

  function leadingZeros(x) {
    let zeros = 0;
    for (let top = abs(x[0]) * 10n; x[0] && top < x[1]; top *= 10n) zeros++;
    return zeros;
  }

  // Two decimals, or as many as show four digits that count.
  const fewPlaces = x => abs(x[0]) < x[1] ? leadingZeros(x) + 4 : 2;

  // At most fifteen digits, as a spreadsheet joins a number to a text.
  const joined = x => decimal(x, abs(x[0]) < x[1] ? 15 + leadingZeros(x)
    : Math.max(0, 15 - (abs(x[0]) / x[1]).toString().length));

  const plain = text => text.replace(/[\uFF01-\uFF5E]/g, c => String.fromCharCode(c.charCodeAt(0) - 0xFEE0))
    .replace(/[\u3000\xA0]/g, ' ').replace(/^[ \t]+|[ \t]+$/g, '');

  // What people type: 1,200,000, 120万, 1.2 亿, -5, 20%; null where it is no number.
  function read(text) {
    const match = /^([-−+]?)(\d+(?:[,_]\d+)*)(?:\.(\d+))? *([万亿]{0,2})(%?)$/.exec(plain(text));
    if (!match) return null;
    const [, sign, head, tail = '', scale, percent] = match, digits = head.replace(/[,_]/g, '') + tail;
    if (digits.length > 100 || scale && percent) return null;
    let x = ratio(BigInt(digits), 10n ** BigInt(tail.length) * (percent ? 100n : 1n));
    for (const word of scale) x = multiply(x, [word === '万' ? 10000n : 100000000n, 1n]);
    return { value: sign && sign !== '+' ? negate(x) : x, hasScale: Boolean(scale || percent) };
  }

  function exact(text) {
    const [n, d = '1'] = text.split('/');
    return [BigInt(n), BigInt(d)];
  }

  // Operations and functions.

  const holds = { '=': c => c === 0, '<>': c => c !== 0, '<': c => c < 0, '<=': c => c <= 0, '>': c => c > 0, '>=': c => c >= 0 };
  const isColumn = value => value !== null && typeof value === 'object' && 'cells' in value;
  const numbers = values => values.flatMap(v => !isColumn(v) ? [v] : v.isText ? [] : v.cells.filter(cell => cell !== null));
  const sum = values => values.reduce(add, zero);
  const extreme = sign => (...values) => numbers(values).reduce((best, x) => best && compare(x, best) * sign <= 0 ? best : x, null) || fail('nothing');
  const text = value => typeof value === 'string' ? value : typeof value === 'boolean' ? value ? 'TRUE' : 'FALSE' : joined(value);

  function same(op) {
    return (x, y) => Array.isArray(x) ? holds[op](compare(x, y)) : (op === '=') === (x === y);
  }

  // The rows whose cell meets a condition: a value, or a text that begins with a comparison.
  function matching(column, condition) {
    let test;
    if (typeof condition !== 'string') {
      test = cell => compare(cell, condition) === 0;
    } else {
      const [, sign, rest] = /^(<>|≠|<=|≤|>=|≥|<|>|=)?([^]*)$/.exec(condition);
      const op = { '≠': '<>', '≤': '<=', '≥': '>=' }[sign] || sign || '=';
      if (column.isText) {
        if (op !== '=' && op !== '<>') fail('criterion');
        test = cell => (op === '=') === (cell === rest);
      } else {
        const bound = (read(rest) || fail('criterion')).value;
        test = cell => holds[op](compare(cell, bound));
      }
    }
    return column.cells.map((cell, row) => cell !== null && test(cell) ? row : -1).filter(row => row >= 0);
  }

  function join(x, y) {
    const both = text(x) + text(y);
    return both.length > 32767 && [...both].length > 32767 ? fail('text') : both;
  }

  function average(...values) {
    const list = numbers(values);
    return list.length ? divide(sum(list), [BigInt(list.length), 1n]) : fail('nothing');
  }

  function sumIf(column, condition, cells = column) {
    const rows = matching(column, condition);
    if (cells.cells.length !== column.cells.length) fail('lengths');
    return sum(rows.map(row => cells.cells[row]).filter(cell => cell !== null));
  }

  const operations = {
    '+': add, '-': (x, y) => add(x, negate(y)), '*': multiply, '/': divide, '^': power, '&': join,
    neg: negate, '%': x => ratio(x[0], x[1] * 100n), not: x => !x, and: (x, y) => x && y, or: (x, y) => x || y,
    ROUND: (x, n) => round(x, n, 'nearest'), ROUNDUP: (x, n) => round(x, n, 'away'), ROUNDDOWN: (x, n) => round(x, n, 'cut'),
    CEILING: (x, s = [1n, 1n]) => toMultiple(x, s, 'up'), FLOOR: (x, s = [1n, 1n]) => toMultiple(x, s, 'down'),
    MIN: extreme(-1), MAX: extreme(1), SUM: (...values) => sum(numbers(values)), AVERAGE: average,
    COUNT: (...values) => [BigInt(values.reduce((n, v) => n + (isColumn(v) ? v.cells.filter(cell => cell !== null).length : 1), 0)), 1n],
    COUNTIF: (column, condition) => [BigInt(matching(column, condition).length), 1n], SUMIF: sumIf,
    ABS: x => [abs(x[0]), x[1]], unavailable: () => fail('unavailable'),
  };
  for (const op of Object.keys(holds)) operations[op] = same(op);

  // A fault takes the place of every value computed from it, but for what IF does not choose and
  // what IFERROR replaces; an input that is no number is nobody's to replace.
  function apply(name, operands) {
    const [first] = operands;
    if (name === 'IF') return first instanceof Fault ? first : operands[first ? 1 : 2];
    if (name === 'IFERROR') return first instanceof Fault && !/input|unavailable/.test(first.code) ? operands[1] : first;
    const failed = operands.find(operand => operand instanceof Fault);
    if (failed) return failed;
    try { return operations[name](...operands); } catch (fault) {
      if (fault instanceof Fault) return fault;
      throw fault;
    }
  }

  function evaluate(code, slots) {
    const stack = [];
    for (const item of code) {
      if (typeof item === 'number') stack.push(slots[item]);
      else if (item.op) stack.push(apply(item.op, stack.splice(stack.length - item.count)));
      else stack.push(item.value);
    }
    return stack[0];
  }

  const messages = {
    zh: {
      zero: '除数为零', large: '数太大', exponent: '指数须是 -1024 到 1024 的整数', power: '0 的 0 次方没有值',
      digits: '小数位数须是 -100 到 100 的整数', step: 'CEILING 和 FLOOR 的步长须大于零',
      nothing: '没有可取平均、最小或最大的数', text: '文字超过 32,767 个字符',
      criterion: '对数的条件须是一个数，或如 ">=100" 的文字', lengths: 'SUMIF 的两列须出自同一张表',
      missing: '还没有数据', unavailable: '所依据的值有误', input: '输入有误', number: '请填一个数', between: '请填 $ 之间的数',
      reset: '恢复原值', copy: '复制结果', save: '导出填写', load: '导入填写', copied: '已复制', saved: '已导出',
      loaded: '已导入', foreign: '这个文件不是这份手册的', restored: '已恢复原值',
    },
    en: {
      zero: 'division by zero', large: 'the number grows beyond 4096 bits',
      exponent: 'an exponent is a whole number between -1024 and 1024', power: '0^0 has no value',
      digits: 'decimals are a whole number between -100 and 100', step: 'the step of CEILING and FLOOR is above zero',
      nothing: 'there is no number to take the mean, the least or the greatest of',
      text: 'the text grows beyond 32,767 characters',
      criterion: 'a condition on numbers is a number, or a text such as ">=100"',
      lengths: 'SUMIF needs two columns of one table', unavailable: 'a value that this one needs is wrong',
      input: 'check the input', number: 'Enter a number', between: 'Enter a number from $',
      reset: 'Reset', copy: 'Copy results', save: 'Export entries', load: 'Import entries', copied: 'Copied',
      saved: 'Exported', loaded: 'Imported', foreign: 'This file belongs to another workbook', restored: 'Reset',
    },
  };

  // A program as it stands in the page: constants read, formulas ready to run.
  function compile(program) {
    program.values = program.slots.map(slot => {
      if ('v' in slot) return exact(slot.v);
      if ('s' in slot) return slot.s;
      if ('b' in slot) return slot.b;
      if (slot.c) return { cells: slot.c.map(cell => cell === null ? null : exact(cell)), isText: false };
      if (slot.t) return { cells: slot.t, isText: true };
      return new Fault(slot.f || 'unavailable');
    });
    for (const slot of program.slots) {
      if (slot.e) slot.code = slot.e.map(item => typeof item === 'number' ? item
        : Array.isArray(item) ? { op: item[0], count: item[1] }
          : { value: typeof item === 'boolean' ? item : item[0] === '"' ? item.slice(1) : exact(item) });
    }
    program.run = () => program.slots.forEach((slot, index) => {
      if (slot.code) program.values[index] = evaluate(slot.code, program.values);
    });
    return program;
  }

  // A value as its language shows it: 35 万元, ≈ 0.3333.
  function show(value, slot, lang) {
    const zh = lang.startsWith('zh');
    if (value instanceof Fault) return (value.code === 'missing' ? '' : '⚠ ') + messages[zh ? 'zh' : 'en'][value.code];
    if (typeof value === 'string') return value;
    if (typeof value === 'boolean') return zh ? value ? '是' : '否' : value ? 'TRUE' : 'FALSE';
    const isOne = value[0] === value[1] || value[0] === -value[1];
    const unit = isOne && slot.u1 || slot.u || '';
    if (slot.p && !unit) {
      const percent = times(value, [100n, 1n]);
      if (percent) return digits(percent, '%');
    }
    if (zh && !unit.startsWith('1/')) {
      for (const [scale, word] of [[100000000n, '亿'], [10000n, '万']]) {
        const scaled = times(value, [1n, scale]), places = scaled ? exactPlaces(scaled, 2) : -1;
        if (places >= 0 && abs(scaled[0]) >= scaled[1]) return decimal(scaled, places, true) + ' ' + word + unit;
      }
    }
    return digits(value, unit && ' ' + unit);
  }

  // A product, or nothing where it is too long to be shown so.
  function times(x, y) {
    try { return multiply(x, y); } catch { return null; }
  }

  function digits(x, behind) {
    const places = exactPlaces(x, 4);
    if (places >= 0) return decimal(x, places, true) + behind;
    return '≈ ' + decimal(x, fewPlaces(x), true) + behind;
  }

  // The evaluator alone, for tests outside a browser.
  if (typeof document === 'undefined') {
    module.exports = { compile, show, read, exact };
    return;
  }

  // The page: fields in the place of printed inputs, current values in the place of printed ones.

  const programs = [...document.querySelectorAll('[data-calc]')].map(element => compile(JSON.parse(element.dataset.calc)));
  if (!programs.length) return;

  const { workbook, edition, page, lang } = programs[0];
  const words = messages[lang.startsWith('zh') ? 'zh' : 'en'];
  const key = 'salesbook/' + workbook + '/' + edition;
  const make = (tag, attributes = {}, content = '') => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.textContent = content;
    return element;
  };
  const scopeOf = element => element.closest('[data-calc-scope]')?.dataset.calcScope || '';
  const program = scope => programs.find(each => each.scope === scope);

  // What was typed, by page and field; a browser that stores nothing still computes.
  let entries = {};
  try { entries = JSON.parse(localStorage.getItem(key)) || {}; } catch { /* nothing was kept */ }

  function keep() {
    const typed = Object.fromEntries(fields.filter(field => field.input.value !== field.written).map(field => [field.id, field.input.value]));
    if (Object.keys(typed).length) entries[page] = typed; else delete entries[page];
    try { localStorage.setItem(key, JSON.stringify(entries)); } catch { /* nothing can be kept */ }
  }

  const status = make('p', { role: 'status', class: 'calc-status' });
  const outputs = [];
  const fields = [];

  function field(holder) {
    const scope = scopeOf(holder), owner = program(scope);
    const index = owner ? owner.slots.findIndex(slot => slot.i && slot.n === holder.dataset.calcInput) : -1;
    if (index < 0) return;
    const slot = owner.slots[index], { k, w, lo, hi, st } = slot.i, scale = exact(k), start = owner.values[index];
    const inField = x => {
      const inUnits = divide(x, scale), places = exactPlaces(inUnits, 6);
      return decimal(inUnits, places < 0 ? fewPlaces(inUnits) : places, false);
    };
    const range = lo === undefined ? '' : [lo, hi].map(bound => digits(divide(exact(bound), scale), '')).join('–') + (w && ' ' + w);
    const note = 'calc-note-' + fields.length;
    const input = make('input', {
      type: 'text', class: 'calc-input', autocomplete: 'off', 'aria-describedby': note,
      inputmode: lo !== undefined && lo[0] !== '-' ? 'decimal' : 'text', 'aria-label': (slot.l || slot.n.replace(/_/g, ' ')) + (w && ' (' + w + ')'),
    });
    const hint = make('span', { id: note, class: 'calc-hint' }, range);
    const made = { id: (scope && scope + '/') + slot.n, input, written: start instanceof Fault ? '' : inField(start), owner, index };
    input.value = made.written;

    made.take = () => {
      const typed = plain(input.value), bare = w && w !== '%' && typed.endsWith(w) ? typed.slice(0, -w.length) : typed;
      const number = read(bare);
      // What stands there untouched is the exact value, of which the field may show a few decimals.
      let value = input.value === made.written ? start : number && (number.hasScale && bare === typed ? number.value : times(number.value, scale));
      let wrong = value ? '' : words.number;
      if (value && value !== start && lo !== undefined && (compare(value, exact(lo)) < 0 || compare(value, exact(hi)) > 0)) {
        value = null;
        wrong = words.between.replace('$', range);
      }
      if (wrong) input.setAttribute('aria-invalid', 'true'); else input.removeAttribute('aria-invalid');
      hint.textContent = wrong || (value instanceof Fault ? words.missing : range);
      owner.values[index] = value || new Fault('input');
    };
    input.addEventListener('input', () => { made.take(); recompute(true); keep(); });
    input.addEventListener('keydown', event => {
      const move = { ArrowUp: 1n, ArrowDown: -1n }[event.key], current = owner.values[index];
      if (!move || !st || current instanceof Fault) return;
      event.preventDefault();
      let next = add(current, multiply(exact(st), [move, 1n]));
      if (lo !== undefined) for (const [bound, sign] of [[lo, -1], [hi, 1]]) if (compare(next, exact(bound)) === sign) next = exact(bound);
      input.value = inField(next);
      input.dispatchEvent(new Event('input'));
    });
    holder.replaceChildren(input, ...w ? [make('span', { class: 'calc-unit', 'aria-hidden': 'true' }, ' ' + w + ' ')] : [], hint);
    fields.push(made);
  }

  // Runs the page's program, then those of its exercises, which may use the page's names.
  function recompute(announces) {
    const top = program('');
    for (const each of [...programs].sort((a, b) => (a.scope !== '') - (b.scope !== ''))) {
      if (each.scope !== '' && top) {
        each.slots.forEach((slot, index) => {
          const known = slot.o ? top.slots.findIndex(other => other.n === slot.n && !other.o) : -1;
          if (known >= 0) each.values[index] = top.values[known];
        });
      }
      each.run();
    }
    const changed = outputs.filter(output => output.refresh()).filter(output => output.isNamed).map(output => output.name + ' ' + output.shown);
    const isWritten = fields.every(each => each.input.value === each.written);
    for (const element of document.querySelectorAll('[data-calc-written]')) element.hidden = !isWritten;
    if (announces && changed.length) announce(changed.slice(0, 5).join('; '));
  }

  let pending;
  function announce(text) {
    clearTimeout(pending);
    pending = setTimeout(() => { status.textContent = text; }, 400);
  }

  function output(element) {
    const owner = program(scopeOf(element));
    const index = owner ? owner.slots.findIndex(slot => slot.n === element.dataset.calcValue && !slot.o) : -1;
    if (index < 0) return;
    const slot = owner.slots[index], sign = element.previousElementSibling;
    // A number in a sentence has no name to be announced by.
    const made = { name: slot.l || slot.n, isNamed: !slot.n.startsWith('= '), shown: null };
    made.refresh = () => {
      const shown = show(owner.values[index], slot, lang);
      if (shown === made.shown) return false;
      const isFirst = made.shown === null, hasSign = sign?.classList.contains('calc-sign');
      made.shown = shown;
      if (hasSign) sign.textContent = shown.startsWith('≈ ') ? '≈' : '=';
      element.textContent = hasSign ? shown.replace(/^≈ /, '') : shown;
      return !isFirst;
    };
    outputs.push(made);
  }

  function fill(typed) {
    for (const each of fields) {
      each.input.value = Object.hasOwn(typed, each.id) ? String(typed[each.id]) : each.written;
      each.take();
    }
    recompute(false);
  }

  function copy() {
    const given = fields.map(each => each.owner.slots[each.index]).map((slot, place) => [slot.l || slot.n,
      show(fields[place].owner.values[fields[place].index], slot, lang)]);
    const lines = [...given, ...outputs.filter(each => each.isNamed).map(each => [each.name, each.shown])].map(line => line.join('\t'));
    if (navigator.clipboard) navigator.clipboard.writeText(lines.join('\n')).then(() => announce(words.copied), () => {});
  }

  function save() {
    keep();
    const file = { schema: 'salesbook.inputs/1', workbook, edition, pages: entries };
    const url = URL.createObjectURL(new Blob([JSON.stringify(file, null, 2) + '\n'], { type: 'application/json' }));
    make('a', { href: url, download: workbook + '.json' }).click();
    setTimeout(() => URL.revokeObjectURL(url), 1000);
    announce(words.saved);
  }

  async function load(file) {
    let read = null;
    try { read = JSON.parse(await file.text()); } catch { /* told below */ }
    const isOurs = read && read.schema === 'salesbook.inputs/1' && read.workbook === workbook && read.edition === edition;
    if (!isOurs || typeof read.pages !== 'object' || !read.pages) return announce(words.foreign);
    entries = read.pages;
    fill(entries[page] || {});
    keep();
    announce(words.loaded);
  }

  function tools(holder) {
    const chooser = make('input', { type: 'file', accept: '.json,application/json', hidden: '', 'aria-label': words.load });
    chooser.addEventListener('change', () => { if (chooser.files[0]) load(chooser.files[0]); chooser.value = ''; });
    const button = (word, action) => {
      const made = make('button', { type: 'button', class: 'calc-button' }, words[word]);
      made.addEventListener('click', action);
      return made;
    };
    holder.replaceChildren(
      button('reset', () => { fill({}); keep(); announce(words.restored); }), button('copy', copy), button('save', save),
      button('load', () => chooser.click()), chooser);
  }

  document.querySelectorAll('[data-calc-input]').forEach(field);
  document.querySelectorAll('[data-calc-value]').forEach(output);
  document.querySelectorAll('[data-calc-tools]').forEach(tools);
  document.body.append(status);
  fill(typeof entries[page] === 'object' && entries[page] || {});
}());
