import Phrases
import Testing

@testable import Workspace

@Suite struct `The language of messages` {
  private static func language(
    option: String? = nil, _ environment: [String: String] = [:], workspace: Language? = nil
  ) -> Language {
    MessageLanguage(option: option) { environment[$0] }.language(ofWorkspace: workspace)
  }

  @Test(arguments: [
    ("zh-Hans", Language.chinese), ("zh", .chinese), ("ZH-HANS", .chinese), ("en", .english),
  ])
  func `is what the option says before all else`(name: String, language: Language) {
    let other: Language = language == .chinese ? .english : .chinese
    #expect(
      Self.language(
        option: name, ["SALESBOOK_MESSAGES": other.rawValue, "LANG": other.rawValue],
        workspace: other) == language)
  }

  @Test func `is what the variable says before the workspace`() {
    #expect(Self.language(["SALESBOOK_MESSAGES": "en"], workspace: .chinese) == .english)
    #expect(Self.language(["SALESBOOK_MESSAGES": "zh"], workspace: .english) == .chinese)
  }

  @Test func `is the workspace's before the locale's`() {
    #expect(Self.language(["LC_ALL": "en_GB.UTF-8"], workspace: .chinese) == .chinese)
    #expect(Self.language(["LC_ALL": "zh_CN.UTF-8"], workspace: .english) == .english)
  }

  @Test(arguments: [
    (["LC_ALL": "zh_CN.UTF-8", "LANG": "en_US.UTF-8"], Language.chinese),
    (["LC_ALL": "", "LC_MESSAGES": "zh_TW", "LANG": "en_US"], .chinese),
    (["LC_MESSAGES": "en_US.UTF-8", "LANG": "zh_CN.UTF-8"], .english),
    (["LANG": "zh"], .chinese), (["LANG": "zh-Hans"], .chinese), (["LANG": "C"], .english),
    (["LANG": "C.UTF-8"], .english), (["LANG": "de_DE.UTF-8"], .english),
    (["LANG": "zhx_AA"], .english), ([:], .english),
  ])
  func `is the locale's where there is no workspace`(
    environment: [String: String], language: Language
  ) {
    #expect(Self.language(environment) == language)
  }

  @Test func `is named wrongly where the variable names none`() {
    #expect(MessageLanguage(option: nil) { _ in "fr" }.misnamed == "fr")
    #expect(MessageLanguage(option: nil) { _ in "" }.misnamed == nil)
    #expect(MessageLanguage(option: nil) { _ in "zh" }.misnamed == nil)
  }

  @Test(
    arguments: [
      (["build", "--messages", "zh"], "zh"), (["--messages=en", "check"], "en"),
      (["build"], nil), (["build", "--messages"], nil), (["render", "--", "--messages=en"], nil),
      (["--messages", "en", "--messages", "zh"], "zh"),
    ] as [([String], String?)])
  func `is found on a command line`(words: [String], name: String?) {
    #expect(MessageLanguage.option(in: words) == name)
  }
}
