package import Desk
import Diagnostics
import Pages
package import Phrases
import Proof

extension Diagnostic {
  static func leakedValue(
    _ kind: GuardedValue.Kind, into path: String, at hit: ValueSearch.Hit, _ reader: Audience,
    by block: String?, from place: Place
  ) -> Diagnostic {
    let printed =
      block.map { Phrase(zh: "（块 \($0)）", en: " (block “\($0)”)") } ?? Phrase(same: "")
    let what = kind.phrase
    let part = hit.part.map { "!" + $0 } ?? ""
    return Diagnostic(
      id: "proof.leak", at: place,
      Phrase(
        zh: "这一行的\(what)出现在 \(path)\(part) 的第 \(hit.offset) 字节，读者“\(reader.rawValue)”不能看\(printed)",
        en: "\(what) of this row stands in \(path)\(part) at byte \(hit.offset), where the "
          + "audience “\(reader.rawValue)” may not see it\(printed)"),
      expected: Phrase(
        zh: "文件里只有它的读者可以看的内容", en: "files that hold only what their readers may see"),
      fix: Phrase(
        zh: "去掉写出它的块；如果只是碰巧同名，写进 salesbook.yaml：proof: { allow: [这几个字] }",
        en: "remove the block that prints it; if it is only the same by chance, name it in "
          + "salesbook.yaml: proof: { allow: [these words] }"))
  }

  static func moreLeaks(_ count: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "proof.more", at: place,
      Phrase(
        zh: "还有 \(count: count) 处读者不能看的内容",
        en: "\(count: count, "more value stands", "more values stand") where readers may not see it"
      ))
  }

  static func archiveWithdrawn(_ path: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "archive.withdrawn", severity: .warning, at: place,
      Phrase(
        zh: "以前的页面 \(path) 里有它的读者现在不能看的内容，不再放进网站",
        en: "the earlier page \(path) holds what its readers may not see today, and is left out"),
      fix: Phrase(
        zh: "不再需要就从存档文件夹里删掉它", en: "remove it from the archive's folder if nobody needs it"))
  }
}

extension Diagnostic {
  static func unknownReader(_ name: String, known: [String]) -> Diagnostic {
    Diagnostic(
      id: "audit.reader", at: Place(path: "--reader"),
      Phrase(zh: "没有成员“\(name)”", en: "there is no member “\(name)”"),
      fix: suggestion(for: name, among: known))
  }

  static func unknownCustomer(_ name: String) -> Diagnostic {
    Diagnostic(
      id: "audit.customer", at: Place(path: "--customer"),
      Phrase(zh: "没有客户“\(name)”", en: "there is no customer “\(name)”"),
      expected: Phrase(zh: "客户的编号或名称", en: "a customer's id or name"))
  }
}

extension GuardedValue.Kind {
  /// What a value is, as a message names it.
  package var phrase: Phrase {
    switch self {
    case .member: Phrase(zh: "成员的姓名或编号", en: "a member's name or id")
    case .customer: Phrase(zh: "客户名称", en: "a customer's name")
    case .contact: Phrase(zh: "联系人", en: "a contact")
    case .phone: Phrase(zh: "电话", en: "a telephone number")
    case .address: Phrase(zh: "地址", en: "an address")
    case .note: Phrase(zh: "备注", en: "a note")
    case .identifier: Phrase(zh: "编号", en: "an id")
    case .amount: Phrase(zh: "金额", en: "an amount")
    case .key: Phrase(zh: "代号的密钥", en: "the key of the codes")
    case .participant: Phrase(zh: "学员的姓名", en: "a participant's name")
    }
  }
}
