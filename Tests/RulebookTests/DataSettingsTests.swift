import Diagnostics
import Rulebook
import SalesData
import Testing

/// The settings that decide what a table leaves open.
@Suite struct `What the settings say of tables` {
  private func read(_ text: String) -> Parsed<Settings> {
    readSettings(SourceFile(path: "salesbook.yaml", text: text))
  }

  @Test func `is read with its places`() {
    let parsed = read(
      """
      currency: USD
      person: 张伟
      rows_left_out: 5%
      number_format:
        orders.amount: "1.234,5"
        deals.probability: percent
      exchange_rates:
        CNY: 0.1404
      encodings:
        kunden.csv: latin1
      """)
    #expect(parsed.diagnostics.isEmpty, "\(parsed.diagnostics)")
    let settings = parsed.value.dataSettings
    #expect(settings.currency == "USD" && settings.person == "张伟")
    #expect(settings.rowsLeftOutThousandths == 50)
    #expect(settings.numberFormats.map(\.column) == ["orders.amount", "deals.probability"])
    #expect(settings.numberFormats.map(\.meaning) == [.comma, .percent])
    #expect(settings.numberFormats[0].place.line == 5)
    #expect(settings.exchangeRates.map(\.millionths) == [140_400])
    #expect(settings.encodings.map(\.file) == ["kunden.csv"])
  }

  @Test(arguments: [
    "rows_left_out: 200%", "rows_left_out: many", "number_format: {orders.amount: dots}",
    "exchange_rates: {USD: -1}", "exchange_rates: {USD: cheap}", "encodings: {a.csv: klingon}",
  ])
  func `or refused`(text: String) {
    #expect(read(text).diagnostics.hasErrors)
  }
}
