/// The words that a PDF shows, and those that its outline, its notes, its forms and its properties hold.
///
/// Of each stream of signs the words come in the order they are drawn in. Which characters they stand for, a
/// font says by its `ToUnicode` table; a font without one is taken to write Latin letters. What is encrypted or
/// packed by another method than Flate is not read.
///
///     PDFText(of: bytes).texts.first  // the words of the first page
struct PDFText {
  private(set) var texts: [[UInt8]] = []
  private var fonts: [String: Glyphs] = [:]

  init(of bytes: [UInt8]) {
    let bodies = PDFBodies(of: bytes).bodies
    fonts = Self.fonts(of: bodies)
    for body in bodies {
      if let stream = body.stream, PDFBodies.find("Tf", in: stream[...]) != nil {
        texts.append(words(drawnBy: stream[...]))
      }
      let said = words(drawnBy: body.source, isDrawing: false)
      if !said.isEmpty { texts.append(said) }
    }
  }

  /// The fonts by the names under which pages draw with them: `/F4 7 0 R` where 7 is a font.
  private static func fonts(of bodies: [PDFBodies.Body]) -> [String: Glyphs] {
    var tables: [Int: Glyphs] = [:]
    for body in bodies {
      if let stream = body.stream, PDFBodies.find("begincmap", in: stream[...]) != nil {
        tables[body.number] = Glyphs(of: stream[...])
      }
    }
    var byFont: [Int: Glyphs] = [:]
    for body in bodies {
      if let number = PDFBodies.integer(behind: "/ToUnicode", in: body.source) {
        byFont[body.number] = tables[number]
      }
    }
    var named: [String: Glyphs] = [:]
    for body in bodies {
      var tokens = PDFTokens(body.source)
      var recent: [PDFTokens.Token] = []
      while let token = tokens.next() {
        if token == .word("R"), recent.count >= 3, case .name(let name) = recent[recent.count - 3],
          case .number(let number) = recent[recent.count - 2], let glyphs = byFont[Int(number)]
        {
          named[name] = glyphs
        }
        recent.append(token)
        if recent.count > 3 { recent.removeFirst() }
      }
    }
    return named
  }

  /// The words of a stream; of what is no drawing, those of every string.
  private func words(drawnBy stream: ArraySlice<UInt8>, isDrawing: Bool = true) -> [UInt8] {
    var tokens = PDFTokens(stream)
    var text: [UInt8] = []
    var font: Glyphs?
    var name = ""
    var isSaid = false
    while let token = tokens.next() {
      switch token {
      case .name(let found): name = found
      case .word("Tf"): font = fonts[name]
      case .word("Td"), .word("TD"), .word("Tm"), .word("T*"): text.append(32)
      // In a line, so wide a step back is a space.
      case .number(let step) where isDrawing && step < -150: text.append(32)
      // What the next signs stand for, said outright: they need not be read.
      case .string(let bytes) where name == "ActualText" && isDrawing:
        text += Self.said(bytes)
        (isSaid, name) = (true, "")
      case .word("EMC"): isSaid = false
      case .string(let bytes):
        if isDrawing {
          if !isSaid { text += font?.text(of: bytes) ?? Self.latin(bytes) }
        } else {
          text += Self.said(bytes) + [10]
        }
      default: break
      }
    }
    return text
  }

  /// A string outside of drawings: UTF-16 where its mark says so.
  private static func said(_ bytes: [UInt8]) -> [UInt8] {
    bytes.starts(with: [0xFE, 0xFF]) ? Glyphs.utf8(fromUTF16: bytes.dropFirst(2)) : latin(bytes)
  }

  private static func latin(_ bytes: [UInt8]) -> [UInt8] {
    Array(String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) })).utf8)
  }
}

/// Which characters the signs of a font stand for.
struct Glyphs {
  private var characters: [Int: [UInt8]] = [:]
  /// How many bytes a sign has.
  private var length = 1

  /// Reads a `ToUnicode` table.
  init(of table: ArraySlice<UInt8>) {
    var tokens = PDFTokens(table)
    var strings: [[UInt8]] = []
    var list: [[UInt8]]?
    var ranges: [(first: Int, last: Int, list: [[UInt8]])] = []
    while let token = tokens.next() {
      switch token {
      case .word("begincodespacerange"), .word("beginbfchar"), .word("beginbfrange"):
        (strings, ranges) = ([], [])
      case .word("endcodespacerange"): length = max(1, strings.first?.count ?? 1)
      case .word("["): list = []
      case .word("]"):
        if let found = list, strings.count >= 2 {
          ranges.append((Self.code(strings[0]), Self.code(strings[1]), found))
          strings.removeFirst(2)
        }
        list = nil
      case .string(let bytes):
        if list != nil { list?.append(bytes) } else { strings.append(bytes) }
      case .word("endbfchar"):
        for index in stride(from: 0, to: strings.count - 1, by: 2) {
          characters[Self.code(strings[index])] = Self.utf8(fromUTF16: strings[index + 1][...])
        }
      case .word("endbfrange"):
        for index in stride(from: 0, to: strings.count - 2, by: 3) {
          add(Self.code(strings[index]), Self.code(strings[index + 1]), from: strings[index + 2])
        }
        for range in ranges {
          for (offset, bytes) in range.list.enumerated() where range.first + offset <= range.last {
            characters[range.first + offset] = Self.utf8(fromUTF16: bytes[...])
          }
        }
      default: break
      }
    }
  }

  /// Adds a range of signs that stand for characters one behind another.
  private mutating func add(_ first: Int, _ last: Int, from bytes: [UInt8]) {
    guard first <= last, last - first <= 0xFFFF, bytes.count >= 2 else { return }
    let start = Int(bytes[bytes.count - 2]) << 8 | Int(bytes[bytes.count - 1])
    for code in first...last {
      let unit = (start + code - first) & 0xFFFF
      let whole = bytes.dropLast(2) + [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      characters[code] = Self.utf8(fromUTF16: whole)
    }
  }

  /// The characters of a string of signs, in UTF-8.
  func text(of bytes: [UInt8]) -> [UInt8] {
    stride(from: 0, to: bytes.count, by: length).flatMap { index in
      characters[Self.code(Array(bytes[index..<min(index + length, bytes.count)]))] ?? []
    }
  }

  private static func code(_ bytes: [UInt8]) -> Int {
    bytes.prefix(4).reduce(0) { $0 << 8 | Int($1) }
  }

  static func utf8(fromUTF16 bytes: some Collection<UInt8>) -> [UInt8] {
    let bytes = Array(bytes)
    let units = stride(from: 0, to: bytes.count - 1, by: 2).map {
      UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }
}
