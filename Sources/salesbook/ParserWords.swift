import Phrases

/// The words of ArgumentParser's own that stand around our help and before our mistakes.
///
/// The library speaks English only. What it writes is a closed set of headings and sentences, each
/// at the start of a line or at its end, so that nothing of ours is changed.
enum ParserWords {
  /// A text of the library in the language.
  static func said(_ text: String, in language: Language) -> String {
    guard language == .chinese else { return text }
    let lines = values(text).split(separator: "\n", omittingEmptySubsequences: false)
    return lines.map { chinese(String($0)) }.joined(separator: "\n")
  }

  /// A script that quotes the library's sentences somewhere in its lines, in the language.
  static func anywhere(_ script: String, in language: Language) -> String {
    guard language == .chinese else { return script }
    return endings.reduce(script) { $0.replacing($1.0, with: $1.1) }
  }

  private static func chinese(_ line: String) -> String {
    var line = line
    for (english, chinese) in openings where line.hasPrefix(english) {
      line = chinese + line.dropFirst(english.count)
    }
    for sentence in sentences {
      if let changed = line.wholeMatch(of: sentence.pattern) {
        line = sentence.chinese.replacing("$", with: String(changed.output.1))
      }
    }
    for (english, chinese) in endings where line.hasSuffix(english) {
      line = line.dropLast(english.count) + chinese
    }
    return line
  }

  private static let openings = [
    ("OVERVIEW: ", "说明："), ("USAGE: ", "用法："), ("Usage: ", "用法："), ("ARGUMENTS:", "参数："),
    ("OPTIONS:", "选项："), ("SUBCOMMANDS:", "命令："), ("Error: ", "错误："), ("Help:  ", "说明："),
  ]

  private static let endings = [
    ("Show the version.", "显示版本。"), ("Show help information.", "显示帮助。"),
    ("Show subcommand help information.", "显示命令的帮助。"),
  ]

  private struct Sentence {
    let pattern: Regex<(Substring, Substring)>
    let chinese: String
  }

  /// Computed: a `Regex` may not be shared between tasks.
  private static var sentences: [Sentence] {
    [
      Sentence(
        pattern: /错误：Unknown option ('[^']*'(?:。是不是 '[^']*'？)?)/, chinese: "错误：没有选项 $"),
      Sentence(pattern: /错误：Missing value for ('.*')/, chinese: "错误：$ 后面缺少值"),
      Sentence(pattern: /错误：Missing expected argument ('.*')/, chinese: "错误：缺少参数 $"),
      Sentence(pattern: /错误：Missing one of: ('.*')/, chinese: "错误：缺少其中之一：$"),
      Sentence(pattern: /错误：Unexpected argument ('.*')/, chinese: "错误：多出的参数 $"),
      Sentence(
        pattern: /错误：The value ('.*' 不能用于 '.*'.*)/, chinese: "错误：值 $"),
      Sentence(
        pattern: /\s*See '(.*)' for detailed help\./, chinese: "  详细帮助见“$”。"),
      Sentence(
        pattern: /\s*See '(.*)' for more information\./, chinese: "  详细说明见“$”。"),
    ]
  }

  /// What stands in brackets behind the help of an option, and inside a mistake about its value; the
  /// library may break a line at any of its spaces.
  private static func values(_ text: String) -> String {
    text.replacing(/\ ?\(values:(\s+)([^;)]*);(\s+)default:\s+([^)]*)\)/) {
      "（可以是\($0.1)\(listed($0.2))；\(broken($0.3))默认：\($0.4)）"
    }
    .replacing(/\ ?\(values:(\s+)([^;)]*)\)/) { "（可以是\($0.1)\(listed($0.2))）" }
    .replacing(/\ ?\(default:\s+([^)]*)\)/) { "（默认：\($0.1)）" }
    .replacing(/' is invalid for '([^']*)'(: )?/) {
      "' 不能用于 '\($0.1)'\($0.2 == nil ? "" : "：")"
    }
    .replacing(". Please provide one of the following:", with: "。请写其中之一：")
    .replacing(/\. Did you mean '([^']*)'\?/) { "。是不是 '\($0.1)'？" }
    .replacing(/\. Please provide one of ([^\n]*)\./) {
      "。请写其中之一：\(String($0.1).replacing(#/, | or | and /#) { _ in "、" })。"
    }
  }

  /// Values as Chinese lists them; a line's end between two stays.
  private static func listed(_ values: Substring) -> Substring {
    values.replacing(/, ?/) { _ in "、" }
  }

  /// A line's end and what is set in behind it; nothing where there is only a space.
  private static func broken(_ gap: Substring) -> Substring { gap.contains("\n") ? gap : "" }
}
