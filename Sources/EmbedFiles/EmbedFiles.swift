import Foundation

/// Writes every text file under a folder into one Swift source: `EmbedFiles FOLDER OUTPUT.swift`.
@main
struct EmbedFiles {
  static func main() throws {
    let folder = URL(filePath: CommandLine.arguments[1])
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
    var source = "/// The files of the built-in theme by path, in the order of their paths.\n"
    source += "package let embeddedFiles: [(path: String, text: String)] = [\n"
    for name in names {
      let url = folder.appending(path: name)
      guard let values = try? url.resourceValues(forKeys: [.isRegularFileKey]),
        values.isRegularFile == true
      else { continue }
      let text = try String(contentsOf: url, encoding: .utf8)
      source += "  (path: \(literal(name)), text: \(literal(text))),\n"
    }
    source += "]\n"
    try source.write(to: URL(filePath: CommandLine.arguments[2]), atomically: true, encoding: .utf8)
  }

  /// The text as a Swift string literal on one line.
  private static func literal(_ text: String) -> String {
    var escaped = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": escaped += "\\\\"
      case "\"": escaped += "\\\""
      case "\n": escaped += "\\n"
      case "\r": escaped += "\\r"
      case "\t": escaped += "\\t"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped + "\""
  }
}
