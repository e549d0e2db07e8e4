import Diagnostics
import Phrases
import Rulebook

/// One attribute of a directive: `time=25`, or a bare word whose value is empty.
struct BlockAttribute: Hashable, Sendable {
  let key: String
  let value: String
  let place: Place
  /// Where the value stands; a bare word's where the word does.
  let valuePlace: Place
}

/// Reads the attributes of a directive by the options its kind takes, and finds those it does not.
///
/// `id`, `class`, `edition` and `audience` belong to every directive and are not asked for.
struct AttributeReader {
  /// The directive's name.
  let name: String
  /// Where the directive stands.
  let place: Place
  private let attributes: [BlockAttribute]
  /// The options that were asked for.
  private(set) var asked: [String] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(name: String, at place: Place, _ attributes: [BlockAttribute]) {
    self.name = name
    self.place = place
    self.attributes = attributes
  }

  /// The text of an option.
  mutating func text(_ key: String) -> String? {
    read(key, expected: Phrase(zh: "文字", en: "text")) { $0.isEmpty ? nil : $0 }
  }

  /// The text of an option and where it stands, so that what is wrong within it has its own place.
  ///
  /// A quote within the text was written as two signs; it is widened by a blank, so that places behind it
  /// are right.
  mutating func placed(_ key: String) -> PlacedText? {
    guard let text = text(key), let attribute = attributes.first(where: { $0.key == key }) else {
      return nil
    }
    var isOpen = false
    let widened = text.map { character -> String in
      guard character == "\"" else { return String(character) }
      isOpen.toggle()
      return isOpen ? " \"" : "\" "
    }
    return PlacedText(widened.joined(), at: attribute.valuePlace)
  }

  /// The whole number of an option.
  mutating func integer(_ key: String, in range: ClosedRange<Int>) -> Int? {
    read(
      key,
      expected: Phrase(
        zh: "\(range.lowerBound) 到 \(range.upperBound) 的整数",
        en: "a whole number from \(range.lowerBound) to \(range.upperBound)")
    ) { text in
      Int(text).flatMap { range.contains($0) ? $0 : nil }
    }
  }

  /// One of the words an option may be.
  mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String, of type: Choice.Type
  ) -> Choice? where Choice.RawValue == String {
    let names = Choice.allCases.map(\.rawValue).joined(separator: ", ")
    return read(
      key, expected: Phrase(zh: "\(names) 之一", en: "one of \(names)"), Choice.init(rawValue:))
  }

  /// A length in tenths of a millimetre: `9`, `9mm` and `7.5mm`.
  mutating func length(_ key: String, in millimetres: ClosedRange<Int>) -> Length? {
    read(
      key,
      expected: Phrase(
        zh: "\(millimetres.lowerBound)mm 到 \(millimetres.upperBound)mm 的长度",
        en: "a length from \(millimetres.lowerBound)mm to \(millimetres.upperBound)mm")
    ) { text in
      Length(text).flatMap { length in
        millimetres.lowerBound * 10 <= length.tenths && length.tenths <= millimetres.upperBound * 10
          ? length : nil
      }
    }
  }

  /// A list of texts between commas, of which both kinds count.
  mutating func list(_ key: String) -> [String]? {
    read(key, expected: Phrase(zh: "用逗号隔开的文字", en: "texts separated by commas")) { text in
      let items = text.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "，" }
      return items.map { trimmed($0) }
    }
  }

  /// Whether an option stands there, by itself or as `true`.
  mutating func flag(_ key: String) -> Bool {
    read(key, expected: Phrase(zh: "不写，或 true、false", en: "nothing, true or false")) { text in
      switch text {
      case "", "true": true
      case "false": false
      default: nil
      }
    } ?? false
  }

  /// Whether an option stands there by itself.
  func isFlag(_ key: String) -> Bool {
    attributes.contains { $0.key == key && $0.value.isEmpty }
  }

  /// An option through the caller's own reading; nil from it is a wrong value.
  mutating func read<Value>(_ key: String, expected: Phrase, _ read: (String) -> Value?)
    -> Value?
  {
    if !asked.contains(key) { asked.append(key) }
    guard let attribute = attributes.first(where: { $0.key == key }) else { return nil }
    if let value = read(attribute.value) { return value }
    diagnostics.append(.wrongOption(attribute, of: name, expected: expected))
    return nil
  }

  /// Reports an option that the kind cannot do without.
  mutating func require<Value>(_ value: Value?, _ key: String) {
    if value == nil, !attributes.contains(where: { $0.key == key }) {
      diagnostics.append(.missingOption(key, of: name, at: place))
    }
  }

  /// Where the value of an option stands; the block's place where it is not there.
  func valuePlace(of key: String) -> Place {
    attributes.first { $0.key == key }?.valuePlace ?? place
  }

  /// Keeps what a kind finds wrong with several options together.
  mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// All that was wrong, the options nobody asked for included.
  func finish() -> [Diagnostic] {
    let common = ["id", "class", "edition", "audience"]
    let unknown = attributes.filter { !asked.contains($0.key) && !common.contains($0.key) }
    let known = asked + common.filter { !asked.contains($0) }
    return diagnostics + unknown.map { .unknownOption($0, of: name, known: known) }
  }
}
