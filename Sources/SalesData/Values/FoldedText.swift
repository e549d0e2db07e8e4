/// Text as it is matched, never as it is shown: full-width letters, digits and signs are their plain
/// forms, the ideographic and the unbreakable space are spaces, Kangxi radicals are the characters
/// they look like, letters are small.
///
/// These are the parts of Unicode's NFKC that occur in people's tables; the standard library has no
/// public NFKC, and Foundation is not for here.
///
///     folded("ＡＢＣ（１）　￥")  // "abc(1) ¥"
package func folded(_ text: some StringProtocol) -> String {
  if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars where !isIgnorable(scalar) {
    result.append(foldedScalar(scalar))
  }
  return String(result).lowercased()
}

/// The text as a name is matched: folded, without spaces at the ends and between Chinese characters, where
/// they only stretch a short name, and with one space for many elsewhere.
///
///     matchKey(" 王　芳（Fang  Wang） ")  // "王芳(fang wang)"
package func matchKey(_ text: some StringProtocol) -> String {
  if isMatchKey(text) { return String(text) }
  var key = ""
  for word in folded(text).split(whereSeparator: \.isWhitespace) {
    let joins = key.unicodeScalars.last.map(isHan) ?? true
    if !key.isEmpty, !(joins && word.unicodeScalars.first.map(isHan) ?? false) { key += " " }
    key += word
  }
  return key
}

/// Whether a text is matched as it stands.
///
/// It is where it has only small letters, digits and signs of ASCII, no blanks, and characters from U+4000 to U+9FFF,
/// as nearly every name and id of a table has: bytes are looked at in no time.
private func isMatchKey(_ text: some StringProtocol) -> Bool {
  var following = 0
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), 0...0x20, 0x7F: return false
    case 0..<0x80: continue
    case 0xE4...0xE9: following = 2
    case 0x80..<0xC0 where following > 0: following -= 1
    default: return false
    }
  }
  return true
}

/// Whether the scalar is a Chinese character.
private func isHan(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF: true
  default: false
  }
}

/// The plain form of a scalar.
func foldedScalar(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  switch scalar.value {
  case 0xFF01...0xFF5E: return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
  case 0x3000, 0xA0, 0x2002...0x200A, 0x202F, 0x205F: return " "
  case 0xFFE5: return "¥"
  case 0xFFE0: return "¢"
  case 0xFFE1: return "£"
  case 0x2212, 0x2010, 0x2011: return "-"
  case 0x2F00...0x2FD5: return kangxiRadicals[Int(scalar.value - 0x2F00)]
  default: return scalar
  }
}

/// Marks that show nothing: byte order marks, joiners, marks of direction.
private func isIgnorable(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0xFEFF, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069: true
  default: false
  }
}

/// The characters that the 214 radicals from U+2F00 on look like; text copied from PDF has radicals.
private let kangxiRadicals: [Unicode.Scalar] = Array(
  ("一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢"
    + "尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火"
    + "爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿"
    + "肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹"
    + "雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠").unicodeScalars)
