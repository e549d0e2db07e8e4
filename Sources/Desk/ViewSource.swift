import Diagnostics
package import Pages
import Phrases
package import SalesMethod
import Wording

/// Whose numbers a view shows, as its options say: `data=`, `member=`, `month=`.
package struct ViewSource: Hashable, Sendable {
  /// The example; nil for the workspace's own data.
  package let data: String?
  /// The member; nil for the page's own, or the only one.
  package let member: String?
  /// The period; nil for the page's own.
  package let period: Period?

  /// The page's own plan.
  package static let own = ViewSource(data: nil, member: nil, period: nil)

  /// The plan that formulas of a page mean.
  ///
  ///     // data: demo
  ///     ViewSource.formulas(of: head).data  // "demo"
  package static func formulas(of head: FrontMatter) -> ViewSource {
    head.data.map { ViewSource(data: $0, member: nil, period: nil) } ?? .own
  }

  /// Names whose numbers are meant.
  package init(data: String?, member: String?, period: Period?) {
    self.data = data
    self.member = member
    self.period = period
  }
}
