import Desk
import SalesMethod

extension ViewSource {
  /// Reads `data=`, `member=` and `month=`.
  init(_ options: inout AttributeReader) {
    let data = options.text("data")
    let member = options.text("member")
    let period = options.read(
      "month", expected: "a month or a quarter, as 2026-05 or 2026-Q2"
    ) { Period($0) }
    self.init(data: data, member: member, period: period)
  }
}
