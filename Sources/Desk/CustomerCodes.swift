import Pages
package import Phrases

/// The key by which codes stand for customers: whoever has it can tell which code is whose, nobody else
/// can.
///
///     CodeKey.made(from: randomBytes, customers: 300).text  // "salesbook-codes 6 9f3c…"
package struct CodeKey: Hashable, Sendable {
  /// The name of its file, in the workspace's own folder.
  package static let fileName = "salesbook.key"
  /// How many bytes it has.
  package static let size = 32

  /// The key itself.
  let bytes: [UInt8]
  /// How many digits a code has where no other begins with them.
  let digits: Int

  private static let mark = "salesbook-codes"

  /// Makes a key of random bytes for so many customers: with codes so long that two are hardly ever alike, and
  /// stay what they are, until there are ten times as many.
  package static func made(from random: [UInt8], customers: Int) -> CodeKey {
    precondition(random.count == size, "a key has \(size) bytes")
    var digits = 2
    var codes = 2_000
    let later = 10 * customers
    while digits < 9, later * later / 2 > codes {
      digits += 1
      codes *= 10
    }
    return CodeKey(bytes: random, digits: digits)
  }

  private init(bytes: [UInt8], digits: Int) {
    self.bytes = bytes
    self.digits = digits
  }

  /// Reads what a key's file says; nil for anything else.
  package init?(_ file: [UInt8]) {
    let words = String(decoding: file, as: UTF8.self).split(whereSeparator: \.isWhitespace)
    guard words.count == 3, words[0] == Self.mark, let digits = Int(words[1]),
      (2...9).contains(digits), let digest = SHA256Digest(hex: String(words[2]))
    else { return nil }
    self.init(bytes: digest.bytes, digits: digits)
  }

  /// What its file says.
  package var text: String {
    "\(Self.mark) \(digits) \(SHA256Digest(bytes: bytes)?.hex ?? "")\n"
  }
}

/// The codes of customers: each is told by the key and the customer's id alone, so that it is the same in
/// every build, and whoever else is in the table makes no difference but where two would be alike.
///
///     CustomerCodes(["C0101", "C0102"], key)["C0101"]  // "A07"
package struct CustomerCodes: Sendable {
  private let codes: [String: String]

  /// Neither those that are taken for digits nor those that ids of customers, deals and orders like to begin
  /// with.
  private static let letters = Array("ABEFGHJKMNPQRTUVWXYZ")

  /// Finds the codes of customers by their ids; none is one of the ids that are `taken`.
  package init(_ ids: [String], besides taken: Set<String> = [], _ key: CodeKey) {
    let known = Set(ids).sorted()
    let taken = Set(taken.map { $0.uppercased() })
    let long = known.map { Self.longCode(of: $0, key) }
    var length = Dictionary(uniqueKeysWithValues: known.map { ($0, key.digits + 1) })
    // Those that would be alike get one digit more, and again, until none is.
    while true {
      var byCode: [Substring: [String]] = [:]
      for (id, code) in zip(known, long) {
        byCode[code.prefix(length[id] ?? 0), default: []].append(id)
      }
      let alike = byCode.filter { $0.value.count > 1 || taken.contains(String($0.key)) }
        .values.joined().filter { (length[$0] ?? 0) < 19 }
      if alike.isEmpty { break }
      for id in alike { length[id, default: 0] += 1 }
    }
    codes = Dictionary(
      uniqueKeysWithValues: zip(known, long).map { ($0, String($1.prefix(length[$0] ?? 0))) })
  }

  /// The code of a customer's id.
  package subscript(id: String) -> String? { codes[id] }

  /// What a customer is called by its code.
  ///
  ///     CustomerCodes.name("A07", in: .chinese)  // "客户-A07"
  package static func name(_ code: String, in language: Language) -> String {
    language.say(zh: "客户-\(code)", en: "Customer-\(code)")
  }

  /// A letter and eighteen digits.
  private static func longCode(of id: String, _ key: CodeKey) -> String {
    let digest = KeyedDigest.bytes(of: Array(id.utf8), key: key.bytes)
    let number = digest.prefix(16).reduce(UInt128(0)) { $0 << 8 | UInt128($1) }
    let count = UInt128(letters.count)
    let letter = letters[Int(number % count)]
    let digits = String(number / count % 1_000_000_000_000_000_000)
    return String(letter) + String(repeating: "0", count: 18 - digits.utf8.count) + digits
  }
}
