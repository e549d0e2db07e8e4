/// A rate of exchange in millionths, as the settings write it; nil where the text is none.
///
///     exchangeRate("7.12")  // 7_120_000
package func exchangeRate(_ text: String) -> Int? {
  let bytes = Array(text.utf8)
  guard let number = try? readNumber(bytes.span), number.currency == nil, number.tens == nil,
    !number.isPercent, let millionths = try? number.scaled(decimals: 6),
    (1...1_000_000_000_000).contains(millionths)
  else { return nil }
  return millionths
}

/// The share of rows that may be left out, in thousandths, as the settings write it: `2%`, `0.02`; nil
/// where the text is none from 0 to 1.
///
///     rowsLeftOut("2%")  // 20
package func rowsLeftOut(_ text: String) -> Int? {
  let bytes = Array(text.utf8)
  guard let number = try? readNumber(bytes.span), number.currency == nil, number.tens == nil,
    let thousandths = try? number.scaled(decimals: 3), (0...1000).contains(thousandths)
  else { return nil }
  return thousandths
}

/// A target in whole units of money, as a person types it: `35万`, `350,000`; nil where the text is none
/// above 0.
///
///     wholeAmount("35万")  // 350_000
package func wholeAmount(_ text: String) -> Int? {
  let bytes = Array(text.utf8)
  guard let number = try? readNumber(bytes.span), !number.isPercent,
    let hundredths = try? number.scaled(decimals: 2), hundredths >= 100
  else { return nil }
  return hundredths / 100
}
