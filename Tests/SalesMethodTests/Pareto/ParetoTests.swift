import Phrases
import Testing
import Wording

@testable import SalesMethod

@Suite struct `80 and 20` {
  private func orders(_ revenues: [Int]) -> [Order] {
    revenues.enumerated().map { number, units in
      order("c" + (number < 10 ? "0" : "") + "\(number)", "2026-01-05", units)
    }
  }

  @Test func `are computed, with returns kept out of the base`() throws {
    let pareto = try #require(
      try Pareto(orders([300, 200, 200, 120, 80, 50, 30, 20, 10, 5, 0, -15])))
    #expect(pareto.base == Money(units: 1015))
    #expect(pareto.topCount == 3)
    #expect(isClose(pareto.topShare.double, 0.689655))
    #expect(isClose(pareto.shareAtExactly20.double, 0.571429))
    #expect(pareto.countFor80 == 4)
    #expect(pareto.negativeCount == 1)
    #expect(pareto.negativeSum == Money(units: -15))
    #expect(pareto.hasStatement)
  }

  @Test func `follow the example of ten customers`() throws {
    let pareto = try #require(try Pareto(orders([420, 260, 110, 60, 50, 40, 30, 20, 10, 0])))
    #expect(pareto.topCount == 2)
    #expect(pareto.topShare == Rational(17, over: 25))
    #expect(pareto.countFor80 == 4)
    #expect(isClose(pareto.gini, 0.608, 1e-12))
  }

  @Test func `net returns, keep nameless rows apart and mark ties across the cut`() throws {
    var rows = orders([100, 50, 50, 50, 10, 10])
    rows.append(order("c00", "2026-02-01", -20))
    rows.append(order(nil, "2026-02-01", 7))
    let pareto = try #require(try Pareto(rows))
    #expect(pareto.entries[0].revenue == Money(units: 80))
    #expect(pareto.ordersWithoutCustomer == 1)
    #expect(pareto.sumWithoutCustomer == Money(units: 7))
    #expect(pareto.entries.filter(\.isTied).map(\.customer) == ["c01", "c02", "c03"])
    #expect(pareto.entries.filter(\.isInTop20).map(\.customer) == ["c00", "c01"])
    #expect(!pareto.hasStatement)
  }

  @Test func `say nothing where nobody brought anything`() throws {
    #expect(try Pareto(orders([0, -5])) == nil)
    #expect(try Pareto([]) == nil)
  }

  @Test func `shares add up to one`() throws {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<100 {
      let revenues = (0..<Int.random(in: 1...40, using: &random)).map { _ in
        Int.random(in: -5...50, using: &random)
      }
      guard let pareto = try Pareto(orders(revenues)) else { continue }
      var whole = Rational.zero
      for entry in pareto.entries { whole = try whole + entry.share }
      #expect(whole == Rational(1))
      #expect(pareto.topShare >= pareto.shareAtExactly20)
    }
  }
}

@Suite struct `The attention` {
  @Test func `is the time that would have to move`() throws {
    let revenue = [420, 260, 110, 60, 50, 40, 30, 20, 10, 0]
    let hours = [12, 10, 14, 16, 14, 12, 10, 6, 4, 2]
    let observations = zip(revenue, hours).enumerated().map { number, pair in
      Attention.Observation(
        customer: "c\(number)", revenue: Money(units: pair.0),
        time: WorkingTime(minutes: pair.1 * 60))
    }
    let attention = try #require(Attention(observations))
    #expect(isClose(attention.mismatch, 0.46, 1e-12))
    #expect(
      attention.entries.map { Digits.decimal($0.gap, places: 6) }
        == ["30", "16", "-3", "-10", "-9", "-8", "-7", "-4", "-3", "-2"])
    #expect(attention.expectedMismatch == nil)
    #expect(Attention([]) == nil)
  }
}
