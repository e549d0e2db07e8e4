import Foundation

/// The ways a sign is written with Latin letters: Han in pinyin without tones, letters as they are, nothing for
/// other signs.
///
///     latinReadings(of: "曾")  // ["zeng", "ceng"]
func latinReadings(of sign: Character) -> [String] {
  let text = String(sign)
  let latin =
    text.applyingTransform(.mandarinToLatin, reverse: false)?
    .applyingTransform(.stripDiacritics, reverse: false) ?? text
  let letters = latin.lowercased().filter { ("a"..."z").contains($0) }
  return (surnameReadings[sign] ?? []) + (letters.isEmpty ? [] : [letters])
}

/// Surnames that are read otherwise than the same sign elsewhere.
private let surnameReadings: [Character: [String]] = [
  "曾": ["zeng"], "单": ["shan"], "解": ["xie"], "仇": ["qiu"], "区": ["ou"], "查": ["zha"], "盖": ["ge"],
  "乐": ["yue"], "覃": ["qin"], "任": ["ren"], "朴": ["piao"], "尉": ["yu"], "翟": ["zhai"],
  "缪": ["miao"],
  "吕": ["lv"], "种": ["chong"], "员": ["yun"], "洗": ["xian"], "沈": ["shen"], "冼": ["xian"],
]
