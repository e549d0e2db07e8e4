import ArgumentParser
import Book
import Diagnostics
import OrderedJSON
import Phrases
import Workspace

/// `salesbook audit`.
struct Audit: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: Phrase(
      zh: "列出谁看得到什么。",
      en: "Prints who sees what."
    ).spoken,
    discussion: Phrase(
      zh: """
        对每个交给读者的文件夹，列出表里的成员、客户、联系人、电话、地址、备注、编号和金额各有多少对它\
        的读者开放。同时写 --reader 和 --customer，说明这个人在自己的每个文件夹里看得到这家客户的什么，\
        为什么。不写任何文件。

        示例：
          salesbook audit
          salesbook audit --format csv
          salesbook audit --reader qian --customer C0101
        """,
      en: """
        For each folder that readers are handed: how many of the tables' members, customers, contacts, \
        telephone numbers, addresses, notes, ids and amounts are open to them. With --reader and \
        --customer it says what this person sees of this customer in each of their folders, and why. \
        Nothing is written.

        Examples:
          salesbook audit
          salesbook audit --format csv
          salesbook audit --reader qian --customer C0101
        """
    ).spoken)

  @Option(name: .long, help: ArgumentHelp(zh: "成员的 id。", en: "A member's id."))
  var reader: String?

  @Option(name: .long, help: ArgumentHelp(zh: "客户的编号或名称。", en: "A customer's id or name."))
  var customer: String?

  @Option(
    name: .long,
    help: ArgumentHelp(zh: "怎样写：text、json 或 csv。", en: "How to write it: text, json or csv."))
  var format = Format.text

  /// The forms of an audit.
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, csv }

  @OptionGroup var dates: DateOptions
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    guard (reader == nil) == (customer == nil) else {
      throw ValidationError(
        zh: "--reader 和 --customer 要一起写。", en: "--reader and --customer go together.")
    }
  }

  func run() async throws {
    var request = BuildRequest(now: try dates.day.requested(), writes: false)
    request.source = shared.source
    request.period = dates.period
    var question: AuditQuestion?
    if let reader, let customer { question = AuditQuestion(reader: reader, customer: customer) }
    let audit = try await auditWorkspace(request, asking: question)
    StandardStream.error(shared.diagnosticText.text(of: audit.diagnostics))
    guard let audit = audit.value else { throw ExitCode(1) }
    switch format {
    case .json: StandardStream.output(audit.json.text(indented: true) + "\n")
    case .csv: StandardStream.output(audit.csv)
    case .text: for line in audit.lines { StandardStream.output(shared.said(line) + "\n") }
    }
  }
}

extension Audit: ReadsWorkspace {}
