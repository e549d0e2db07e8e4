import ArgumentParser
import Foundation
import Phrases
import SalesMethod
import Workspace

/// `salesbook export html`.
struct ExportHTML: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "html",
    abstract: Phrase(
      zh: "把计划写成一个自足的网页文件。",
      en: "Writes plans as HTML files that need nothing beside them."
    ).spoken,
    discussion: Phrase(
      zh: """
        样式、脚本、图片和日历都在一个文件里，可以用聊天软件发给人，在手机上打开；不联网，不运行脚本\
        也能读全。一个人的计划写成一个文件；--all 给每个人写一个文件，都放在 -o 的文件夹里。\
        Output 不会被改动。

        --password-file 让文件打开时先问密码（AES-256-GCM，PBKDF2 60 万次），适合放在谁都能碰到的\
        地方；文件里除了加密的内容没有人名。不加密码时，同样的输入得到同样的字节。

        示例：
          salesbook export html -o qian.html --person qian --month 2026-12
          salesbook export html -o plans --all --month 2026-12
          salesbook export html -o plan.html --person qian --password-file qian.txt
        """,
      en: """
        Styles, scripts, pictures and the calendar stand in one file that can be sent through a chat and \
        opened on a phone. It asks for nothing, and reads whole where no scripts run. One person's plan \
        becomes one file; --all writes a file for everybody into the folder that -o names. Output stays as \
        it is.

        With --password-file the file asks for a password first (AES-256-GCM, PBKDF2 with 600,000 rounds), \
        for places that anybody can reach; nothing in it names anybody but what is sealed. Without one, the \
        same input gives the same bytes.

        Examples:
          salesbook export html -o qian.html --person qian --month 2026-12
          salesbook export html -o plans --all --month 2026-12
          salesbook export html -o plan.html --person qian --password-file qian.txt
        """
    ).spoken)

  @OptionGroup var export: ExportOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      zh: "要写的文件；有 --all 时是文件夹。", en: "The file to write; with --all the folder."),
    completion: .file(extensions: ["html"]))
  var output: String

  @OptionGroup var options: PlanOptions

  @Flag(
    name: .long,
    help: ArgumentHelp(zh: "每个人的计划，各一个文件。", en: "Everybody's plan, a file each."))
  var all = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      zh: "加密码：密码写在这个文件的第一行，至少 12 个字。",
      en: "Close the file by a password: the first line of this file, 12 characters at least."),
    completion: .file())
  var passwordFile: String?

  @OptionGroup var words: VocabularyOption

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if all && options.person != nil {
      throw ValidationError(
        zh: "--all 不能与 --person 一起用。", en: "--all cannot be given together with --person.")
    }
    if all && passwordFile != nil {
      throw ValidationError(
        zh: "--password-file 不能与 --all 一起用：每个人要有自己的密码，一个一个地写。",
        en:
          "--password-file cannot be given with --all: everybody needs a password of their own; write them "
          + "one by one.")
    }
  }

  /// The first line of the file that holds the password.
  private func password(_ path: String) throws -> String {
    guard let bytes = FileManager.default.contents(atPath: path), bytes.count <= 4096,
      let text = String(bytes: bytes, encoding: .utf8)
    else {
      throw ValidationError(
        zh: "读不了 --password-file 的文件“\(path)”：要一个 UTF-8 文本文件。",
        en: "The file “\(path)” of --password-file cannot be read: it takes a text file in UTF-8.")
    }
    let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    let least = PageRequest.Seal.leastCharacters
    guard line.count >= least else {
      throw ValidationError(
        zh: "“\(path)”里的密码太短：至少 \(least) 个字，几个不相干的词最好记。",
        en:
          "The password in “\(path)” is too short: \(least) characters at least; a few words that have "
          + "nothing to do with each other are easiest to keep in mind.")
    }
    return line
  }

  func run() async throws {
    let shared = export.settled(shared)
    var request = PageRequest(
      plan: try options.request(shared), choice: all ? .everybody : .person)
    request.force = export.force
    request.vocabulary = words.vocabulary
    request.seal = try passwordFile.map {
      PageRequest.Seal(password: try password($0), language: shared.language)
    }
    try ExportOptions.say(try await exportHTML(request, to: output), shared)
  }
}
