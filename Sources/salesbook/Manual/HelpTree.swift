import Foundation

/// A command as its help tells it: what the man pages are made of.
///
/// The library that reads the command line describes every command as JSON; only what pages print is
/// taken of it.
///
///     let tree = try HelpTree(describedBy: Salesbook._dumpHelp())
///     tree.shown.map(\.commandName)  // ["build", "check", …]
struct HelpTree: Decodable {
  /// The name that is typed: `build`.
  let commandName: String
  /// What it does, in a sentence.
  let abstract: String?
  /// What else there is to say: paragraphs, and examples that are set in by two spaces.
  let discussion: String?
  private let shouldDisplay: Bool?
  private let subcommands: [HelpTree]?
  private let arguments: [Argument]?

  /// An option, a flag, or a word that stands alone.
  struct Argument: Decodable {
    /// What kind of word it is.
    enum Kind: String, Decodable { case positional, option, flag }

    /// A name of it.
    struct Name: Decodable {
      /// How many dashes stand before it.
      enum Kind: String, Decodable { case long, short, longWithSingleDash }
      let kind: Kind
      let name: String

      /// As it is typed: `--output`, `-o`.
      var typed: String {
        switch kind {
        case .long: "--" + name
        case .short, .longWithSingleDash: "-" + name
        }
      }
    }

    let kind: Kind
    let isOptional: Bool
    let isRepeating: Bool
    let names: [Name]?
    let valueName: String?
    let defaultValue: String?
    let allValues: [String]?
    let abstract: String?
    fileprivate let shouldDisplay: Bool
  }

  /// The tree of a program from the library's description of it.
  init(describedBy text: String) throws {
    struct Tool: Decodable { let command: HelpTree }
    self = try JSONDecoder().decode(Tool.self, from: Data(text.utf8)).command
  }

  /// The commands below it that help lists.
  var shown: [HelpTree] {
    (subcommands ?? []).filter { $0.shouldDisplay != false && $0.commandName != "help" }
  }

  /// What can be written behind it, as far as help lists it.
  var shownArguments: [Argument] { (arguments ?? []).filter(\.shouldDisplay) }

  /// This command and all below it, each with the words that lead to it.
  ///
  ///     // [], ["build"], …, ["export"], ["export", "xlsx"], …
  var all: [(words: [String], command: HelpTree)] {
    [([], self)]
      + shown.flatMap { child in
        child.all.map { ([child.commandName] + $0.words, $0.command) }
      }
  }
}
