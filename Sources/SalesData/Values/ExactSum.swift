/// Amounts added up before anything is rounded.
///
/// Of each comes what it is in hundredths and what rounding it to them left out.
///
///     var sum = ExactSum()
///     for _ in 1...3 { sum.add(1, rest: -500_000) }  // three times 0.005
///     sum.hundredths  // 2: 0.015, rounded once
struct ExactSum {
  /// So many parts of a hundredth are told apart.
  static let unit = 1_000_000

  private var whole = 0
  private var rest = 0

  /// Adds an amount in hundredths and its rest in millionths of one.
  mutating func add(_ hundredths: Int, rest added: Int) {
    whole += hundredths
    rest += added
    whole += rest / Self.unit
    rest %= Self.unit
  }

  /// The sum in whole hundredths, and the millionths of one that rounding to them leaves out.
  ///
  ///     var sum = ExactSum()
  ///     sum.add(1, rest: 600_000)
  ///     sum.parts  // (2, -400_000)
  var parts: (hundredths: Int, rest: Int) {
    let rounded = hundredths
    return (rounded, (whole - rounded) * Self.unit + rest)
  }

  /// The sum in hundredths, rounded half away from zero.
  var hundredths: Int {
    let half = Self.unit / 2
    // A rest of half goes with the sign of the sum, which is that of the rest where nothing is whole.
    if rest > half || rest == half && whole >= 0 { return whole + 1 }
    if rest < -half || rest == -half && whole <= 0 { return whole - 1 }
    return whole
  }
}
