import ArgumentParser
import Diagnostics
import Phrases
import SalesData
import SalesMethod
import Workspace

/// `salesbook fix`.
struct Fix: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: Phrase(
      zh: "把稳妥的改正写进 salesbook.yaml。",
      en: "Writes what is safe to mend into salesbook.yaml."
    ).spoken,
    discussion: Phrase(
      zh: """
        读一遍数据表，把只有一种可能的写进设置：这是谁的计划、认错的列、名称已说明白的阶段。先显示改动，\
        旧的 salesbook.yaml 另存为 salesbook.yaml.bak；导出的数据从不改动，还没定的推算目标会重新推算。有几种可能的只列出来，由你用 \
        --set 选定。

        示例：
          salesbook fix -s my-plan --dry-run
          salesbook fix -s my-plan
          salesbook fix -s my-plan --set date_order.deals.created=dmy
        """,
      en: """
        Reads the tables and writes into the settings what can mean one thing only: whose plan it is, \
        columns that were not recognised, stages whose names say plainly what they are. The change is \
        shown, the old salesbook.yaml is kept as salesbook.yaml.bak, and no export is ever changed; goals \
        that were worked out and not decided on are worked out anew. \
        What could mean several things is listed, for you to choose with --set.

        Examples:
          salesbook fix -s my-plan --dry-run
          salesbook fix -s my-plan
          salesbook fix -s my-plan --set date_order.deals.created=dmy
        """
    ).spoken)

  @Flag(
    name: .long, help: ArgumentHelp(zh: "只显示改动，不写文件。", en: "Show the change only; write nothing."))
  var dryRun = false

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      zh: "你选定的一项，例如 person=张伟、stages.意向=open；可以写多次。",
      en: "What you have decided, as person=Lin or stages.Hot=open; may be given more than once.",
      valueName: "key=value"))
  var values: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      zh: "定下目标销售额，例如 350000 或 35万；写进一个新的目标文件。",
      en: "The sales target you have decided on, as 350000; it goes into a new file of goals."),
    transform: targetValue)
  var goal: Int?

  @OptionGroup var day: DayOption

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    for value in values where !value.contains("=") {
      throw ValidationError(
        zh: "“\(value)”里没有“=”；写成 person=张伟。", en: "“\(value)” has no “=”; write it as person=Lin.")
    }
    for value in values
    where value.drop(while: { $0 != "=" }).dropFirst().allSatisfy(\.isWhitespace) {
      throw ValidationError(
        zh: "“\(value)”后面没有值；写成 person=张伟，不要这一项就写 ~。",
        en: "“\(value)” has no value; write it as person=Lin, or ~ for none.")
    }
  }

  func run() throws {
    let read = try FixedWorkspace.read(
      shared.source, given: values.map(given), target: goal, now: try day.requested())
    let fixed = read.value
    var text = shared.diagnosticText
    StandardStream.error(text.text(of: read.diagnostics))
    if read.diagnostics.hasErrors { throw ExitCode(1) }
    if let goals = fixed.goals {
      let written = dryRun ? [] : try fixed.writeGoals(to: shared.source)
      StandardStream.error(text.text(of: written))
      if written.hasErrors { throw ExitCode(1) }
      StandardStream.output(
        "+ \(goals.path)\n" + String(decoding: withoutMark(goals.bytes), as: UTF8.self))
    }
    if fixed.before == fixed.after {
      let nothing = Phrase(zh: "没有可以稳妥改正的。\n", en: "There is nothing that is safe to mend.\n")
      if fixed.goals == nil { StandardStream.output(shared.said(nothing)) }
    } else {
      StandardStream.output(difference(of: fixed.before, and: fixed.after))
      let kept = dryRun ? nil : try fixed.write(to: shared.source)
      StandardStream.output(shared.said(last(fixed, kept)))
    }
    text.source = { _ in nil }
    StandardStream.error(text.text(of: fixed.left))
    sayChoices(fixed.left)
    if fixed.left.hasErrors { throw ExitCode(1) }
  }

  /// Bytes of text without the mark that spreadsheets want at their beginning.
  private func withoutMark(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
  }

  private func last(_ fixed: FixedWorkspace, _ kept: String?) -> Phrase {
    guard let kept else {
      return Phrase(zh: "以上是要改的；什么都没有写入。\n", en: "This would change; nothing was written.\n")
    }
    return Phrase(
      zh: "salesbook.yaml 已改，旧的另存为 \(kept)。\n",
      en: "salesbook.yaml was changed; the old one is kept as \(kept).\n")
  }

  /// The commands that settle what is open.
  private func sayChoices(_ left: [Diagnostic]) {
    let open = left.filter { $0.severity != .note && !$0.offers.isEmpty }.sorted()
    guard !open.isEmpty, !shared.quiet else { return }
    var text = shared.said(Phrase(zh: "\n要你选定的：\n", en: "\nFor you to decide:\n"))
    for diagnostic in open {
      text += "\(diagnostic.place.description): \(shared.said(diagnostic.message))\n"
      for offer in diagnostic.offers {
        let sets = offer.lines.map { line in
          let status = ["open", "won", "lost"].first { line.value == "{ status: \($0) }" }
          let value = line.value.isEmpty ? "…" : status ?? line.value
          return " --set " + shellQuoted(line.keys.joined(separator: ".") + "=" + value)
        }
        text +=
          "  salesbook fix -s \(shellQuoted(shared.source))\(sets.joined())   # \(shared.said(offer.meaning))\n"
      }
    }
    StandardStream.output(text)
  }

  /// The keys and the value of `key=value`; a stage may be given by its status alone.
  private func given(_ text: String) -> FixedWorkspace.Given {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let keys = DataSettings.keys(of: String(parts[0]))
    let value = String(parts[1])
    if keys.first == "stages", ["open", "won", "lost"].contains(value) {
      return (keys, "{ status: \(value) }")
    }
    return (keys, value)
  }
}
