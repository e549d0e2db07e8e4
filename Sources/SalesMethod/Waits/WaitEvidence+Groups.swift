extension WaitEvidence {
  /// The table that a wait is counted by which began with the order of a number; 0 for a wait that began
  /// with no order.
  ///
  ///     evidence.table(afterOrder: 2)  // the second of three
  package func table(afterOrder number: Int) -> LifeTable? {
    let stratum = kind == .reorder ? Wait.stratum(ofOrder: number) : 0
    return tables.indices.contains(stratum) ? tables[stratum] : nil
  }
}

extension LifeTable {
  /// The group of an age in days.
  ///
  ///     table.group(ofAge: 40)  // 31 to 60
  package func group(ofAge age: Int) -> Group? { groups.last { $0.from <= age } }
}
