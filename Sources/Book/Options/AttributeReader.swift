import Diagnostics

/// One attribute of a directive: `time=25`, or a bare word whose value is empty.
struct BlockAttribute: Hashable, Sendable {
  let key: String
  let value: String
  let place: Place
  /// Where the value stands; a bare word's where the word does.
  let valuePlace: Place
}

/// A text and where it begins.
struct PlacedText: Hashable, Sendable {
  let text: String
  let place: Place
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
  private var asked: [String] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(name: String, at place: Place, _ attributes: [BlockAttribute]) {
    self.name = name
    self.place = place
    self.attributes = attributes
  }

  /// The text of an option.
  mutating func text(_ key: String) -> String? {
    read(key, expected: "text") { $0.isEmpty ? nil : $0 }
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
    return PlacedText(text: widened.joined(), place: attribute.valuePlace)
  }

  /// The whole number of an option.
  mutating func integer(_ key: String, in range: ClosedRange<Int>) -> Int? {
    read(key, expected: "a whole number from \(range.lowerBound) to \(range.upperBound)") { text in
      Int(text).flatMap { range.contains($0) ? $0 : nil }
    }
  }

  /// One of the words an option may be.
  mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String, of type: Choice.Type
  ) -> Choice? where Choice.RawValue == String {
    let names = Choice.allCases.map(\.rawValue).joined(separator: ", ")
    return read(key, expected: "one of \(names)", Choice.init(rawValue:))
  }

  /// A length in tenths of a millimetre: `9`, `9mm` and `7.5mm`.
  mutating func length(_ key: String, in millimetres: ClosedRange<Int>) -> Length? {
    read(
      key,
      expected: "a length from \(millimetres.lowerBound)mm to \(millimetres.upperBound)mm"
    ) { text in
      Length(text).flatMap { length in
        millimetres.lowerBound * 10 <= length.tenths && length.tenths <= millimetres.upperBound * 10
          ? length : nil
      }
    }
  }

  /// A list of texts between commas, of which both kinds count.
  mutating func list(_ key: String) -> [String]? {
    read(key, expected: "texts with commas between them") { text in
      let items = text.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "，" }
      return items.map { trimmed($0) }
    }
  }

  /// Whether an option stands there, by itself or as `true`.
  mutating func flag(_ key: String) -> Bool {
    read(key, expected: "nothing, true or false") { text in
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
  mutating func read<Value>(_ key: String, expected: String, _ read: (String) -> Value?) -> Value? {
    asked.append(key)
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

  /// All that was wrong, the options nobody asked for included.
  func finish() -> [Diagnostic] {
    let common = ["id", "class", "edition", "audience"]
    let unknown = attributes.filter { !asked.contains($0.key) && !common.contains($0.key) }
    return diagnostics
      + unknown.map { .unknownOption($0, of: name, known: asked + common) }
  }
}

/// A length on paper, in tenths of a millimetre.
struct Length: Hashable, Sendable, Comparable {
  let tenths: Int

  init(tenths: Int) { self.tenths = tenths }

  /// Reads `9`, `9mm` or `7.5mm`.
  init?(_ text: some StringProtocol) {
    let number = text.hasSuffix("mm") ? text.dropLast(2) : text[...]
    let parts = number.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let whole = Int(parts[0]), (0...2000).contains(whole)
    else { return nil }
    guard parts.count == 2 else {
      self.init(tenths: whole * 10)
      return
    }
    guard parts[1].utf8.count == 1, let tenth = Int(parts[1]), tenth >= 0 else { return nil }
    self.init(tenths: whole * 10 + tenth)
  }

  static func < (left: Length, right: Length) -> Bool { left.tenths < right.tenths }

  /// The class that sets this height: `mm-9`, `mm-7_5`.
  var className: String { "mm-" + millimetres(decimalMark: "_") }

  /// The length in millimetres without its unit: `7.5`.
  func millimetres(decimalMark: String = ".") -> String {
    tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10)\(decimalMark)\(tenths % 10)"
  }
}

/// The text without blanks at its ends.
func trimmed(_ text: some StringProtocol) -> String {
  let isBlank: (Character) -> Bool = { $0.isWhitespace }
  guard let first = text.firstIndex(where: { !isBlank($0) }),
    let last = text.lastIndex(where: { !isBlank($0) })
  else { return "" }
  return String(text[first...last])
}
