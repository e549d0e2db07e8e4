/// The line, from 1, of what looks like the head of a page and is none, since it does not begin in the
/// file's first line or its first line is not `---`; nil where there is no such thing.
///
/// Read as text, a head would be printed, and its page would stand in every edition.
///
///     lineOfMisplacedHead(in: Array("\n---\ntitle: 计划\n---\n".utf8))  // 2
///     lineOfMisplacedHead(in: Array("# 计划\n".utf8))                     // nil
func lineOfMisplacedHead(in bytes: [UInt8]) -> Int? {
  let start = String(decoding: bytes.prefix(16_384), as: UTF8.self)
  let lines = start.split(
    maxSplits: 400, omittingEmptySubsequences: false, whereSeparator: \.isNewline
  ).map(trimmed)
  if let remark = lines.firstIndex(where: { !$0.isEmpty }), hidesPage(inRemark: lines[remark...]) {
    return remark + 1
  }
  guard let first = firstWritten(lines) else { return nil }
  if isFence(lines[first]) {
    let next = lines[(first + 1)...].first { !$0.isEmpty && !$0.hasPrefix("#") }
    let isHead = next.flatMap(word(beforeColonOf:)) != nil || hidesPage(lines[first...])
    return isHead ? first + 1 : nil
  }
  // The first line of `---` is not there at all, or text stands before it.
  if isHead(lines[first...]) || hidesPage(lines[first...]) { return first + 1 }
  return (indexOfHead(in: lines[first...]) ?? lineForWhom(lines[first...])).map { $0 + 1 }
}

/// The line, from 1, of a second head in the text behind a page's head; nil where there is none.
///
/// Only what is a head from fence to fence: text may begin with a rule and a word with a colon.
func lineOfSecondHead(in text: ArraySlice<UInt8>) -> Int? {
  guard mayHoldFence(text.prefix(16_384)) else { return nil }
  let start = String(decoding: text.prefix(16_384), as: UTF8.self)
  let lines = start.split(
    maxSplits: 400, omittingEmptySubsequences: false, whereSeparator: \.isNewline
  ).map(trimmed)
  return indexOfHead(in: lines[...]).map { $0 + 1 }
}

/// Whether a line may be one of dashes (``isFence(_:)``): few pages have one, and taking a page apart letter by letter
/// costs a tenth of making it.
///
/// True also where a line begins, or lines end, with signs that are better looked at one by one.
private func mayHoldFence(_ text: ArraySlice<UInt8>) -> Bool {
  var isAtStart = true
  var index = text.startIndex
  func next(_ distance: Int) -> UInt8 {
    index + distance < text.endIndex ? text[index + distance] : 0
  }
  while index < text.endIndex {
    let byte = text[index]
    // Nearly all bytes: inside a line, and no sign that could end one.
    if !isAtStart, byte > 13, byte != 0xE2, byte != 0xC2 {
      index += 1
      continue
    }
    if byte == 0xE2, next(1) == 0x80, next(2) == 0xA8 || next(2) == 0xA9 { return true }
    if byte == 0xC2, next(1) == 0x85 || next(1) == 0xA0 { return true }
    switch byte {
    case 10...13: isAtStart = true
    case 9, 32, UInt8(ascii: "\\"): break
    case UInt8(ascii: "-") where isAtStart:
      if !beginsWithWord(text[(index + 1)...].drop { $0 == 32 }) { return true }
    case UInt8(ascii: "+") where isAtStart && next(1) == byte && next(2) == byte: return true
    case 127... where isAtStart && (isOtherDash(text[index...]) || isOtherBlank(text[index...])):
      return true
    default: break
    }
    if !(9...13).contains(byte), byte != 32, byte != UInt8(ascii: "\\") { isAtStart = false }
    index += 1
  }
  return false
}

/// Whether a text begins with neither a dash nor the end of a line: what stands behind the one dash of a list.
private func beginsWithWord(_ text: ArraySlice<UInt8>) -> Bool {
  guard let first = text.first, first > 32, first != UInt8(ascii: "-") else { return false }
  return first < 127 || !isOtherDash(text)
}

/// Whether a text begins with a dash beyond ASCII: – — － ─.
private func isOtherDash(_ text: ArraySlice<UInt8>) -> Bool {
  ["–", "—", "－", "─"].contains { text.starts(with: $0.utf8) }
}

/// Whether a text begins with a blank beyond ASCII, seen or not.
private func isOtherBlank(_ text: ArraySlice<UInt8>) -> Bool {
  if text.starts(with: [0xE2, 0x80]), let third = text.dropFirst(2).first { return third < 0x90 }
  return ["\u{3000}", "\u{FEFF}", "\u{2060}", "\u{1680}", "\u{205F}"].contains {
    text.starts(with: $0.utf8)
  }
}

/// The first line of dashes behind which a head stands, outside of code.
private func indexOfHead(in lines: ArraySlice<Substring>) -> Int? {
  var code: Substring?
  for index in lines.indices {
    let line = lines[index]
    if let open = code {
      if line.hasPrefix(open), line.allSatisfy({ $0 == open.first }) { code = nil }
    } else if line.hasPrefix("```") || line.hasPrefix("~~~") {
      code = line.prefix { $0 == line.first }
    } else if isFence(line), isHead(lines[(index + 1)...]) {
      return index
    }
  }
  return nil
}

/// The line that says for whom the page is before its text begins: behind titles and other keys at most.
private func lineForWhom(_ lines: ArraySlice<Substring>) -> Int? {
  for index in lines.indices.prefix(20) {
    if saysForWhom(lines[index]) { return index }
    let bare = lines[index].drop { "-*+|>_ ".contains($0) }
    let isKey = word(beforeColonOf: trimmed(bare.prefix { $0 != "*" && $0 != "|" }) + ":") != nil
    guard
      bare.isEmpty || bare.hasPrefix("#") || isKey && bare.contains(where: { ":：|".contains($0) })
    else { return nil }
  }
  return nil
}

/// Whether a line says nothing but for whom a page is, whatever marks it stands in: `**edition:** facilitator`,
/// `- audience: [manager]`, `| edition | key |`.
private func saysForWhom(_ line: Substring) -> Bool {
  guard line.utf8.count <= 120 else { return false }
  let words = line.lowercased().split { !$0.isLetter && !$0.isNumber }
  guard let key = words.first, words.count > 1 else { return false }
  return ["edition", "audience"].contains(key)
    && words.dropFirst().allSatisfy { names.contains(String($0)) }
}

/// Whether lines begin with a key of a head and are a head up to a line of dashes.
private func isHead(_ lines: ArraySlice<Substring>) -> Bool {
  guard let key = lines.first.flatMap(word(beforeColonOf:)), headKeys.contains(key),
    let end = lines.firstIndex(where: isFence)
  else { return false }
  return lines[..<end].allSatisfy {
    $0.isEmpty || $0.hasPrefix("-") || $0.hasPrefix("#") || word(beforeColonOf: $0) != nil
  }
}

/// Whether the page begins with keys among which one says for whom it is, however they are set off: by
/// `+++` or `===`, in a quotation or braces, or not at all.
private func hidesPage(_ lines: ArraySlice<Substring>, named: Bool = false) -> Bool {
  var needsName = named
  let head = lines.first.map { $0.hasPrefix("{") ? $0.split(separator: ",") : [$0] } ?? []
  for line in head + lines.dropFirst().prefix(60) {
    let bare = trimmed(line.drop { ">{} ".contains($0) })
    let isRule = bare.count > 2 && Set(bare).count == 1 && "+=_*;~".contains(bare.first ?? " ")
    let isCode = line == lines.first && (bare.hasPrefix("```") || bare.hasPrefix("~~~"))
    if isCode { needsName = true }
    if bare.isEmpty || isRule || isCode || isFence(bare) || bare.hasPrefix("- ") { continue }
    // TOML has = for the colon, JSON has quotes around its keys.
    let parts = bare.split(maxSplits: 1) { ":：=".contains($0) }
    let name = parts.first.map { trimmed($0).filter { $0 != "\"" } } ?? ""
    guard parts.count == 2, let key = word(beforeColonOf: "\(name):") else { return false }
    guard ["edition", "audience", "each"].contains(key.lowercased()) else { continue }
    // In code and remarks it is a head only where it says what a head can say.
    return !needsName || names.contains { parts[1].contains($0) }
  }
  return false
}

/// What an edition, an audience or a page for each of many can be called.
private let names =
  Edition.allCases.map(\.rawValue) + Audience.allCases.map(\.rawValue) + ["member", "customer"]

/// Whether lines begin with a remark whose text is a head that says for whom the page is.
private func hidesPage(inRemark lines: ArraySlice<Substring>) -> Bool {
  guard let first = lines.first, first.hasPrefix("<!--") else { return false }
  var inside = [trimmed(first.dropFirst(4))]
  for line in lines.dropFirst() where !(inside.last?.contains("-->") ?? false) {
    inside.append(line)
  }
  if let last = inside.last, let end = last.firstRange(of: "-->") {
    inside[inside.count - 1] = trimmed(last[..<end.lowerBound])
  }
  return hidesPage(inside[...], named: true)
}

/// The first line with anything but blanks and remarks.
private func firstWritten(_ lines: [Substring]) -> Int? {
  var isRemark = false
  for (index, line) in lines.enumerated() {
    if isRemark || line.hasPrefix("<!--") {
      isRemark = !line.contains("-->")
    } else if !line.isEmpty {
      return index
    }
  }
  return nil
}

/// A line without the blanks around it, visible or not.
private func trimmed(_ line: Substring) -> Substring {
  func isBlank(_ character: Character) -> Bool {
    character.isWhitespace || ["\u{FEFF}", "\u{200B}", "\u{2060}"].contains(character)
  }
  var line = line.drop(while: isBlank)
  while let last = line.last, isBlank(last) { line.removeLast() }
  return line
}

/// Whether a line is one of dashes, as somebody types them, a remark or `yaml` behind them at most.
private func isFence(_ line: Substring) -> Bool {
  let line = line.first == "\\" ? line.dropFirst() : line
  let signs = line.prefix { "-–—－─ ".contains($0) }
  let dashes = signs.filter { $0 != " " }
  let rest = trimmed(line[signs.endIndex...])
  // One long dash is what a program makes of two or three short ones.
  return (dashes.count >= 2 || "–—─".contains(dashes.first ?? " "))
    && (rest.isEmpty || rest.hasPrefix("#") || rest.lowercased() == "yaml")
    || line == "+++"
}

/// What stands before the colon of a line, where that is a word as keys are.
private func word(beforeColonOf line: Substring) -> String? {
  guard let colon = line.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return nil }
  let word = line[..<colon]
  let isKey =
    word.first?.isLetter == true && word.count <= 30
    && word.unicodeScalars.allSatisfy {
      $0.isASCII && ($0.properties.isAlphabetic || $0 == "_" || $0 == "-")
    }
  return isKey ? String(word) : nil
}

/// The keys that a head may begin with; text may begin with any other word and a colon.
private let headKeys: Set<String> = [
  "title", "description", "date", "draft", "lang", "order", "slug", "template", "each", "where",
  "path", "period", "edition", "audience", "objectives", "time", "toc", "data", "values",
  "book", "terms",
]
