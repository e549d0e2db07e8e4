import Diagnostics
package import Pages
import Phrases
import YAML

extension Settings {
  /// How the fields of customers stand before an audience; a group has forms of its own.
  ///
  ///     // fields: { phone: { manager: masked } }
  ///     settings.forms(for: .manager)[.phone]  // .masked
  package func forms(for audience: Audience) -> FieldForms {
    var forms = FieldForms.everything
    for field in [CustomerField.contact, .phone, .address]
    where !contactDetails.contains(audience) {
      forms[field] = .none
    }
    for (field, form) in fieldForms[audience] ?? [:] { forms[field] = form }
    return forms
  }

  /// Reads `fields`: by field, for whom it stands in which form.
  mutating func readFields(_ reader: inout MappingReader) -> [Diagnostic] {
    let node = reader.node("fields")
    var fields = MappingReader(node, of: Phrase(zh: "fields 设置", en: "fields settings"))
    var found: [Diagnostic] = []
    for field in CustomerField.allCases {
      var audiences = MappingReader(
        fields.node(field.rawValue), of: Phrase(zh: "字段设置", en: "settings of a field"))
      for audience in Audience.allCases where audience.maySeeCustomers {
        guard let form = audiences.form(of: field, at: audience.rawValue) else { continue }
        fieldForms[audience, default: [:]][field] = form
        if form == .code { codesAskedAt = codesAskedAt ?? audiences.place(of: audience.rawValue) }
      }
      found += audiences.finish()
    }
    return found + fields.finish()
  }

  /// Reads `groups`: readers beside the members and their managers.
  mutating func readGroups(_ reader: inout MappingReader) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for entry in reader.entries("groups") {
      var group = ReaderGroup(name: entry.key, readers: [])
      group.place = entry.place
      var keys = MappingReader(entry.value, of: Phrase(zh: "读者组", en: "group of readers"))
      group.readers = keys.texts("readers") ?? []
      group.teams = keys.texts("teams")
      var fields = MappingReader(
        keys.node("fields"), of: Phrase(zh: "读者组的 fields", en: "fields of a group"))
      for field in CustomerField.allCases {
        if let form = fields.form(of: field, at: field.rawValue) { group.forms[field] = form }
      }
      found += keys.finish() + fields.finish()
      if group.forms[.customer] == .code { codesAskedAt = codesAskedAt ?? entry.place }
      if !Self.isFolderName(entry.key) {
        found.append(.treeName(entry.key, at: entry.place))
      } else if (trees ?? Tree.standard).contains(where: { $0.name == entry.key }) {
        found.append(.groupNamedAsTree(entry.key, at: entry.place))
      } else if group.readers.isEmpty {
        found.append(.groupWithoutReaders(entry.key, at: entry.place))
      } else {
        groups.append(group)
      }
    }
    return found
  }
}

extension MappingReader {
  /// The form of a field, one of those that it can have.
  fileprivate mutating func form(of field: CustomerField, at key: String) -> FieldForm? {
    let forms = FieldForm.all(of: field)
    let names = forms.map(\.rawValue)
    return read(key, expected: Phrase(zh: "\(list: names) 之一", en: "one of \(list: names)")) {
      $0.text.flatMap(FieldForm.init(rawValue:)).flatMap { forms.contains($0) ? $0 : nil }
    }
  }
}
