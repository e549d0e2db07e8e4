import Book
import Diagnostics
import Phrases
import Testing

/// What stands in a file that its readers may not see fails the build, however it got there.
@Suite struct TreeProofTests {
  /// Seven people in two teams, the manager of each and somebody above.
  private static let files = [
    "Content/data/team.csv": """
    member,name,team,role,manager
    boss,王总监,,manager,
    chen,陈经理,east,manager,boss
    lin,林一平,east,member,chen
    bai,白二妹,east,member,chen
    liu,刘经理,south,manager,boss
    wu,吴三省,south,member,liu
    sun,孙四海,south,member,liu

    """,
    "Content/data/teams.csv": "team,name\neast,华东\nsouth,华南\n",
    "Content/data/customers.csv": """
    customer_id,name,owner,M,A,N,close_date,contact,phone,address,note
    K0001,云杉贸易,lin,5,5,5,2026-05-20,赵采购,13912345678,示例路一号,老板爱喝茶
    K0002,白桦机械,bai,5,5,4,2026-05-21,钱采购,13912345679,示例路二号,先打电话再去
    K0003,雪松电子,wu,5,4,5,2026-05-22,孙采购,13912345670,示例路三号,款到发货

    """,
    "Content/data/goals.yaml":
      "- {id: g, owner: lin, dimension: performance, metric: amount, target: 350000, start: 2026-05-01, end: 2026-05-31}\n",
    "Content/data/orders.csv":
      "order_id,customer,date,amount\nO-7001,K0001,2026-04-03,87654\nO-7002,K0002,2026-04-04,76543\n",
    "Content/plans/monthly.md":
      "---\neach: member\naudience: [self, manager]\npath: \"{month}\"\n---\n::customers\n",
    "Content/team/index.md":
      "---\neach: team\naudience: [team, manager]\n---\n::team\n\n::members\n",
    "Content/notes.md": "---\naudience: [team]\n---\n[附件](kept.txt)\n",
    "Content/kept.txt": "会议记录\n",
  ]
  private static let settings =
    "trees: {plans: {audience: self}, managers: {audience: manager}, team: {audience: team}}\n"

  private static func site(_ changes: [String: String] = [:]) -> MemorySite {
    MemorySite(files: files.merging(changes) { $1 }, settings: settings)
  }

  @Test func `each has a folder that is complete, and opens what is theirs`() async throws {
    let result = try await Self.site().generate()
    try #require(result.problems == [])
    for folder in ["plans/lin", "managers/chen", "managers/boss", "team"] {
      #expect(!result["\(folder)/assets/site.css"].isEmpty)
      for (path, page) in result.pages where path.hasPrefix(folder + "/") && path.hasSuffix(".html")
      {
        // No link leads out of the folder.
        let depth = path.utf8.count { $0 == 47 } - folder.utf8.count { $0 == 47 } - 1
        #expect(!page.contains("\"" + String(repeating: "../", count: depth + 1)), "\(path)")
      }
    }
    #expect(result["managers/chen/lin/2026-05.html"].contains("云杉贸易"))
    #expect(result["managers/boss/wu/2026-05.html"].contains("雪松电子"))
    #expect(!result.pages.keys.contains { $0.hasPrefix("managers/chen/wu") })
    #expect(!result.pages.keys.contains { $0.hasPrefix("managers/lin") })
    let east = result["managers/chen/team/east.html"]
    #expect(east.contains("林一平") && east.contains("href=\"../lin/2026-05.html\""))
    for name in ["林一平", "陈经理", "王总监", "云杉贸易"] {
      #expect(!result["team/team/east.html"].contains(name))
    }
    #expect(result["team/team/east.html"].contains("3 人"))
  }

  @Test(arguments: [
    "林一平", "陈经理", "云杉贸易", "&#20113;&#26441;贸易", "%E4%BA%91%E6%9D%89%E8%B4%B8%E6%98%93",
    #"\u4e91\u6749\u8d38\u6613"#, "赵采购", "139-1234-5678", "(139) 1234 5678", "１３９１２３４５６７８",
    "示例路二号", "老板爱喝茶", "K0001", "k0002", "xn--9kqy68ct0a352h.example",
    "%e4%ba%91%E6%9D%89贸易", #"\u{4e91}\u{6749}贸易"#, #"\4e91 \6749 贸易"#,
    "SUMMARY:云杉\r\n 贸易", "&amp;#20113;杉贸易", "<!-- 白桦机械 -->", "title='白桦机械'",
    #"{"n":"白桦机械"}"#, "55m95qGm5py65qKw", "YeeZveahpuacuuaisA==", "YWLnmb3moabmnLrmorA=",
    "tel:+8613912345678", "%31%33%39%31%32%33%34%35%36%37%38", "139.1234.5678",
    "示例路&#20108;号", "先打电话再去", "款到发货", "data-id='k0003'", "#O-7002:",
    "76543.00", "87&#44;654", "８７６５４", "吴三省", "孙四海", "刘经理", "O-7001", "87,654", "￥７６，５４３",
    "5LqR5p2J6LS45piT",
  ])
  func `what is planted in a file beside the pages is found`(text: String) async throws {
    let result = try await Self.site(["Content/kept.txt": "会议记录：" + text + "。\n"]).generate()
    #expect(result.problems == ["proof.leak"], "\(text)")
    let found = try #require(result.report.diagnostics.first)
    #expect(found.place.path.hasPrefix("Content/data/") && found.place.line >= 2)
    #expect(found.message.english.contains("team/kept.txt"))
  }

  @Test func `the page's own words, and what the settings let through, are no leak`() async throws {
    let said = Self.files["Content/notes.md"] ?? ""
    let kept = ["Content/kept.txt": "云杉贸易"]
    let page = kept.merging(["Content/notes.md": said + "\n例如云杉贸易\n"]) { $1 }
    #expect(try await Self.site(page).generate().problems == [])
    var allowed = Self.site(kept)
    allowed.settings += "proof: {allow: [云杉贸易]}\n"
    #expect(try await allowed.generate().problems == [])
    #expect(try await Self.site(kept).generate().problems == ["proof.leak"])
  }

  @Test func `what a page for managers says is no excuse in the team's folder`() async throws {
    let only = ["Content/only.md": "---\naudience: [manager]\n---\n例如云杉贸易\n"]
    #expect(try await Self.site(only).generate().problems == [])
    let both = only.merging(["Content/kept.txt": "云杉贸易"]) { $1 }
    #expect(try await Self.site(both).generate().problems == ["proof.leak"])
  }

  /// A site with a group that sees codes, beside managers who see masks.
  private static func coded() -> MemorySite {
    var coded = site([
      "Content/plans/monthly.md":
        "---\neach: member\naudience: [self, manager]\npath: \"{month}\"\n---\n::customers\n\n::deals\n"
    ])
    coded.hasKey = true
    coded.settings +=
      "groups: {auditors: {readers: [zhao]}}\nfields: {phone: {manager: masked}, note: {manager: none}}\n"
    return coded
  }

  @Test func `a group's folder has codes and no name, a manager's has masks`() async throws {
    let result = try await Self.coded().generate()
    try #require(result.problems == [])
    let page = result["auditors/lin/2026-05.html"]
    #expect(page.contains("客户-") && !result["auditors/assets/site.css"].isEmpty)
    #expect(result.pages.keys.contains("auditors/team/east.html"))
    for (path, text) in result.pages where path.hasPrefix("auditors/") {
      for name in ["云杉贸易", "K0001", "赵采购", "13912345678", "示例路一号", "老板爱喝茶", "O-7001"] {
        #expect(!text.contains(name) && !path.contains(name), "\(path) \(name)")
      }
    }
    let manager = result["managers/chen/lin/2026-05.html"]
    #expect(manager.contains("云杉贸易") && manager.contains("139****5678"))
    #expect(!manager.contains("13912345678") && !manager.contains("tel:139"))
    #expect(result["plans/lin/2026-05.html"].contains("13912345678"))
  }

  @Test(arguments: [
    "云杉贸易", "K0001", "赵采购", "13912345678", "示例路一号", "老板爱喝茶", "O-7001",
    "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f",
  ])
  func `what a code or a mask hides is found where it is printed all the same`(
    text: String
  ) async throws {
    var site = Self.coded()
    site.templates["parts/footer.mustache"] = "<p>\(text)</p>"
    let result = try await site.generate()
    let paths = result.report.diagnostics.map(\.message.english)
    #expect(Set(result.problems).subtracting(["proof.more"]) == ["proof.leak"])
    #expect(paths.contains { $0.contains("auditors/") }, "\(paths)")
    // No line of the key's file is shown beside what is said of it, nor the key in what is said.
    let ofKey = result.report.diagnostics.filter { $0.place.path == "salesbook.key" }
    #expect(ofKey.allSatisfy { $0.place.line == 0 } && ofKey.isEmpty == (text.utf8.count < 64))
    #expect(!paths.contains { $0.contains("00010203040506") })
  }

  @Test func `a template that names somebody else is caught in each folder`() async throws {
    var site = Self.site()
    site.templates["parts/footer.mustache"] = "<p>&#27146;&#20061; O-7002</p>"
    let result = try await site.generate()
    // In bai's folder, chen's and boss's it may stand: all others' pages are told.
    let paths = result.report.diagnostics.map(\.message.english)
    #expect(Set(result.problems).subtracting(["proof.more"]) == ["proof.leak"])
    #expect(paths.contains { $0.contains("plans/lin/") })
    #expect(!paths.contains { $0.contains("plans/bai/") || $0.contains("managers/chen/") })
  }
}
