package import Diagnostics
package import Phrases

/// Reads a mapping by a schema: asks for each key by its type and finds the keys nobody asked for.
///
/// Every wrong value is a diagnostic at the value; the reader then gives nil and the caller's default
/// stands.
///
///     var reader = MappingReader(node, of: Phrase(zh: "页首", en: "front matter"))
///     let title = reader.text("title")
///     let order = reader.integer("order")
///     diagnostics += reader.finish()  // unknown keys with the nearest known name
package struct MappingReader {
  private let entries: [YAMLEntry]
  private let thing: Phrase
  private var asked: [String] = []
  private var diagnostics: [Diagnostic] = []

  /// Starts to read a node, nil being an empty mapping; messages and ids call it by the name of the
  /// thing: `front matter`.
  package init(_ node: YAMLNode?, of thing: Phrase) {
    self.thing = thing
    entries = node?.entries ?? []
    if let node, node.entries == nil, !node.isNull {
      diagnostics.append(
        .wrongType(
          thing, expected: Phrase(zh: "若干键和值", en: "keys with values"), found: node))
    }
  }

  /// Where a key stands, for diagnostics of the caller's own; asks for nothing.
  package func place(of key: String) -> Place? { entries.first { $0.key == key }?.value.place }

  /// The value of a key as it stands; nil where it is absent or nothing.
  package mutating func node(_ key: String) -> YAMLNode? {
    if !asked.contains(key) { asked.append(key) }
    guard let value = entries.first(where: { $0.key == key })?.value, !value.isNull else {
      return nil
    }
    return value
  }

  /// The value of a key that is there and says nothing: `edition:` or `edition: ~`; nil where it is not
  /// there or says something.
  package func blank(_ key: String) -> YAMLNode? {
    entries.first { $0.key == key && $0.value.isNull }?.value
  }

  /// Reports that a key's value is not what it must be.
  package mutating func demand(_ key: String, _ expected: Phrase, found: YAMLNode) {
    diagnostics.append(.wrongType(key, of: thing, expected: expected, found: found))
  }

  /// The text of a key.
  package mutating func text(_ key: String) -> String? {
    read(key, expected: Phrase(zh: "文字", en: "text")) { $0.text }
  }

  /// The whole number of a key.
  package mutating func integer(_ key: String, in range: ClosedRange<Int> = Int.min...Int.max)
    -> Int?
  {
    let (least, most) = (range.lowerBound, range.upperBound)
    let expected =
      range == Int.min...Int.max
      ? Phrase(zh: "整数", en: "a whole number")
      : Phrase(zh: "\(least) 到 \(most) 的整数", en: "a whole number from \(least) to \(most)")
    return read(key, expected: expected) { node in
      guard let text = node.text, let value = Int(text), range.contains(value) else { return nil }
      return value
    }
  }

  /// The decimal number of a key, in thousandths: `0.5` is 500.
  package mutating func thousandths(
    _ key: String, in range: ClosedRange<Int> = 0...1_000_000_000
  ) -> Int? {
    read(key, expected: Phrase(zh: "最多三位小数的数字", en: "a number of at most three decimals")) { node in
      guard let value = node.text.flatMap(thousandths(of:)), range.contains(value) else {
        return nil
      }
      return value
    }
  }

  /// `true` or `false`, also `yes` and `no`.
  package mutating func bool(_ key: String) -> Bool? {
    read(key, expected: Phrase(zh: "true 或 false", en: "true or false")) { node in
      switch node.text {
      case "true", "yes", "是": true
      case "false", "no", "否": false
      default: nil
      }
    }
  }

  /// One of the cases of an enumeration by its name.
  package mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String, of type: Choice.Type
  ) -> Choice? where Choice.RawValue == String {
    var names: [String] { Choice.allCases.map { $0.rawValue } }
    return read(key, expected: Phrase(zh: "\(list: names) 之一", en: "one of \(list: names)")) {
      node in
      node.text.flatMap(Choice.init(rawValue:))
    }
  }

  /// A list of texts; a single text is a list of one.
  package mutating func texts(_ key: String) -> [String]? {
    read(key, expected: Phrase(zh: "由文字组成的列表", en: "a list of texts")) { node in
      if let text = node.text { return [text] }
      guard let items = node.items else { return nil }
      let texts = items.compactMap(\.text)
      return texts.count == items.count ? texts : nil
    }
  }

  /// The value of a key through the caller's own reading; nil from it is a wrong value.
  ///
  /// What was expected is put into words only where it is said: a site has thousands of heads.
  package mutating func read<Value>(
    _ key: String, expected: @autoclosure () -> Phrase, _ read: (YAMLNode) -> Value?
  ) -> Value? {
    guard let found = node(key) else { return nil }
    if let value = read(found) { return value }
    diagnostics.append(.wrongType(key, of: thing, expected: expected(), found: found))
    return nil
  }

  /// The keys and values of an inner mapping whose keys are free.
  package mutating func entries(_ key: String) -> [YAMLEntry] {
    read(key, expected: Phrase(zh: "若干键和值", en: "keys with values")) { $0.entries } ?? []
  }

  /// All that was wrong, the keys nobody asked for included.
  package func finish() -> [Diagnostic] {
    let unknown = entries.filter { !asked.contains($0.key) }.map {
      Diagnostic.unknownKey($0.key, of: thing, known: asked, at: $0.place)
    }
    return (diagnostics + unknown).sorted()
  }
}

/// A decimal number of at most three decimals in thousandths.
///
///     thousandths(of: "1.25")  // 1250
package func thousandths(of text: String) -> Int? {
  let parts = text.split(separator: ".", omittingEmptySubsequences: false)
  guard (1...2).contains(parts.count), let whole = Int(parts[0]), abs(whole) < 1_000_000_000_000
  else { return nil }
  guard parts.count == 2 else { return whole * 1000 }
  let decimals = parts[1]
  guard (1...3).contains(decimals.utf8.count), decimals.utf8.allSatisfy({ (48...57).contains($0) }),
    let fraction = Int(decimals + String(repeating: "0", count: 3 - decimals.utf8.count))
  else { return nil }
  return parts[0].hasPrefix("-") ? whole * 1000 - fraction : whole * 1000 + fraction
}
