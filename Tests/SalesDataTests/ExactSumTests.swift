import Diagnostics
import SalesMethod
import Testing

@testable import SalesData

/// Amounts with more than two decimals are added up first and rounded once.
@Suite struct `Sums of amounts` {
  private func orders(_ rows: String, _ settings: DataSettings = DataSettings()) -> LoadedOrders {
    let data = load(
      twoCustomers, ("orders.csv", "order_id,customer,date,amount\n" + rows), settings: settings)
    return LoadedOrders(
      amounts: data.value.records.orders.map(\.amount.hundredths),
      kept: data.value.reports.first { $0.table == .orders }?.sums.first?.after.hundredths,
      found: found(data))
  }

  private struct LoadedOrders {
    let amounts: [Int]
    let kept: Int?
    let found: [String]
  }

  @Test(arguments: [
    (1, 600_000, 2, -400_000), (1, 400_000, 1, 400_000), (-1, -500_000, -2, 500_000),
    (0, 2_250_000, 2, 250_000), (3, 0, 3, 0),
  ])
  func `are split into what is shown and what that leaves out`(
    hundredths: Int, rest: Int, shown: Int, left: Int
  ) {
    var sum = ExactSum()
    sum.add(hundredths, rest: rest)
    #expect(sum.parts == (shown, left))
  }

  @Test func `of prices times quantities are rounded once`() {
    let rows = (1...5).map { "C1,2026-01-0\($0),0.002,2\n" }.joined()
    let data = load(twoCustomers, ("orders.csv", "customer,date,单价,qty\n" + rows))
    #expect(data.value.records.orders.map(\.amount.hundredths).reduce(0, +) == 2)
  }

  @Test func `of a customer's lines are rounded once`() {
    // 0.015 is 0.02; line by line it would be 0.03.
    let thrice = orders("A,C1,2026-01-05,0.005\nA,C1,2026-01-06,0.005\nB,C1,2026-01-07,0.005\n")
    #expect(thrice.amounts == [1, 0, 1])
    #expect(thrice.kept == 2)
    // Four tenths of a hundredth, five times: 0.02, line by line nothing.
    let small = orders((1...5).map { "A\($0),C1,2026-01-05,0.004\n" }.joined())
    #expect(small.amounts.reduce(0, +) == 2)
  }

  @Test func `are each customer's own, returns taken off`() {
    let two = orders(
      "A,C1,2026-01-05,0.005\nB,C2,2026-01-05,0.004\nC,C1,2026-01-06,-0.005\nD,C2,2026-01-06,0.004\n"
    )
    #expect(two.amounts == [1, 0, -1, 1])
    // 0.008 in all.
    #expect(two.kept == 1)
    #expect(orders("A,C1,2026-01-05,-0.005\nB,C1,2026-01-05,-0.005\n").amounts == [-1, 0])
  }

  @Test func `of another currency are rounded after the rate`() {
    var settings = DataSettings()
    settings.exchangeRates = [
      DataSettings.ExchangeRate(
        currency: "JPY", millionths: 48_300, place: Place(path: "salesbook.yaml"))
    ]
    // 123 yen at 0.0483 are 5.9409; three times that 17.8227.
    let yen = orders(
      "A,C1,2026-01-05,JPY 123\nB,C1,2026-01-06,JPY 123\nC,C1,2026-01-07,JPY 123\n", settings)
    #expect(yen.amounts == [594, 594, 594])
    let many = orders((1...10).map { "A\($0),C1,2026-01-05,JPY 123\n" }.joined(), settings)
    #expect(many.amounts.reduce(0, +) == 5941)
  }

  @Test func `agree with a total that was rounded once`() {
    let rows = "A,C1,2026-01-05,0.005\nB,C2,2026-01-05,0.005\nC,C1,2026-01-06,0.005\n合计,,,0.02\n"
    let loaded = orders(rows)
    #expect(loaded.found == ["data.total-rows orders.csv:5"])
    #expect(loaded.kept == 2)
  }

  @Test func `keep whole hundredths as they are`() {
    #expect(orders("A,C1,2026-01-05,12.34\nB,C1,2026-01-06,-5\n").amounts == [1234, -500])
  }

  @Test func `round a half away from zero, whatever the parts`() {
    func sum(_ parts: [(Int, Int)]) -> Int {
      var sum = ExactSum()
      for (hundredths, rest) in parts { sum.add(hundredths, rest: rest) }
      return sum.hundredths
    }
    #expect(sum([(1, -500_000)]) == 1)
    #expect(sum([(-1, 500_000)]) == -1)
    #expect(sum([(1, -500_000), (1, -500_000), (1, -500_000)]) == 2)
    #expect(sum([(0, 400_000), (0, 400_000), (-1, 200_000)]) == 0)
    #expect(sum([(3, 499_999)]) == 3)
    #expect(sum([(-2, -500_000)]) == -3)
  }
}
