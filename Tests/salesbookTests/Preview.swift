import Foundation
import Testing

/// A preview of a new workspace that runs while a test holds it.
final class Preview {
  let folder: ScratchFolder
  /// Where it is: `http://127.0.0.1:41234/`.
  let url: String
  let port: Int
  private let process = Process()

  /// Starts it and waits until the first site can be seen.
  init(
    _ options: String = "", kind: String = "plan", environment: [String: String] = [:]
  ) throws {
    folder = try ScratchFolder()
    let made = try Program.run(
      "$0 init plan --kind \(kind) --lang zh-Hans -q --now 2026-11-23", in: folder.url)
    try #require(made.exit == 0, "\(made.stderr)")
    let said = Pipe()
    process.executableURL = URL(filePath: Program.path)
    process.arguments =
      ["serve", "-s", "plan", "--port", "0", "--month", "2026-12", "--now", "2026-11-23"]
      + options.split(separator: " ").map(String.init)
    process.environment = ["PATH": "/usr/bin:/bin", "SALESBOOK_MESSAGES": "en"].merging(environment)
    { $1 }
    process.currentDirectoryURL = folder.url
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = said
    process.standardError = FileHandle.nullDevice
    try process.run()
    let line = String(decoding: said.fileHandleForReading.availableData, as: UTF8.self)
    let found = try #require(line.firstMatch(of: /http:\/\/[^\/]*:(\d+)\//), "\(line)")
    port = try #require(Int(found.output.1))
    url = "http://127.0.0.1:\(port)/"
    let password = environment["SALESBOOK_SERVE_PASSWORD"].map { Data("me:\($0)".utf8) }
    let known = password.map { ["Authorization: Basic " + $0.base64EncodedString()] } ?? []
    for _ in 0..<600 {
      let answer = try ask("GET /", known)
      if !answer.hasPrefix("HTTP/1.1 404"), !answer.isEmpty { return }
      usleep(100_000)
    }
    throw Late()
  }

  /// The preview shows nothing after a minute.
  struct Late: Error {}

  deinit { process.terminate() }

  /// What it answers to a method and a path, headers and all; of an endless answer the first second.
  func ask(_ line: String, _ headers: [String] = []) throws -> String {
    let words = line.split(separator: " ", maxSplits: 1)
    let method = words[0] == "HEAD" ? "-I" : "-X \(words[0])"
    let more = headers.map { "-H '\($0)'" }.joined(separator: " ")
    return try Program.run(
      """
      curl -s -i --path-as-is --max-time 5 \(method) \(more) 'http://127.0.0.1:\(port)\(words[1])'
      """, in: folder.url
    ).stdout
  }

  /// The text of a file of the workspace.
  func text(_ name: String) throws -> String {
    try String(contentsOfFile: folder("plan/" + name), encoding: .utf8)
  }

  /// Saves a file of the workspace with its text changed.
  func edit(_ name: String, _ change: (String) -> String) throws {
    try folder.write("plan/" + name, change(try text(name)))
  }
}
