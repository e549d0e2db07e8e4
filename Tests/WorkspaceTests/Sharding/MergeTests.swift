import Book
import Diagnostics
import Foundation
import Pages
import Phrases
import SalesMethod
import Testing

@testable import Workspace

/// A workspace that is built in shards, in folders beside it.
struct Shards {
  let folder: TemporaryFolder
  let parts: TemporaryFolder
  var now = "2026-05-06"

  init(_ folder: TemporaryFolder, now: String = "2026-05-06") throws {
    (self.folder, self.now) = (folder, now)
    parts = try TemporaryFolder()
  }

  func request(to output: String?, log: WorkLog = .none) throws -> BuildRequest {
    var request = BuildRequest(now: .day(try #require(Day(now))), jobs: 2)
    (request.source, request.output, request.log) = (folder.path, output, log)
    return request
  }

  /// Builds a shard into a folder of this name.
  @discardableResult func build(
    _ text: String, to name: String, log: WorkLog = .none,
    _ change: (inout BuildRequest) -> Void = { _ in }
  ) async throws -> BuildReport {
    var request = try request(to: parts(name), log: log)
    change(&request)
    return try await buildShard(
      try #require(Shard(text)), request, version: "1", progress: .hidden)
  }

  /// Builds all of so many shards; gives the names of their folders.
  func buildAll(_ count: Int) async throws -> [String] {
    var names: [String] = []
    for number in 1...count {
      let report = try await build("\(number)/\(count)", to: "p\(number)")
      #expect(report.publication != nil, "\(report.diagnostics.filter { $0.severity == .error })")
      names.append("p\(number)")
    }
    return names
  }

  /// Writes what all share into a file of this name; the ids of what was wrong.
  @discardableResult func prepare(
    _ name: String = "shared", _ change: (inout BuildRequest) -> Void = { _ in }
  ) async throws -> [String] {
    var request = try request(to: nil)
    change(&request)
    return try await prepareShards(request, into: parts(name)).filter { $0.severity == .error }
      .map(\.id)
  }

  /// Merges the shards in folders of these names.
  @discardableResult func merge(
    _ names: [String], to output: String = "merged", shared: String? = nil,
    log: WorkLog = .none
  ) async throws -> BuildReport {
    // The day of the merge is another.
    var request = try request(to: parts(output), log: log)
    request.now = .seconds(0)
    request.shared = shared.map { parts($0) }
    return try await mergeShards(names.map { parts($0) }, request, progress: .hidden)
  }

  /// The ids of what was found.
  func ids(_ report: BuildReport) -> [String] {
    report.diagnostics.filter { $0.severity == .error }.map(\.id)
  }
}

@Suite struct `Merged shards` {
  /// The members whose plans were made, each as often as it was.
  func plans(_ steps: Steps) -> [String] {
    steps.take().compactMap { if case .plan(let member, _, _) = $0 { member } else { nil } }
      .sorted()
  }

  /// What one build makes of a workspace.
  func whole(_ folder: TemporaryFolder, now: String) async throws -> [String: String] {
    let fresh = try TemporaryFolder()
    let report = try await build(folder, .none, now: now, to: fresh("Output"))
    #expect(report.publication != nil)
    return try fresh.files(under: "Output")
  }

  @Test(arguments: [1, 2, 3, 7, 23]) func `are one build of a company, byte for byte`(
    count: Int
  ) async throws {
    let company = try ChangingCompany(seed: 3)
    let (shards, steps) = (try Shards(company.folder, now: company.now), Steps())
    let names = try await shards.buildAll(count)
    let report = try await shards.merge(names.reversed(), log: steps.log)
    let merged = try shards.parts.files(under: "merged")
    #expect(merged == (try await whole(company.folder, now: company.now)))
    #expect(merged.keys.contains { $0.hasPrefix("managers/") })
    #expect(report.publication?.written == merged.count - 1)
    #expect(plans(steps) == [], "all was planned by shards")
  }
}

extension `Merged shards` {
  @Test(arguments: 0..<3) func `are one build of a course with books`(seed: Int) async throws {
    var workspace = try ChangingWorkspace(seed: seed + 40)
    for _ in 0..<4 {
      let shards = try Shards(workspace.folder, now: workspace.now)
      let fresh = try TemporaryFolder()
      let whole = try await build(
        workspace.folder, .none, now: workspace.now, to: fresh("Output"))
      if whole.publication != nil {
        let merged = try await shards.merge(try await shards.buildAll(3))
        #expect(Set(merged.diagnostics) == Set(whole.diagnostics))
        #expect(merged.pages == whole.pages)
        #expect(try shards.parts.files(under: "merged") == fresh.files(under: "Output"))
      }
      _ = try workspace.change()
    }
  }

  @Test func `plan each member once, in the shard of the member`() async throws {
    let company = try ChangingCompany(seed: 5)
    let (shards, steps) = (try Shards(company.folder, now: company.now), Steps())
    try await shards.build("1/2", to: "p1", log: steps.log)
    // By the rule, worked out with Python.
    #expect(Set(plans(steps)) == ["bai", "che", "en"])
    try await shards.build("2/2", to: "p2", log: steps.log)
    #expect(Set(plans(steps)) == ["lin", "dan"])
  }

  @Test func `plan for pages of teams alone where nobody has a page`() async throws {
    let company = try ChangingCompany(seed: 6)
    for page in ["plan", "card"] {
      try FileManager.default.removeItem(atPath: company.folder("Content/\(page).md"))
    }
    let (shards, steps) = (try Shards(company.folder, now: company.now), Steps())
    let names = try await shards.buildAll(2)
    try await shards.merge(names, log: steps.log)
    #expect(plans(steps) == [])
    #expect(
      try await shards.parts.files(under: "merged") == whole(company.folder, now: company.now))
  }

  @Test func `are planned again where a manager's page shows their people`() async throws {
    let company = try ChangingCompany(seed: 7)
    try company.folder.write(
      "Content/plan.md",
      "---\neach: member\n---\n::goal\n\n::customers\n\n::team{show=\"sums,people\"}\n")
    let (shards, steps) = (try Shards(company.folder, now: company.now), Steps())
    try await shards.merge(try await shards.buildAll(3), log: steps.log)
    // Lin and Dan lead the others, and their pages in folders for managers say what these came to.
    #expect(Set(plans(steps)).isSubset(of: ["lin", "dan"]))
    #expect(
      try await shards.parts.files(under: "merged") == whole(company.folder, now: company.now))
  }

  @Test func `take the place of an Output that was built, and leave no record of it`() async throws
  {
    let company = try ChangingCompany(seed: 8)
    let shards = try Shards(company.folder, now: company.now)
    let names = try await shards.buildAll(2)
    try await build(company.folder, .used, now: "2026-05-02", to: shards.parts("merged"))
    #expect(try shards.parts.names().contains(".merged.salesbook-record"))
    try await shards.merge(names)
    #expect(try shards.parts.names().filter { $0.hasPrefix(".") } == [])
    #expect(
      try await shards.parts.files(under: "merged") == whole(company.folder, now: company.now))
    let again = try await shards.merge(names)
    #expect(again.publication?.written == 0 && again.publication?.removed == 0)
  }

  @Test func `are found in the folder that they stand in`() async throws {
    let shards = try Shards(smallWorkspace())
    let names = try await shards.buildAll(3)
    let parts = try TemporaryFolder()
    for name in names {
      try FileManager.default.moveItem(atPath: shards.parts(name), toPath: parts(name))
    }
    try parts.write("notes.txt", "not a shard")
    let request = try shards.request(to: shards.parts("merged"))
    let report = try await mergeShards([parts.path], request, progress: .hidden)
    #expect(report.publication != nil)
    #expect(
      try await shards.parts.files(under: "merged") == whole(shards.folder, now: shards.now))
  }

  @Test func `are made again alone, to the same bytes`() async throws {
    let company = try ChangingCompany(seed: 9)
    let shards = try Shards(company.folder, now: company.now)
    let names = try await shards.buildAll(2)
    let before = try shards.parts.files(under: "p2")
    try FileManager.default.removeItem(atPath: shards.parts("p2"))
    try await shards.build("2/2", to: "p2")
    #expect(try shards.parts.files(under: "p2") == before)
    #expect(try await shards.merge(names).publication != nil)
  }
}

@Suite struct `Shards that do not fit` {
  private let shards: Shards
  private var folder: TemporaryFolder { shards.folder }

  init() throws { shards = try Shards(smallWorkspace()) }

  /// Merges over a site that was there; what was found, once it is seen that the site is as it was.
  private func refusal(_ names: [String]) async throws -> [String] {
    try await build(shards.folder, .none, now: "2026-05-02", to: shards.parts("merged"))
    let before = try shards.parts.files(under: "merged")
    let report = try await shards.merge(names)
    #expect(report.publication == nil)
    #expect(try shards.parts.files(under: "merged") == before)
    #expect(try !shards.parts.names().contains { $0.hasPrefix(".merged.salesbook-staging") })
    return shards.ids(report)
  }

  @Test func `name each that is missing`() async throws {
    let names = try await shards.buildAll(4)
    let report = try await shards.merge([names[0], names[2]])
    #expect(shards.ids(report) == ["shard.missing", "shard.missing"])
    #expect(
      report.diagnostics.map(\.message.english) == [
        "shard 2 of 4 is missing", "shard 4 of 4 is missing",
      ])
    #expect(try await refusal(Array(names.dropFirst())) == ["shard.missing"])
  }

  @Test func `are refused where one is there twice`() async throws {
    let names = try await shards.buildAll(2)
    try await shards.build("2/2", to: "again")
    #expect(try await refusal(names + ["again"]) == ["shard.twice"])
  }

  @Test func `are refused where they are of other divisions`() async throws {
    let names = try await shards.buildAll(2)
    try await shards.build("3/3", to: "third")
    #expect(try await refusal([names[0], "third"]) == ["shard.other-count"])
  }

  @Test func `are refused where one was made of other rows`() async throws {
    let names = try await shards.buildAll(2)
    try folder.write(
      "Content/data/customers.csv", "customer_id,name,owner\nc1,北方重机,lin\nc2,南方电子,bai\n")
    try await shards.build("2/2", to: "p2")
    #expect(try await refusal(names) == ["shard.other-inputs"])
    try await shards.build("1/2", to: "p1")
    #expect(try await shards.merge(names).publication != nil)
  }

  @Test func `are refused where a page was edited between`() async throws {
    let names = try await shards.buildAll(2)
    try folder.write("Content/course/one.md", "---\ntitle: 第一课\n---\n## 开始\n\n别的\n")
    #expect(try await refusal(names) == ["shard.workspace-changed"])
    try await shards.build("1/2", to: "p1")
    #expect(try await refusal(names) == ["shard.other-inputs"])
  }

  @Test func `are refused where they are of different days, or were asked for otherwise`()
    async throws
  {
    let names = try await shards.buildAll(2)
    try await shards.build("2/2", to: "p2") { $0.now = .day(Day("2026-05-20") ?? Day(number: 0)) }
    #expect(try await refusal(names) == ["shard.other-day"])
    try await shards.build("2/2", to: "p2") { $0.period = Period("2026-06") }
    #expect(try await refusal(names) == ["shard.other-request"])
  }

  /// Puts another program's digest into a shard, and the shard's new digest into its manifest.
  private func rebuilt(_ name: String, by program: SHA256Digest) throws {
    let path = shards.parts(name + "/" + ShardRecord.name)
    let before = [UInt8](try Data(contentsOf: URL(filePath: path)))
    let record = try #require(ShardRecord(bytes: before))
    let after = ShardRecord(
      shard: record.shard, program: program, asked: record.asked, work: record.work
    ).bytes
    try Data(after).write(to: URL(filePath: path))
    let manifest = try #require(shards.parts.read(name + "/.salesbook.json"))
    let old = SHA256Digest(of: before).hex
    try #require(manifest.contains(old))
    try shards.parts.write(
      name + "/.salesbook.json",
      manifest.replacing(old, with: SHA256Digest(of: after).hex))
  }

  @Test func `are refused where another program made one of them, or all`() async throws {
    let names = try await shards.buildAll(2)
    let other = SHA256Digest(of: Array("another program".utf8))
    try rebuilt("p2", by: other)
    #expect(try await refusal(names) == ["shard.other-program"])
    try rebuilt("p1", by: other)
    #expect(try await refusal(names) == ["shard.other-program"])
    try rebuilt("p1", by: try programOfShards())
    try rebuilt("p2", by: try programOfShards())
    #expect(try await shards.merge(names).publication != nil)
  }

  @Test func `are refused where any file of theirs is damaged, cut off or gone`() async throws {
    let names = try await shards.buildAll(2)
    let whole = try shards.parts.files(under: "p2")
    let page = try #require(whole.keys.filter { $0.hasSuffix(".html") }.min())
    for name in [page, "salesbook-shard.bin"] {
      let path = shards.parts("p2/" + name)
      let bytes = try Data(contentsOf: URL(filePath: path))
      var changed = bytes
      changed[changed.count / 2] ^= 1
      for damaged in [changed, bytes.dropLast()] {
        try damaged.write(to: URL(filePath: path))
        #expect(try await refusal(names) == ["shard.damaged"], "\(name)")
      }
      try FileManager.default.removeItem(atPath: path)
      #expect(try await refusal(names) == ["shard.damaged"], "\(name)")
      try bytes.write(to: URL(filePath: path))
    }
    try shards.parts.write("p2/.salesbook.json", "{")
    #expect(try await refusal(names) == ["shard.damaged"])
  }

  @Test func `are none where a folder holds something else`() async throws {
    let names = try await shards.buildAll(1)
    try await build(shards.folder, .none, to: shards.parts("site"))
    #expect(try await refusal(names + ["site"]) == ["shard.none"])
    #expect(try await refusal(names + ["nowhere"]) == ["shard.none"])
  }

  @Test func `never take the place of a site, nor a site theirs`() async throws {
    let names = try await shards.buildAll(1)
    try await build(shards.folder, .none, to: shards.parts("site"))
    let before = try shards.parts.files(under: "site")
    let report = try await shards.build("1/1", to: "site")
    #expect(shards.ids(report) == ["shard.output-is-site"])
    #expect(try shards.parts.files(under: "site") == before)
    let merged = try await shards.merge(names, to: "p1")
    #expect(shards.ids(merged) == ["shard.output-is-shard"])
    #expect(try await shards.merge(names).publication != nil)
  }

  @Test func `are not made of what does not stand in files`() async throws {
    let folder = try TemporaryFolder()
    try folder.write("salesbook.yaml", "title: 课\nvocabulary: quarto\n")
    try folder.write("index.qmd", "---\ntitle: 课\n---\n正文\n")
    let shards = try Shards(folder)
    #expect(shards.ids(try await shards.build("1/2", to: "p1")) == ["shard.not-divisible"])
  }

  @Test func `are not made where anything is wrong`() async throws {
    try folder.write("Content/course/one.md", "---\ntitle: 一\n---\n:::nothing\n:::\n")
    let owner = try #require(Shard(Shard.number(for: "Content/course/one.md", of: 2), of: 2))
    let report = try await shards.build(owner.description, to: "p")
    #expect(report.publication == nil && report.diagnostics.hasErrors)
    #expect(try shards.parts.names() == [])
  }
}
