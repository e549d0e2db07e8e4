import Desk
import Phrases
import SalesMethod

extension ViewSource {
  /// Reads `data=`, `member=` and `month=`.
  init(_ options: inout AttributeReader) {
    let data = options.text("data")
    let member = options.text("member")
    let period = options.read(
      "month",
      expected: Phrase(
        zh: "月或季度，例如 2026-05 或 2026-Q2", en: "a month or a quarter, such as 2026-05 or 2026-Q2")
    ) { Period($0) }
    self.init(data: data, member: member, period: period)
  }
}
