package import Diagnostics
import Formula
package import Pages
package import Phrases
package import SalesData
package import SalesMethod
package import Vocabulary

/// Everything `salesbook.yaml` may say, with the value that holds where it says nothing.
package struct Settings: Sendable {
  /// The site's name.
  package var title = ""
  /// The site's name where each language has its own.
  package var titles: [Language: String] = [:]
  /// The language of pages that name none.
  package var language = Language.chinese
  /// The folder of the pages; empty where the workspace's own folder holds them.
  package var content = "Content"
  /// By which names pages call blocks.
  package var vocabulary = Vocabulary()
  /// The folder of the tables.
  package var data = "Content/data"
  /// The folder of the templates that win over the built-in ones.
  package var templates = "Templates"
  /// The folder that is written.
  package var output = "Output"
  /// The folder of the plans that were kept as data, of everybody; nil where none are kept.
  package var keptPlans: String?
  /// What is planned where nobody says another; nil for the month of now.
  package var period: Period?
  /// The folder of pages of earlier periods, which builds take along; nil where none are kept.
  package var archive: String?
  /// How many days pages are kept after the day they are made of; nil where nobody says.
  package var retention: Int?
  /// The edges of the ranges that amounts of deals stand in on pages of teams, smallest first; none where no deal
  /// is to stand there.
  package var amountBands = [50_000, 200_000, 1_000_000].map { Money(units: $0) }
  /// The trees of the output; nil for the standard ones.
  package var trees: [Tree]?
  /// The paper that pages are printed on.
  package var paper = Paper.a4
  /// Who sees the telephone numbers and addresses of customers, of those who may see their names.
  package var contactDetails: Set<Audience> = [.own]
  /// How fields of customers stand before audiences that may see customers, where that is said.
  package var fieldForms: [Audience: [CustomerField: FieldForm]] = [:]
  /// Readers beside the members and their managers.
  package var groups: [ReaderGroup] = []
  /// Where codes are asked for, which need a key; nil where nowhere.
  package var codesAskedAt: Place?
  /// Which sheets to write on are printed behind a plan.
  package var sheets = SheetSettings()
  /// Whether the answers stand behind the last part of the participants' book.
  package var answersAtEnd = false
  /// Words that the proof lets stand anywhere: they are only by chance the same as something guarded.
  package var proofAllows: [String] = []
  /// The gates that are off.
  package var gatesOff: Set<Gate> = []
  /// The currency by its code.
  package var currency = "CNY"
  /// The zone that says what day it is.
  package var timeZone = "Asia/Shanghai"
  /// The folders whose pages may hold raw HTML, below the content folder.
  package var rawHTMLFolders: [String] = []
  /// The units that formulas know.
  package var units = ["元", "家", "单", "次", "小时", "天"]
  /// The values that formulas of every page know.
  package var values: [NamedValue] = []
  /// The company's own checks on every plan.
  package var checks: [CompanyCheck] = []
  /// Everything about the method that is the workspace's to decide.
  package var method = MethodSettings()
  /// What the workspace says of its data.
  package var dataSettings = DataSettings()

  /// Whether the pages are a course that was written for another tool.
  package var isForeignCourse: Bool { vocabulary.base != nil }

  /// The path of a file of the content folder, seen from the workspace.
  ///
  ///     settings.pathOfContent("index.md")  // "Content/index.md"
  package func pathOfContent(_ path: String) -> String {
    content.isEmpty ? path : content + "/" + path
  }

  /// The path below the content folder of a file, seen from the workspace; nil for one that lies elsewhere.
  ///
  ///     settings.pathInContent("Content/index.md")  // "index.md"
  package func pathInContent(_ path: String) -> String? {
    if content.isEmpty { return path }
    return path.hasPrefix(content + "/") ? String(path.dropFirst(content.count + 1)) : nil
  }

  /// The settings of a workspace that says nothing.
  package init() {}
}

extension CompanyChecks {
  /// The checks of a workspace's settings, ready to be asked.
  package init(_ settings: Settings) {
    let units = Units(settings.units)
    let scope = Scope().adding(settings.values, units).value
    self.init(settings.checks, in: scope, settings.method, units)
  }
}

extension Settings {
  /// The site's name in a language; where that has none of its own, the name in another.
  ///
  ///     // title: { zh-Hans: 手册, en: Handbook }
  ///     settings.title(in: .english)  // "Handbook"
  package func title(in language: Language) -> String {
    titles[language] ?? Language.allCases.lazy.compactMap { titles[$0] }.first ?? title
  }
}
