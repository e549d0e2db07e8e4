import ArgumentParser
import Book
import Diagnostics
import Glibc
import Phrases
import Rulebook
import Synchronization
import Tables
import Workspace

/// The options that every command takes.
struct SharedOptions: ParsableArguments {
  @Option(
    name: .shortAndLong, help: ArgumentHelp(zh: "工作区的文件夹。", en: "The workspace's folder."),
    completion: .directory)
  var source = "."

  @Flag(name: .shortAndLong, help: ArgumentHelp(zh: "只报告错误。", en: "Report only errors."))
  var quiet = false

  @Flag(name: .shortAndLong, help: ArgumentHelp(zh: "提示也报告。", en: "Report notes as well."))
  var verbose = false

  @Flag(
    name: .long,
    help: ArgumentHelp(
      zh: "不用颜色打印，与 NO_COLOR 相同。", en: "Print without colours, as NO_COLOR does too."))
  var noColor = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      zh: "用哪种语言说话：zh-Hans 或 en。（默认：SALESBOOK_MESSAGES，否则工作区的语言，否则环境的语言）",
      en: "The language of messages: zh-Hans or en. (default: SALESBOOK_MESSAGES, else that of the "
        + "workspace, else that of the environment)"))
  var messages: Language?

  func validate() throws {
    if let name = speech.misnamed {
      throw ValidationError(
        zh: "SALESBOOK_MESSAGES 是“\(name)”；写 zh-Hans 或 en。",
        en: "SALESBOOK_MESSAGES is “\(name)”; use zh-Hans or en.")
    }
    if quiet && verbose {
      throw ValidationError(
        zh: "-q 和 -v 不能一起用。", en: "-q and -v cannot be given together.")
    }
    guard exists(source + "/.") else {
      throw ValidationError(
        zh: "没有文件夹“\(source)”，找不到工作区。",
        en: "There is no folder “\(source)”, so no workspace in it.")
    }
  }

  private var speech: MessageLanguage {
    MessageLanguage(option: messages?.rawValue, environment: environment)
  }

  /// The language to speak to the one who runs the command.
  var language: Language { speech.language(ofWorkspace: workspaceLanguage(source)) }

  /// A phrase in that language.
  func said(_ phrase: Phrase) -> String { phrase.text(in: language) }

  /// A writer of diagnostics that shows the lines of this workspace's files.
  var diagnosticText: DiagnosticText {
    let reader = try? WorkspaceReader(source)
    var text = DiagnosticText { path in
      let bytes = try? reader?.bytes(of: path).value
      // A table may be in any encoding; pages and settings are UTF-8, or the error is that they are not.
      let isTable = [".csv", ".tsv", ".txt"].contains(where: path.lowercased().hasSuffix)
      return isTable ? bytes.flatMap { shownText(SourceFile(path: path, bytes: $0)) } : bytes
    }
    text.language = language
    text.least = quiet ? .error : verbose ? .note : .warning
    text.hasColours =
      !noColor && StandardStream.errorIsTerminal && (environment("NO_COLOR") ?? "").isEmpty
      && environment("TERM") != "dumb"
    return text
  }

  /// A line of progress, drawn where a person waits for it.
  var progress: ProgressLine {
    ProgressLine(
      isShown: !quiet && StandardStream.errorIsTerminal && environment("TERM") != "dumb",
      language: language)
  }
}

/// The languages of the workspaces that were asked for, by their folders: each looked up once a run.
private let workspaceLanguages = Mutex<[String: Language?]>([:])

/// The language of the workspace in a folder; nil where there are no settings to be read.
private func workspaceLanguage(_ folder: String) -> Language? {
  workspaceLanguages.withLock { languages in
    if let known = languages[folder] { return known }
    let isThere = exists(folder + "/salesbook.yaml")
    let found = isThere ? try? WorkspaceInput.language(WorkspaceReader(folder)) : nil
    languages[folder] = .some(found)
    return found
  }
}

/// Whether there is something under a path that a person typed.
func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

/// The value of an environment variable; nil where it is not set.
func environment(_ name: String) -> String? {
  getenv(name).map { String(cString: $0) }
}
