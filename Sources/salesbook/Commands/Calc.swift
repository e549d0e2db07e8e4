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
    abstract: "Computes a block of formulas.",
    discussion: """
      Reads names and formulas, one a line, from a file or from standard input where the file is -, \
      and prints each name with its exact value as people read it. The units and the language are \
      those of the workspace.

      Examples:
        echo '成交客户 = ROUNDUP(350000 元 / 43750 元, 0)' | salesbook calc -
        salesbook calc target.txt --steps
        salesbook calc target.txt --format json
      """)

  @Argument(help: "The file, or - for standard input.", completion: .file())
  var file: String

  @Flag(help: "Print the working: the formula, the numbers put in, the result.")
  var steps = false

  @Option(help: "How to print: text, or json.")
  var format = BuildOptions.Format.text

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
