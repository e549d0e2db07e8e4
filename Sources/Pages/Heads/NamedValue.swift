package import Diagnostics
package import Formula
package import YAML

/// A name that formulas know and the value it stands for, as the settings or the head of a page
/// define it under `values:`.
package struct NamedValue: Hashable, Sendable {
  /// The name.
  package let name: String
  /// The value as it is written: a number with its unit, else a text.
  package let text: String
  /// Where the name stands.
  package let place: Place

  /// Reads `values:`; a name that formulas cannot mean, and a value that is no text, are diagnostics.
  ///
  ///     values:
  ///       税率: 6%
  ///       标准单量: 3.5 万元/单
  package static func read(_ reader: inout MappingReader) -> Parsed<[NamedValue]> {
    var found: [Diagnostic] = []
    let values = reader.entries("values").compactMap { entry -> NamedValue? in
      let name = Expression.parse(entry.key, at: entry.place)
      guard name.value?.names == [entry.key], !entry.key.contains(".") else {
        found.append(.valueName(entry.key, at: entry.place))
        return nil
      }
      guard let text = entry.value.text else {
        found.append(.valueText(entry.key, at: entry.value.place))
        return nil
      }
      return NamedValue(name: entry.key, text: text, place: entry.place)
    }
    return Parsed(values, found)
  }
}

extension Scope {
  /// The scope with these values; a name that is there already is a diagnostic.
  package func adding(_ values: [NamedValue], _ units: Units) -> Parsed<Scope> {
    var scope = self
    var found: [Diagnostic] = []
    for value in values {
      if let first = scope[value.name] {
        found.append(.valueTwice(value.name, first: first.place, at: value.place))
      } else {
        scope.define(value.name, written: value.text, units: units, at: value.place)
      }
    }
    return Parsed(scope, found)
  }
}
