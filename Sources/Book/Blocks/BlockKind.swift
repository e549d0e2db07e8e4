import Diagnostics
import Mustache
import Pages
import Phrases

/// One kind of block: the options it takes, and the pure function from options and data to the
/// values its template prints.
///
/// The template is `Templates/blocks/NAME.mustache`.
///
/// A value of the kind is its options, read once per page. To add a kind, write one such type, name
/// it in `BlockKinds.all`, and write its template.
protocol BlockKind: Sendable {
  /// The name a page calls it by.
  static var name: String { get }
  /// Whether it holds text.
  static var form: BlockForm { get }
  /// The editions it is for where the page does not say; nil for all.
  static var editions: [Edition]? { get }

  /// Reads the options; what is wrong is the reader's to keep.
  init(_ options: inout AttributeReader)

  /// What it does with the calculations inside it, where it is a scope of their names.
  var calculations: CalculationRole? { get }

  /// The rows of data that fill it, where it is a table of them.
  var fill: FilledTable? { get }

  /// The scripts of the theme's assets that it needs in the page: `calc.js`.
  var scripts: [String] { get }

  /// The heights on paper that its template will name classes for.
  var lengths: [Length] { get }

  /// Whether its size is that of the model answer behind it.
  var wantsAnswer: Bool { get }

  /// The kind with the size that an answer, or else its language, gives it.
  func sized(for answer: ModelAnswer?, in language: Language) -> any BlockKind

  /// The values the template prints beside `id`, `title` and `body`.
  ///
  /// What the data cannot give is a diagnostic, with nil where nothing at all can be shown.
  func fields(in scene: Scene) -> Parsed<[(String, Value)]?>
}

extension BlockKind {
  static var editions: [Edition]? { nil }
  var calculations: CalculationRole? { nil }
  var fill: FilledTable? { nil }
  var scripts: [String] { [] }
  var lengths: [Length] { [] }
  var wantsAnswer: Bool { false }
  func sized(for answer: ModelAnswer?, in language: Language) -> any BlockKind { self }
}

/// Whether a block holds text.
enum BlockForm: Sendable {
  /// `:::name` … `:::`
  case container
  /// `::name{…}`
  case leaf
  /// Written either way.
  case either
}

/// Every kind of block, by its name.
enum BlockKinds {
  static let all: [any BlockKind.Type] = [
    ObjectivesBlock.self, ExerciseBlock.self, WorkedBlock.self, DiscussionBlock.self,
    HintBlock.self, SolutionBlock.self, KeyBlock.self, NoteBlock.self, FacilitatorBlock.self,
    SayBlock.self, DoBlock.self, WatchBlock.self,
    LinesBlock.self, BoxBlock.self, GridBlock.self, TableBlock.self, ChecklistBlock.self,
    PageBreakBlock.self, ScreenBlock.self, OnlyBlock.self, SummaryBlock.self, GoalBlock.self,
    CustomersBlock.self,
    FormulaBlock.self, WorkloadBlock.self, ForecastBlock.self, ParetoBlock.self,
    CalendarBlock.self, WeekSheetBlock.self, DaySheetBlock.self, CollectionsBlock.self,
    DealsBlock.self, RecordBlock.self, ChartBlock.self,
    TeamBlock.self, MembersBlock.self,
    QuizBlock.self, CardsBlock.self, CaseBlock.self,
    AnswerBlock.self, AgendaBlock.self, MaterialsBlock.self, TimeBlock.self, IfThenBlock.self,
    NotesBlock.self, FigureBlock.self, TermBlock.self, GlossaryBlock.self, EntryBlock.self,
    IndexBlock.self, ContentsBlock.self,
    CertificateBlock.self, AttendanceBlock.self, FeedbackBlock.self, FollowUpBlock.self,
  ]

  /// The blocks that ask something of the reader.
  static let tasks: Set<String> = ["exercise", "discussion", "quiz", "case"]

  /// The names in the order of the list.
  static let names = all.map { $0.name }

  private static let byName = Dictionary(
    all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  /// The kind of a name.
  static func kind(named name: String) -> (any BlockKind.Type)? { byName[name] }
}
