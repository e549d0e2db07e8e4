import SalesMethod

extension Loader {
  /// Who takes part in the course, in the order of the list.
  mutating func loadParticipants() {
    with(.participants) { loader, table in
      let (names, departments) = (table.texts("name"), table.texts("department"))
      let attended = table.integers("attended")
      loader.records.participants = table.keptRows.compactMap { row in
        guard let name = names[row] else { return nil }
        return Participant(
          name: name, department: departments[row], attended: attended[row].map { $0 != 0 },
          row: table.row(row))
      }
    }
  }
}
