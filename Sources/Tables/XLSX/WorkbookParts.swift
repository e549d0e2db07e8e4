/// The relations of a part: which file stands behind an id.
struct Relations: XMLHandler {
  private(set) var targets: [String: String] = [:]
  /// The files by the last word of their type: `sharedStrings`, `styles`, `officeDocument`.
  private(set) var byType: [String: String] = [:]
  private let folder: String

  /// The relations of the parts of a folder, to which their paths are relative.
  init(folder: String) { self.folder = folder }

  mutating func start(_ name: XMLName, _ attributes: XMLAttributes) {
    guard name == "Relationship", let id = attributes["Id"], let target = attributes["Target"]
    else { return }
    let path = resolved(target)
    targets[id] = path
    if let type = attributes["Type"]?.split(separator: "/").last { byType[String(type)] = path }
  }

  private func resolved(_ target: String) -> String {
    if target.hasPrefix("/") { return String(target.dropFirst()) }
    var parts = folder.split(separator: "/")
    for part in target.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }
}

/// The sheets of a workbook and the system of its dates.
struct WorkbookOutline: XMLHandler {
  /// A sheet: its name, whether it is hidden, the id of its part.
  struct Sheet {
    let name: String
    let isHidden: Bool
    let relation: String
  }

  private(set) var sheets: [Sheet] = []
  private(set) var uses1904 = false

  mutating func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == "sheet", let title = attributes["name"], let relation = attributes["id"] {
      let state = attributes["state"]
      sheets.append(
        Sheet(name: title, isHidden: state == "hidden" || state == "veryHidden", relation: relation)
      )
    } else if name == "workbookPr", let value = attributes["date1904"] {
      uses1904 = value == "1" || value == "true"
    }
  }
}

/// The number formats of a workbook's cell styles, by the number of the style.
struct Styles: XMLHandler {
  private(set) var formats: [NumberFormat] = []
  private var codes: [Int: NumberFormat] = [:]
  private var isInCellFormats = false

  mutating func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == "numFmt" {
      if let id = attributes["numFmtId"].flatMap({ Int($0) }), let code = attributes["formatCode"] {
        codes[id] = NumberFormat(code: code)
      }
    } else if name == "cellXfs" {
      isInCellFormats = true
    } else if isInCellFormats, name == "xf" {
      let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
      formats.append(codes[id] ?? NumberFormat(builtIn: id))
    }
  }

  mutating func end(_ name: XMLName) {
    if name == "cellXfs" { isInCellFormats = false }
  }
}

/// The texts that the cells of a workbook share, one after another.
struct SharedStrings: XMLHandler {
  /// The bytes of all texts.
  private(set) var bytes: [UInt8] = []
  /// Where each text ends.
  private(set) var ends: [Int] = []
  private var isText = false
  private var isPhonetic = false

  /// The bytes of a text; nil where there is no such text.
  func range(_ index: Int) -> Range<Int>? {
    guard ends.indices.contains(index) else { return nil }
    return (index == 0 ? 0 : ends[index - 1])..<ends[index]
  }

  mutating func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name.onlyLetter == UInt8(ascii: "t") {
      isText = !isPhonetic
    } else if name == "rPh" {
      isPhonetic = true
    }
  }

  mutating func text(_ text: UnsafeBufferPointer<UInt8>) {
    if isText { bytes.append(contentsOf: text) }
  }

  mutating func end(_ name: XMLName) {
    if name.onlyLetter == UInt8(ascii: "t") {
      isText = false
    } else if name == "rPh" {
      isPhonetic = false
    } else if name == "si" {
      replaceEscapes(in: &bytes, from: ends.last ?? 0)
      ends.append(bytes.count)
    }
  }
}
