package import Diagnostics
import Phrases
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
    var sections = MappingReader(document.value, of: Phrase(zh: "预设", en: "preset"))
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
      id: "settings.unknown-preset", at: place,
      Phrase(zh: "没有“\(name)”这份预设", en: "there is no preset “\(name)”"),
      expected: Phrase(
        zh: "模板中某个预设文件的名字，不写 .yaml",
        en: "the name of a file of presets in the templates, without .yaml"),
      fix: suggestion(for: name, among: known))
  }

  static func valueOfPresetMissing(_ path: String, _ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "preset.missing-value", at: place,
      Phrase(zh: "预设“\(name)”没有写 \(path)", en: "the preset “\(name)” does not say \(path)"),
      expected: Phrase(
        zh: "每个值都写出来，让这个文件本身就是规则", en: "every value written out, so that the file alone is the rule"
      ),
      fix: Phrase(
        zh: "从 presets/standard-1331.yaml 复制", en: "copy it from presets/standard-1331.yaml"))
  }

  static func presetInPreset(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "preset.by-name", at: place,
      Phrase(zh: "预设要把值写全，不引用别的预设", en: "a preset writes its values out and names no other"),
      expected: Phrase(zh: "若干键和值", en: "keys with values"),
      fix: Phrase(
        zh: "把 presets/\(name).yaml 的内容复制到这里，或在 salesbook.yaml 中指定那份预设",
        en: "copy here what presets/\(name).yaml says, or name that preset in salesbook.yaml"))
  }

  static func rowsAndSum(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "man-table.rows-and-sum", at: place,
      Phrase(
        zh: "表要么按字母的各行，要么按得分之和，不能两样都写",
        en: "a table is by rows of letters or by the sum of the scores, not both"),
      expected: Phrase(
        zh: "从 MAN 到 man 八行，或 sum: {A: 0.8, B: 0.5, C: 0.25}",
        en: "the eight rows MAN to man, or sum: {A: 0.8, B: 0.5, C: 0.25}"),
      fix: Phrase(
        zh: "删除其中一样，或指明要改的预设：preset: standard-1331",
        en: "remove one of the two, or name the preset to change: preset: standard-1331"))
  }

  static func tableNotMonotone(_ row: String, worseThan other: String, at place: Place)
    -> Diagnostic
  {
    Diagnostic(
      id: "man-table.order", at: place,
      Phrase(
        zh: "\(row) 具备 \(other) 的所有字母，而且更多，类别却更低",
        en: "\(row) has every letter that \(other) has, and more, but a worse class"),
      expected: Phrase(zh: "字母更少的，类别不更高", en: "no better class for fewer letters"),
      fix: Phrase(zh: "对调两行的类别", en: "exchange the classes of the two rows"))
  }

  static func bandsNotInOrder(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "man-table.bands", at: place,
      Phrase(zh: "得分之和的界限没有从 A 到 C 递减", en: "the bounds of the sum do not fall from A to C"),
      expected: Phrase(
        zh: "A 不低于 B，B 不低于 C，例如 {A: 0.8, B: 0.5, C: 0.25}",
        en: "A at least B, B at least C, such as {A: 0.8, B: 0.5, C: 0.25}"),
      fix: Phrase(zh: "A 的界限写最高的", en: "write the highest bound at A"))
  }

  static func horizonsNotInOrder(near: Int, mid: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "man-settings.horizons", at: place,
      Phrase(
        zh: "B 类在 \(mid) 天后结束，早于 A 类的 \(near) 天",
        en: "class B would end after \(count: mid, "day", "days"), before class A after \(near)"),
      expected: Phrase(zh: "mid 不短于 near", en: "mid at least near"),
      fix: Phrase(zh: "把 mid 改长，或把 near 改短", en: "make mid longer, or near shorter"))
  }
}
