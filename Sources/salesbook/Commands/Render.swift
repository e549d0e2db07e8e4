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
      Each block is a section of its name; nothing is computed and no template is used.

      Examples:
        salesbook render Content/index.md
        echo '**这是重点。**后面' | salesbook render -
      """)

  @Argument(help: "The page, or - for standard input.", completion: .file(extensions: ["md"]))
  var file: String

  @Flag(name: .long, help: "Bare GitHub-flavoured Markdown: no ids, no blocks, no Chinese repair.")
  var plain = false

  @Flag(name: .long, help: "Let raw HTML and any address through.")
  var unsafeHTML = false

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    guard file == "-" || exists(file) else {
      throw ValidationError("There is no file “\(file)”.")
    }
  }

  func run() throws {
    let source = try read()
    var diagnostics = source.diagnostics
    var html: [UInt8] = []
    if let page = source.value {
      let body = plain ? page : withoutHead(page)
      let rendered = renderFile(body, plain: plain, unsafeHTML: unsafeHTML)
      diagnostics += rendered.diagnostics
      html = rendered.value
    }
    var text = shared.diagnosticText
    text.source = { $0 == source.value?.path ? source.value?.bytes : nil }
    StandardStream.error(text.text(of: diagnostics))
    if diagnostics.hasErrors { throw ExitCode(1) }
    StandardStream.output(html)
  }

  private func read() throws -> Parsed<SourceFile?> {
    guard file == "-" else { return try WorkspaceReader(".").text(of: file) }
    guard let bytes = try readStandardInput(upTo: WorkspaceReader.textLimit) else {
      throw MachineFailure("read", "standard input", because: "it is longer than 8 MB")
    }
    return textFile("standard input", bytes)
  }

  /// The page with blank lines for its front matter, so that every line keeps its number.
  private func withoutHead(_ page: SourceFile) -> SourceFile {
    let head = PageSource.read(page).value
    let blank = [UInt8](repeating: UInt8(ascii: "\n"), count: head.bodyLine)
    return SourceFile(path: page.path, bytes: blank + page.bytes[head.bodyOffset...])
  }
}
