package import Diagnostics
import Formula
import Pages
import Phrases
import SalesData
import SalesMethod
import Vocabulary
package import YAML

extension Settings {
  /// Reads `salesbook.yaml`; unknown keys and wrong values are diagnostics.
  ///
  /// Without presets the names of presets are not looked up: the rules are the standard ones then.
  package static func read(_ node: YAMLNode?, presets: Presets? = nil) -> Parsed<Settings> {
    var reader = MappingReader(node, of: Phrase(zh: "设置", en: "settings"))
    var settings = Settings()
    var diagnostics: [Diagnostic] = []
    settings.titles =
      reader.read(
        "title",
        expected: Phrase(
          zh: "一个名称，或 zh-Hans 和 en 各一个", en: "a name, or one for each of zh-Hans and en")
      ) { $0.textByLanguage } ?? [:]
    settings.language = reader.choice("language", of: Language.self) ?? settings.language
    settings.title = settings.title(in: settings.language)
    let vocabulary = Vocabulary.read(reader.node("vocabulary"))
    settings.vocabulary = vocabulary.value
    diagnostics += vocabulary.diagnostics
    settings.readContent(&reader)
    settings.data = reader.folder("data") ?? settings.data
    settings.templates = reader.folder("templates") ?? settings.templates
    settings.output = reader.folder("output") ?? settings.output
    settings.keptPlans = reader.folder("kept_plans")
    // Taken before anything else is read: see SettingsFile.
    _ = reader.texts("linked_folders")
    if let kept = settings.keptPlans, let place = reader.place(of: "kept_plans"),
      let other = settings.folder(mixedWith: kept)
    {
      diagnostics.append(.keptPlansMixed(kept, with: other, at: place))
      settings.keptPlans = nil
    }
    settings.archive = reader.folder("archive")
    if let archive = settings.archive, let place = reader.place(of: "archive"),
      let other = settings.folder(mixedWith: archive)
    {
      diagnostics.append(.archiveMixed(archive, with: other, at: place))
      settings.archive = nil
    }
    settings.retention = reader.read(
      "retention", expected: Phrase(zh: "天数，例如 400d", en: "days, such as 400d")
    ) { node in
      node.text.flatMap { $0.hasSuffix("d") ? Int($0.dropLast()) : nil }
        .flatMap { (1...36_500).contains($0) ? $0 : nil }
    }
    settings.amountBands =
      reader.read(
        "bands",
        expected: Phrase(
          zh: "从小到大的整数金额，例如 [50000, 200000]",
          en: "whole amounts, the smallest first, such as [50000, 200000]")
      ) { node in
        let amounts = node.items?.compactMap { $0.text.flatMap(Int.init) }
        return amounts.flatMap { amounts in
          let isRising = zip(amounts, amounts.dropFirst()).allSatisfy { $0 < $1 }
          let isRight =
            amounts.count == node.items?.count && isRising
            && amounts.allSatisfy { (1...1_000_000_000_000).contains($0) }
          return isRight ? amounts.map { Money(units: $0) } : nil
        }
      } ?? settings.amountBands
    settings.period = reader.read(
      "period",
      expected: Phrase(
        zh: "2026-12、2026-Q4 或 2026-12-07..2027-01-15",
        en: "2026-12, 2026-Q4 or 2026-12-07..2027-01-15")
    ) { $0.text.flatMap(Period.init) }
    settings.trees = readTrees(reader.entries("trees"), &diagnostics)
    settings.paper = reader.choice("paper", of: Paper.self) ?? settings.paper
    settings.contactDetails = readAudiences(&reader) ?? settings.contactDetails
    diagnostics += settings.readFields(&reader) + settings.readGroups(&reader)
    let sheets = SheetSettings.read(reader.node("sheets"))
    settings.sheets = sheets.value
    diagnostics += sheets.diagnostics
    settings.answersAtEnd =
      reader.read("answers", expected: Phrase(zh: "end", en: "end")) {
        $0.text == "end" ? true : nil
      } ?? false
    var proof = MappingReader(
      reader.node("proof"), of: Phrase(zh: "proof 设置", en: "proof settings"))
    settings.proofAllows = proof.texts("allow") ?? []
    diagnostics += proof.finish()
    let gates = Gate.readOff(&reader)
    settings.gatesOff = gates.value
    diagnostics += gates.diagnostics
    settings.currency =
      reader.read(
        "currency",
        expected: Phrase(zh: "货币代码，例如 CNY", en: "a currency code such as CNY")
      ) { node in
        node.text.flatMap {
          isCurrencyCode($0) ? $0 : nil
        }
      } ?? settings.currency
    settings.timeZone = reader.text("time_zone") ?? settings.timeZone
    settings.units = reader.texts("units") ?? settings.units
    let values = NamedValue.read(&reader)
    settings.values = values.value
    diagnostics += values.diagnostics
    var markdown = MappingReader(
      reader.node("markdown"), of: Phrase(zh: "markdown 设置", en: "markdown settings"))
    settings.rawHTMLFolders = markdown.texts("raw_html") ?? []
    diagnostics += markdown.finish()
    let units = Units(settings.units)
    let scope = Scope().adding(settings.values, units).value
    let method = MethodSettings.read(&reader, presets, in: scope, units)
    let data = DataSettings.read(&reader, method.value)
    settings.method = method.value
    settings.method.currency = settings.currency
    settings.dataSettings = data.value
    settings.dataSettings.currency = settings.currency
    let checks = CompanyCheck.read(&reader, in: scope, settings.method, units)
    settings.checks = checks.value
    diagnostics += checks.diagnostics
    diagnostics += method.diagnostics + data.diagnostics
    diagnostics += reader.finish()
    return Parsed(settings, diagnostics)
  }

  /// Takes the folder of the pages: `.` is the workspace's own, where a course of another tool lies unless
  /// another is said.
  private mutating func readContent(_ reader: inout MappingReader) {
    let isOwn = reader.node("content")?.text == "."
    if isOwn || vocabulary.base != nil && reader.place(of: "content") == nil {
      content = ""
    } else {
      content = reader.folder("content") ?? content
    }
  }

  /// Who sees telephone numbers and addresses: only audiences that may see customers.
  private static func readAudiences(_ reader: inout MappingReader) -> Set<Audience>? {
    reader.read(
      "contact_details",
      expected: Phrase(
        zh: "self、manager，或两者的列表；[] 谁也不给", en: "self, manager or a list; [] for nobody")
    ) { node in
      let words = node.text.map { [$0] } ?? node.items?.map { $0.text ?? "" }
      let audiences = words?.compactMap(Audience.init(rawValue:)).filter(\.maySeeCustomers)
      return audiences?.count == words?.count ? audiences.map(Set.init) : nil
    }
  }

  private static func readTrees(_ entries: [YAMLEntry], _ diagnostics: inout [Diagnostic])
    -> [Tree]?
  {
    guard !entries.isEmpty else { return nil }
    return entries.map { entry in
      if !isFolderName(entry.key) {
        diagnostics.append(.treeName(entry.key, at: entry.place))
      }
      var reader = MappingReader(entry.value, of: Phrase(zh: "发布目录", en: "tree"))
      let tree = Tree(
        name: entry.key, edition: reader.choice("edition", of: Edition.self),
        audience: reader.choice("audience", of: Audience.self) ?? .everybody)
      diagnostics += reader.finish()
      return tree
    }
  }

  /// The folder of another kind that would hold the kept plans' files too, or lies among them.
  private func folder(mixedWith kept: String) -> String? {
    let holding = [content, data, templates, output].first { ($0 + "/").hasPrefix(kept + "/") }
    return holding ?? [data, templates, output].first { (kept + "/").hasPrefix($0 + "/") }
  }

  static func isFolderName(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.count <= 60 && name.first != "."
      && name.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || "0123456789-_".unicodeScalars.contains($0)
      }
  }
}

extension MappingReader {
  /// A folder below the workspace's root, without `..` and not absolute.
  mutating func folder(_ key: String) -> String? {
    read(
      key, expected: Phrase(zh: "这个文件夹之下、不含“..”的文件夹", en: "a folder below this one, without “..”")
    ) { node in
      guard let text = node.text else { return nil }
      let parts = text.split(separator: "/", omittingEmptySubsequences: false)
      let trimmed = parts.last == "" ? parts.dropLast() : parts[...]
      guard !trimmed.isEmpty, trimmed.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." })
      else { return nil }
      return trimmed.joined(separator: "/")
    }
  }
}
