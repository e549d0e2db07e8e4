/// What is left of a text where it is masked: enough for whoever knows it to recognise it.
enum Masks {
  /// A name of a person: its first sign.
  ///
  ///     Masks.name("张三丰")  // "张*"
  ///     Masks.name("z.li@example.cn")  // "z***@example.cn"
  static func name(_ text: String) -> String {
    if let address = mail(text) { return address }
    guard let first = text.first else { return "" }
    return String(first) + (first.isASCII ? "***" : "*")
  }

  /// A telephone number: of eleven digits the first three and the last four, of fewer the last two; a mail
  /// address that stands in its place: the first sign, and where the mail goes.
  ///
  ///     Masks.phone("138 1234 5678")  // "138****5678"
  ///     Masks.phone("021-5550-1234")  // "021****1234"
  static func phone(_ text: String) -> String {
    if let address = mail(text) { return address }
    let digits = text.compactMap { $0.wholeNumberValue.map(String.init) }
    guard digits.count >= 10 else {
      return digits.count >= 5 ? "****" + digits.suffix(2).joined() : "****"
    }
    return digits.prefix(3).joined() + "****" + digits.suffix(4).joined()
  }

  private static func mail(_ text: String) -> String? {
    guard let at = text.firstIndex(of: "@"), at != text.startIndex, let first = text.first else {
      return nil
    }
    return String(first) + "***" + text[at...]
  }
}
