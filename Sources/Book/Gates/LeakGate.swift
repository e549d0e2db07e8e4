import Diagnostics
import Markdown
import Pages
import Phrases
import Proof
import Storing

/// Sees to it that nothing of an answer or of a facilitator's note stands in the bytes of a reader who may not
/// see it.
enum LeakGate {
  /// The words by which people call what is not for everybody.
  static let words: Set<String> = [
    "solution", "solutions", "answer", "answers", "facilitator", "trainer", "teacher", "spoiler",
    "答案", "参考答案", "解答", "解析", "讲师", "讲师备注", "教师",
  ]

  /// The names of the blocks that participants do not get.
  static let secretBlocks = Set(
    BlockKinds.all.filter { kind in
      kind.editions.map { !$0.contains(.participant) } ?? false
    }.map { $0.name })

  /// Signs on a page that look as if they kept something from its readers, and do not: code, alerts and
  /// comments that mean an answer; and tasks inside a block that others do not get.
  static func signs(in content: [Content]) -> [Diagnostic] {
    content.flatMap { sign(of: $0, secretly: nil) }
  }

  private static func sign(of block: Content, secretly outer: String?) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var inner = outer
    switch block.kind {
    case .code(let info):
      let words = info.lowercased().prefix { $0 != "{" }.split(whereSeparator: \.isWhitespace)
        .map(String.init)
      if let word = words.first, isSecret(word), !DataFence.ofBlocks.contains(word) {
        found.append(.looksHidden("```" + word, word, at: block.place))
      } else if let word = words.dropFirst().first(where: DataFence.ofBlocks.contains) {
        // yaml quiz: no block reads it, and everybody would see the answers.
        found.append(.looksHidden("```" + info.prefix(40), word, at: block.place))
      } else if let sign = braces(in: info) {
        found.append(.looksHidden("```" + info.prefix(40), sign.word, at: block.place))
      }
    case .quote:
      let text = block.children.first?.text ?? ""
      if text.hasPrefix("[!"), let word = name(in: text.dropFirst(2)) {
        found.append(.looksHidden("> [!\(word)]", word, at: block.place))
      }
    case .html:
      if outer == nil, let sign = loosely(answering: block.text) {
        found.append(.looksHidden(sign, sign, at: block.place))
      } else if let sign = foreignComment(in: block.text) {
        found.append(.brokenComment(sign, at: block.place))
      }
    case .heading where outer == nil && isAnswerHeading(block.text):
      found.append(.looksHidden("# " + block.text, block.text, at: block.place))
    case .paragraph, .heading, .cell: found += signs(inText: block)
    case .directive(let directive):
      if let outer, ["solution", "answer"].contains(outer),
        KeptPieces.tasks.contains(directive.name)
      {
        found.append(.taskInside(directive.name, of: outer, at: block.place))
      }
      if secretBlocks.contains(directive.name) { inner = directive.name }
    default: break
    }
    return found + block.children.flatMap { sign(of: $0, secretly: inner) }
  }

  /// The signs in the words of a paragraph, a heading or a table's cell; what stands in code is meant to be
  /// read.
  private static func signs(inText block: Content) -> [Diagnostic] {
    let text = block.textBesideCode
    if text.first.map(colons.contains) ?? false,
      let word = name(in: text.drop { colons.contains($0) || $0 == " " })
    {
      return [.looksHidden(":" + word, word, at: block.place)]
    }
    if let sign = sign(in: text) { return [.looksHidden(sign.text, sign.word, at: block.place)] }
    if let sign = brokenComment(in: text) ?? foreignComment(in: text) {
      return [.brokenComment(sign, at: block.place)]
    }
    return []
  }

  /// Whether a heading says that answers follow, and no more: 参考答案.
  private static func isAnswerHeading(_ text: String) -> Bool {
    let words = text.lowercased().filter { !":：.。".contains($0) }
    return [
      "答案", "参考答案", "解答", "答案与解析", "answer", "answers", "solution", "solutions", "answer key",
    ]
    .contains(trimmed(words))
  }

  /// What HTML names that keeps an answer from nobody: `<div class="solution">`, `<summary>答案`.
  private static func loosely(answering html: String) -> String? {
    let text = html.lowercased()
    guard text.contains("class=") || text.contains("<summary") else { return nil }
    let parts = text.split { !$0.isLetter }.map(String.init)
    let names = ["solution", "solutions", "answer", "answers", "答案", "参考答案", "解答"]
    return parts.first { names.contains($0) }
  }

  /// The secret word that a text begins with; nil where it begins with another.
  private static func name(in text: Substring) -> String? {
    let word = text.drop { $0 == " " }.prefix { $0.isLetter }.lowercased()
    return isSecret(word) ? word : nil
  }

  static func isSecret(_ word: String) -> Bool {
    words.contains(word) || secretBlocks.contains(word)
  }

  /// What somebody took for the beginning of a comment: `‹!--`, `<!-`, `＜！--`.
  private static func brokenComment(in text: String) -> String? {
    // Nearly every text can be passed over for a look at its bytes.
    let bytes = Array(text.utf8)
    guard bytes.contains(UInt8(ascii: "!")) || bytes.holds("！") else { return nil }
    let signs = Array(text)
    for index in signs.indices where "<‹＜〈《&".contains(signs[index]) {
      let rest = signs[(index + 1)...].prefix(6).filter { $0 != " " }
      guard let mark = rest.first, mark == "!" || mark == "！", rest.count >= 2,
        "-–—－".contains(rest[rest.index(after: rest.startIndex)])
      else { continue }
      return String(signs[index...].prefix(5))
    }
    return nil
  }
}

/// What a page keeps from the readers of a tree, as fingerprints.
struct Secrets: Hashable, Sendable {
  /// Runs so long that nobody writes them twice by chance, wherever they stand.
  private var long: Shingles
  /// Shorter runs that what these readers get of the page does not hold: where they show up, something
  /// else than the page's text told them.
  private var short: Shingles

  /// The shorter runs of all pages, for the names of files.
  private var names: Shingles

  /// How many words make a long run.
  static let longRun = 18

  /// The fingerprints of what is hidden, beside what is shown.
  init(hidden: [String], shown: [String]) {
    long = Shingles(of: hidden, length: Self.longRun)
    short = Shingles(of: hidden, length: 10)
    short.subtract(Shingles(of: shown, length: 10))
    names = short
  }

  /// Whether there is nothing to look for.
  var isEmpty: Bool { long.isEmpty && short.isEmpty && names.isEmpty }

  /// The long runs of these and of other pages, for a document that binds them.
  mutating func formUnion(_ other: Secrets) {
    long.formUnion(other.long)
    names.formUnion(other.names)
    short.subtract(short)
  }

  /// Whether a long run is among the fingerprints of a text.
  func meets(_ marks: [UInt64]) -> Bool { long.meets(marks) }

  /// The first run of words of a secret in a file's bytes or path, or in what it says once it is unpacked: a
  /// workbook, a document of Word, a PDF; nil where there is none.
  func leak(in path: String, _ bytes: [UInt8]) -> String? {
    guard !isEmpty else { return nil }
    if let found = leak(inText: bytes, named: path) { return found }
    // A page is a text already.
    if path.hasSuffix(".html") { return names.first(in: Array(path.utf8)) }
    return innerTexts(of: path, bytes).lazy.compactMap { leak(inText: $0.bytes, named: $0.name) }
      .first ?? names.first(in: Array(path.utf8))
  }

  private func leak(inText bytes: [UInt8], named name: String) -> String? {
    let plain =
      name.lowercased().hasSuffix(".css") ? unescapedStyle(bytes) : unescaped(bytes)
    let isMarkedUp = [".html", ".htm", ".svg", ".xml"].contains(where: name.lowercased().hasSuffix)
    let text = isMarkedUp ? told(plain) : plain
    return long.first(in: text) ?? short.first(in: text)
  }
}

extension Secrets: Storable {
  func store(in bytes: inout StoredBytes) {
    for shingles in [long, short, names] { shingles.store(in: &bytes) }
  }

  init(from bytes: inout StoredReader) throws(UnreadableBytes) {
    long = try Shingles(from: &bytes)
    short = try Shingles(from: &bytes)
    names = try Shingles(from: &bytes)
  }
}

extension [Content] {
  /// The words of the blocks that some readers do not get, told by whether each directive is shown, and
  /// the words of all others.
  func split(showing shows: (Directive) -> Bool) -> (hidden: [String], shown: [String]) {
    var (hidden, shown): ([String], [String]) = ([], [])
    func walk(_ block: Content, isHidden: Bool) {
      var isHidden = isHidden
      if case .directive(let directive) = block.kind {
        isHidden = isHidden || !shows(directive)
        // A title and the heads of a table to fill in are told too.
        let told = [directive.title?.text, directive["cols"]].compactMap { $0 }
        if isHidden { hidden += told } else { shown += told }
      }
      if case .code(let info) = block.kind, DataFence.ofBlocks.contains(info) { return }
      if isHidden { hidden.append(block.text) } else { shown.append(block.text) }
      for child in block.children { walk(child, isHidden: isHidden) }
    }
    for block in self { walk(block, isHidden: false) }
    return (hidden, shown)
  }
}
