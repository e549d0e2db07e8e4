import Foundation
import Testing

/// Help in the language of the environment, with the words of the library that prints it.
@Suite struct `Help` {
  @Test(arguments: [
    "build", "check", "serve", "render", "plan", "explain", "record", "calc", "import", "fix",
    "next", "fmt", "new",
    "export",
    "export xlsx", "export csv", "export ics", "export html", "export pdf", "publish", "audit",
    "init",
    "doctor", "schema", "completion", "manual", "clean",
  ])
  func `speaks Chinese as a whole`(command: String) throws {
    let run = try Program.run(
      "$0 \(command) --help", in: FileManager.default.temporaryDirectory,
      environment: ["LC_ALL": "zh_CN.UTF-8", "SALESBOOK_MESSAGES": ""])
    #expect(run.exit == 0 && run.stdout.contains("用法："))
    let flat = run.stdout.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for english in ["values:", "default:", "OPTIONS", "USAGE", "See '", "Show "] {
      #expect(!flat.contains(english), "\(english) in \(command)")
    }
  }
}
