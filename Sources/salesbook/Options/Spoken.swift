import ArgumentParser
import Glibc
import Phrases
import Workspace

/// The language of help and of mistakes on the command line, from its words and the environment:
/// nothing has been read yet that could say another.
enum Spoken {
  /// Decided once, when the first word is needed.
  static let language = MessageLanguage(
    option: MessageLanguage.option(in: Array(CommandLine.arguments.dropFirst())),
    environment: environment
  ).language(ofWorkspace: nil)
}

extension Phrase {
  /// The text in the language of help.
  var spoken: String { text(in: Spoken.language) }
}

extension ArgumentHelp {
  /// Help in the language of help.
  init(zh chinese: Sentence<InChinese>, en english: Sentence<InEnglish>, valueName: String? = nil) {
    self.init(Phrase(zh: chinese, en: english).spoken, valueName: valueName)
  }
}

extension ValidationError {
  /// A mistake on the command line, in the language of help.
  init(zh chinese: Sentence<InChinese>, en english: Sentence<InEnglish>) {
    self.init(Phrase(zh: chinese, en: english).spoken)
  }
}

extension Language: ExpressibleByArgument {
  /// Takes what `--messages` takes.
  public init?(argument: String) {
    guard let language = MessageLanguage.named(argument) else { return nil }
    self = language
  }

  /// The names that help lists.
  public static var allValueStrings: [String] { allCases.map(\.rawValue) }
}
