import ArgumentParser
import Diagnostics
import Markdown
import Pages
import Phrases
import Workspace

/// `salesbook render`.
struct Render: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: Phrase(
      zh: "把一页的正文打印成 HTML。",
      en: "Prints a page's body as HTML."
    ).spoken,
    discussion: Phrase(
      zh: """
        读取一页，或（文件写 - 时）标准输入，打印不带网站版式的正文：块成为以它命名的段落，数据保留为代码。

        示例：
          salesbook render Content/index.md
          echo '**重点。**后面' | salesbook render -
          salesbook render --plain --unsafe-html README.md
        """,
      en: """
        Reads one page, or standard input where the file is -, and prints its body without the \
        layout of a site: a directive becomes a section of its name, data stays code.

        Examples:
          salesbook render Content/index.md
          echo '**重点。**后面' | salesbook render -
          salesbook render --plain --unsafe-html README.md
        """
    ).spoken)

  @Argument(
    help: ArgumentHelp(zh: "页面文件；写 - 表示标准输入。", en: "The page, or - for standard input."),
    completion: .file(extensions: ["md"]))
  var file: String

  @Flag(
    help: ArgumentHelp(
      zh: "纯粹的 GitHub Markdown：没有标题 id，没有块，不修整中文。",
      en: "Bare GitHub-flavoured Markdown: no heading ids, no blocks, no repair of Chinese text."))
  var plain = false

  @Flag(
    name: .customLong("unsafe-html"),
    help: ArgumentHelp(zh: "原样放行 HTML 和任何地址。", en: "Let raw HTML and every address through."))
  var unsafeHTML = false

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    guard file == "-" || exists(file) else {
      throw ValidationError(zh: "没有文件“\(file)”。", en: "There is no file “\(file)”.")
    }
  }

  func run() throws {
    let bytes = try StandardStream.bytes(of: file)
    let source = textFile(
      file == "-" ? shared.said(Phrase(zh: "标准输入", en: "standard input")) : file, bytes)
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
