/// A header as it is matched: folded, without spaces, `*`, `_`, `-` and colons, its unit taken off.
///
///     HeaderKey("*预计金额（万元）").key   // "预计金额"
///     HeaderKey("*预计金额（万元）").unit  // tens 4: a 3 in this column is 30,000
struct HeaderKey: Hashable, Sendable {
  /// What is compared.
  let key: String
  /// The unit that the header names.
  let unit: HeaderUnit

  init(_ header: some StringProtocol) {
    var text = foldedHeader(header)[...]
    while text.last?.isWhitespace == true { text.removeLast() }
    var unit: HeaderUnit?
    if let opening = Self.bracket(text) {
      unit = HeaderUnit(text[text.index(after: opening)...].dropLast())
      if unit != nil, opening != text.startIndex { text = text[..<opening] }
    } else if let slash = text.lastIndex(of: "/"), slash != text.startIndex {
      unit = HeaderUnit(text[text.index(after: slash)...])
      if unit != nil { text = text[..<slash] }
    } else if text.last == "%" {
      unit = HeaderUnit("%")
      text = text.dropLast()
    }
    self.init(text, unit ?? HeaderUnit())
  }

  private init(_ text: Substring, _ unit: HeaderUnit) {
    key = String(text.filter { !Self.dropped.contains($0) && !$0.isWhitespace })
    self.unit = unit
  }

  /// Where the bracket at the end of a text opens; nil where there is none.
  private static func bracket(_ text: Substring) -> String.Index? {
    guard let last = text.last, last == ")" || last == "]" || last == "}" || last == ">" else {
      return nil
    }
    return text.lastIndex { "([{<".contains($0) }
  }

  /// Other ways to part a header into name and unit, for one that is no name as it stands: `金额：万元`,
  /// `金额万元`, `Amount USD`, `Amount in thousands`, `金额(含税)(万元)`, `HK$金额`.
  ///
  /// The caller takes the first whose key is a name of a column with numbers; 金额万元 is only then an
  /// amount.
  static func otherReadings(of header: some StringProtocol) -> [HeaderKey] {
    let whole = foldedHeader(header)
    var text = whole[...]
    while text.last?.isWhitespace == true { text.removeLast() }
    var readings: [HeaderKey] = []
    // Two brackets: the unit in one, a remark in the other.
    if let second = bracket(text), second != text.startIndex {
      let inner = text[text.index(after: second)...].dropLast()
      var rest = text[..<second]
      while rest.last?.isWhitespace == true { rest.removeLast() }
      if let unit = HeaderUnit(inner), let first = bracket(rest), first != rest.startIndex,
        let remark = HeaderUnit(rest[rest.index(after: first)...].dropLast())
      {
        readings.append(HeaderKey(rest[..<first], unit.isNothing ? remark : unit))
      }
    }
    // A unit behind a sign or a word, and one of Chinese characters right behind the name.
    for index in text.indices.dropFirst().suffix(16) {
      let (name, behind) = (text[..<index], text[index...])
      let first = behind.first ?? " "
      let isParted = ":,;|-_、 ".contains(first)
      guard isParted || !first.isASCII || isScale(behind, behind: name) else { continue }
      var unit = behind
      while let sign = unit.first, ":,;|-_、 ".contains(sign) { unit.removeFirst() }
      if let unit = HeaderUnit(unit), !unit.isNothing {
        readings.append(HeaderKey(name, unit))
      }
    }
    if let reading = behindCurrency(text) { readings.append(reading) }
    return readings
  }

  /// A header that begins with a currency: `HK$金额`, `USD Amount`.
  ///
  /// One that begins with a scale as well, 万元金额, is asked about; 人民币金额 may stand beside 金额.
  private static func behindCurrency(_ text: Substring) -> HeaderKey? {
    guard AmountUnit.beginsWithCurrency(text), !isInOwnCurrency(text) else { return nil }
    for index in text.indices.dropFirst().prefix(8).reversed() {
      guard let unit = HeaderUnit(text[..<index]), let amount = unit.amount,
        amount.currency != nil, amount.tens ?? 0 == 0
      else { continue }
      return HeaderKey(text[index...], unit)
    }
    return nil
  }

  /// Whether a letter for a scale, as in cells, stands right behind Chinese characters: 金额W, 销售额M元.
  private static func isScale(_ unit: Substring, behind name: Substring) -> Bool {
    guard let sign = unit.first, "wkm".contains(sign), let last = name.last else { return false }
    return !last.isASCII && last.isLetter && unit.dropFirst().allSatisfy { !$0.isASCII }
  }

  private static let dropped: Set<Character> = ["*", "_", "-", ":", "–", "—"]
}

/// A header in plain letters, with plain brackets for those of Chinese.
private func foldedHeader(_ header: some StringProtocol) -> String {
  let text = folded(header)
  guard text.contains(where: { "【】〔〕「」『』《》〈〉".contains($0) }) else { return text }
  return String(
    text.map { sign in
      "【〔「『《〈".contains(sign) ? "[" : "】〕」』》〉".contains(sign) ? "]" : sign
    })
}

/// What a header says of the numbers below it.
struct HeaderUnit: Hashable, Sendable {
  /// The unit of money, or of any number that counts in thousands.
  var amount: AmountUnit?
  /// Whether the numbers are percent.
  var isPercent = false
  /// How many seconds one of the numbers is.
  var seconds: Int?

  init() {}

  /// Whether it says nothing of the numbers: a remark such as 含税.
  var isNothing: Bool { self == HeaderUnit() }

  /// Reads what stands in brackets or behind a stroke; nil where it is neither unit nor remark.
  ///
  ///     HeaderUnit("含税,万元")  // amount: 万元
  init?(_ text: some StringProtocol) {
    if let whole = Self(part: text) {
      self = whole
      return
    }
    let parts = text.split { ",;、|".contains($0) }
    guard parts.count > 1 else { return nil }
    for part in parts {
      guard let read = Self(part: part), isNothing || read.isNothing else { return nil }
      if !read.isNothing { self = read }
    }
  }

  private init?(part text: some StringProtocol) {
    var unit = String(text.filter { !$0.isWhitespace })
    if AmountUnit(unit) == nil {
      for prefix in ["单位:", "单位为", "单位", "in"] where unit.hasPrefix(prefix) {
        unit.removeFirst(prefix.count)
      }
    }
    if Self.remarks.contains(unit) { return }
    if ["%", "percent", "pct", "百分比", "百分数"].contains(unit) {
      isPercent = true
    } else if let seconds = Self.lengths[unit] {
      self.seconds = seconds
      if unit == "分" { amount = AmountUnit(tens: -2, currency: .yuan) }
    } else if let amount = AmountUnit(unit) ?? AmountUnit(counted: unit) {
      self.amount = amount
    } else {
      return nil
    }
  }

  /// What says nothing of the numbers.
  private static let remarks: Set<String> = [
    "必填", "required", "选填", "optional", "元/单", "yyyy-mm-dd", "含税", "不含税", "未税", "税后", "税前", "预计",
    "实际", "预估", "大约", "约", "incl.tax", "excl.tax", "incl.vat", "excl.vat", "gross", "net", "est.",
    "estimated",
  ]

  private static let lengths: [String: Int] = [
    "h": 3600, "hr": 3600, "hrs": 3600, "hour": 3600, "hours": 3600, "小时": 3600, "时": 3600,
    "min": 60, "mins": 60, "minute": 60, "minutes": 60, "分钟": 60, "分": 60, "s": 1, "sec": 1,
    "secs": 1, "second": 1, "seconds": 1, "秒": 1,
  ]
}

extension HeaderKey {
  /// Whether the header speaks of ids and not of names.
  ///
  ///     HeaderKey("客户编号").namesIDs  // true
  var namesIDs: Bool {
    ["id", "编号", "编码", "代码", "工号", "号", "主键", "no", "number", "code"].contains { key.hasSuffix($0) }
  }
}

extension HeaderKey {
  /// The header, folded, without the name of its entity: `Deal - Value` in deals is `value`; nil where
  /// it has none.
  static func withoutEntity(_ header: String, entities: [String]) -> Substring? {
    let text = folded(header)
    for entity in entities {
      for prefix in [folded(entity) + " - ", folded(entity) + ": ", folded(entity) + "."]
      where text.hasPrefix(prefix) {
        return text.dropFirst(prefix.count)
      }
    }
    return nil
  }
}

extension HeaderKey {
  /// Whether a header says that its amounts were converted into one's own currency.
  ///
  ///     HeaderKey.isInOwnCurrency("本位币金额")  // true
  static func isInOwnCurrency(_ header: some StringProtocol) -> Bool {
    let key = HeaderKey(header).key
    let plain = simplified(key) ?? key
    return [
      "本位币金额", "折本位币金额", "金额(本位币)", "本币金额", "金额(本币)", "折合人民币", "折合人民币金额", "人民币金额",
      "amount(converted)",
      "convertedamount", "amountconverted", "amountincompanycurrency", "amountinlocalcurrency",
      "localamount", "amountinbasecurrency",
    ].contains(plain)
  }
}
