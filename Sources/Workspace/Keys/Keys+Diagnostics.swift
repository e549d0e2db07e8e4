import Desk
import Diagnostics
import Phrases

extension Diagnostic {
  private static var place: Place { Place(path: CodeKey.fileName) }

  static func openCodeKey() -> Diagnostic {
    Diagnostic(
      id: "keys.open", at: place,
      Phrase(
        zh: "别人也能读这个密钥文件，所以不用它", en: "others may read this key, so it is not used"),
      expected: Phrase(
        zh: "只有所有者能读的普通文件（0600）", en: "a plain file that its owner alone may read (0600)"),
      fix: Phrase(
        zh: "运行 chmod 600 \(CodeKey.fileName)；如果可能已经被人读过，再运行 salesbook keys rotate",
        en: "run chmod 600 \(CodeKey.fileName), and salesbook keys rotate if it may have been read")
    )
  }

  static func unreadableCodeKey() -> Diagnostic {
    Diagnostic(
      id: "keys.unreadable", at: place,
      Phrase(zh: "这不是生成代号的密钥", en: "this is no key for codes"),
      expected: Phrase(
        zh: "salesbook keys new 写出的一行", en: "the one line that salesbook keys new writes"),
      fix: Phrase(
        zh: "从备份里取回它；没有备份，就运行 salesbook keys rotate，代号会全部改变",
        en:
          "take it from a backup; without one run salesbook keys rotate, by which all codes change")
    )
  }

  static func codeKeyExists() -> Diagnostic {
    Diagnostic(
      id: "keys.exists", at: place,
      Phrase(zh: "已经有密钥，没有改动它", en: "there is a key already; it stays as it is"),
      fix: Phrase(
        zh: "要换掉它，运行 salesbook keys rotate", en: "to replace it, run salesbook keys rotate"))
  }

  static func noCodeKeyToRotate() -> Diagnostic {
    Diagnostic(
      id: "keys.none", at: place, Phrase(zh: "还没有密钥", en: "there is no key yet"),
      fix: Phrase(zh: "运行 salesbook keys new", en: "run salesbook keys new"))
  }
}
