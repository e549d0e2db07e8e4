import ArgumentParser
import Diagnostics
import Phrases
import Workspace

/// `salesbook new`.
struct New: ParsableCommand, ReadsWorkspace {
  static let configuration = CommandConfiguration(
    abstract: Phrase(
      zh: "写出一页或一个块的骨架，由你来填。",
      en: "Writes a page or a block to begin with."
    ).spoken,
    discussion: Phrase(
      zh: """
        part 是课程的一部分：讲解、练习、讲评；lesson 是一节短课：例题、练习、一道题。两者都是新的一页，路径从\
        内容文件夹算起。exercise、worked、quiz、cards 是块：给了页面就接在它末尾，没给就打印出来。用工作区的\
        语言来写，写好就能生成，没有警告。

        示例：
          salesbook new part -s my-course part-3 --title 谈价
          salesbook new lesson -s my-course lesson-3
          salesbook new quiz -s my-course lesson-2
          salesbook new cards
        """,
      en: """
        A part of a course has a talk, an exercise and a debrief; a lesson is shorter: an example, an exercise, \
        a question. Both are pages of their own, at a path from the content folder. exercise, worked, quiz and \
        cards are blocks: they go to the end of the page that is named, or are printed where none is. They speak \
        the language of the workspace and build at once, without a warning.

        Examples:
          salesbook new part -s my-course part-3 --title "Price"
          salesbook new lesson -s my-course lesson-3
          salesbook new quiz -s my-course lesson-2
          salesbook new cards
        """
    ).spoken)

  @Argument(
    help: ArgumentHelp(
      zh: "写什么：part、lesson、exercise、worked、quiz 或 cards。",
      en: "What to write: part, lesson, exercise, worked, quiz or cards."))
  var kind: Skeleton.Kind

  @Argument(
    help: ArgumentHelp(
      zh: "页面的路径，从内容文件夹算起，“.md”可以不写。",
      en: "The path of the page, from the content folder; “.md” may be left out."))
  var page: String?

  @Option(
    name: .long,
    help: ArgumentHelp(zh: "新页面的标题。（默认：文件名）", en: "The new page's title. (default: its name)"))
  var title: String?

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if kind.isPage, page == nil {
      throw ValidationError(
        zh: "写明新页面的路径，例如 salesbook new \(kind.rawValue) part-3。",
        en: "Say where the new page goes, as in salesbook new \(kind.rawValue) part-3.")
    }
    if !kind.isPage, title != nil {
      throw ValidationError(
        zh: "--title 只用于 part 和 lesson。", en: "--title goes with part and lesson only.")
    }
    if let page, page.split(separator: "/").contains("..") || page.hasPrefix("/") {
      throw ValidationError(
        zh: "路径要在内容文件夹里。", en: "The path has to lie in the content folder.")
    }
  }

  func run() throws {
    let written = try Skeleton.write(kind, to: page, title: title, in: shared.source)
    StandardStream.error(shared.diagnosticText.text(of: written.diagnostics))
    guard let skeleton = written.value else { throw ExitCode(1) }
    guard let path = skeleton.path else { return StandardStream.output(skeleton.text) }
    guard !shared.quiet else { return }
    let said =
      kind.isPage
      ? Phrase(zh: "已写入 \(path)。\n", en: "\(path) was written.\n")
      : Phrase(zh: "已接在 \(path) 末尾。\n", en: "Added at the end of \(path).\n")
    StandardStream.output(shared.said(said))
  }
}

extension Skeleton.Kind: ExpressibleByArgument {}
