/// How many columns of a terminal a scalar takes: 2 for wide East Asian ones and emoji, 0 for marks
/// that stand on the one before, else 1.
///
///     displayWidth(of: "中")  // 2
func displayWidth(of scalar: Unicode.Scalar) -> Int {
  let value = scalar.value
  if value < 0x300 { return 1 }
  if isWide(value) { return 2 }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format: return 0
  default: return 1
  }
}

/// Whether Unicode's East Asian Width is W or F, by blocks; an unassigned scalar in such a block
/// counts as its neighbours do.
private func isWide(_ value: UInt32) -> Bool {
  switch value {
  case 0x1100...0x115F,  // Hangul Jamo, leading
    0x231A...0x231B, 0x23E9...0x23EC, 0x25FD...0x25FE, 0x2614...0x2615, 0x2648...0x2653,
    0x26A1, 0x26BD...0x26BE, 0x26C4...0x26C5, 0x2705, 0x270A...0x270B, 0x2728, 0x274C, 0x274E,
    0x2753...0x2755, 0x2757, 0x2795...0x2797, 0x2B1B...0x2B1C, 0x2B50, 0x2B55,  // emoji
    0x2E80...0x303E,  // radicals, CJK punctuation
    0x3041...0x33FF,  // Kana, Bopomofo, Hangul letters, enclosed
    0x3400...0x4DBF, 0x4E00...0x9FFF,  // Han
    0xA000...0xA4CF, 0xA960...0xA97F,  // Yi, Jamo extended
    0xAC00...0xD7A3, 0xF900...0xFAFF,  // Hangul syllables, Han compatibility
    0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,  // forms
    0x16FE0...0x18CFF, 0x1AFF0...0x1B2FF,  // Tangut, Kana supplements
    0x1F004, 0x1F0CF, 0x1F18E, 0x1F191...0x1F19A, 0x1F200...0x1F265, 0x1F300...0x1F320,
    0x1F32D...0x1F335, 0x1F337...0x1F37C, 0x1F37E...0x1F393, 0x1F3A0...0x1F3CA,
    0x1F3CF...0x1F3D3, 0x1F3E0...0x1F3F0, 0x1F3F4, 0x1F3F8...0x1F43E, 0x1F440,
    0x1F442...0x1F4FC, 0x1F4FF...0x1F53D, 0x1F54B...0x1F54E, 0x1F550...0x1F567,
    0x1F5FB...0x1F64F, 0x1F680...0x1F6C5, 0x1F6CC, 0x1F6D0...0x1F6D2, 0x1F6D5...0x1F6DF,
    0x1F6EB...0x1F6EC, 0x1F6F4...0x1F6FC, 0x1F7E0...0x1F7EB, 0x1F90C...0x1F9FF,
    0x1FA70...0x1FAFF,  // pictures
    0x20000...0x3FFFD:  // more Han
    return true
  default: return false
  }
}

/// Text that can do nothing to a terminal: control characters, and those that turn the direction of
/// writing, are shown as U+FFFD.
///
///     harmless("a\u{1B}[31mb")  // "a\u{FFFD}[31mb"
func harmless(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: isHarmful) else { return text }
  var shown = String.UnicodeScalarView()
  for scalar in text.unicodeScalars { shown.append(isHarmful(scalar) ? "\u{FFFD}" : scalar) }
  return String(shown)
}

private func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x09: false
  case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: true
  default: false
  }
}
