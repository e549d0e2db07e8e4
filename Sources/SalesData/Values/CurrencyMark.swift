/// A currency as a cell, a header or a row's own column names it; three signs name several.
enum CurrencyMark: String, Hashable, Sendable, CaseIterable {
  case cny = "CNY"
  case usd = "USD"
  case eur = "EUR"
  case gbp = "GBP"
  case jpy = "JPY"
  case hkd = "HKD"
  case twd = "TWD"
  case krw = "KRW"
  case sgd = "SGD"
  case aud = "AUD"
  case cad = "CAD"
  case nzd = "NZD"
  case inr = "INR"
  case rub = "RUB"
  case chf = "CHF"
  case thb = "THB"
  case vnd = "VND"
  case myr = "MYR"
  case idr = "IDR"
  case php = "PHP"
  case mop = "MOP"
  case brl = "BRL"
  case mxn = "MXN"
  case sek = "SEK"
  case nok = "NOK"
  case dkk = "DKK"
  case pln = "PLN"
  case zar = "ZAR"
  case aed = "AED"
  case sar = "SAR"
  case lira = "TRY"
  /// `$`, `¥` and 元, which are the workspace's own where it can be.
  case dollar = "$"
  case yen = "¥"
  case yuan = "元"

  /// The code of the currency that is meant where the workspace counts in its `own`; nil for a `¥`
  /// that could be two.
  ///
  ///     CurrencyMark.dollar.code(own: "HKD")  // "HKD"
  ///     CurrencyMark.dollar.code(own: "CNY")  // "USD"
  func code(own: String) -> String? {
    switch self {
    case .dollar:
      ["HKD", "TWD", "SGD", "AUD", "CAD", "NZD", "MXN", "MOP"].contains(own) ? own : "USD"
    case .yen: own == "CNY" || own == "JPY" ? own : nil
    case .yuan: ["TWD", "HKD", "MOP"].contains(own) ? own : "CNY"
    default: rawValue
    }
  }

  /// The codes that a mark can stand for.
  private var codes: Set<String> {
    switch self {
    case .yen: ["CNY", "JPY"]
    case .yuan: ["CNY", "TWD", "HKD", "MOP"]
    case .dollar: ["USD", "HKD", "TWD", "SGD", "AUD", "CAD", "NZD", "MXN", "MOP"]
    default: [rawValue]
    }
  }

  /// The plainer of two marks of one amount, as in `¥35元` or 人民币万元; nil where they are two
  /// currencies.
  ///
  ///     CurrencyMark.yuan.agreed(with: .cny)  // .cny
  func agreed(with other: CurrencyMark) -> CurrencyMark? {
    guard !codes.isDisjoint(with: other.codes) else { return nil }
    return codes.count <= other.codes.count ? self : other
  }

  /// Whether a name of a currency counts its coins, as 元 does and CNY does not: 35 元 below a header of
  /// 万元 are two units.
  ///
  ///     CurrencyMark.isCoin("美元")  // true
  static func isCoin(_ name: some StringProtocol) -> Bool {
    name.last.map { "元圆円块整".contains($0) } ?? false
  }

  /// What people write, in folded letters, the longest first, and the currency that it is.
  static let written: [(text: String, mark: CurrencyMark)] = {
    var names: [(String, CurrencyMark)] = allCases.filter { $0.rawValue.count == 3 }.map {
      ($0.rawValue.lowercased(), $0)
    }
    names += [
      ("人民币", .cny), ("rmb", .cny), ("美元", .usd), ("美金", .usd), ("us$", .usd), ("usd$", .usd),
      ("us dollar", .usd), ("us dollars", .usd), ("dollars", .dollar), ("欧元", .eur), ("€", .eur),
      ("euro", .eur), ("euros", .eur), ("英镑", .gbp), ("£", .gbp), ("日元", .jpy), ("日圆", .jpy),
      ("円", .jpy), ("jp¥", .jpy), ("港元", .hkd), ("港币", .hkd), ("hk$", .hkd), ("新台币", .twd),
      ("台币", .twd), ("nt$", .twd), ("韩元", .krw), ("₩", .krw), ("新加坡元", .sgd), ("s$", .sgd),
      ("澳元", .aud), ("a$", .aud), ("加元", .cad), ("c$", .cad), ("₹", .inr), ("卢布", .rub),
      ("₽", .rub), ("泰铢", .thb), ("฿", .thb), ("瑞士法郎", .chf), ("cn¥", .cny), ("元整", .yuan),
      ("圆", .yuan), ("块", .yuan), ("yuan", .cny), ("chinese yuan", .cny), ("$", .dollar),
      ("¥", .yen), ("元", .yuan),
    ]
    return names.sorted { $0.0.count > $1.0.count }
  }()

  /// The currency of a whole text; nil where it names none.
  ///
  ///     CurrencyMark(named: " 美元 ")  // .usd
  init?(named text: some StringProtocol) {
    let key = matchKey(text)
    guard let found = Self.written.first(where: { $0.text == key }) else { return nil }
    self = found.mark
  }
}
