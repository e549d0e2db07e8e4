import ArgumentParser
import Book
import Diagnostics
import Markdown
import Workspace

/// `salesbook render`.
struct Render: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prints a page's body as HTML.",
    discussion: """
      Reads one page, or standard input where the file is -, and prints its body without the \
      layout of a site: a directive becomes a section of its name, data stays code.

      Examples:
        salesbook render Content/index.md
        echo '**重点。**后面' | salesbook render -
        salesbook render --plain --unsafe-html README.md
      """)

  @Argument(help: "The page, or - for standard input.", completion: .file(extensions: ["md"]))
  var file: String

  @Flag(
    help: "Bare GitHub-flavoured Markdown: no heading ids, no blocks, no repair of Chinese text.")
  var plain = false

  @Flag(name: .customLong("unsafe-html"), help: "Let raw HTML and every address through.")
  var unsafeHTML = false

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let source = SourceFile(path: file, bytes: try StandardStream.bytes(of: file))
    let rendered = renderFile(
      plain ? source : body(of: source), plain: plain, unsafeHTML: unsafeHTML)
    var text = DiagnosticText { _ in source.bytes }
    text.least = shared.quiet ? .error : .warning
    StandardStream.error(text.text(of: rendered.diagnostics))
    if rendered.diagnostics.hasErrors { throw ExitCode(1) }
    StandardStream.output(rendered.value)
  }

  /// The page with its head as blank lines, so that every line keeps its number.
  private func body(of source: SourceFile) -> SourceFile {
    let page = PageSource.read(source).value
    let lines = [UInt8](repeating: 10, count: page.bodyLine)
    return SourceFile(path: source.path, bytes: lines + source.bytes[page.bodyOffset...])
  }
}
