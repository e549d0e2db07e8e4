import Formula
import Testing

/// Numbers that fit machine words take a short way; it must lead where the long one does.
@Suite struct `A number in machine words` {
  /// Fractions of every size up to the edge of a machine word.
  private static let fractions: [Rational] = {
    var generator = FormulaGenerator(seed: 5)
    var found = [Int.max, Int.min, Int.max - 1, Int.min + 1, 0, 1, -1].flatMap { top in
      [1, 2, 3, 5, 8, 125, Int.max, 1_000_000_007].map { Rational(top, over: $0) }
    }
    for _ in 0..<2_000 {
      let top = generator.below(1 << 30) &* generator.below(1 << 30) >> generator.below(60)
      let bottom = 1 + (generator.below(1 << 30) >> generator.below(30))
      found.append(Rational(generator.below(2) == 0 ? top : -top, over: bottom))
    }
    return found
  }()

  @Test func `is written in decimals as it is rounded`() throws {
    for number in Self.fractions {
      for decimals in [0, 1, 2, 4, 9, 18, 19, 30] {
        let text = number.decimal(decimals)
        let rounded = try number.rounded(.nearest, decimals: decimals)
        #expect(Rational(written: text) == rounded, "\(number.exact) at \(decimals): \(text)")
        #expect(!text.hasPrefix("-0") || text.hasPrefix("-0."))
      }
    }
  }

  @Test func `has exact decimals where rounding to so many changes nothing, and no fewer`() throws {
    for number in Self.fractions {
      let decimals = number.exactDecimals(upTo: 12)
      for places in 0...12 {
        let isExact = try number.rounded(.towardsZero, decimals: places) == number
        #expect(isExact == (decimals.map { $0 <= places } ?? false), "\(number.exact) at \(places)")
      }
    }
    #expect(Rational(1, over: 1 << 60).exactDecimals(upTo: 120) == 60)
    #expect(Rational(1, over: 1 << 60).exactDecimals(upTo: 59) == nil)
  }

  @Test func `is rounded to the side that was asked for`() throws {
    for number in Self.fractions {
      let down = try number.rounded(.down)
      let up = try number.rounded(.up)
      #expect(down <= number && number <= up)
      let gap = try up - down
      #expect(gap == Rational(number.isWhole ? 0 : 1))
      #expect(try number.rounded(.towardsZero) == (number.signum < 0 ? up : down))
      #expect(try number.rounded(.awayFromZero) == (number.signum < 0 ? down : up))
      let nearest = try number.rounded(.nearest)
      let fromDown = try number - down
      let fromUp = try up - number
      let isUp = fromDown > fromUp || (fromDown == fromUp && number.signum > 0)
      #expect(nearest == (isUp ? up : down), "\(number.exact)")
    }
  }

  @Test func `is in lowest terms, at the edge too`() {
    #expect(Rational(.min, over: 2).exact == "-4611686018427387904")
    #expect(Rational(.min, over: .max).exact == "-9223372036854775808/9223372036854775807")
    #expect(Rational(.max, over: .max).exact == "1")
    #expect(Rational(-6, over: 4).exact == "-3/2")
  }
}
