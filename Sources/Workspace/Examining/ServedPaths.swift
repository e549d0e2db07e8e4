/// What a web server is told to serve, as far as the doctor reads it: folders, and lists of what is in them.
///
///     ServedPaths(reading: "root /srv/plans;\nautoindex on;").folders  // [/srv/plans, line 1]
struct ServedPaths: Hashable, Sendable {
  /// A folder that is served, or a line that lets folders be listed.
  struct Line: Hashable, Sendable {
    /// The folder's path; nil for a line that lets folders be listed.
    let folder: String?
    /// The line in the file, from 1.
    let line: Int
  }

  /// The folders, as they are written, up to the first variable in them.
  private(set) var folders: [Line] = []
  /// The lines that let folders be listed.
  private(set) var lists: [Line] = []

  /// Reads the configuration of nginx, Apache or Caddy; all else in it is passed over.
  init(reading text: String) {
    var line = 1
    var statement: [Substring] = []
    var start = 1
    let pieces = Self.pieces(of: text)
    // nginx ends a statement by a semicolon, wherever its lines end; the others end it with its line.
    let isNginx = pieces.contains(";")
    for piece in pieces {
      switch piece {
      case "\n" where isNginx: line += 1
      case "\n", ";", "{", "}":
        take(statement, at: start)
        statement = []
        if piece == "\n" { line += 1 }
      default:
        if statement.isEmpty { start = line }
        statement.append(piece)
      }
    }
    take(statement, at: start)
  }

  private mutating func take(_ words: [Substring], at line: Int) {
    guard let name = words.first?.lowercased() else { return }
    let rest = words.dropFirst()
    switch name {
    case "root", "documentroot": serve(rest.last, at: line)
    case "alias": serve(rest.last, at: line)
    case "autoindex":
      if rest.first?.lowercased() == "on" { lists.append(Line(folder: nil, line: line)) }
    case "options":
      let words = rest.map { $0.lowercased() }
      if words.contains("indexes") || words.contains("+indexes") || words.contains("all") {
        lists.append(Line(folder: nil, line: line))
      }
    case "file_server": if rest.contains("browse") { lists.append(Line(folder: nil, line: line)) }
    case "browse": lists.append(Line(folder: nil, line: line))
    default: break  // What other words say is nothing of folders.
    }
  }

  private mutating func serve(_ word: Substring?, at line: Int) {
    guard let word else { return }
    // What a variable stands for is some folder below.
    let fixed = word.prefix { $0 != "$" }
    let folder = fixed.count == word.count ? String(fixed) : Self.upToSlash(fixed)
    guard folder.hasPrefix("/") else { return }
    folders.append(Line(folder: folder, line: line))
  }

  private static func upToSlash(_ path: Substring) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  /// The words of a configuration without quotes and comments, and the signs that end a statement.
  private static func pieces(of text: String) -> [Substring] {
    var pieces: [Substring] = []
    var index = text.startIndex
    while index < text.endIndex {
      switch text[index] {
      case "\n", "\r\n":
        pieces.append("\n")
        index = text.index(after: index)
      case ";", "{", "}":
        pieces.append(text[index...index])
        index = text.index(after: index)
      case "#": index = text[index...].firstIndex(where: \.isNewline) ?? text.endIndex
      case "\"", "'":
        let mark = text[index]
        let start = text.index(after: index)
        let end = text[start...].firstIndex { $0 == mark || $0.isNewline } ?? text.endIndex
        pieces.append(text[start..<end])
        index = end < text.endIndex && text[end] == mark ? text.index(after: end) : end
      case let sign where sign.isWhitespace: index = text.index(after: index)
      default:
        let end =
          text[index...].firstIndex { $0.isWhitespace || ";{}\"'".contains($0) } ?? text.endIndex
        pieces.append(text[index..<end])
        index = end
      }
    }
    return pieces
  }
}
