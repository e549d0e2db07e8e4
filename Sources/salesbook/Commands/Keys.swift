import ArgumentParser
import Diagnostics
import Phrases
import Workspace

/// `salesbook keys`.
struct Keys: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: Phrase(
      zh: "管理生成客户代号的密钥。",
      en: "Keeps the key by which codes stand for customers."
    ).spoken,
    discussion: Phrase(
      zh: """
        有的读者只能看到客户的代号，例如客户-A07。代号由本机的密钥文件 salesbook.key 和客户编号算出\
        （HMAC-SHA-256）：密钥不变，代号就不变；没有密钥的人算不回去。密钥只有所有者能读，不进 Git，\
        不发布。请备份它：丢了密钥，代号会全部改变。

        示例：
          salesbook keys new
          salesbook keys list
          salesbook keys rotate
        """,
      en: """
        Some readers see codes of customers alone, such as Customer-A07. A code is worked out of the key in \
        salesbook.key and the customer's id (HMAC-SHA-256): while the key stays the codes do, and nobody \
        can go back from a code without it. The owner alone may read the key; it is kept out of Git and \
        never published. Keep a copy: without it all codes change.

        Examples:
          salesbook keys new
          salesbook keys list
          salesbook keys rotate
        """
    ).spoken, subcommands: [New.self, Rotate.self, List.self])

  /// `salesbook keys new`.
  struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: Phrase(zh: "建立密钥；已经有的不动。", en: "Makes a key; one that is there stays.").spoken)

    @OptionGroup var shared: SharedOptions

    func run() throws {
      try shared.makeKey(replacing: false)
      shared.say(
        Phrase(
          zh: "已建立 salesbook.key，并写进 .gitignore。请备份它",
          en: "salesbook.key is made and named in .gitignore. Keep a copy of it"))
    }
  }

  /// `salesbook keys rotate`.
  struct Rotate: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: Phrase(
        zh: "换一个密钥：代号全部改变，旧代号再也对不上。",
        en: "Makes a new key: all codes change, and old ones lead nowhere."
      ).spoken)

    @OptionGroup var shared: SharedOptions

    func run() throws {
      try shared.makeKey(replacing: true)
      shared.say(
        Phrase(
          zh: "密钥已换。重新生成并发布以后，读者才看到新代号；保留着的旧版里还是旧代号",
          en:
            "the key is new. Readers see new codes once you build and publish; releases that are kept have the "
            + "old ones"))
    }
  }

  /// `salesbook keys list`.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: Phrase(
        zh: "列出每个客户的代号。只给有密钥的人看。", en: "Lists each customer's code, for whoever holds the key."
      ).spoken)

    @OptionGroup var dates: DateOptions
    @OptionGroup var shared: SharedOptions

    func run() throws {
      var request = BuildRequest(now: try dates.day.requested(), writes: false)
      request.source = shared.source
      request.period = dates.period
      let codes = try customerCodes(in: shared.source, request)
      StandardStream.error(shared.diagnosticText.text(of: codes.diagnostics))
      if codes.diagnostics.hasErrors { throw ExitCode(1) }
      for (code, id, name) in codes.value {
        StandardStream.output("\(code)\t\(id)\t\(name)\n")
      }
    }
  }
}

extension SharedOptions {
  /// Makes a key for as many customers as the workspace has.
  fileprivate func makeKey(replacing isReplaced: Bool) throws {
    let found = try newCodeKey(in: source, replacing: isReplaced)
    StandardStream.error(diagnosticText.text(of: found))
    if found.hasErrors { throw ExitCode(1) }
  }

  fileprivate func say(_ line: Phrase) {
    if !quiet { StandardStream.output(said(line) + "\n") }
  }
}

extension Keys.New: ReadsWorkspace {}
extension Keys.Rotate: ReadsWorkspace {}
extension Keys.List: ReadsWorkspace {}
