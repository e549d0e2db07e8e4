/// Somebody who takes part in a course.
package struct Participant: Hashable, Sendable {
  package var name: String
  /// Where the participant works; nil where the list does not say.
  package var department: String?
  /// Whether the participant was there; nil where nothing is said yet.
  package var attended: Bool?
  package var row: Row

  package init(name: String, department: String? = nil, attended: Bool? = nil, row: Row) {
    self.name = name
    self.department = department
    self.attended = attended
    self.row = row
  }
}
