import Phrases

/// The man page of one command, made of its help.
///
///     ManPage(of: build, ["build"], version: "0.1.0", in: .english).text  // ".TH SALESBOOK\-BUILD 1 …"
struct ManPage {
  private let command: HelpTree
  private let words: [String]
  private let version: String
  private let language: Language
  private let said: @Sendable (String) -> String

  /// Prepares a page.
  ///
  /// `words` lead to the command, and are none for the program itself. `said` gives the sentences of the
  /// library that reads the command line in the language of the page.
  init(
    of command: HelpTree, _ words: [String], version: String, in language: Language,
    said: @escaping @Sendable (String) -> String
  ) {
    self.command = command
    self.words = words
    self.version = version
    self.language = language
    self.said = said
  }

  /// The name of a page: `salesbook-export-pdf`.
  static func name(of words: [String]) -> String { (["salesbook"] + words).joined(separator: "-") }

  /// The page as troff with the macros of `man`.
  var text: String {
    var lines = [
      ".\\\" -*- coding: utf-8 -*-",
      ".TH \(plain(Self.name(of: words).uppercased())) 1 \"\" \"salesbook \(version)\"",
      // Lines of Chinese cannot be spread to both margins.
      ".ad l",
    ]
    lines += heading(Phrase(zh: "名称", en: "NAME"))
    lines.append("\(plain(Self.name(of: words))) \\- \(plain(command.abstract ?? ""))")
    lines += heading(Phrase(zh: "用法", en: "SYNOPSIS")) + [synopsis]
    if let discussion = command.discussion {
      lines += heading(Phrase(zh: "说明", en: "DESCRIPTION")) + Self.paragraphs(discussion)
    }
    let (positional, named) = (
      command.shownArguments.filter { $0.kind == .positional },
      command.shownArguments.filter { $0.kind != .positional }
    )
    if !positional.isEmpty {
      lines += heading(Phrase(zh: "参数", en: "ARGUMENTS")) + positional.flatMap(entry)
    }
    lines += heading(Phrase(zh: "选项", en: "OPTIONS")) + named.flatMap(entry)
    if !command.shown.isEmpty {
      lines += heading(Phrase(zh: "命令", en: "COMMANDS"))
      lines += command.shown.flatMap { child in
        let name = Self.name(of: words + [child.commandName])
        return [".TP", "\\fB\(plain(name))\\fR(1)", plain(child.abstract ?? "")]
      }
    }
    if !words.isEmpty {
      lines += heading(Phrase(zh: "另见", en: "SEE ALSO"))
      lines.append("\\fB\(plain(Self.name(of: words.dropLast())))\\fR(1)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func heading(_ title: Phrase) -> [String] { [".SH \(title.text(in: language))"] }

  private var synopsis: String {
    var parts = ["\\fB" + plain((["salesbook"] + words).joined(separator: " ")) + "\\fR"]
    if !command.shown.isEmpty {
      parts.append(Phrase(zh: "<命令>", en: "<command>").text(in: language))
    }
    parts.append(Phrase(zh: "[选项]", en: "[options]").text(in: language))
    parts += command.shownArguments.filter { $0.kind == .positional }.map { argument in
      let value = "<\(argument.valueName ?? "value")>\(argument.isRepeating ? " ..." : "")"
      return plain(argument.isOptional ? "[\(value)]" : value)
    }
    return parts.joined(separator: " ")
  }

  /// An option with its names, what it is for, what it may be and what it is where nothing is said.
  private func entry(_ argument: HelpTree.Argument) -> [String] {
    let value = "<\(argument.valueName ?? "value")>"
    let names = (argument.names ?? []).sorted { $0.kind.order < $1.kind.order }
      .map { "\\fB\(plain($0.typed))\\fR" }.joined(separator: ", ")
    let head: String =
      switch argument.kind {
      case .positional: plain(value)
      case .flag: names
      case .option: names + " " + plain(value)
      }
    var about = [said(argument.abstract ?? "")]
    if let values = argument.allValues, !values.isEmpty {
      about.append(
        Phrase(zh: "可以是\(list: values)。", en: "One of \(values.joined(separator: ", ")).")
          .text(in: language))
    }
    if let standard = argument.defaultValue, !standard.isEmpty {
      about.append(Phrase(zh: "默认：\(standard)。", en: "Default: \(standard).").text(in: language))
    }
    let text = about.filter { !$0.isEmpty }.joined(separator: language == .chinese ? "" : " ")
    return [".TP", head, plain(text)]
  }

  /// Paragraphs, each filled; lines that are set in stay as they are.
  private static func paragraphs(_ text: String) -> [String] {
    var lines: [String] = []
    var isExample = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let isSetIn = line.hasPrefix("  ")
      if isSetIn != isExample, !line.isEmpty {
        lines += isSetIn ? [".RS 2", ".nf"] : [".fi", ".RE"]
        isExample = isSetIn
      }
      if line.isEmpty {
        lines.append(isExample ? "" : ".PP")
      } else {
        lines.append(escaped(isSetIn ? String(line.dropFirst(2)) : String(line)))
      }
    }
    if isExample { lines += [".fi", ".RE"] }
    // An empty line at the end of an example would stand beside the gap that follows.
    return lines.indices.compactMap { index in
      lines[index].isEmpty && lines.indices.contains(index + 1) && lines[index + 1] == ".fi"
        ? nil : lines[index]
    }
  }

  private func plain(_ text: String) -> String {
    Self.escaped(text.replacing("\n", with: " "))
  }

  /// Text that troff prints as it stands: no backslash of its own, no request at the start of a line, and
  /// dashes and quotes that can be copied into a shell.
  static func escaped(_ text: String) -> String {
    let signs = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
      .replacing("'", with: "\\(aq").replacing("`", with: "\\(ga").replacing("^", with: "\\(ha")
      .replacing("~", with: "\\(ti")
    return signs.hasPrefix(".") ? "\\&" + signs : signs
  }
}

extension HelpTree.Argument.Name.Kind {
  /// Short names stand before long ones.
  fileprivate var order: Int {
    switch self {
    case .short: 0
    case .longWithSingleDash: 1
    case .long: 2
    }
  }
}
