extension RecordIndex {
  /// The member of an id; nil where there is none.
  ///
  ///     index.member("lin")?.name  // "林"
  package func member(_ id: String) -> Member? { memberNumbers[id].map { members[$0] } }

  /// The customers of a member, in the order of their table; none for an id that is no member's.
  package func customers(of member: String) -> [Customer] {
    memberNumbers[member].map { customersOfMember[$0].map { records.customers[$0] } } ?? []
  }

  /// The positions of a member's customers in the records, in the order of their table; none for an id that is no
  /// member's.
  ///
  ///     index.customerPositions(of: "lin")  // [0, 3]
  package func customerPositions(of member: String) -> [Int] {
    memberNumbers[member].map { Array(customersOfMember[$0]) } ?? []
  }
}
