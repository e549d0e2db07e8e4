import Diagnostics
import Phrases

extension Diagnostic {
  static func noSuchRelease(_ id: String?, known: [String], in folder: String) -> Diagnostic {
    let what =
      id.map { Phrase(zh: "没有“\($0)”这一版", en: "there is no release “\($0)”") }
      ?? Phrase(zh: "没有更早的一版", en: "there is no earlier release")
    return Diagnostic(
      id: "publish.release", at: Place(path: folder), what,
      expected: known.isEmpty ? nil : Phrase(zh: "\(list: known)", en: "\(list: known)"),
      fix: Phrase(
        zh: "用 salesbook publish --to \(folder) --list 看有哪些版本",
        en: "see which there are: salesbook publish --to \(folder) --list"))
  }

  static func placeIsTaken(_ place: String, by other: String) -> Diagnostic {
    Diagnostic(
      id: "publish.taken", at: Place(path: place),
      Phrase(
        zh: "另一处（\(other)）正在往这里发布，或者中途停了下来",
        en: "another (\(other)) is publishing here, or was stopped while it did"),
      fix: Phrase(
        zh: "等它结束；确定它已经停了，加上 --take-over",
        en: "wait for its end; where you are sure that it has stopped, add --take-over"))
  }

  static func nothingToPublish(_ output: String) -> Diagnostic {
    Diagnostic(
      id: "publish.nothing", at: Place(path: output),
      Phrase(zh: "这里没有生成好的树", en: "there is no built tree here"),
      fix: Phrase(zh: "先运行 salesbook build", en: "run salesbook build first"))
  }

  static func noReaders(_ folder: String) -> Diagnostic {
    Diagnostic(
      id: "publish.readers", at: Place(path: folder),
      Phrase(
        zh: "不知道哪个文件夹归谁，没有写访问配置",
        en: "nobody knows whose folder is whose, so no configuration of access was written"),
      fix: Phrase(
        zh: "用 --no-cache 再发布一次", en: "publish again with --no-cache"))
  }

  static func pathForServer(_ path: String) -> Diagnostic {
    Diagnostic(
      id: "publish.path", at: Place(path: path),
      Phrase(
        zh: "网页服务器的配置里写不了这个路径", en: "this path cannot stand in a web server’s configuration"),
      expected: Phrase(
        zh: "没有空格、引号、$、%、花括号和反斜杠的路径",
        en: "a path without spaces, quotes, $, %, braces and backslashes"))
  }

  static func usersAlike(_ ids: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      id: "publish.alike", at: place,
      Phrase(
        zh: "\(list: ids) 只差大小写，登录时会被当成同一个人，没有发布",
        en:
          "\(list: ids) differ by capitals alone: whoever logs in as one could be taken for the other; "
          + "nothing was published"),
      fix: Phrase(
        zh: "在各表里给其中一个换一个编号", en: "give one of them another id in the tables"))
  }

  static func targetInOutput(_ target: String, _ output: String) -> Diagnostic {
    Diagnostic(
      id: "publish.output", at: Place(path: target),
      Phrase(
        zh: "这个文件夹在 \(output) 里面，那里是生成用的，每次生成都会清理",
        en: "this folder lies in \(output), which every build clears for itself"),
      fix: Phrase(zh: "用 --to 指定别的文件夹", en: "name another folder with --to"))
  }

  static func noUserName(_ id: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "publish.user", severity: .warning, at: place,
      Phrase(
        zh: "成员“\(id)”的编号不能当用户名，这个人打不开自己的树",
        en: "the member “\(id)” has an id that is no user's name, and gets no access"),
      expected: Phrase(zh: "字母、数字和 . _ - @", en: "letters, digits and . _ - @"))
  }
}
