package import Diagnostics
import SalesMethod
import YAML

/// The presets of the method by name: each a file `presets/NAME.yaml` of the templates with the
/// sections `man` and `cadence`, every value written out.
package struct Presets: Sendable {
  private let files: [String: SourceFile]

  /// What a preset says.
  struct Rules {
    let man: ManRule
    let cadence: Cadence
  }

  /// Finds the presets among the files of the templates; diagnostics call them by the folder that
  /// the templates are in.
  ///
  ///     Presets(templates, in: "Templates").names  // ["auto-4s", "b2b-slow", …]
  package init(_ templates: [SourceFile], in folder: String) {
    var files: [String: SourceFile] = [:]
    let (prefix, ending) = ("presets/", ".yaml")
    for file in templates where file.path.hasPrefix(prefix) && file.path.hasSuffix(ending) {
      let name = String(file.path.dropFirst(prefix.count).dropLast(ending.count))
      files[name] = SourceFile(path: folder + "/" + file.path, bytes: file.bytes)
    }
    self.files = files
  }

  /// The names, sorted.
  package var names: [String] { files.keys.sorted() }

  /// The rules of a preset; nil where there is none of that name.
  func rules(named name: String) -> Parsed<Rules>? {
    guard let file = files[name] else { return nil }
    let document = parseYAML(file)
    var sections = MappingReader(document.value, of: "preset")
    var rules = RuleReader(isPreset: true)
    let read = Rules(
      man: rules.man(sections.node("man")), cadence: rules.cadence(sections.node("cadence")))
    let isRule = document.value?[path: "man.rule"] != nil
    let values = Self.values.filter { !isRule || $0 != "man.table" }
    let missing = values.filter { document.value?[path: $0] == nil }.map {
      Diagnostic.valueOfPresetMissing($0, name, at: document.value?.place ?? Place(path: file.path))
    }
    return Parsed(read, document.diagnostics + rules.found + sections.finish() + missing)
  }

  /// The values that a preset writes out.
  static let values: [String] =
    [
      "scale", "threshold", "near", "mid", "presume", "overdue_days", "unknown", "chances", "table",
    ].map { "man." + $0 }
    + ["A", "B", "C", "D"].flatMap { letter in
      ["visits", "gap", "hours"].map { "cadence.\(letter).\($0)" }
    }
}

extension YAMLNode {
  /// What stands under keys inside one another: `man.near`.
  fileprivate subscript(path path: String) -> YAMLNode? {
    path.split(separator: ".").reduce(Optional(self)) { $0?[String($1)] }
  }
}

extension Diagnostic {
  static func unknownPreset(_ name: String, known: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      id: "settings.unknown-preset", at: place, "there is no preset “\(name)”",
      expected: "the name of a file of presets in the templates, without .yaml",
      fix: suggestion(for: name, among: known))
  }

  static func valueOfPresetMissing(_ path: String, _ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "preset.missing-value", at: place, "the preset “\(name)” does not say \(path)",
      expected: "every value written out, so that the file alone is the rule",
      fix: "copy it from presets/standard-1331.yaml")
  }

  static func presetInPreset(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "preset.by-name", at: place, "a preset writes its values out and names no other",
      expected: "keys with values",
      fix: "copy here what presets/\(name).yaml says, or name that preset in salesbook.yaml")
  }

  static func rowsAndSum(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "man-table.rows-and-sum", at: place,
      "a table is by rows of letters or by the sum of the scores, not both",
      expected: "the eight rows MAN to man, or sum: {A: 0.8, B: 0.5, C: 0.25}",
      fix: "remove one of the two, or name the preset to change: preset: standard-1331")
  }

  static func tableNotMonotone(_ row: String, worseThan other: String, at place: Place)
    -> Diagnostic
  {
    Diagnostic(
      id: "man-table.order", at: place,
      "\(row) has every letter that \(other) has, and more, but a worse class",
      expected: "no better class for fewer letters", fix: "exchange the classes of the two rows")
  }

  static func bandsNotInOrder(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "man-table.bands", at: place, "the bounds of the sum do not fall from A to C",
      expected: "A at least B, B at least C, as {A: 0.8, B: 0.5, C: 0.25}",
      fix: "write the highest bound at A")
  }

  static func horizonsNotInOrder(near: Int, mid: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "man-settings.horizons", at: place,
      "class B would end after \(mid) days, before class A after \(near)",
      expected: "mid at least near", fix: "make mid longer, or near shorter")
  }
}
