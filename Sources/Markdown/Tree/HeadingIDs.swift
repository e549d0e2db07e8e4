import Diagnostics

extension Document {
  /// Gives every heading its id, the one that it names or else one made of its words.
  ///
  /// Ids are counted over what is left of the page.
  mutating func nameHeadings(_ diagnostics: inout [Diagnostic]) {
    var taken: [String: Place] = [:]
    for directive in directives {
      guard let id = directive.id, let place = directive.idPlace else { continue }
      Self.claim(id, at: place, in: &taken, &diagnostics)
    }
    for index in headings { takeExplicitID(of: Int(index), &taken, &diagnostics) }
    var counts: [String: Int] = [:]
    for index in headings where nodes[Int(index)].more.isEmpty {
      let base = HeadingID.make(of: plainText(of: Int(index)))
      var id = base
      while taken[id] != nil {
        counts[base, default: 0] += 1
        id = base + "-\(counts[base, default: 0])"
      }
      taken[id] = place(of: nodes[Int(index)])
      setID(id, of: Int(index))
    }
  }

  private static func claim(
    _ id: String, at place: Place, in taken: inout [String: Place],
    _ diagnostics: inout [Diagnostic]
  ) {
    if let first = taken[id] {
      let (first, second) = (min(first, place), max(first, place))
      diagnostics.append(.duplicateID(id, first: first, at: second))
    } else {
      taken[id] = place
    }
  }

  private mutating func setID(_ id: String, of heading: Int) {
    let start = UInt32(text.count)
    text += id.utf8
    nodes[heading].more = Node.Slice(start: start, end: UInt32(text.count))
  }

  /// Takes `{#id}` off the end of a heading.
  private mutating func takeExplicitID(
    of heading: Int, _ taken: inout [String: Place], _ diagnostics: inout [Diagnostic]
  ) {
    let last = Int(nodes[heading].end) - 1
    guard last > heading, nodes[last].kind == .text else { return }
    let words = bytes(nodes[last].text)
    guard let id = HeadingID.named(at: words) else { return }
    let place = placeOfID(id, in: nodes[last])
    var end = id.braces.lowerBound
    while end > words.startIndex, words[end - 1] == 32 { end -= 1 }
    nodes[last].text.end = UInt32(end)
    if id.isFullWidth {
      return diagnostics.append(.malformedDirective(.fullWidthBraces, at: place))
    }
    guard id.isValid else { return diagnostics.append(.badAttribute(id.text, at: place)) }
    setID(id.text, of: heading)
    Self.claim(id.text, at: place, in: &taken, &diagnostics)
  }

  /// The place of an id's brace, which is the last of its line.
  private func placeOfID(_ id: HeadingID.Named, in node: Node) -> Place {
    let line = source.bytes(ofLine: Int(node.line))
    let brace = id.isFullWidth ? Array("｛#".utf8) : Array("{#".utf8)
    var position = line.endIndex
    while position > line.startIndex, !line[position...].starts(with: brace) { position -= 1 }
    return source.place(line: Int(node.line), column: position - line.startIndex + 1)
  }
}

/// Ids made of headings, by GitHub's rule.
enum HeadingID {
  /// The words of a heading in lower case, without punctuation, joined by `-`; letters of every
  /// script stay.
  ///
  ///     HeadingID.make(of: "3.1 目标 & Plan")  // "31-目标--plan"
  static func make(of heading: String) -> String {
    var id = ""
    for scalar in heading.unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9", "-", "_", "\u{4E00}"..."\u{9FFF}": id.unicodeScalars.append(scalar)
      case "A"..."Z": id.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value) | 32))
      case " ": id += "-"
      case _ where scalar.value < 128: continue
      default: if isWord(scalar) { id += scalar.properties.lowercaseMapping }
      }
    }
    return id.isEmpty ? "section" : id
  }

  /// An id at the end of a heading.
  struct Named {
    let text: String
    let braces: Range<Int>
    let isValid: Bool
    let isFullWidth: Bool
  }

  /// The `{#id}` at the end of a heading's text, right or wrong.
  static func named(at words: ArraySlice<UInt8>) -> Named? {
    for (open, close) in [("{#", "}"), ("｛#", "｝")]
    where words.suffix(close.utf8.count).elementsEqual(close.utf8) {
      let end = words.endIndex - close.utf8.count
      guard
        let start = words[..<end].indices.last(where: { words[$0..<end].starts(with: open.utf8) })
      else { continue }
      let id = words[(start + open.utf8.count)..<end]
      return Named(
        text: String(decoding: id, as: UTF8.self), braces: start..<words.endIndex,
        isValid: !id.isEmpty && id.allSatisfy(mayHold), isFullWidth: open != "{#")
    }
    return nil
  }

  /// Whether a byte may stand in an id that a page names.
  static func mayHold(_ byte: UInt8) -> Bool {
    byte >= 128 || (97...122).contains(byte | 32) || (48...57).contains(byte)
      || [0x2D, 0x5F, 0x2E, 0x3A].contains(byte)
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber,
      .connectorPunctuation:
      true
    default: false
    }
  }
}
