package import Diagnostics
package import Pages
package import Phrases
package import Storing

extension SHA256Digest: Storable {
  package func store(in bytes: inout StoredBytes) {
    for number in numbers { bytes.put(fixed: number) }
  }

  package init(from bytes: inout StoredReader) throws(UnreadableBytes) {
    var numbers: [UInt64] = []
    for _ in 0..<4 { numbers.append(try bytes.fixed()) }
    guard let digest = SHA256Digest(numbers: numbers) else { throw UnreadableBytes() }
    self = digest
  }
}

extension Place: Storable {
  package func store(in bytes: inout StoredBytes) {
    bytes.put(path)
    bytes.put(line)
    bytes.put(column)
    cell.store(in: &bytes)
  }

  package init(from bytes: inout StoredReader) throws(UnreadableBytes) {
    self.init(
      path: try bytes.text(), line: try bytes.number(), column: try bytes.number(),
      cell: try String?(from: &bytes))
  }
}

extension Phrase: Storable {
  package func store(in bytes: inout StoredBytes) {
    bytes.put(chinese)
    bytes.put(english)
  }

  package init(from bytes: inout StoredReader) throws(UnreadableBytes) {
    let (chinese, english) = (try bytes.text(), try bytes.text())
    self.init(zh: "\(chinese)", en: "\(english)")
  }
}

extension Offer: Storable {
  package func store(in bytes: inout StoredBytes) {
    lines.store(in: &bytes)
    isSafe.store(in: &bytes)
    meaning.store(in: &bytes)
  }

  package init(from bytes: inout StoredReader) throws(UnreadableBytes) {
    self.init(
      try [Line](from: &bytes), isSafe: try Bool(from: &bytes), try Phrase(from: &bytes))
  }
}

extension Offer.Line: Storable {
  package func store(in bytes: inout StoredBytes) {
    keys.store(in: &bytes)
    bytes.put(value)
  }

  package init(from bytes: inout StoredReader) throws(UnreadableBytes) {
    self.init(try [String](from: &bytes), try bytes.text())
  }
}

extension Diagnostic: Storable {
  package func store(in bytes: inout StoredBytes) {
    bytes.put(id)
    bytes.put(severity.rawValue)
    place.store(in: &bytes)
    message.store(in: &bytes)
    expected.store(in: &bytes)
    fix.store(in: &bytes)
    bytes.put(rows)
    isAlwaysSaid.store(in: &bytes)
    offers.store(in: &bytes)
  }

  package init(from bytes: inout StoredReader) throws(UnreadableBytes) {
    let id = try bytes.text()
    guard let severity = Severity(rawValue: try bytes.text()) else { throw UnreadableBytes() }
    self.init(
      id: id, severity: severity, at: try Place(from: &bytes), try Phrase(from: &bytes),
      expected: try Phrase?(from: &bytes), fix: try Phrase?(from: &bytes))
    self = mending(rows: try bytes.number())
    if try Bool(from: &bytes) { self = alwaysSaid() }
    self = offering(try [Offer](from: &bytes))
  }
}
