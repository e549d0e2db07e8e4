import Book
import Diagnostics
import Phrases

/// What can be wrong with the shards of a site.
extension Diagnostic {
  static func noShard(in path: String) -> Diagnostic {
    Diagnostic(
      id: "shard.none", at: Place(path: path),
      Phrase(zh: "这里没有分片", en: "there is no shard here"),
      expected: Phrase(
        zh: "salesbook build --shard 生成的文件夹", en: "a folder that salesbook build --shard has made"))
  }

  static func damagedShard(_ file: String, in path: String) -> Diagnostic {
    Diagnostic(
      id: "shard.damaged", at: Place(path: path),
      Phrase(
        zh: "文件“\(file)”和生成时的不一样，或者不在了",
        en: "the file “\(file)” is not as it was built, or is gone"),
      fix: Phrase(
        zh: "重新生成这个分片，或者重新复制过来", en: "build this shard again, or copy it again"))
  }

  static func shardMissing(_ shard: Shard) -> Diagnostic {
    Diagnostic(
      id: "shard.missing", at: Place(path: "merge"),
      Phrase(
        zh: "缺第 \(shard.number) 个分片（共 \(shard.count) 个）",
        en: "shard \(shard.number) of \(shard.count) is missing"),
      fix: Phrase(
        zh: "只要再生成这一个：salesbook build --shard \(shard.description)",
        en: "build this one alone: salesbook build --shard \(shard.description)"))
  }

  static func shardTwice(_ shard: Shard, in path: String, and other: String) -> Diagnostic {
    Diagnostic(
      id: "shard.twice", at: Place(path: path),
      Phrase(
        zh: "第 \(shard.number) 个分片给了两次，另一个在“\(other)”",
        en: "shard \(shard.number) is given twice, once more in “\(other)”"),
      fix: Phrase(zh: "去掉其中一个文件夹", en: "leave one of the two folders out"))
  }

  static func shardsOfOtherCount(
    _ shard: Shard, in path: String, _ first: Shard, in other: String
  ) -> Diagnostic {
    Diagnostic(
      id: "shard.other-count", at: Place(path: path),
      Phrase(
        zh: "这个分片是 \(shard.description)，“\(other)”里的是 \(first.description)：分成的份数不一样",
        en:
          "this is shard \(shard.description) and that in “\(other)” is \(first.description): they are parts of different divisions"
      ),
      expected: Phrase(
        zh: "同一次划分的全部分片", en: "all shards of one division"))
  }

  static func shardOfOtherProgram(in path: String, than other: String) -> Diagnostic {
    Diagnostic(
      id: "shard.other-program", at: Place(path: path),
      Phrase(
        zh: "这个分片和“\(other)”里的不是同一个版本的程序（或它用的库）生成的",
        en:
          "this shard and that in “\(other)” were built by different versions of the program or of its libraries"
      ),
      fix: Phrase(
        zh: "在每台机器上装同一个包，再生成一次", en: "install the same package on every machine and build again"))
  }

  static func shardsOfOtherProgramThanThis(in path: String) -> Diagnostic {
    Diagnostic(
      id: "shard.other-program", at: Place(path: path),
      Phrase(
        zh: "这些分片不是由现在合并用的这个程序（或它用的库）生成的",
        en:
          "these shards were built by another version of the program, or of its libraries, than this"
      ),
      fix: Phrase(
        zh: "用同一个包来合并，或重新生成所有分片",
        en: "merge with the same package, or build all shards again"))
  }

  static func shardOfOtherDay(
    _ day: String, in path: String, _ first: String, in other: String
  ) -> Diagnostic {
    Diagnostic(
      id: "shard.other-day", at: Place(path: path),
      Phrase(
        zh: "这个分片是以 \(day) 为准生成的，“\(other)”里的是 \(first)",
        en: "this shard was built as of \(day), and that in “\(other)” as of \(first)"),
      fix: Phrase(
        zh: "给每个分片写上同一个 --now", en: "give every shard the same --now"))
  }

  static func shardOfOtherRequest(in path: String, than other: String) -> Diagnostic {
    Diagnostic(
      id: "shard.other-request", at: Place(path: path),
      Phrase(
        zh: "这个分片和“\(other)”里的选项不一样：期间、树、成员或上课的日子",
        en:
          "this shard and that in “\(other)” were asked for with other options: period, trees, person or course day"
      ),
      fix: Phrase(
        zh: "每个分片用一样的选项，只有 --shard 和 -o 不同",
        en: "give every shard the same options but for --shard and -o"))
  }

  static func shardOfOtherInputs(in path: String, than other: String) -> Diagnostic {
    Diagnostic(
      id: "shard.other-inputs", at: Place(path: path),
      Phrase(
        zh: "这个分片和“\(other)”里的是用不同的文件生成的：页面、数据、设置或模板不一样",
        en:
          "this shard and that in “\(other)” were made of different files: pages, tables, settings or templates"
      ),
      fix: Phrase(
        zh: "用同一份工作区重新生成这个分片", en: "build this shard again from the same workspace"))
  }

  static func outputHoldsSite(_ path: String, such file: String) -> Diagnostic {
    Diagnostic(
      id: "shard.output-is-site", at: Place(path: path),
      Phrase(
        zh: "这个文件夹里是整个网站（例如“\(file)”），分片会把它换掉",
        en: "this folder holds a whole site, “\(file)” for one, which a shard would replace"),
      fix: Phrase(
        zh: "用 -o 给分片另选一个文件夹", en: "choose a folder for the shard with -o"))
  }

  static func outputIsShard(_ path: String, _ shard: String) -> Diagnostic {
    Diagnostic(
      id: "shard.output-is-shard", at: Place(path: path),
      Phrase(
        zh: "要发布到的文件夹就是分片“\(shard)”", en: "the folder to publish to is the shard “\(shard)”"),
      fix: Phrase(zh: "用 -o 另选一个", en: "choose another with -o"))
  }

  static func unreadableSharedFile(_ path: String) -> Diagnostic {
    Diagnostic(
      id: "shared.damaged", at: Place(path: path),
      Phrase(
        zh: "这个共用数字的文件读不出来，或者已经损坏",
        en: "this file of shared figures cannot be read, or is damaged"),
      expected: Phrase(
        zh: "salesbook prepare 写的文件", en: "a file that salesbook prepare has written"))
  }

  static func sharedFileOfOtherProgram(_ path: String) -> Diagnostic {
    Diagnostic(
      id: "shared.other-program", at: Place(path: path),
      Phrase(
        zh: "这个共用数字的文件是另一个版本的程序（或它用的库）写的",
        en:
          "this file of shared figures was written by another version of the program, or of its libraries"
      ),
      fix: sharedAgain)
  }

  static func sharedFileOfOtherDay(
    _ path: String, _ made: String, than asked: String
  ) -> Diagnostic {
    Diagnostic(
      id: "shared.other-day", at: Place(path: path),
      Phrase(
        zh: "这个共用数字的文件是为 \(made) 算的，现在要的是 \(asked)",
        en: "this file of shared figures was worked out for \(made), and \(asked) is asked for"),
      fix: Phrase(
        zh: "用同样的 --now 和 --month 运行 salesbook prepare",
        en: "run salesbook prepare with the same --now and --month"))
  }

  static func sharedFileOfOtherFiles(_ path: String) -> Diagnostic {
    Diagnostic(
      id: "shared.other-settings", at: Place(path: path),
      Phrase(
        zh: "这个共用数字的文件是用别的设置、模板或文件算的",
        en: "this file of shared figures was worked out with other settings, templates or files"),
      fix: sharedAgain)
  }

  static func notShared() -> Diagnostic {
    Diagnostic(
      id: "shared.not-in-files", at: Place(path: "--shared"),
      Phrase(
        zh: "这个工作区的数据不全在文件里（数据库，或要先转换的工作簿），各机器算的可能不一样",
        en:
          "not all tables of this workspace stand in files (a database, or workbooks that are converted first), so "
          + "machines might see different ones"),
      fix: Phrase(
        zh: "先把这些数据存成 CSV 或 XLSX，放进数据文件夹",
        en: "save these tables as CSV or XLSX in the data folder first"))
  }

  private static var sharedAgain: Phrase {
    Phrase(zh: "再运行一次 salesbook prepare", en: "run salesbook prepare again")
  }
}
