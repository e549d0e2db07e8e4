package import Diagnostics

/// What is known of a customer, as far as a reader may be shown more or less of it.
package enum CustomerField: String, Hashable, Sendable, CaseIterable {
  /// The customer's name and id, and the ids of deals and orders.
  case customer
  /// The names of people there.
  case contact
  /// Telephone numbers.
  case phone
  /// Addresses.
  case address
  /// Notes.
  case note
}

/// How a value of the tables stands before a reader.
package enum FieldForm: String, Hashable, Sendable, CaseIterable {
  /// As the table has it.
  case full
  /// A code in its place, the same each time: 客户-A07.
  case code
  /// Little enough of it that whoever knows it recognises it: 138****5678, 张*.
  case masked
  /// Not at all.
  case none

  /// The forms that a field can have.
  ///
  ///     FieldForm.all(of: .customer)  // full, code
  package static func all(of field: CustomerField) -> [FieldForm] {
    switch field {
    case .customer: [.full, .code]
    case .contact, .phone: [.full, .masked, .none]
    case .address, .note: [.full, .none]
    }
  }
}

/// How each field of customers stands before a reader.
package struct FieldForms: Hashable, Sendable {
  private var forms: [CustomerField: FieldForm]

  /// Everything as the tables have it.
  package static let everything = FieldForms(
    [.customer: .full, .contact: .full, .phone: .full, .address: .full, .note: .full])
  /// What a group gets where nothing is said: codes, and nothing by which a person could be known.
  package static let codesAlone = FieldForms(
    [.customer: .code, .contact: .none, .phone: .none, .address: .none, .note: .none])

  private init(_ forms: [CustomerField: FieldForm]) { self.forms = forms }

  /// The form of a field.
  package subscript(field: CustomerField) -> FieldForm {
    get { forms[field] ?? .none }
    set { forms[field] = newValue }
  }

  /// Whether a customer can be reached by what is shown.
  package var showsContacts: Bool {
    [CustomerField.contact, .phone, .address].contains { self[$0] == .full }
  }
}

/// Readers beside the members and their managers, and what they may see: auditors, a works council.
package struct ReaderGroup: Hashable, Sendable {
  /// Its name, which is that of its folder.
  package var name: String
  /// The names under which its readers log in, members or not.
  package var readers: [String]
  /// The teams whose people's plans it may see, with all teams inside; nil for everybody's.
  package var teams: [String]?
  /// How customers stand before it.
  package var forms: FieldForms
  /// Where the settings name it.
  package var place: Place?

  /// Makes a group.
  package init(
    name: String, readers: [String], teams: [String]? = nil, forms: FieldForms = .codesAlone
  ) {
    self.name = name
    self.readers = readers
    self.teams = teams
    self.forms = forms
  }
}
