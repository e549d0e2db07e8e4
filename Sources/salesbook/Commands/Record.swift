import ArgumentParser
import Diagnostics
import OrderedJSON
import Phrases
import PlanData
import Workspace

/// `salesbook record`.
struct Record: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: Phrase(
      zh: "把以前的计划说过的，和后来实际发生的，放在一起看。",
      en: "Compares what earlier plans said with what happened."
    ).spoken,
    discussion: Phrase(
      zh: """
        对最近每个完整的月份：当时预计多少，十个月里有八个应该落进的区间，说过多少把握，后来实际多少；\
        最后是有几个月落进了区间，实际是预计的几成。留存的计划（设置里的 kept_plans，或 --since）以当时\
        说的为准；没有留存的月份，用那个月第一天已知的数据重新算。不写 --person 时包括每个人，先逐个，\
        再合计。不写任何文件。

        示例：
          salesbook record
          salesbook record --person qian --months 12
          salesbook record --since Plans --format json
        """,
      en: """
        For each of the last complete months: what was expected, the interval that eight of ten months \
        should fall into, the chance that was said, and what came; then how many months fell into their \
        interval, and how much of what was expected came. Plans that were kept (kept_plans in the \
        settings, or --since) are what was said; other months are computed again from what was known on \
        their first day. Without --person for everybody, one by one and together. Nothing is written.

        Examples:
          salesbook record
          salesbook record --person qian --months 12
          salesbook record --since Plans --format json
        """
    ).spoken)

  @OptionGroup var options: PlanOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      zh: "往回看几个完整的月份，1 到 60。", en: "How many complete months to look back at, 1 to 60."))
  var months = 6

  @Option(
    name: .long, help: ArgumentHelp(zh: "怎样打印：text 或 json。", en: "How to print: text, or json."))
  var format = MakingOptions.Format.text

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    guard (1...60).contains(months) else {
      throw ValidationError(
        zh: "--months 是 1 到 60 的数，不能是 \(count: months)。",
        en: "--months is a number from 1 to 60, not \(count: months).")
    }
  }

  func run() throws {
    let read = try RequestedRecord.read(try options.request(shared), months: months)
    StandardStream.error(shared.diagnosticText.text(of: read.diagnostics))
    guard let record = read.value else { throw ExitCode(1) }
    switch format {
    case .text: StandardStream.output(record.text(in: shared.language))
    case .json:
      let data = recordJSON(
        record.record, of: record.members.map(\.id), asOf: record.asOf, months: record.months,
        undatedKept: record.undatedKept)
      StandardStream.output(data.text(indented: true) + "\n")
    }
  }
}
