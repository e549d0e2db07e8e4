/// How likely it is that a text which is not UTF-8 is in an encoding: two bytes can be a character in
/// five of them, but only one gives words.
///
/// A text is measured by its frequent characters, those of company names, headers and everyday words:
/// they are a third of any real text, and hardly a tenth of one that was read wrongly.
struct Plausibility {
  /// The encodings that files without a mark come in, the most usual first.
  static let candidates: [TextEncoding] = [.gb18030, .windows1252, .big5, .shiftJIS, .eucKR]

  let encoding: TextEncoding
  /// Whether a character of the East stands between letters of the West, as in `M黮ler`: then the text is
  /// hardly meant so.
  private(set) var splitsWords = false
  /// From 0 to 1000: how many thousandths of the characters beyond ASCII speak for the encoding.
  let score: Int

  /// Whether a person could have meant the text so.
  var isPlausible: Bool { score >= 200 }

  /// Measures a text; nil where it cannot be in the encoding at all.
  init?(_ bytes: ArraySlice<UInt8>, as encoding: TextEncoding) {
    self.encoding = encoding
    if encoding == .windows1252 {
      guard !bytes.contains(where: { [0x81, 0x8D, 0x8F, 0x90, 0x9D].contains($0) }) else {
        return nil
      }
      score = Self.scoreOfLatin(bytes)
      return
    }
    let decoded = utf8(from: Array(bytes), startingAt: 0, encoding: encoding)
    guard decoded.isWhole else { return nil }
    var (all, known, kana) = (0, 0, 0)
    let scalars = String(decoding: decoded.bytes, as: UTF8.self).unicodeScalars
    splitsWords = Self.splitsWords(scalars)
    for scalar in scalars where scalar.value >= 0x80 && !Self.isSign(scalar) {
      all += 1
      if Self.frequent[encoding]?.contains(scalar) == true { known += 1 }
      if (0x3041...0x30FE).contains(scalar.value) { kana += 1 }
    }
    if encoding == .shiftJIS { known += kana }
    score = all == 0 ? 0 : min(1000, known * 1000 / all)
  }

  /// Letters with accents stand among plain ones, alone or in twos; bytes of other encodings come in
  /// longer runs, or in pairs beside no letter.
  private static func scoreOfLatin(_ bytes: ArraySlice<UInt8>) -> Int {
    var (all, good) = (0, 0)
    var start = bytes.startIndex
    while start < bytes.endIndex {
      guard bytes[start] >= 0x80 else {
        start += 1
        continue
      }
      let end = bytes[start...].firstIndex { $0 < 0x80 } ?? bytes.endIndex
      let before = start > bytes.startIndex ? bytes[start - 1] : 0x20
      let after = end < bytes.endIndex ? bytes[end] : 0x20
      all += end - start
      if isLatin(bytes[start..<end], between: before, after) { good += end - start }
      start = end
    }
    // A text that is half pairs is none.
    return all == 0 || good * 5 < all * 4 ? 0 : good * 1000 / all
  }

  /// Whether bytes beyond ASCII between two others are letters or signs of a Western word.
  private static func isLatin(_ run: ArraySlice<UInt8>, between before: UInt8, _ after: UInt8)
    -> Bool
  {
    let touches = isLetter(before) || isLetter(after)
    let letters = run.allSatisfy { $0 >= 0xC0 && $0 != 0xD7 && $0 != 0xF7 }
    guard let first = run.first, run.count <= 2 else { return false }
    if letters, run.count == 2 {
      // Small letters follow letters, and capitals capitals.
      let isSmall = (run.last ?? 0) >= 0xDF
      return touches && (isSmall || isCapital(before) || isCapital(after))
    }
    if letters { return touches || "\r\n\t ,;.\"'()-".utf8.contains(after) }
    return run.count == 1 ? latinSigns.contains(first) : run.allSatisfy(latinSigns.contains)
  }

  private static func isLetter(_ byte: UInt8) -> Bool { isCapital(byte & 0xDF) }

  private static func isCapital(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
  }

  /// The euro and the pound, quotes, dashes, degree, ©, ®, ª and º.
  private static let latinSigns: Set<UInt8> = [
    0x80, 0x85, 0x91, 0x92, 0x93, 0x94, 0x96, 0x97, 0xA3, 0xA7, 0xA9, 0xAA, 0xAB, 0xAE, 0xB0, 0xB2,
    0xB4, 0xB5, 0xBA, 0xBB, 0xA0,
  ]

  /// Whether one character beyond ASCII stands between two small letters, or behind one at a word's end.
  private static func splitsWords(_ scalars: String.UnicodeScalarView) -> Bool {
    var (before, odd) = (false, 0)
    for scalar in scalars {
      let isSmall = (97...122).contains(scalar.value)
      if scalar.value >= 0x80, !isSign(scalar) {
        odd = before || odd > 0 ? odd + 1 : 0
      } else if isSmall, odd == 1 {
        return true
      } else {
        odd = 0
      }
      before = isSmall || (65...90).contains(scalar.value)
    }
    return false
  }

  /// Full-width signs, digits and spaces, which every encoding of the East has.
  private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3000...0x3020, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x2010...0x2027, 0xB7, 0xD7: true
    default: false
    }
  }

  private static let frequent: [TextEncoding: Set<Unicode.Scalar>] = [
    .gb18030: Set((business + simplified).unicodeScalars),
    .big5: Set((business + traditional).unicodeScalars),
    .shiftJIS: Set((business + japanese).unicodeScalars),
    .eucKR: Set(korean.unicodeScalars),
  ]

  /// Characters that China, Taiwan and Japan write alike.
  private static let business =
    "公司有限分部工商店社人名称日期年月地址手机金本大中小上下山川水火木土田石玉明光新高成天王李林周吴徐孙"
    + "朱胡郭何宋曹袁于董程沈魏余田姜方白江北南京海河西安州市省路道一二三四五六七八九十百千元不是的了在我"
    + "他好要和有人来自己多少出入口内外前后同合作用品物料加精密器材食油酒茶米花果信化生活力文化科教育美食"
    + "加油行政法律保全通信交流平台和信正直意向未知高低客心首次最近已完未"

  private static let simplified =
    "户编号购买决策需求预计价值客户称名单备注说明负责联系电话职务角色订单额产品数量阶段状态时间创建跟进记"
    + "录类型拜访报价应收款到账团队成员员团销售目标开始结束单位单东华润丰达盛荣发长兴业贸实业集团责任装饰医"
    + "疗机械电器电子设备汽车建设筑环节药智能网络软件技术服务咨询传媒广告饮料餐厅学校医院银行国际物业苏沪"
    + "浙粤陈张刘杨黄赵孙马罗郑谢韩冯邓许叶蒋卢苏赢输谈判确认验证初步接洽关闭合同回收款个这那们为与对从会说"
    + "过还没经理总监主任师长张老板约见样条转绍介网展门业务员号线项联进行无效赛给钱开东让后"

  private static let traditional =
    "戶編號購買決策需求預計價值稱單備註說明負責聯繫絡電話職務角色訂單額產品數量階段狀態時間創建跟進記錄類"
    + "型拜訪報價應收款團隊成員銷售目標開始結束東華潤豐達盛榮發長興業貿實業集團責任裝飾醫療機械電器電子設備"
    + "汽車建設築環節藥智能網路軟體技術服務諮詢傳媒廣告飲料餐廳學校醫院銀行國際陳張劉楊黃趙孫馬羅鄭謝韓馮鄧"
    + "許葉蔣盧蘇顧股份企這個們為與對從會說過還沒經理總監師約見條轉紹展門線項聯進行無效貨運灣台桃園竹"

  private static let japanese =
    "株式会社顧客名称氏住所電話番号担当者売上注文製品商品数量単価合計備考日付区東西南北中村田山本佐藤鈴木高"
    + "橋伊渡辺小林加藤吉井松野営業部課長支店工場産機械電気建設運輸銀行開発技術株式有限会発注受納請求書様"

  private static let korean =
    "주식회사고객이름명전화번호금액날짜담당자주소상태제품수량단가합계비고거래처영업부과장대리사업산전자기계"
    + "건설화학유통무역서울부산인천대구광주경기도시구동로길김이박최정강조윤장임한오서신권황안송류홍공지은행"
    + "의에는을를가으로하다있고한그것들인일년월등록완료예정진삼성현국제물류식품약개발기술연구소"
}
