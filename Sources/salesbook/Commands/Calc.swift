import ArgumentParser
import Diagnostics
import Formula
import OrderedJSON
import Phrases
import Rulebook
import SalesMethod
import Workspace

/// `salesbook calc`.
struct Calc: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: Phrase(
      zh: "计算一段公式。",
      en: "Computes a block of formulas."
    ).spoken,
    discussion: Phrase(
      zh: """
        从文件或（文件写 - 时）标准输入读取名字和公式，每行一个，按人读的样子打印每个名字的精确值。\
        单位和数字写法按工作区。

        示例：
          echo '成交客户 = ROUNDUP(350000 元 / 43750 元, 0)' | salesbook calc -
          salesbook calc target.txt --steps
          salesbook calc target.txt --format json
        """,
      en: """
        Reads names and formulas, one a line, from a file or from standard input where the file is -, \
        and prints each name with its exact value as people read it. The units and the language are \
        those of the workspace.

        Examples:
          echo '成交客户 = ROUNDUP(350000 元 / 43750 元, 0)' | salesbook calc -
          salesbook calc target.txt --steps
          salesbook calc target.txt --format json
        """
    ).spoken)

  @Argument(
    help: ArgumentHelp(zh: "文件；写 - 表示标准输入。", en: "The file, or - for standard input."),
    completion: .file())
  var file: String

  @Flag(
    help: ArgumentHelp(
      zh: "打印计算过程：公式、代入的数、结果。",
      en: "Print the working: the formula, the numbers put in, the result."))
  var steps = false

  @Option(help: ArgumentHelp(zh: "怎样打印：text 或 json。", en: "How to print: text, or json."))
  var format = MakingOptions.Format.text

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let bytes = withoutByteOrderMark(try StandardStream.bytes(of: file))
    let settings = try workspaceSettings(shared)
    let units = Units(settings.units)
    let notation = Notation(language: settings.language.rawValue)
    let place = Place(path: file, line: 1, column: 1)
    let computed = calculate(String(decoding: bytes, as: UTF8.self), at: place, units: units)
    switch format {
    case .json:
      let json = computed.value.json(
        in: notation, diagnostics: computed.diagnostics, steps: steps)
      StandardStream.output(json.text(indented: true) + "\n")
    case .text:
      var text = DiagnosticText { _ in bytes }
      text.least = shared.quiet ? .error : .warning
      text.language = shared.language
      StandardStream.error(text.text(of: computed.diagnostics))
      StandardStream.output(computed.value.report(in: notation, steps: steps))
    }
    if computed.diagnostics.hasErrors { throw ExitCode(1) }
  }

  /// The text of a file that an editor may have begun with a mark of its encoding.
  private func withoutByteOrderMark(_ bytes: [UInt8]) -> [UInt8] {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
  }
}
