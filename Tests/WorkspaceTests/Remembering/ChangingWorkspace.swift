import Foundation
import Testing

/// Numbers that look random and are the same for the same seed.
struct Dice {
  private var state: UInt64

  init(_ seed: Int) { state = UInt64(bitPattern: Int64(seed)) &* 0x9E37_79B9_7F4A_7C15 | 1 }

  /// A number below a limit.
  mutating func roll(_ limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(truncatingIfNeeded: state >> 33) % limit
  }

  /// One of some things.
  mutating func pick<Thing>(_ things: [Thing]) -> Thing { things[roll(things.count)] }
}

/// A workspace that somebody works on: pages of all kinds, tables, templates and settings, changed at random.
struct ChangingWorkspace {
  let folder: TemporaryFolder
  private var dice: Dice
  private var pages = ["course/one", "course/two", "course/three", "course/words", "notes/a"]
  private(set) var day = 6
  private(set) var period = "2026-05"

  init(seed: Int) throws {
    folder = try TemporaryFolder()
    dice = Dice(seed)
    try writeSettings()
    try writeTables()
    try folder.write(
      "Content/index.md", "---\ntitle: 首页\n---\n[第一课](course/index.md)\n\n[](notes/index.md)\n")
    try folder.write("Content/notes/index.md", "---\ntitle: 笔记\n---\n本节\n")
    try folder.write("Content/course/index.md", "---\ntitle: 课程\nbook: true\n---\n::contents\n")
    try folder.write("Content/plan.md", "---\neach: member\n---\n::goal\n\n::customers\n")
    try folder.write("Content/team.md", "---\neach: team\n---\n::team\n")
    try folder.write("Content/course/index-of-words.md", "---\ntitle: 索引\n---\n::index\n")
    try folder.write(
      "Content/course/a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><!-- a --></svg>")
    for page in pages { try writePage(page) }
  }

  var now: String { "2026-05-" + (day < 10 ? "0" : "") + String(day) }

  private mutating func writeSettings() throws {
    let title = dice.pick(["培训", "销售培训"])
    let more = dice.pick(["", "paper: letter\n", "man: { table: sum-score }\n", "answers: end\n"])
    try folder.write("salesbook.yaml", "title: \(title)\n\(more)")
  }

  private mutating func writeTables() throws {
    let name = dice.pick(["林", "林一"])
    try folder.write("Content/data/team.csv", "member,name,team\nlin,\(name),east\nbai,白,east\n")
    try folder.write("Content/data/teams.csv", "team,name\neast,华东\n")
    let letters = "\(1 + dice.roll(5)),\(1 + dice.roll(5)),\(1 + dice.roll(5))"
    try folder.write(
      "Content/data/customers.csv",
      "customer_id,name,owner,M,A,N\nc1,北方机械,lin,\(letters)\nc2,南方电子,bai,5,5,5\n")
  }

  private mutating func writePage(_ page: String) throws {
    let title = dice.pick(["课", "新课", "另一课"])
    let order = dice.pick(["", "order: \(dice.roll(9))\n"])
    let edition = dice.roll(9) == 0 ? "edition: [facilitator]\n" : ""
    let link = dice.pick(pages)
    let texts = [
      "正文 \(dice.roll(1000))\n",
      "[看](/\(link).md)\n",
      "[看](/\(link).md#开始)\n",
      "![图](/course/a.svg)\n",
      "```calc\n目标 = \(dice.roll(90) + 1) 万元\n```\n",
      ":::exercise{#e1 time=\(5 + dice.roll(4))}\n做\n\n::lines{n=3}\n\n:::solution\n答案是每周至少去看两家客户而且要把下一步的日期写在表里\(dice.roll(9))\n:::\n:::\n",
      "::lines{n=\(1 + dice.roll(5))}\n",
      "北方机械说过\n",
      "::entry{word=客户}\n",
      dice.roll(12) > 0
        ? "再写一句\n"
        : "答案是每周至少去看两家客户而且要把下一步的日期写在表里\(dice.roll(9))\n",
    ]
    let first = dice.roll(texts.count)
    let body = (0..<(1 + dice.roll(3))).map { texts[(first + 5 * $0) % texts.count] }
      .joined(separator: "\n")
    try folder.write(
      "Content/\(page).md", "---\ntitle: \(title)\n\(order)\(edition)---\n## 开始\n\n\(body)")
  }

  /// Changes something; what was done, for whoever looks into a failure.
  mutating func change() throws -> String {
    let kind = dice.roll(14)
    switch kind {
    case 0:
      try writeSettings()
      return "settings"
    case 1:
      try writeTables()
      return "tables"
    case 2:
      let page = "\(dice.pick(["course", "notes", "more"]))/p\(dice.roll(5))"
      if !pages.contains(page) { pages.append(page) }
      try writePage(page)
      return "new \(page)"
    case 3 where pages.count > 2:
      let page = pages.remove(at: dice.roll(pages.count))
      try FileManager.default.removeItem(atPath: folder("Content/\(page).md"))
      return "removed \(page)"
    case 4 where pages.count > 2:
      let page = pages.remove(at: dice.roll(pages.count))
      let new = "course/r\(dice.roll(50))"
      guard !pages.contains(new) else { return "nothing" }
      try FileManager.default.moveItem(
        atPath: folder("Content/\(page).md"), toPath: folder("Content/\(new).md"))
      pages.append(new)
      return "renamed \(page) to \(new)"
    case 5:
      try folder.write(
        "Templates/assets/site.css", "p{color:#\(dice.roll(9))00}\n")
      return "a stylesheet"
    case 6:
      try folder.write(
        "Templates/blocks/lines.mustache", "<p>\(dice.roll(9))</p>\n")
      return "a template"
    case 7:
      try? FileManager.default.removeItem(atPath: folder("Templates"))
      return "no templates"
    case 8:
      day = min(28, day + 1)
      return "the next day"
    case 9:
      try folder.write("Content/course/a.svg", "<svg><!-- \(dice.roll(9)) --></svg>")
      return "a picture"
    case 10:
      let all = try? folder.files(under: "Output")
      let files = (all ?? [:]).keys.filter { !$0.hasPrefix(".") }.sorted()
      guard !files.isEmpty else { return "nothing" }
      let file = dice.pick(files)
      if dice.roll(2) == 0 {
        try folder.write("Output/" + file, "x")
      } else {
        try FileManager.default.removeItem(atPath: folder("Output/" + file))
      }
      return "\(file) of Output"
    default:
      let page = dice.pick(pages)
      try writePage(page)
      return "page \(page)"
    }
  }
}
