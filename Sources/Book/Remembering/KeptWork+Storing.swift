import Diagnostics
import Pages
import Phrases
import Storing

extension KeptWork: Storable {
  func store(in bytes: inout StoredBytes) {
    if let stored { return bytes.put(stored: stored) }
    diagnostics.store(in: &bytes)
    files.store(in: &bytes)
    lengths.store(in: &bytes)
    shapes.store(in: &bytes)
    indexed.store(in: &bytes)
    secrets.store(in: &bytes)
    isWhole.store(in: &bytes)
  }

  init(from bytes: inout StoredReader) throws(UnreadableBytes) {
    let start = bytes.position
    diagnostics = try [Diagnostic](from: &bytes)
    files = try [File](from: &bytes)
    lengths = try [String: [Length]](from: &bytes)
    shapes = try [Shape](from: &bytes)
    indexed = try [String: [IndexWord]](from: &bytes)
    secrets = try [String: Secrets](from: &bytes)
    isWhole = try Bool(from: &bytes)
    stored = bytes.bytes(from: start)
  }
}

extension KeptWork.File: Storable {
  func store(in bytes: inout StoredBytes) {
    outcome.store(in: &bytes)
    isListed.store(in: &bytes)
    diagnostics.store(in: &bytes)
    paths.store(in: &bytes)
    trace.store(in: &bytes)
    rows.store(in: &bytes)
    bytes.put(figures ?? [])
  }

  init(from bytes: inout StoredReader) throws(UnreadableBytes) {
    outcome = try PageOutcome(from: &bytes)
    isListed = try Bool(from: &bytes)
    diagnostics = try [Diagnostic](from: &bytes)
    paths = try [String](from: &bytes)
    trace = try PageTrace?(from: &bytes)
    rows = try ReadRows(from: &bytes)
    let figures = try bytes.plainBytes()
    self.figures = figures.isEmpty ? nil : figures
  }
}

extension ReadRows: Storable {
  func store(in bytes: inout StoredBytes) {
    members.store(in: &bytes)
    digest.store(in: &bytes)
  }

  init(from bytes: inout StoredReader) throws(UnreadableBytes) {
    members = try [String]?(from: &bytes)
    digest = try SHA256Digest?(from: &bytes)
  }
}

extension PageOutcome: Storable {
  func store(in bytes: inout StoredBytes) {
    for text in [source, tree, folder, path, title] { bytes.put(text) }
    language.store(in: &bytes)
    ids.store(in: &bytes)
    fragments.store(in: &bytes)
    files.store(in: &bytes)
    diagnostics.store(in: &bytes)
    search.store(in: &bytes)
  }

  init(from bytes: inout StoredReader) throws(UnreadableBytes) {
    source = try bytes.text()
    tree = try bytes.text()
    folder = try bytes.text()
    path = try bytes.text()
    title = try bytes.text()
    language = try Language(from: &bytes)
    ids = try [String](from: &bytes)
    fragments = try [FragmentLink](from: &bytes)
    files = try [String](from: &bytes)
    diagnostics = try [Diagnostic](from: &bytes)
    search = try SearchPage?(from: &bytes)
  }
}

extension SearchPage: Storable {
  func store(in bytes: inout StoredBytes) {
    for text in [path, title] { bytes.put(text) }
    headings.store(in: &bytes)
    pairs.store(in: &bytes)
    bytes.put(words)
  }

  init(from bytes: inout StoredReader) throws(UnreadableBytes) {
    path = try bytes.text()
    title = try bytes.text()
    headings = try [Heading](from: &bytes)
    pairs = try PackedPairs(from: &bytes)
    words = try bytes.text()
  }
}

extension SearchPage.Heading: Storable {
  func store(in bytes: inout StoredBytes) {
    for text in [text, id] { bytes.put(text) }
  }

  init(from bytes: inout StoredReader) throws(UnreadableBytes) {
    text = try bytes.text()
    id = try bytes.text()
  }
}

extension FragmentLink: Storable {
  func store(in bytes: inout StoredBytes) {
    for text in [target, tree, fragment] { bytes.put(text) }
    place.store(in: &bytes)
  }

  init(from bytes: inout StoredReader) throws(UnreadableBytes) {
    target = try bytes.text()
    tree = try bytes.text()
    fragment = try bytes.text()
    place = try Place(from: &bytes)
  }
}

extension Length: Storable {
  func store(in bytes: inout StoredBytes) {
    bytes.put(tenths)
    isWidth.store(in: &bytes)
  }

  init(from bytes: inout StoredReader) throws(UnreadableBytes) {
    self.init(tenths: try bytes.number(), isWidth: try Bool(from: &bytes))
  }
}

extension IndexWord: Storable {
  func store(in bytes: inout StoredBytes) {
    bytes.put(word)
    order.store(in: &bytes)
    bytes.put(id)
  }

  init(from bytes: inout StoredReader) throws(UnreadableBytes) {
    word = try bytes.text()
    order = try String?(from: &bytes)
    id = try bytes.text()
  }
}

extension KeptWork.Shape: Storable {
  func store(in bytes: inout StoredBytes) {
    blocks.store(in: &bytes)
    numbers.digits.store(in: &bytes)
    numbers.all.store(in: &bytes)
    words.store(in: &bytes)
    rooms.store(in: &bytes)
  }

  init(from bytes: inout StoredReader) throws(UnreadableBytes) {
    blocks = try [PageShape.Block](from: &bytes)
    numbers = SaidNumbers(digits: try [Int](from: &bytes), all: try Set<Int>(from: &bytes))
    words = try Set<String>(from: &bytes)
    rooms = try [PageShape.Room](from: &bytes)
  }
}

extension PageShape.Room: Storable {
  func store(in bytes: inout StoredBytes) {
    for text in [name, size] { bytes.put(text) }
    place.store(in: &bytes)
  }

  init(from bytes: inout StoredReader) throws(UnreadableBytes) {
    self.init(name: try bytes.text(), size: try bytes.text(), place: try Place(from: &bytes))
  }
}

extension PageShape.Block: Storable {
  func store(in bytes: inout StoredBytes) {
    for text in [name, id] { bytes.put(text) }
    minutes.store(in: &bytes)
    isForAll.store(in: &bytes)
    place.store(in: &bytes)
  }

  init(from bytes: inout StoredReader) throws(UnreadableBytes) {
    name = try bytes.text()
    id = try bytes.text()
    minutes = try String?(from: &bytes)
    isForAll = try Bool(from: &bytes)
    place = try Place(from: &bytes)
  }
}

extension Shingles: Storable {
  func store(in bytes: inout StoredBytes) {
    bytes.put(length)
    bytes.put(marks.sorted())
  }

  init(from bytes: inout StoredReader) throws(UnreadableBytes) {
    self.init(length: try bytes.number(), marks: Set(try bytes.marks()))
  }
}

extension PageTrace: Storable {
  func store(in bytes: inout StoredBytes) {
    for text in [source, path, tree] { bytes.put(text) }
    bytes.put(marks)
  }

  init(from bytes: inout StoredReader) throws(UnreadableBytes) {
    self.init(
      source: try bytes.text(), path: try bytes.text(), tree: try bytes.text(),
      marks: try bytes.marks())
  }
}
