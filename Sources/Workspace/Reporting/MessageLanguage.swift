package import Phrases

/// Which language the program speaks to the person who runs it; what is built never depends on it.
///
/// The first that says something decides: `--messages`, `SALESBOOK_MESSAGES`, the workspace that
/// the command reads, the locale of the environment. Else it is English.
package struct MessageLanguage {
  /// The name of the environment variable.
  package static let variable = "SALESBOOK_MESSAGES"

  private let option: String?
  private let environment: (String) -> String?

  /// Takes what stands behind `--messages`, and a way to look at the environment.
  package init(option: String?, environment: @escaping (String) -> String?) {
    self.option = option
    self.environment = environment
  }

  /// The language to speak, where the workspace is in one or there is none.
  ///
  ///     MessageLanguage(option: nil) { $0 == "LANG" ? "zh_CN.UTF-8" : nil }
  ///       .language(ofWorkspace: nil)  // .chinese
  package func language(ofWorkspace workspace: @autoclosure () -> Language?) -> Language {
    asked ?? workspace() ?? locale ?? .english
  }

  /// The language that somebody asked for by option or variable.
  package var asked: Language? {
    option.flatMap(Self.named) ?? given(Self.variable).flatMap(Self.named)
  }

  /// What the variable says where it is no language that the program speaks.
  package var misnamed: String? {
    given(Self.variable).flatMap { Self.named($0) == nil ? $0 : nil }
  }

  /// The language of a name: `zh-Hans`, `zh` or `en`, in any case.
  ///
  ///     MessageLanguage.named("zh")  // .chinese
  package static func named(_ name: String) -> Language? {
    switch name.lowercased() {
    case "zh-hans", "zh": .chinese
    case "en": .english
    default: nil
    }
  }

  /// What follows `--messages` among the words of a command line; the last one counts.
  ///
  ///     MessageLanguage.option(in: ["build", "--messages", "zh"])  // "zh"
  package static func option(in arguments: [String]) -> String? {
    var found: String?
    for (index, word) in arguments.enumerated() {
      if word == "--" { break }
      if word.hasPrefix("--messages=") { found = String(word.dropFirst("--messages=".count)) }
      if word == "--messages", index + 1 < arguments.count { found = arguments[index + 1] }
    }
    return found
  }

  private var locale: Language? {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"]
    return names.lazy.compactMap(given).first.map { name in
      let tongue = name.lowercased().prefix { $0 != "_" && $0 != "-" && $0 != "." && $0 != "@" }
      return tongue == "zh" ? .chinese : .english
    }
  }

  /// A variable that is set to something.
  private func given(_ name: String) -> String? {
    environment(name).flatMap { $0.isEmpty ? nil : $0 }
  }
}
