import ArgumentParser
import Pages
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

  func validate() throws {
    guard file == "-" || exists(file) else {
      throw ValidationError("There is no file “\(file)”.")
    }
  }

  func run() throws {
    let bytes = try StandardStream.bytes(of: file)
    let source = textFile(file == "-" ? "standard input" : file, bytes)
    var diagnostics = source.diagnostics
    var html: [UInt8] = []
    if let page = source.value {
      let rendered = renderFile(
        plain ? page : body(of: page), plain: plain, unsafeHTML: unsafeHTML)
      diagnostics += rendered.diagnostics
      html = rendered.value
    }
    var text = shared.diagnosticText
    text.source = { _ in source.value?.bytes }
    StandardStream.error(text.text(of: diagnostics))
    if diagnostics.hasErrors { throw ExitCode(1) }
    StandardStream.output(html)
  }

  /// The page with its head as blank lines, so that every line keeps its number.
  private func body(of source: SourceFile) -> SourceFile {
    let page = PageSource.read(source).value
    let lines = [UInt8](repeating: 10, count: page.start.line)
    return SourceFile(path: source.path, bytes: lines + source.bytes[page.start.offset...])
  }
}
