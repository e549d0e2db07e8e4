package import Desk
package import Proof

extension ValueSearch.Value {
  /// A value of the tables as it is searched for in files.
  ///
  ///     ValueSearch.Value("13912345678", of: .phone).kind  // .phone
  package init(_ text: String, of kind: GuardedValue.Kind) {
    let spelled: Kind =
      switch kind {
      case .amount: .amount
      case .phone: .phone
      case .identifier, .key: .identifier
      case .member, .participant: text.utf8.allSatisfy { $0 < 0x80 } ? .identifier : .text
      case .customer, .contact, .address, .note: .text
      }
    self.init(text, spelled)
  }
}
