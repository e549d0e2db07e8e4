import CExpat
import Glibc
import Phrases

/// What takes the events of an XML document.
protocol XMLHandler {
  /// An element starts.
  mutating func start(_ name: XMLName, _ attributes: XMLAttributes)
  /// Text, in as many pieces as it comes in.
  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>)
  /// An element ends.
  mutating func end(_ name: XMLName)
  /// What makes going on useless; nil while all is well.
  var trouble: WorkbookTrouble? { get }
}

extension XMLHandler {
  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
  mutating func end(_ name: XMLName) {}
  var trouble: WorkbookTrouble? { nil }
}

/// The name of an element or an attribute without its prefix; lent for the time of an event.
struct XMLName {
  fileprivate let pointer: UnsafePointer<CChar>

  fileprivate init(_ name: UnsafePointer<CChar>) {
    pointer = strchr(name, 0x3A).map { UnsafePointer($0 + 1) } ?? name
  }

  static func == (name: XMLName, other: StaticString) -> Bool {
    other.withUTF8Buffer { wanted in
      guard let base = wanted.baseAddress else { return false }
      return strncmp(
        name.pointer, UnsafeRawPointer(base).assumingMemoryBound(to: CChar.self), wanted.count) == 0
        && name.pointer[wanted.count] == 0
    }
  }

  /// The only letter of a name of one letter; 0 for any other.
  ///
  /// Most elements of a sheet are such.
  var onlyLetter: UInt8 { pointer[0] != 0 && pointer[1] == 0 ? UInt8(bitPattern: pointer[0]) : 0 }
}

/// The attributes of an element; lent for the time of an event.
struct XMLAttributes {
  fileprivate let pointer: UnsafeMutablePointer<UnsafePointer<CChar>?>

  /// Goes through names and values.
  @inline(__always)
  func each(_ body: (XMLName, UnsafePointer<CChar>) -> Void) {
    var index = 0
    while let name = pointer[index], let value = pointer[index + 1] {
      body(XMLName(name), value)
      index += 2
    }
  }

  /// The value of an attribute.
  subscript(name: StaticString) -> String? {
    var found: String?
    each { if $0 == name { found = String(cString: $1) } }
    return found
  }
}

extension ZipArchive {
  /// Reads a part as XML and hands its events on.
  ///
  /// A document type declaration is refused, and with it every entity but the five of XML itself:
  /// workbooks have none, and bombs are made of them.
  ///
  /// The one place where expat is called; its functions know the state as a pointer.
  func parse<Handler: XMLHandler>(_ entry: Entry, with handler: Handler)
    throws(WorkbookTrouble) -> Handler
  {
    guard let parser = XML_ParserCreate(nil) else {
      throw damaged(Phrase(zh: "没有内存来读 XML", en: "there is no memory for XML"))
    }
    defer { XML_ParserFree(parser) }
    var state = XMLState(handler: handler, parser: parser)
    var outcome: Result<Void, WorkbookTrouble> = .success(())
    withUnsafeMutablePointer(to: &state) { state in
      XML_SetUserData(parser, state)
      XML_SetElementHandler(parser, startElement, endElement)
      XML_SetCharacterDataHandler(parser, characterData)
      XML_SetStartDoctypeDeclHandler(parser, documentType)
      outcome = Result { () throws(WorkbookTrouble) in
        try unpack(entry) { piece throws(WorkbookTrouble) in
          try feed(piece, to: parser, state, isLast: false, entry)
        }
        try feed(UnsafeBufferPointer(start: nil, count: 0), to: parser, state, isLast: true, entry)
      }
    }
    try outcome.get()
    guard let handler = state.handler as? Handler else {
      throw damaged(Phrase(zh: "其中的 XML 读不出来", en: "its XML is unreadable"))
    }
    return handler
  }

  private func feed(
    _ piece: UnsafeBufferPointer<UInt8>, to parser: XML_Parser,
    _ state: UnsafeMutablePointer<XMLState>, isLast: Bool, _ entry: Entry
  ) throws(WorkbookTrouble) {
    let status = piece.withMemoryRebound(to: CChar.self) {
      XML_Parse(parser, $0.baseAddress, Int32($0.count), isLast ? 1 : 0)
    }
    if let trouble = state.pointee.handler.trouble { throw trouble }
    if state.pointee.hasDocumentType {
      throw damaged(
        Phrase(
          zh: "“\(entry.name)”声明了实体，正常的工作簿不会这样",
          en: "“\(entry.name)” declares entities, which no workbook does"))
    }
    guard status == XML_STATUS_OK else {
      let problem = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? ""
      throw damaged(
        Phrase(zh: "“\(entry.name)”不是 XML：\(problem)", en: "“\(entry.name)” is not XML: \(problem)")
      )
    }
  }
}

/// What expat's functions find behind their pointer.
private struct XMLState {
  var handler: any XMLHandler
  let parser: XML_Parser
  var hasDocumentType = false

  /// Ends the reading where the handler has seen enough.
  mutating func stopOnTrouble() {
    if handler.trouble != nil { XML_StopParser(parser, 0) }
  }
}

private func startElement(
  _ state: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?,
  _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
) {
  guard let state = state?.assumingMemoryBound(to: XMLState.self), let name, let attributes else {
    return
  }
  state.pointee.handler.start(XMLName(name), XMLAttributes(pointer: attributes))
}

private func endElement(_ state: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?) {
  guard let state = state?.assumingMemoryBound(to: XMLState.self), let name else { return }
  state.pointee.handler.end(XMLName(name))
  state.pointee.stopOnTrouble()
}

private func characterData(
  _ state: UnsafeMutableRawPointer?, _ text: UnsafePointer<CChar>?, _ length: Int32
) {
  guard let state = state?.assumingMemoryBound(to: XMLState.self), let text else { return }
  text.withMemoryRebound(to: UInt8.self, capacity: Int(length)) {
    state.pointee.handler.text(UnsafeBufferPointer(start: $0, count: Int(length)))
  }
}

private func documentType(
  _ state: UnsafeMutableRawPointer?, _: UnsafePointer<CChar>?, _: UnsafePointer<CChar>?,
  _: UnsafePointer<CChar>?, _: Int32
) {
  guard let state = state?.assumingMemoryBound(to: XMLState.self) else { return }
  state.pointee.hasDocumentType = true
  XML_StopParser(state.pointee.parser, 0)
}
