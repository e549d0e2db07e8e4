import Mustache
import Pages
import SalesMethod

/// What stands around the text of one file of a page: its titles, and the links to the pages around it.
struct PageFrame: Hashable, Sendable {
  /// The page's title.
  var title = ""
  /// The site's title.
  var siteTitle = ""
  /// What the page says of itself in a sentence.
  var description: String?
  /// The line at the head of every printed sheet.
  var running = ""
  /// The way back to the tree's folder, where the assets are: empty, `../`, `../../`.
  var root = ""
  /// The link to the home page.
  var home = ""
  /// Whether it is the home page.
  var isHome = false
  /// The links to the sections of the site.
  var navigation: [Value] = []
  /// The way from the home page to this one.
  var breadcrumbs: [Value] = []
  /// The same page in other languages.
  var translations: [Value] = []
  /// The page before it in its folder.
  var previous = Value.nothing
  /// The page after it in its folder.
  var next = Value.nothing
  /// The pages of its folder, where it is the folder's own.
  var children: [Value] = []
  /// The link to the book of its folder, where it is the folder's own and has one.
  var book: String?
  /// What its blocks say of the pages beside it.
  var around = CourseAround()
  /// The time it takes on the course, in minutes.
  var minutes: Int?
  /// Whether its readers can search in its folder.
  var hasSearch = false
  /// Whether it lists its headings; nil: where there are three or more.
  var showsContents: Bool?
  /// What of the tables could not be read, where the page's numbers could differ for it.
  var gaps: [String] = []
  /// The link to the report of the import, where its reader may see it.
  var report: String?

  /// The day that the page's data are as of; nil where its tree tells nothing of the tables.
  var asOf: Day?
  /// The day until which the page is kept; nil where the settings do not say.
  var keptUntil: Day?

  /// What of a page's text its frame repeats.
  struct Text {
    /// The text as HTML.
    let content: [UInt8]
    /// Its headings as links, each with its level.
    let headings: [(level: Int, link: Value)]
    /// Whether it computes anything.
    let isComputed: Bool
    /// Whether readers can change a number of it.
    let isLive: Bool
    /// The scripts that it needs, each once.
    let scripts: [String]
    /// What the answers filled in on the screen are kept by; nil where nothing can be filled in.
    let fillPage: String?
    /// What its script works on.
    let programs: Value

    /// No text at all.
    static let none = Text(
      content: [], headings: [], isComputed: false, isLive: false, scripts: [], fillPage: nil,
      programs: [])
  }

  /// The record that the page's template prints.
  func record(around text: Text) -> Value {
    .record(Record(Self.names, members(around: text).map(\.1)))
  }

  /// The names of the fields, which all pages share.
  private static let names = Layout(PageFrame().members(around: .none).map(\.0))

  /// The fields of every page, by the names that templates print.
  func members(around text: Text) -> [(String, Value)] {
    let listed = text.headings.filter { $0.level == 2 || $0.level == 3 }
    let showsContents = showsContents ?? (listed.count >= 3)
    return [
      ("title", .text(title)),
      ("siteTitle", .text(siteTitle)),
      ("description", .optional(description, Value.text)),
      ("running", .text(running)),
      ("root", .text(root)),
      ("home", .text(home)),
      ("isHome", .bool(isHome)),
      ("version", .text(shortMark(of: text.content))),
      ("navigation", .list(navigation)),
      ("breadcrumbs", .list(breadcrumbs)),
      ("translations", .list(translations)),
      ("previous", previous),
      ("next", next),
      ("toc", .list(showsContents ? listed.map(\.link) : [])),
      ("time", .optional(minutes, Value.integer)),
      ("children", .list(children)),
      ("book", .optional(book, Value.text)),
      ("content", .html(HTML(trusted: text.content))),
      ("isComputed", .bool(text.isComputed)),
      ("isLive", .bool(text.isLive)),
      ("scripts", .texts(text.scripts)),
      ("fillPage", .optional(text.fillPage, Value.text)),
      ("programs", text.programs),
      ("gaps", .texts(gaps)),
      ("report", .optional(report, Value.text)), ("hasSearch", .bool(hasSearch)),
      ("dataAsOf", .optional(asOf, Value.day)), ("keptUntil", .optional(keptUntil, Value.day)),
    ]
  }
}
