import Foundation
import Testing

/// Help in the language of the environment, with the words of the library that prints it.
@Suite struct `Help` {
  @Test(arguments: [
    "build", "prepare", "merge", "check", "serve", "render", "plan", "explain", "record", "calc",
    "import",
    "fix",
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

  @Test(arguments: [
    ("build --foo", "错误：没有选项 '--foo'。是不是 '--now'？"), ("build --fooooooo", "错误：没有选项 '--fooooooo'"),
    ("init zz --kind foo", "错误：值 'foo' 不能用于 '--kind <kind>'。请写其中之一：'course'、'plan'、'team'。"),
    (
      "build --month 2026-13",
      "错误：值 '2026-13' 不能用于 '--month <period>'："
        + "“2026-13”不是期间；写月、季度或日期范围，例如 2026-12、2026-Q4 或 2026-12-07..2027-01-15。"
    ),
    ("new foo", "错误：值 'foo' 不能用于 '<kind>'。请写其中之一："),
    ("plan --format foo", "错误：值 'foo' 不能用于 '--format <format>'。请写其中之一：'text'、'json'。"),
    ("serve --port x", "错误：值 'x' 不能用于 '--port <port>'"),
    ("explain", "错误：缺少参数 '<what>'"),
    (
      "build --shard 5/4 -o p",
      "错误：值 '5/4' 不能用于 '--shard <shard>'：“5/4”不是分片；写成 第几份/共几份，例如 2/4，最多 100000 份。"
    ),
    ("build --shared x", "错误：--shared 要和 --shard 一起用。"),
    ("build --shard 1/4", "错误：--shard 要和 -o 一起用：每个分片有自己的文件夹。"),
    (
      "export csv -o -", "错误：表写进文件夹或文件，不写到标准输出；写 -o 文件夹，或 --table 和 -o 文件.csv。"
    ),
    ("fix --set person=", "错误：“person=”后面没有值；写成 person=张伟，不要这一项就写 ~。"),
  ])
  func `so do mistakes on the command line`(command: String, said: String) throws {
    let run = try Program.run(
      "$0 \(command)", in: FileManager.default.temporaryDirectory,
      environment: ["LC_ALL": "zh_CN.UTF-8", "SALESBOOK_MESSAGES": ""])
    #expect(run.exit == 2)
    #expect(run.stderr.split(separator: "\n").first.map(String.init) == said)
  }
}
