import CCMarkGFM

/// Emphasis beside Chinese punctuation.
///
/// CommonMark lets `**` open or close beside punctuation only where a blank or more punctuation
/// stands on the other side. Chinese writes no blanks, so `**重点。**后面` stays literal. Here a
/// sign may also close behind punctuation, and open before it, where Chinese text stands on either
/// side: a mark put between sign and punctuation makes the library see a letter. An opening
/// bracket still opens only, and a full stop still closes only.
struct EmphasisRepair {
  let bytes: UnsafeBufferPointer<UInt8>

  /// Where a mark belongs beside a run of emphasis signs, if anywhere.
  ///
  /// In `**重点。**后` and the second run, the answer is its start; in `这是**“重点”**` and the
  /// first run, its end.
  func mark(besideRun run: Range<Int>) -> Int? {
    var start = run.lowerBound
    var end = run.upperBound
    // The library looks past the tildes of strikethrough.
    while start > 0, bytes[start - 1] == UInt8(ascii: "~") { start -= 1 }
    while end < bytes.count, bytes[end] == UInt8(ascii: "~") { end += 1 }
    guard let before = UTF8Reader.scalar(bytes, before: start),
      let after = UTF8Reader.scalar(bytes, at: end),
      !isSpace(before), !isSpace(after)
    else { return nil }
    switch (isPunctuation(before), isPunctuation(after)) {
    case (true, false) where mayClose(behind: before):
      let further = UTF8Reader.scalar(bytes, before: start - width(before))
      return isChinese(after) || isChinese(before, beside: further) ? run.lowerBound : nil
    case (false, true) where mayOpen(before: after):
      let further = UTF8Reader.scalar(bytes, at: end + width(after))
      return isChinese(before) || isChinese(after, beside: further) ? run.upperBound : nil
    default: return nil
    }
  }

  private func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    cmark_utf8proc_is_space(Int32(scalar.value)) != 0
  }

  private func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    cmark_utf8proc_is_punctuation(Int32(scalar.value)) != 0
  }

  private func width(_ scalar: Unicode.Scalar) -> Int { UTF8.width(scalar) }

  private func isChinese(_ scalar: Unicode.Scalar) -> Bool { EastAsianWidth.isWide(scalar) }

  /// Quotation marks and dashes are Chinese where they touch Chinese text.
  private func isChinese(_ scalar: Unicode.Scalar, beside further: Unicode.Scalar?) -> Bool {
    if isChinese(scalar) { return true }
    guard EastAsianWidth.isAmbiguousPunctuation(scalar), let further else { return false }
    return isChinese(further)
  }

  /// `|` and `>` may be signs of a table or a quote, which the library takes off first.
  private func mayClose(behind scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "|", ">", "<": false
    default:
      switch scalar.properties.generalCategory {
      case .openPunctuation, .initialPunctuation: false
      default: true
      }
    }
  }

  private func mayOpen(before scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "|", ">", ",", ".", ";", ":", "!", "?", "，", "。", "、", "；", "：", "！", "？", "…", "—",
      "．", "｡", "､":
      false
    default:
      switch scalar.properties.generalCategory {
      case .closePunctuation, .finalPunctuation: false
      default: true
      }
    }
  }
}

extension UTF8 {
  /// How many bytes a scalar takes.
  static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0..<0x80: 1
    case 0x80..<0x800: 2
    case 0x800..<0x1_0000: 3
    default: 4
    }
  }
}
