import Book
import Testing

@Suite struct `What an edition or an audience may not see` {
  private static let page = """
    ---
    title: 页面
    ---
    ## 开头

    大家都看[^甲]。

    :::solution
    答案是四十二[^乙]。

    ## 秘密标题
    :::

    :::facilitator{time=5}
    巡场。
    :::

    :::note{edition=facilitator}
    只给讲师。
    :::

    [^甲]: 大家的脚注
    [^乙]: 讲师的脚注
    """

  @Test func `is in no byte of the participant's tree`() async throws {
    let site = try await MemorySite.page(Self.page).generate()
    #expect(site.problems == [])
    for (path, text) in site.pages where path.hasPrefix("participant/") {
      for secret in ["四十二", "秘密标题", "巡场", "只给讲师", "讲师的脚注"] {
        #expect(!text.contains(secret), "\(secret) in \(path)")
      }
    }
    let facilitator = site["facilitator/index.html"]
    for shown in ["四十二", "秘密标题", "巡场", "只给讲师", "讲师的脚注", "大家的脚注"] {
      #expect(facilitator.contains(shown))
    }
  }

  @Test func `counts for no id of what everybody sees`() async throws {
    let site = try await MemorySite.page(":::solution\n## 目标\n:::\n\n## 目标\n").generate()
    #expect(site["facilitator/index.html"].contains("id=\"目标\""))
    #expect(site["facilitator/index.html"].contains("id=\"目标-1\""))
    #expect(site["participant/index.html"].contains("id=\"目标\""))
    #expect(!site["participant/index.html"].contains("id=\"目标-1\""))
  }

  @Test func `is no home to go to from the pages of a tree without it`() async throws {
    var site = MemorySite.page("正文")
    site.files["Content/index.en.md"] = "---\nedition: [facilitator]\ntitle: Home\n---\nText"
    site.files["Content/notes.en.md"] = "---\ntitle: Notes\n---\nText"
    let made = try await site.generate()
    #expect(made["participant/en/notes.html"].contains("href=\"../index.html\""))
    #expect(!made["participant/en/notes.html"].contains("href=\"index.html\""))
    #expect(made["facilitator/en/notes.html"].contains("href=\"index.html\""))
  }

  @Test func `keeps a page of another edition out of the tree`() async throws {
    var site = MemorySite.page("正文")
    site.files["Content/notes.md"] = "---\nedition: [facilitator]\n---\n讲师笔记"
    let made = try await site.generate()
    #expect(made.pages["participant/notes.html"] == nil)
    #expect(made["facilitator/notes.html"].contains("讲师笔记"))
  }

  @Test func `keeps customers out of a page for the team or for everybody`() async throws {
    for (audience, tree) in [("team", "team"), ("public", "participant")] {
      var site = MemorySite.plan()
      site.files["Content/plans/monthly.md"] = nil
      site.files["Content/wrong.md"] = "---\naudience: [\(audience)]\n---\n::customers\n"
      let made = try await site.generate()
      #expect(made.problems.contains("view.audience"))
      #expect(!made["\(tree)/wrong.html"].contains("云杉公司"))
    }
  }

  @Test func `keeps one person's plan out of another's pages`() async throws {
    var site = MemorySite.plan("::goal{member=b}\n")
    site.files["Content/data/team.csv"] = "member,name\nlin,林\nb,白\n"
    site.files["Content/data/customers.csv"] = nil
    #expect(try await site.generate().problems.contains("view.another-person"))
  }
}
