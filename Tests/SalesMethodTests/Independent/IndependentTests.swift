import Foundation
import Testing

@testable import SalesMethod

/// The forecasts of invented cases, recomputed by another program with another library.
@Suite struct `An independent check` {
  /// One case as the other program reads it.
  struct Case: Encodable {
    let successes: Int
    let trials: Int
    let rho: Double
    let contacts: Int
    let target: Int
    let confidence: Double
    let sizes: [Int]
    let buyersByOrders: [Int]
    let others: [Int]
    let chances: [Double]
    var ever = 0.0
    var mean = 0.0
    var sd = 0.0
    var quantiles: [[Double]] = []
    var contactsForConfidence: Int?
    var interval: [Double] = []

    init(_ random: inout SeededGenerator) {
      trials = Int.random(in: 5...300, using: &random)
      successes = Int.random(in: 0...max(1, trials / 3), using: &random)
      rho = Bool.random(using: &random) ? 0 : Double(Int.random(in: 1...40, using: &random)) / 1000
      contacts = Int.random(in: 0...120, using: &random)
      target = Int.random(in: 1...300, using: &random)
      confidence = 0.75
      sizes = (0..<Int.random(in: 1...20, using: &random)).map { _ in
        Int.random(in: 1...60, using: &random)
      }
      buyersByOrders = (0..<Int.random(in: 1...3, using: &random)).map { _ in
        Int.random(in: 1...9, using: &random)
      }
      others = (0..<Int.random(in: 0...4, using: &random)).map { _ in
        Int.random(in: 1...80, using: &random)
      }
      chances = others.map { _ in Double(Int.random(in: 0...10, using: &random)) / 10 }
    }

    /// The case as the forecast takes it: a step is 1,000 units.
    var input: ForecastInput {
      let orders = zip(1..., buyersByOrders).reduce(0) { $0 + $1.0 * $1.1 }
      let rate = Rate(successes: successes, trials: trials)
      let overdispersion = Overdispersion(rho: rho, months: 6)
      return ForecastInput(
        rate: rate.share ?? .zero,
        belief: ConversionBelief(.counted(rate), overdispersion: overdispersion),
        overdispersion: overdispersion,
        factors: Factors(
          dealSize: Rational(sizes.reduce(0, +) * 100_000, over: sizes.count) ?? .zero,
          ordersPerBuyer: Rational(orders, over: buyersByOrders.reduce(0, +)) ?? .zero,
          orderSizes: sizes.map { $0 * 100_000 }, buyersByOrders: buyersByOrders, source: .own),
        target: Money(units: target * 1000), contacts: contacts,
        others: zip(others, chances).map { amount, chance in
          ForecastInput.OtherPart(amount: Rational(amount * 100_000), chance: chance)
        }, confidence: confidence)
    }

    /// Fills in what the program makes of it.
    mutating func compute() throws {
      let forecast = try #require(try Forecast(input))
      ever = forecast.probabilityEver
      mean = forecast.mean / 1000
      sd = forecast.standardDeviation / 1000
      quantiles = forecast.quantiles.map { [$0.share, Double($0.amount.hundredths / 100_000)] }
      contactsForConfidence = forecast.contactsForConfidence
      let rate = Rate(successes: successes, trials: trials)
      let narrow = try #require(Interval(jeffreys: rate, confidence: 0.8))
      interval = [narrow.low, narrow.high]
    }
  }

  static let hasSciPy =
    (try? run(["-c", "import scipy"]))?.status == 0

  @Test(.enabled(if: hasSciPy, "python3 with scipy is not here: nothing is compared"))
  func `with scipy agrees on invented forecasts`() throws {
    var random = SeededGenerator(seed: 17)
    var cases: [Case] = []
    for _ in 0..<25 {
      var one = Case(&random)
      try one.compute()
      cases.append(one)
    }
    let file = FileManager.default.temporaryDirectory
      .appending(path: "method-\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: file) }
    try JSONEncoder().encode(cases).write(to: file)
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "check_forecast.py")
    let result = try Self.run([script.path(), file.path()])
    #expect(result.status == 0, "\(result.output)")
  }

  private static func run(_ arguments: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3"] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }
}
