import ArgumentParser
import Diagnostics
import Phrases
import Workspace

/// `salesbook manual`.
struct Manual: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: Phrase(
      zh: "打印命令的手册页（man）。",
      en: "Prints the man page of a command."
    ).spoken,
    discussion: Phrase(
      zh: """
        手册页与 --help 同出一处。用 .deb 安装的，直接用 man salesbook、man salesbook-build 查看。

        示例：
          salesbook manual build | man -l -
          salesbook manual export pdf > salesbook-export-pdf.1
          salesbook manual --list
        """,
      en: """
        The pages are made of what --help says. Where the .deb is installed, man salesbook and \
        man salesbook-build show them.

        Examples:
          salesbook manual build | man -l -
          salesbook manual export pdf > salesbook-export-pdf.1
          salesbook manual --list
        """
    ).spoken)

  @Argument(
    help: ArgumentHelp(
      zh: "哪个命令，例如 export pdf。（默认：整个程序）",
      en: "The command, such as export pdf. (default: the program as a whole)"))
  var command: [String] = []

  @Flag(help: ArgumentHelp(zh: "列出所有手册页的名字。", en: "List the names of all pages."))
  var list = false

  @OptionGroup var words: HelpLanguage

  func run() throws {
    let pages = try HelpTree(describedBy: Salesbook._dumpHelp()).all
    if list {
      return StandardStream.output(pages.map { ManPage.name(of: $0.words) + "\n" }.joined())
    }
    guard let found = pages.first(where: { $0.words == command }) else {
      let name = command.joined(separator: " ")
      let known = pages.map { $0.words.joined(separator: " ") }.filter { !$0.isEmpty }
      throw ValidationError(
        zh: "没有命令“\(name)”。\(suggestion(for: name, among: known))",
        en: "There is no command “\(name)”: \(suggestion(for: name, among: known))")
    }
    let language = Spoken.language
    let page = ManPage(of: found.command, found.words, version: programVersion, in: language) {
      ParserWords.said($0, in: language)
    }
    StandardStream.output(page.text)
  }
}
