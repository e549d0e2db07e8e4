import Tables

extension Table {
  /// The unit that what stands around a table gives all its amounts: a title above it (单位：万元), a remark below it
  /// (注：金额单位为万元), the name of its sheet or file in brackets (订单(万元)); nil where nothing does.
  var unitAround: AmountUnit? {
    unitsSaidAbove.lazy.compactMap(unitSaid).first ?? remarksBelow.lazy.compactMap(unitSaid).first
      ?? names.lazy.compactMap(unitInBrackets).first
  }

  private var names: [String] { [name, nameAndExtension(of: origin.path).name] }

  /// The texts above that may name a unit, where a comma of a number has parted one: `Unit: RMB 10`, `000`.
  private var unitsSaidAbove: [String] {
    let all = textsAbove
    return unitsAbove.map { text in
      guard text.last?.isNumber == true, let index = all.firstIndex(of: text),
        index + 1 < all.count,
        all[index + 1].allSatisfy({ $0 == "0" })
      else { return text }
      return text + all[index + 1]
    }
  }

  /// What stands alone in one of the last rows and speaks of units.
  private var remarksBelow: [String] {
    (max(0, rowCount - 5)..<rowCount).compactMap { row in
      let filled = header.indices.filter { !isBlank(row, $0) }
      guard filled.count == 1 else { return nil }
      let text = withCell(row, filled[0]) { bytes, _ in String(copying: bytes) }
      let isRemark = ["单位", "單位", "unit", "Unit"].contains(where: text.contains)
      return text.count <= 60 && isRemark ? text : nil
    }
  }
}

/// The unit that a remark names behind a word for one; nil where it names none.
///
///     unitSaid("货币单位：人民币（万元）")?.tens  // 4
private func unitSaid(_ text: String) -> AmountUnit? {
  let key = folded(text).replacing(",", with: "")
  if key.first == "(", key.last == ")" { return AmountUnit(key.dropFirst().dropLast()) }
  let signs = [
    "单位:", "單位:", "单位为", "单位是", "單位為", "units:", "unit:", "currency:", "units are", "in units of",
  ]
  guard let range = signs.lazy.compactMap({ key.firstRange(of: $0) }).first else { return nil }
  let rest = key[range.upperBound...].prefix { !";|。、".contains($0) }
  let words = rest.split { $0.isWhitespace || "()[]:".contains($0) }.map(inWords)
  // As many words as make a unit: 人民币 万元 is one, and a date may follow.
  for count in stride(from: min(words.count, 4), to: 0, by: -1) {
    if let unit = AmountUnit(words.prefix(count).joined()) { return unit }
  }
  return nil
}

/// A scale in digits as the word for it: `10000` is 万.
private func inWords(_ word: Substring) -> String {
  let scales = ["1000": "千", "10000": "万", "1000000": "百万", "100000000": "亿"]
  return scales[String(word)] ?? String(word)
}

/// The unit in the last brackets of a name, or behind 单位; nil where there is none with a scale or a currency.
///
///     unitInBrackets("订单（单位万元）")?.tens  // 4
private func unitInBrackets(_ name: String) -> AmountUnit? {
  let key = folded(name)
  guard let open = key.lastIndex(of: "("), let close = key[open...].firstIndex(of: ")") else {
    return nil
  }
  return AmountUnit(key[key.index(after: open)..<close])
}
