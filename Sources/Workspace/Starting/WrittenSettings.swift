import Diagnostics
import Phrases
import Rulebook
import SalesData
import SalesMethod

/// The settings of a workspace that begins with one's own files: all that was found, written out for
/// review, with what it was found by.
struct WrittenSettings {
  let base: String
  let period: Period
  let mending: Mending
  let language: Language
  /// The tables that init itself wrote.
  let made: Set<String>

  private var found: FoundData { mending.found.value }
  private var data: DataSettings { mending.settings.dataSettings }

  /// The text of `salesbook.yaml`.
  var text: String {
    let sections = [
      periodSection, currencySection, personSection, tablesSection, mappingSection, stagesSection,
    ]
    var editor = SettingsEditor(base + sections.filter { !$0.isEmpty }.joined())
    for change in mending.changes where !isWritten(change.offer) { editor.write(change.offer) }
    return editor.text + openSection
  }

  private func said(zh chinese: Sentence<InChinese>, en english: Sentence<InEnglish>) -> String {
    "# " + Phrase(zh: chinese, en: english).text(in: language) + "\n"
  }

  private var periodSection: String {
    "\n"
      + said(
        zh: "计划哪个月；过了就运行 salesbook next。",
        en: "The month that is planned; when it is over, run salesbook next.")
      + "period: \(period)\n"
  }

  /// The currency of the amounts, where it is not the one that settings without a word have.
  private var currencySection: String {
    guard mending.settings.currency != Settings().currency else { return "" }
    return "\n"
      + said(zh: "金额的币种。", en: "The currency of the amounts.")
      + "currency: \(mending.settings.currency)\n"
  }

  private var personSection: String {
    guard let person = data.person else { return openPersonSection }
    let own = found.owners.first { isSame($0.name, person) }
    let from = own.map { owner in
      said(
        zh:
          "这是谁的计划：\(owner.tables.map { $0.text(in: .chinese) }.joined(separator: "、"))中 \(owner.rows) 行的负责人。",
        en: "Whose plan it is: the owner of \(count: owner.rows, "row", "rows") "
          + "(\(owner.tables.map(\.rawValue).joined(separator: ", "))).")
    }
    var text =
      "\n" + (from ?? said(zh: "这是谁的计划。", en: "Whose plan it is."))
      + "person: \(yamlQuoted(person))\n"
    guard !data.owners.isEmpty else { return text }
    text += said(
      zh: "别人的行不算（~）；同一个人的另一个名字，写成员的名字。",
      en:
        "Rows of others do not count (~); where it is another name of a member, write the member’s."
    )
    text += "owners:\n"
    for entry in data.owners {
      let rows = found.owners.first { isSame($0.name, entry.name) }?.rows ?? 0
      let count = language == .chinese ? "\(rows) 行" : "rows: \(rows)"
      text +=
        "  \(yamlQuoted(entry.name)): \(entry.member.map { yamlQuoted($0) } ?? "~")   # \(count)\n"
    }
    return text
  }

  /// The owners that rows name, of whom one is to be chosen.
  private var openPersonSection: String {
    guard !found.has(.team), !made.contains(where: { $0.hasSuffix("/team.csv") }),
      found.owners.count > 1
    else { return "" }
    let people = found.owners.map { owner in
      let count = language == .chinese ? "\(owner.rows) 行" : "rows: \(owner.rows)"
      return "# person: \(yamlQuoted(owner.name))   # \(count)\n"
    }
    return "\n"
      + said(
        zh: "还没定：这是谁的计划？选一行，去掉前面的“#”；owners 里别人的行不算。",
        en: "Open: whose plan is it? Choose a line and take its “#” off; rows of the other owners "
          + "will not count.")
      + people.joined() + "owners:\n"
      + found.owners.map { "  \(yamlQuoted($0.name)): ~\n" }.joined()
  }

  private var tablesSection: String {
    let lines = found.tables.flatMap { table in
      table.files.filter { path in
        // Several files of one table are counted where each is named.
        table.files.count > 1
          || TableSchema.named(stem(of: path))?.name != table.name && !made.contains(file(of: path))
      }.map { file in
        "  \(yamlQuoted(pattern(of: file))): \(table.name.rawValue)   # "
          + (language == .chinese
            ? "\(table.name.text(in: .chinese)) \(table.rows) 行\n" : "rows: \(table.rows)\n")
      }
    }
    var seen: Set<String> = []
    let own = lines.filter { line in
      let key = line.split(separator: "#").first.map(String.init) ?? line
      return seen.insert(key).inserted
    }
    let active = own.map { line in
      String(line.dropFirst(2).prefix { $0 != "#" }.reversed().drop { $0 == " " }.reversed())
    }
    let open = candidates(["tables"], indent: 2, besides: Set(active))
    guard !own.isEmpty || !open.isEmpty else { return "" }
    return "\n"
      + said(
        zh: "每个文件是哪张表；* 代表任何字，下个月的导出直接放进来。",
        en:
          "The table that each file is; * stands for anything, so that next month’s export fits too."
      )
      + "tables:\n" + own.joined() + open
  }

  private var mappingSection: String {
    var text = ""
    for table in found.tables where table.files.contains(where: { !made.contains(file(of: $0)) }) {
      var seen: Set<String> = []
      let headers = table.headers.filter { seen.insert(matchKey($0.header)).inserted }
      let known = headers.filter { $0.field != nil && $0.field != $0.header }
      let unknown = headers.filter { $0.field == nil && !$0.isBeside }
      let open = candidates(["mapping", table.name.rawValue], indent: 4)
      guard !known.isEmpty || !open.isEmpty else { continue }
      text += "  \(table.name.rawValue):\n"
      for header in known { text += "    \(yamlQuoted(header.header)): \(header.field ?? "~")\n" }
      if !unknown.isEmpty {
        let list = unknown.map(\.header).joined(separator: language == .chinese ? "、" : ", ")
        text +=
          "    # " + oneLine((language == .chinese ? "没有用到：" : "Not used: ") + list) + "\n"
      }
      text += open
    }
    guard !text.isEmpty else { return "" }
    return "\n"
      + said(zh: "每一列是什么；不对就改右边。", en: "What each column is; correct what is wrong on the right.")
      + "mapping:\n" + text
  }

  private var stagesSection: String {
    let known = found.stages.filter { $0.status != nil }
    let open = candidates(["stages"], indent: 2)
    let answered = data.stages.filter { stage in
      !known.contains { matchKey($0.name) == matchKey(stage.name) }
    }
    guard !known.isEmpty || !open.isEmpty || !answered.isEmpty else { return "" }
    var text =
      "\n"
      + said(zh: "每个阶段的含义：open 在谈，won 赢单，lost 丢单。", en: "What each stage means: open, won or lost.")
      + "stages:\n"
    for stage in known {
      let chance = stage.probabilityMillionths.map { probability in
        stage.status == "open" ? ", probability: \(decimal(probability))" : ""
      }
      let count = language == .chinese ? "\(stage.rows) 行" : "rows: \(stage.rows)"
      text +=
        "  \(yamlQuoted(stage.name)): { status: \(stage.status ?? "open")\(chance ?? "") }   # \(count)\n"
    }
    for stage in answered {
      text += "  \(yamlQuoted(stage.name)): { status: \(stage.status.rawValue) }\n"
    }
    return text + open
  }

  /// What could not be decided and has no section yet, with its candidates below a key of its own, so that
  /// taking the `#` off one of them is all there is to do.
  private var openSection: String {
    var keys: [String] = []
    for key in mending.open.flatMap(\.offers).flatMap(\.lines).compactMap(\.keys.first)
    where !["tables", "mapping", "stages"].contains(key) && !keys.contains(key) {
      keys.append(key)
    }
    return keys.map { key in
      let isScalar = mending.open.flatMap(\.offers).flatMap(\.lines).contains { $0.keys == [key] }
      return "\n" + (isScalar ? "" : "\(key):\n") + candidates([key], indent: isScalar ? 0 : 2)
    }.joined()
  }

  /// The candidates for what is still open under some keys, in comments, but for lines that are there.
  private func candidates(
    _ keys: [String], indent: Int, besides active: Set<String> = []
  ) -> String {
    let space = String(repeating: " ", count: indent)
    var text = ""
    for diagnostic in mending.open {
      var lines: [String] = []
      var seen = active
      for offer in diagnostic.offers {
        for line in offer.lines
        where line.keys.starts(with: keys) && line.keys.count <= keys.count + 1 {
          let value = line.value.isEmpty ? "…" : line.value
          let key = line.keys.count == keys.count ? line.keys[0] : yamlQuoted(line.keys[keys.count])
          guard seen.insert("\(key): \(value)").inserted else { continue }
          lines.append(
            "\(space)# \(key): \(value)   # \(oneLine(offer.meaning.text(in: language)))\n")
        }
      }
      guard !lines.isEmpty else { continue }
      let place = oneLine(diagnostic.place.description)
      let message = oneLine(diagnostic.message.text(in: language))
      text += space
      text += said(
        zh: "还没定，\(place)：\(message)。选一行，去掉前面的“#”：",
        en: "Open, \(place): \(message). Choose a line and take its “#” off:")
      text += lines.joined()
    }
    return text
  }

  /// Whether the sections say it already.
  private func isWritten(_ offer: Offer) -> Bool {
    offer.lines.allSatisfy { ["person", "owners", "mapping", "stages"].contains($0.keys.first) }
  }

  private func isSame(_ one: String, _ other: String) -> Bool { matchKey(one) == matchKey(other) }

  /// A text in which no line ends.
  private func oneLine(_ text: String) -> String {
    harmless(text).split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  private func decimal(_ millionths: Int) -> String {
    let thousandths = String(millionths / 1000)
    let digits = String(repeating: "0", count: max(0, 4 - thousandths.count)) + thousandths
    var text = "\(digits.dropLast(3)).\(digits.suffix(3))"
    while text.hasSuffix("0") { text.removeLast() }
    return text.hasSuffix(".") ? text + "0" : text
  }

  /// The name of a file with `*` for the day or the number in it, where no file of another table has such
  /// a name.
  private func pattern(of path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let isOnly = found.tables.flatMap(\.files).count { file(of: $0) == file(of: path) } == 1
    let own = isOnly ? file(of: name) : name
    let wide = widened(own)
    let owner = found.tables.first { $0.files.contains(path) }?.name
    let clashes = found.tables.contains { table in
      table.name != owner
        && table.files.contains {
          widened(file(of: $0.split(separator: "/").last.map(String.init) ?? $0)) == wide
        }
    }
    return clashes ? own : wide
  }

  /// The name of a file without its end.
  private func stem(of path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return split(file(of: name)).base
  }

  private func file(of path: String) -> String {
    path.split(separator: "[", maxSplits: 1).first.map(String.init) ?? path
  }

  /// A name with `*` in place of digits and signs among which are four digits or more.
  private func widened(_ name: String) -> String {
    let (base, rest) = split(name)
    var result = ""
    var run = ""
    func flush() {
      result += run.count(where: \.isNumber) >= 4 ? "*" : run
      run = ""
    }
    for character in base {
      let isPart = character.isNumber || (!run.isEmpty && "-_. 年月日()".contains(character))
      if isPart || (run.isEmpty && "-_".contains(character)) {
        run.append(character)
      } else {
        flush()
        result.append(character)
      }
    }
    flush()
    return (result == "*" ? base : result) + rest
  }

  private func split(_ name: String) -> (base: String, rest: String) {
    guard let dot = name.lastIndex(of: ".") else { return (name, "") }
    return (String(name[..<dot]), String(name[dot...]))
  }
}
