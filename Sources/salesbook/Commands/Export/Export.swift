import ArgumentParser
import Diagnostics
import Phrases
import Workspace

/// `salesbook export`.
struct Export: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: Phrase(
      zh: "为其他程序写出计划、数据表、计算和日历。",
      en: "Writes a plan, tables, calculations and calendars for other programs."
    ).spoken,
    subcommands: [
      ExportXLSX.self, ExportCSV.self, ExportICS.self, ExportPDF.self, ExportHTML.self,
      ExportDOCX.self, ExportPPTX.self,
    ])
}

/// The options of every export.
struct ExportOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(zh: "工作区的文件夹，与 -s 相同。", en: "The workspace's folder, as -s names it."),
    completion: .directory)
  var place: String?

  @Flag(
    name: .long,
    help: ArgumentHelp(
      zh: "不是我们写的或后来改过的文件也替换。", en: "Replace files that are not ours or were changed since."))
  var force = false

  func validate() throws {
    if let place, !exists(place + "/.") {
      throw ValidationError(
        zh: "没有文件夹“\(place)”，找不到工作区。",
        en: "There is no folder “\(place)” to find a workspace in.")
    }
  }

  /// The shared options with the workspace that was named.
  func settled(_ shared: SharedOptions) -> SharedOptions {
    var shared = shared
    if let place { shared.source = place }
    return shared
  }

  /// Says what came of an export, and ends with exit code 1 where nothing was written; 3
  /// where the machine lacks the program for it.
  static func say(_ report: ExportReport, _ shared: SharedOptions) throws {
    StandardStream.error(shared.diagnosticText.text(of: report.diagnostics))
    if report.diagnostics.hasErrors {
      throw ExitCode(report.lacksProgram ? 3 : 1)
    }
    if shared.quiet { return }
    for path in report.written {
      StandardStream.error(shared.said(Phrase(zh: "已写入：\(path)\n", en: "written: \(path)\n")))
    }
    for path in report.unchanged {
      StandardStream.error(shared.said(Phrase(zh: "未变：\(path)\n", en: "unchanged: \(path)\n")))
    }
    if !report.parts.isEmpty {
      StandardStream.error("  " + shared.language.list(report.parts) + "\n")
    }
  }
}
