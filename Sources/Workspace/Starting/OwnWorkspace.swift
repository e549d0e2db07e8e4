import Diagnostics
import Phrases
import Rulebook
import SalesData
import SalesMethod
import Tables

/// A workspace that is made of one's own files: what they are is found out, the rest is asked, where
/// there is somebody to ask, else left open and said.
struct OwnWorkspace {
  let request: StartRequest
  private(set) var files: OwnFiles
  private(set) var mending: Mending
  /// What was done, for the one who runs the command.
  private(set) var said: [Phrase] = []
  private let base: String
  private let period: Period

  private var asker: Asker? { request.asker }

  /// Looks at the files and decides what can be decided.
  init(_ files: OwnFiles, settings base: String, _ request: StartRequest) {
    self.request = request
    self.files = files
    self.base = base
    period = request.plannedPeriod
    mending = Mending(base, files: files.tables.map(\.source))
    mending.writeSafe()
    if request.isExcel, let made = files.made.sorted().first {
      said.append(
        Phrase(
          zh: "打开 \(made)，填好并保存；灰色的例子不算数",
          en: "open \(made), fill it in and save it; examples in grey do not count"))
    }
    decideCurrency()
    decidePeople()
    if let asker { mending.ask(asker) }
    addCustomers()
    addGoals()
  }

  /// The settings as they are to be written.
  var settings: String {
    WrittenSettings(
      base: base, period: period, mending: mending, language: request.language,
      made: files.made
    ).text
  }

  private mutating func add(_ name: String, _ bytes: [UInt8]) {
    files.add(made: FoundTables.dataFolder + "/" + name, bytes)
    mending.add(SourceFile(path: FoundTables.dataFolder + "/" + name, bytes: bytes))
  }
}

// MARK: - Currency

extension OwnWorkspace {
  /// Counts in the currency of the amounts, where all that name one name the same.
  private mutating func decideCurrency() {
    let foreign = mending.found.diagnostics.filter { $0.id == "data.foreign-currency" }
    let codes = Set(
      foreign.flatMap(\.offers).flatMap(\.lines).filter { $0.keys == ["currency"] }.map(\.value))
    if foreign.isEmpty, request.language == .english, mending.found.value.hasAmounts,
      mending.settings.currency == Settings().currency
    {
      // Amounts of a Chinese export are in yuan unless it says otherwise; of others nobody knows.
      let code = mending.settings.currency
      said.append(
        Phrase(
          zh: "金额都没写币种，按 \(code) 算；如果不是：salesbook fix --set currency=USD",
          en: "no amount says its currency; all are taken for \(code): if they are not, "
            + "salesbook fix --set currency=USD"))
    }
    guard codes.count == 1, let code = codes.first else { return }
    var counting = mending
    guard counting.set(["currency"], to: code),
      !counting.found.diagnostics.contains(where: { $0.id == "data.foreign-currency" })
    else { return }
    mending = counting
    said.append(
      Phrase(
        zh: "金额都是 \(code)，计划就按 \(code) 算", en: "all amounts are in \(code), and so is the plan"))
  }
}

// MARK: - People

extension OwnWorkspace {
  private mutating func decidePeople() {
    let found = mending.found.value
    guard !found.has(.team), mending.settings.dataSettings.person == nil else { return }
    if request.kind == .team { return addTeam(found.owners) }
    let people = owners(in: found.owners)
    guard let person = request.person ?? person(among: people) else {
      let people = people.prefix(8).map(\.name)
      said.append(
        Phrase(
          zh: "还不知道这是谁的计划（\(list: people)）：salesbook fix --set person=姓名",
          en: "whose plan this is, is still open (\(list: people)): salesbook fix --set person=NAME"
        ))
      return
    }
    mending.set(["person"], to: yamlQuoted(person))
    let own = PersonName(person)
    let same = people.first { PersonName($0.name).isSurely(own) }?.spellings ?? []
    for other in found.owners where matchKey(other.name) != matchKey(person) {
      if same.contains(other.name) {
        mending.set(["owners", other.name], to: yamlQuoted(person))
      } else if !PersonName(other.name).mayBe(own) {
        // Who may be the same stays a question.
        mending.set(["owners", other.name], to: "~")
      }
    }
    let rows = people.first { PersonName($0.name).isSurely(own) }?.rows
    let others = people.count { !PersonName($0.name).mayBe(own) }
    said.append(
      rows.map { rows in
        Phrase(
          zh: "计划是“\(person)”的（\(count: rows) 行的负责人）",
          en: "the plan is that of “\(person)”, the owner of \(count: rows, "row", "rows")")
      } ?? Phrase(zh: "计划是“\(person)”的", en: "the plan is that of “\(person)”"))
    if others > 0 {
      said.append(
        Phrase(
          zh: "另外 \(count: others) 位负责人的行不算，名单在 salesbook.yaml 的 owners 里",
          en:
            "rows of \(count: others, "other owner", "other owners") do not count; they are listed "
            + "under owners in salesbook.yaml"))
    }
  }

  /// Somebody whom rows name, by whatever spelling.
  private struct Person {
    /// The shortest of the spellings.
    var name: String
    var rows: Int
    var spellings: [String]
  }

  /// The owners, each once, whether a login or an address stands behind the name or not.
  private func owners(in all: [FoundData.NamedOwner]) -> [Person] {
    var found: [Person] = []
    // Those with a name and a login first: they tie a bare name to a bare address.
    let sorted = all.sorted { $0.name.contains("(") && !$1.name.contains("(") }
    for owner in sorted {
      let name = PersonName(owner.name)
      let index = found.firstIndex { person in
        person.spellings.contains { PersonName($0).isSurely(name) }
      }
      guard let index else {
        found.append(Person(name: owner.name, rows: owner.rows, spellings: [owner.name]))
        continue
      }
      found[index].rows += owner.rows
      found[index].spellings.append(owner.name)
      let isAddress = owner.name.contains("@")
      let wasAddress = found[index].name.contains("@")
      if isAddress == wasAddress ? owner.name.count < found[index].name.count : wasAddress {
        found[index].name = owner.name
      }
    }
    return found.enumerated().sorted { ($1.element.rows, $0.offset) < ($0.element.rows, $1.offset) }
      .map(\.element)
  }

  /// The only owner, the one that is chosen, or unasked the one with three rows of four; where rows name
  /// nobody, a name that is typed.
  private func person(among owners: [Person]) -> String? {
    if owners.count == 1 { return owners[0].name }
    let rows = owners.reduce(0) { $0 + $1.rows }
    if asker == nil, let first = owners.first, first.rows * 4 >= rows * 3 { return first.name }
    let nobody = request.language == .chinese ? "我" : "me"
    if owners.isEmpty {
      let question = Inquiry(
        Phrase(zh: "这是谁的计划？", en: "Whose plan is this?"), choices: [Phrase(same: nobody)],
        typed: Phrase(zh: "姓名", en: "a name"), preset: 0)
      if case .typed(let name)? = asker?(question) { return name }
      return nobody
    }
    let choices = owners.prefix(20).map { owner in
      Phrase(
        zh: "\(owner.name)（\(count: owner.rows) 行）",
        en: "\(owner.name) (\(count: owner.rows, "row", "rows"))")
    }
    let question = Inquiry(
      Phrase(zh: "哪一位是你？", en: "Which of these are you?"), choices: choices,
      typed: Phrase(zh: "姓名", en: "a name"))
    switch asker?(question) {
    case .choice(let number)?: return owners[number].name
    case .typed(let name)?: return name
    case .open?, nil: return nil
    }
  }

  /// Writes the owners that rows name as the table of people.
  private mutating func addTeam(_ owners: [FoundData.NamedOwner]) {
    let isChinese = request.language == .chinese
    let header =
      isChinese ? ["成员", "姓名", "团队", "角色"] : ["member", "name", "team", "role"]
    let team = isChinese ? "销售部" : "sales"
    let rows = owners.map { [$0.name, $0.name, team, isChinese ? "销售" : "member"] }
    guard !rows.isEmpty else { return }
    add("team.csv", csv([header] + rows, style: CSVStyle(forExcel: true)))
    said.append(
      Phrase(
        zh: "成员表 team.csv 按负责人写好：\(count: rows.count) 人，请核对",
        en:
          "team.csv holds the \(count: rows.count, "owner", "owners") that rows name; look it over"
      ))
  }
}

// MARK: - Customers

extension OwnWorkspace {
  /// Takes up as customers whom other tables name and no table of customers has.
  private mutating func addCustomers() {
    let found = mending.found.value
    let names = found.strangers.map(\.name)
    let isOpen = mending.open.contains { ["data.two-files", "data.which-table"].contains($0.id) }
    guard !names.isEmpty, !isOpen else { return }
    guard let table = found.tables.first(where: { $0.name == .customers }) else {
      let header =
        request.language == .chinese
        ? ["客户名称", "购买力", "决策力", "需求度", "预计成交日期", "备注"]
        : ["name", "M", "A", "N", "close_date", "note"]
      let rows = names.map { [$0] + [String](repeating: "", count: header.count - 1) }
      add("customers.csv", csv([header] + rows, style: CSVStyle(forExcel: true)))
      said.append(
        Phrase(
          zh: "没有客户表；其他表里提到的 \(count: names.count) 位客户写进了 customers.csv，三项条件请逐步补上",
          en:
            "there is no table of customers; the \(count: names.count, "customer", "customers") that "
            + "other tables name stand in customers.csv, to be rated there"))
      return
    }
    guard isWanted(found.strangers) else { return }
    let isNamed = table.headers.firstIndex { $0.field == "name" }
    let column = isNamed ?? table.headers.firstIndex { $0.field == "customer_id" } ?? 0
    let blank = [String](repeating: "", count: table.headers.count)
    let rows = names.map { name in
      var row = blank
      row[column] = name
      return row
    }
    let file = request.language == .chinese ? "补充客户.csv" : "added-customers.csv"
    add(file, csv([table.headers.map(\.header)] + rows, style: CSVStyle(forExcel: true)))
    for path in table.files + [FoundTables.dataFolder + "/" + file] {
      let name = path.split(separator: "/").last.map(String.init) ?? path
      mending.set(["tables", name], to: "customers")
    }
    said.append(
      Phrase(
        zh: "客户表里没有、别的表提到的 \(count: names.count) 个名称写进了 \(file)，请核对",
        en:
          "\(count: names.count, "name", "names") that other tables give and no customer has were "
          + "written to \(file); look them over"))
  }

  private func isWanted(_ strangers: [FoundData.Stranger]) -> Bool {
    guard let asker else { return true }
    let rows = strangers.reduce(0) { $0 + $1.rows }
    let shown = strangers.prefix(3).map(\.name)
    let question = Inquiry(
      Phrase(
        zh: "有 \(count: rows) 行写的客户不在客户表里（\(list: shown) 等 \(count: strangers.count) 个）。补成客户吗？",
        en:
          "\(count: rows, "row names", "rows name") customers that are in no table (\(list: shown); "
          + "\(count: strangers.count) in all). Take them up as customers?"),
      choices: [
        Phrase(zh: "补上", en: "yes"), Phrase(zh: "不补，这些行不算", en: "no, leave these rows out"),
      ], preset: 0)
    return asker(question) != .choice(1)
  }
}

// MARK: - Goals

extension OwnWorkspace {
  /// Writes a goal for everybody who sells, where no table has any.
  private mutating func addGoals() {
    let found = mending.found.value
    let proposed = ProposedGoals(mending.found, for: period, today: request.today)
    let members = proposed.members
    guard !found.has(.goals), !members.isEmpty else { return }
    let writing = WrittenGoals(
      period: period, language: request.language, currency: mending.settings.currency)
    let entries = members.map { goal(of: $0, proposed, isOnly: members.count == 1) }
    let known = entries.filter { $0.target != nil }
    if !known.isEmpty { add("goals.yaml", Array(writing.text(known).utf8)) }
    said += entries.map { self.said(of: $0, isIncomplete: proposed.isIncomplete) }
  }

  private func goal(
    of member: Member, _ proposed: ProposedGoals, isOnly: Bool
  ) -> WrittenGoals.Entry {
    let proposal = proposed.proposal(of: member)
    if isOnly, let target = request.target {
      return WrittenGoals.Entry(owner: member.id, target: target, proposal: nil)
    }
    guard let asker, isOnly else {
      return WrittenGoals.Entry(
        owner: member.id, target: proposal.map { $0.target.hundredths / 100 }, proposal: proposal)
    }
    while true {
      switch asker(question(proposal)) {
      case .choice:
        return WrittenGoals.Entry(
          owner: member.id, target: proposal.map { $0.target.hundredths / 100 }, proposal: nil)
      case .typed(let text):
        if let amount = wholeAmount(text) {
          return WrittenGoals.Entry(owner: member.id, target: amount, proposal: nil)
        }
      case .open:
        return WrittenGoals.Entry(
          owner: member.id, target: proposal.map { $0.target.hundredths / 100 },
          proposal: proposal)
      }
    }
  }

  private func question(_ proposal: ProposedTarget?) -> Inquiry {
    let typed = Phrase(zh: "金额，例如 350000 或 35万", en: "an amount, such as 350000")
    guard let proposal else {
      return Inquiry(
        Phrase(
          zh: "\(period.description) 的目标销售额？", en: "The sales target for \(period.description)?"),
        typed: typed)
    }
    let (mean, target) = (proposal.mean.hundredths / 100, proposal.target.hundredths / 100)
    return Inquiry(
      Phrase(
        zh: "\(period.description) 的目标销售额？前 \(count: proposal.months.count) 个月平均 \(count: mean)。",
        en:
          "The sales target for \(period.description)? The \(count: proposal.months.count, "month", "months") "
          + "before averaged \(count: mean)."),
      choices: [Phrase(zh: "\(count: target)", en: "\(count: target)")], typed: typed)
  }

  private func said(of entry: WrittenGoals.Entry, isIncomplete: Bool) -> Phrase {
    guard let target = entry.target else {
      if isIncomplete {
        return Phrase(
          zh:
            "“\(entry.owner)”的目标先不推算：数据还没读全。定好下面的问题，salesbook fix 会补上；也可以自己定：salesbook fix --goal 金额",
          en:
            "no goal was worked out for “\(entry.owner)”, since not all data could be read: settle what is "
            + "said below, and salesbook fix works it out; or decide with salesbook fix --goal AMOUNT"
        )
      }
      return Phrase(
        zh: "“\(entry.owner)”还没有目标，也没有历史可以推算：运行 salesbook fix --goal 金额",
        en: "“\(entry.owner)” has no goal, and there is no history to work one out from: run "
          + "salesbook fix --goal AMOUNT")
    }
    guard let proposal = entry.proposal else {
      return Phrase(
        zh: "“\(entry.owner)”\(period.description) 的目标：\(count: target)",
        en: "the goal of “\(entry.owner)” for \(period.description): \(count: target)")
    }
    return Phrase(
      zh: "“\(entry.owner)”\(period.description) 的目标按前 \(count: proposal.months.count) 个月推算为 "
        + "\(count: target)，等你定：salesbook fix --goal 金额",
      en: "the goal of “\(entry.owner)” for \(period.description) was worked out from the "
        + "\(count: proposal.months.count, "month", "months") before: \(count: target); "
        + "decide with salesbook fix --goal AMOUNT")
  }
}
