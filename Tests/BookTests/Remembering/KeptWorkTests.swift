import Diagnostics
import Pages
import Phrases
import Storing
import Testing

@testable import Book

@Suite struct `What a page came to` {
  /// Whoever gives the work on a page another result must keep it for the next build too: in `KeptWork`, in
  /// both ways of its bytes, and in `PageWork.Done.init(_:of:)`.
  @Test func `is kept whole`() {
    let results = Mirror(reflecting: PageWork.Done()).children.compactMap(\.label)
    // `outcome` is added up from files, diagnostics and lengths; figures are counted again where a team's page is
    // made; what is bound or waits for an index is made again.
    #expect(
      results == [
        "outcome", "figures", "bound", "shapes", "indexed", "late", "secrets", "source", "traces",
        "kept",
      ])
    let kept = Mirror(reflecting: KeptWork()).children.compactMap(\.label)
    #expect(
      kept == [
        "diagnostics", "files", "lengths", "shapes", "indexed", "secrets", "isWhole",
        // The same in bytes.
        "stored",
      ])
    let pages = Mirror(reflecting: MadePages()).children.compactMap(\.label)
    #expect(
      pages == [
        "diagnostics", "pages", "pagesByFolder", "ids", "fragments", "files", "listings",
        "searched", "leaks", "books", "lengths",
      ])
  }

  @Test func `is the same when it is read again`() throws {
    let place = Place(path: "Content/a.md", line: 3, column: 5, cell: "B2")
    let found = Diagnostic(
      id: "gate.leak", severity: .warning, at: place, Phrase(zh: "甲", en: "a"),
      expected: Phrase(zh: "乙", en: "b"), fix: Phrase(zh: "丙", en: "c")
    ).mending(rows: 4).alwaysSaid().offering([
      Offer(["person"], "张伟", isSafe: true, Phrase(same: "张伟"))
    ])
    var outcome = PageOutcome(
      source: "a.md", tree: "participant", folder: "participant", path: "a.html", title: "甲",
      language: .chinese, ids: ["开始"],
      fragments: [FragmentLink(target: "b.md", tree: "key", fragment: "x", place: place)],
      files: ["a.svg"], diagnostics: [found])
    outcome.search = SearchPage(
      path: "a.html", title: "甲", description: nil, headings: [],
      content: Array("<p>客户分类，客户 planning</p>".utf8))
    var work = KeptWork()
    work.diagnostics = [found]
    let trace = PageTrace(
      source: "a.md", path: "participant/a.html", tree: "key", marks: [7, 1 << 60])
    work.files = [
      KeptWork.File(
        outcome: outcome, isListed: true, diagnostics: [found],
        paths: ["participant/a.html", "participant/a.ics"], trace: trace,
        rows: ReadRows(members: ["bai"], digest: SHA256Digest(of: [1])), figures: [1, 2])
    ]
    work.lengths = ["key": [Length(tenths: 75), Length(tenths: 9, isWidth: true)]]
    work.shapes = [
      KeptWork.Shape(
        blocks: [.init(name: "exercise", id: "e", minutes: "5", isForAll: false, place: place)],
        numbers: SaidNumbers("还差三十天，要12万元"), words: ["甲", "乙"],
        rooms: [.init(name: "lines", size: "3", place: place)])
    ]
    work.indexed = ["key": [IndexWord(word: "客户", order: nil, id: "entry-1")]]
    work.secrets = [
      "participant": Secrets(hidden: ["一二三四五六七八九十一二三四五六七八九十"], shown: [])
    ]
    var bytes = StoredBytes()
    work.store(in: &bytes)
    var reader = StoredReader(bytes.bytes)
    let read = try KeptWork(from: &reader)
    #expect(reader.isAtEnd)
    #expect(read.diagnostics == work.diagnostics)
    #expect(read.files == work.files)
    #expect(read.paths == ["participant/a.html", "participant/a.ics"])
    #expect(read.lengths == work.lengths)
    #expect(read.shapes.first?.blocks == work.shapes.first?.blocks)
    #expect(read.shapes.first?.numbers == work.shapes.first?.numbers)
    #expect(read.shapes.first?.words == work.shapes.first?.words)
    #expect(read.shapes.first?.rooms == work.shapes.first?.rooms)
    #expect(read.indexed == work.indexed && read.secrets == work.secrets && read.isWhole)
    // It is written out again as it stood, unless something came to it.
    var again = StoredBytes()
    read.store(in: &again)
    #expect(again.bytes == bytes.bytes)
    var more = read
    more.add(work)
    var longer = StoredBytes()
    more.store(in: &longer)
    var next = StoredReader(longer.bytes)
    #expect(try KeptWork(from: &next).files == work.files + work.files)
  }
}
