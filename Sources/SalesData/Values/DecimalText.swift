/// An integer with its last digits as decimals, without the zeros at the end.
///
///     decimalText(1250, places: 3)  // "1.25"
func decimalText(_ value: Int, places: Int) -> String {
  let digits = String(value.magnitude)
  let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
  var fraction = padded.suffix(places)
  while fraction.last == "0" { fraction.removeLast() }
  let whole = padded.dropLast(places)
  return (value < 0 ? "-" : "") + whole + (fraction.isEmpty ? "" : "." + fraction)
}
