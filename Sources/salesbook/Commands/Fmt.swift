import ArgumentParser
import Diagnostics
import Phrases
import Workspace

/// `salesbook fmt`.
struct Fmt: ParsableCommand, ReadsWorkspace {
  static let configuration = CommandConfiguration(
    abstract: Phrase(
      zh: "把页面的源文件排整齐，印出来的内容不变。",
      en: "Sets out the sources of pages; what they say stays."
    ).spoken,
    discussion: Phrase(
      zh: """
        块的首尾各空一行，在 GitHub 和编辑器的预览里也读得清；表格各列对齐，一个汉字算两格；误用的全角\
        ：：：、［］、｛｝和选项两边的弯引号改成能读的。页首信息一字不动。排过的页再排也不变。

        示例：
          salesbook fmt -s my-course
          salesbook fmt -s my-course Content/part-1.md
          salesbook fmt -s my-course --check
        """,
      en: """
        Blank lines go round the first and last lines of blocks, so that GitHub's and editors' previews read \
        well; the columns of tables stand below each other, a Chinese character counting as two; \
        full-width ：：：, ［］, ｛｝ and curly quotes around options become those that are read. The head of a page \
        stays as it is. What was formatted is not changed again.

        Examples:
          salesbook fmt -s my-course
          salesbook fmt -s my-course Content/part-1.md
          salesbook fmt -s my-course --check
        """
    ).spoken)

  @Argument(
    help: ArgumentHelp(
      zh: "页面的路径，从工作区算起；不写就是所有页面。",
      en: "The paths of pages, from the workspace; all pages where none is given."))
  var pages: [String] = []

  @Flag(
    name: .long,
    help: ArgumentHelp(
      zh: "什么都不写；有页面要改时列出来，退出码为 1。",
      en: "Write nothing; list the pages that would change, and end with exit code 1."))
  var check = false

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let formatted = try FormattedPages.read(shared.source, only: pages)
    StandardStream.error(shared.diagnosticText.text(of: formatted.diagnostics))
    if formatted.diagnostics.hasErrors { throw ExitCode(1) }
    if !check { try formatted.write(to: shared.source) }
    if !shared.quiet || check { StandardStream.output(text(of: formatted)) }
    if check, !formatted.files.isEmpty { throw ExitCode(1) }
  }

  private func text(of formatted: FormattedPages) -> String {
    var lines = formatted.files.map { file in
      shared.said(Phrase(zh: "\(file.path)：\(file.summary)", en: "\(file.path): \(file.summary)"))
    }
    let (changed, count) = (formatted.files.count, formatted.count)
    lines.append(
      shared.said(
        check
          ? Phrase(
            zh: "\(count: count) 页里有 \(count: changed) 页要排",
            en: "\(count: changed) of \(count: count, "page", "pages") would change")
          : Phrase(
            zh: "\(count: count) 页里排了 \(count: changed) 页",
            en: "\(count: changed) of \(count: count, "page", "pages") changed")))
    return lines.joined(separator: "\n") + "\n"
  }
}
