import Pages
import SalesMethod

/// Whose data are to be removed from what was kept.
package enum ForgottenSubject: Hashable, Sendable {
  /// A member, by id.
  case person(String)
  /// A customer, by id or name.
  case customer(String)
}

extension PlanDesk {
  /// All by which somebody could be known in what was kept: of a person the name and the id, of a customer
  /// names, contacts, telephone numbers, addresses, notes and the ids of deals and orders; nothing where no
  /// table has them.
  ///
  ///     desk.values(of: .customer("C0101")).map(\.text)  // "云杉贸易", "C0101", "赵采购", …
  package func values(of subject: ForgottenSubject) -> [GuardedValue] {
    guard let own else { return [] }
    var collector = GuardedValues(own.index)
    collector.collect(only: subject)
    return collector.values
  }

  /// The name of a member's folder in trees that have one for each.
  package func folderName(ofMember id: String) -> String? { memberRow(id)?.fileName }
}
