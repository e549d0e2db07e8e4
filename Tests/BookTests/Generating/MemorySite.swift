import Book
import Desk
import Diagnostics
import Rulebook
import SalesMethod
import Synchronization
import Testing
import Theme

/// A workspace in memory, and the site it becomes: what every test of whole pages starts from.
struct MemorySite {
  /// The files by their paths from the workspace's root.
  var files: [String: String] = [:]
  /// The files that are no text.
  var packed: [String: [UInt8]] = [:]
  var settings = ""
  /// The workspace's own templates, by their paths below its templates folder.
  var templates: [String: String] = [:]
  var jobs = 1
  var month = "2026-05"
  var now = "2026-05-06"
  var trees: [String]?
  var person: String?
  var courseDay: Day?
  /// Whether there is a key for codes.
  var hasKey = false

  /// What came of it: the files by their paths below the output folder, and the report.
  struct Result {
    let pages: [String: String]
    let report: GenerationReport

    /// The ids of what was wrong, in order.
    var problems: [String] { report.diagnostics.map(\.id) }

    /// The page of a path, or nothing.
    subscript(path: String) -> String { pages[path] ?? "" }
  }

  /// Makes the site.
  func generate() async throws -> Result {
    let sink = Collector()
    let period = try #require(Period(month))
    let today = try #require(Day(now))
    var request = GenerationRequest(
      period: period, asOf: today, trees: trees, person: person, jobs: jobs)
    request.courseDay = courseDay
    let settings = readSettings(
      self.settings.isEmpty ? nil : SourceFile(path: "salesbook.yaml", text: self.settings),
      templates: theme)
    var report = try await Book.generate(sources(settings.value), request, into: sink)
    report.diagnostics = (settings.diagnostics + report.diagnostics).sorted()
    return Result(pages: sink.files, report: report)
  }

  var theme: [SourceFile] {
    let theme = Dictionary(embeddedFiles.map { ($0.path, $0.text) }) { first, _ in first }
      .merging(templates) { _, own in own }
    return theme.keys.sorted().map { SourceFile(path: $0, text: theme[$0] ?? "") }
  }

  func sources(_ settings: Settings) -> SiteSources {
    let files = files
    let pages = files.keys.filter { $0.hasSuffix(".md") }.sorted()
    let data = files.keys.filter { $0.hasPrefix("Content/data/") && !$0.contains("/examples/") }
    let examples = files.keys.filter { $0.contains("/examples/") }.sorted()
    var byExample: [DeskSources.Example] = []
    for path in examples {
      let name = String(path.split(separator: "/")[3])
      let file = SourceFile(path: path, text: files[path] ?? "")
      if byExample.last?.name == name {
        byExample[byExample.count - 1].files.append(file)
      } else {
        byExample.append(DeskSources.Example(name: name, files: [file]))
      }
    }
    var desk = DeskSources(
      data: data.sorted().map { SourceFile(path: $0, text: files[$0] ?? "") },
      examples: byExample)
    if hasKey { desk.codeKey = CodeKey.made(from: (0..<32).map { UInt8($0) }, customers: 9) }
    return SiteSources(
      settings: settings, pages: pages,
      otherFiles: (Array(files.keys) + packed.keys).filter {
        !$0.hasSuffix(".md") && !$0.hasPrefix("Content/data/")
      }
      .sorted(),
      desk: desk, templates: theme
    ) { Parsed(packed[$0] ?? Array((files[$0] ?? "").utf8)) }
  }
}

/// Keeps every finished file.
private final class Collector: OutputSink {
  private let store = Mutex<[String: String]>([:])

  var files: [String: String] { store.withLock { $0 } }

  func take(_ file: OutputFile) {
    store.withLock { $0[file.path] = String(decoding: file.bytes, as: UTF8.self) }
  }
}

extension MemorySite {
  /// A course of one page.
  static func page(_ text: String) -> MemorySite {
    MemorySite(files: ["Content/index.md": text])
  }

  /// The worked example of the method: 240 contacts, 96 visits, 36 proposals, 12 deals; 350,000 to
  /// reach in May 2026, nothing under way.
  static let workedExample = [
    "team.csv": "member,name,hours_per_day,selling_share\nlin,林,8,0.5\n",
    "rates.csv":
      "from,to,successes,trials\ncontact,visit,96,240\nvisit,proposal,36,96\nproposal,deal,12,36\n",
    "factors.csv": "deal_size,repeat\n35000,1.25\n",
    "goals.yaml":
      "- {id: g, owner: lin, dimension: performance, metric: amount, target: 350000, start: 2026-05-01, end: 2026-05-31}\n",
    "customers.csv": "customer_id,name,M,A,N,close_date\nc1,云杉公司,5,4,5,2026-05-20\nc2,白桦公司,5,,5,\n",
  ]

  /// A workspace of the worked example with a plan page for each member.
  static func plan(
    _ text: String =
      "::goal\n\n::customers\n\n::formula\n\n::workload\n\n::calendar\n\n::daysheet\n"
  )
    -> MemorySite
  {
    var site = MemorySite()
    for (name, table) in workedExample { site.files["Content/data/\(name)"] = table }
    site.files["Content/plans/monthly.md"] =
      "---\ntitle: 月度计划\neach: member\npath: \"{month}\"\n---\n\(text)"
    return site
  }
}
