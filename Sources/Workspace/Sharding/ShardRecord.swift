import Book
import OrderedJSON
import Pages
import Rulebook
import SalesMethod
import Storing
import Vocabulary

/// What a shard says of itself and of what it holds, in its own folder.
struct ShardRecord: Sendable {
  /// What was asked for, so that the merge asks for the same.
  struct Asked: Hashable, Sendable {
    let trees: [String]
    let person: String?
    let period: String?
    let courseDay: String?
    let vocabulary: String?
    let paper: String?
    /// The day of the build.
    let day: String
  }

  let shard: Shard
  /// The program and the libraries it is linked with, by their bytes.
  let program: SHA256Digest
  let asked: Asked
  /// What the merge needs of its pages.
  let work: ShardWork

  /// The name of the file that holds it.
  static let name = "salesbook-shard.bin"
  /// The name of the file that tells people and schedulers of it.
  static let toldName = "salesbook-shard.json"
}

extension ShardRecord {
  /// The first bytes of the file; another form of it gets another number.
  private static let mark = Array("salesbook shard 1\n".utf8)

  /// The record as its file holds it.
  var bytes: [UInt8] {
    var body = StoredBytes()
    store(in: &body)
    return Self.mark + body.bytes
  }

  /// Reads a record; nil for anything that is none, or not all of one.
  init?(bytes: [UInt8]) {
    guard bytes.starts(with: Self.mark) else { return nil }
    var reader = StoredReader(bytes, from: Self.mark.count)
    guard let record = try? ShardRecord(from: &reader), reader.isAtEnd else { return nil }
    self = record
  }

  /// The same for people: which shard it is, and of what.
  func told(by version: String, pages: Int) -> [UInt8] {
    let json = JSON.object([
      ("generator", "salesbook"), ("format", 1), ("version", .string(version)),
      ("shard", .integer(shard.number)), ("of", .integer(shard.count)),
      ("day", .string(asked.day)), ("period", asked.period.map { .string($0) } ?? .null),
      ("pages", .integer(pages)), ("inputs", .string(work.inputs.hex)),
      ("program", .string(program.hex)),
    ])
    return Array((json.text(indented: true) + "\n").utf8)
  }
}

extension ShardRecord.Asked {
  /// What a build asks for, on a day.
  init(_ request: BuildRequest, on day: Day) {
    self.init(
      trees: request.trees, person: request.person, period: request.period?.description,
      courseDay: request.courseDay?.description, vocabulary: request.vocabulary?.rawValue,
      paper: request.paper?.rawValue, day: day.description)
  }

  /// The same asked of a build; nil where the words are not ours.
  func asked(of request: BuildRequest) -> BuildRequest? {
    guard let day = Day(day) else { return nil }
    var request = request
    request.now = .day(day)
    (request.trees, request.person) = (trees, person)
    request.period = period.flatMap { Period($0) }
    request.courseDay = courseDay.flatMap { Day($0) }
    request.vocabulary = vocabulary.flatMap { Vocabulary.Base(rawValue: $0) }
    request.paper = paper.flatMap { Paper(rawValue: $0) }
    return ShardRecord.Asked(request, on: day) == self ? request : nil
  }
}

extension ShardRecord: Storable {
  func store(in bytes: inout StoredBytes) {
    bytes.put(shard.number)
    bytes.put(shard.count)
    program.store(in: &bytes)
    asked.store(in: &bytes)
    work.store(in: &bytes)
  }

  init(from bytes: inout StoredReader) throws(UnreadableBytes) {
    guard let shard = Shard(try bytes.number(), of: try bytes.number()) else {
      throw UnreadableBytes()
    }
    self.shard = shard
    program = try SHA256Digest(from: &bytes)
    asked = try Asked(from: &bytes)
    work = try ShardWork(from: &bytes)
  }
}

extension ShardRecord.Asked: Storable {
  func store(in bytes: inout StoredBytes) {
    trees.store(in: &bytes)
    for text in [person, period, courseDay, vocabulary, paper] { text.store(in: &bytes) }
    bytes.put(day)
  }

  init(from bytes: inout StoredReader) throws(UnreadableBytes) {
    self.init(
      trees: try [String](from: &bytes), person: try String?(from: &bytes),
      period: try String?(from: &bytes), courseDay: try String?(from: &bytes),
      vocabulary: try String?(from: &bytes), paper: try String?(from: &bytes),
      day: try bytes.text())
  }
}
