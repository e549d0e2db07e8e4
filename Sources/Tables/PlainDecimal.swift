/// A number of a source that has numbers, in plain notation: `1001` for Java's `1001.0`, `138001234` for
/// `1.38001234E8`; nil where it is plain already, and for numbers beyond 40 digits.
///
///     plainDecimal(Array("1.50".utf8)).map { String(decoding: $0, as: UTF8.self) }  // "1.5"
package func plainDecimal(_ number: some BidirectionalCollection<UInt8>) -> [UInt8]? {
  guard number.contains(where: { $0 == point || $0 | 0x20 == UInt8(ascii: "e") }) else {
    return nil
  }
  var digits: [UInt8] = []
  var (exponent, scale, sawPoint, isNegative) = (0, 0, false, false)
  var rest = number[...]
  if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
    isNegative = sign == UInt8(ascii: "-")
    rest = rest.dropFirst()
  }
  while let byte = rest.first, byte &- zero < 10 || (byte == point && !sawPoint) {
    if byte == point { sawPoint = true } else { digits.append(byte) }
    if sawPoint, byte != point { scale += 1 }
    rest = rest.dropFirst()
  }
  if let letter = rest.first {
    guard letter | 0x20 == UInt8(ascii: "e"),
      let written = Int(String(decoding: rest.dropFirst(), as: UTF8.self)), abs(written) <= 40
    else { return nil }
    exponent = written
  }
  guard !digits.isEmpty, digits.count <= 40 else { return nil }
  return spread(digits, pointAt: digits.count - scale + exponent, isNegative)
}

private let point = UInt8(ascii: ".")
private let zero = UInt8(ascii: "0")

/// Digits with the point behind so many of them, without zeros that say nothing.
private func spread(_ digits: [UInt8], pointAt position: Int, _ isNegative: Bool) -> [UInt8] {
  var whole = Array(digits.prefix(max(0, position)))
  whole += [UInt8](repeating: zero, count: max(0, position - digits.count))
  var part = [UInt8](repeating: zero, count: max(0, -position)) + digits.dropFirst(max(0, position))
  while part.last == zero { part.removeLast() }
  let leading = whole.prefix { $0 == zero }.count
  whole.removeFirst(min(leading, max(0, whole.count - 1)))
  if whole.isEmpty { whole = [zero] }
  let isZero = part.isEmpty && whole == [zero]
  return (isNegative && !isZero ? [UInt8(ascii: "-")] : []) + whole
    + (part.isEmpty ? [] : [point] + part)
}
