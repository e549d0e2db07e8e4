import Pages
import Testing

@Suite struct `The path of a page` {
  @Test(arguments: [
    ("index.md", "index.html"), ("course/part-3.md", "course/part-3.html"),
    ("course/index.md", "course/index.html"), ("course/index.en.md", "en/course/index.html"),
    ("课程/第一讲.md", "课程/第一讲.html"), ("a.zh-Hans.md", "a.html"), ("v1.2.md", "v1.2.html"),
  ])
  func `follows its source`(source: String, output: String) {
    #expect(PagePath(source: source).output == output)
  }

  @Test func `takes the slug for its name`() {
    #expect(PagePath(source: "course/part-3.md", slug: "man").output == "course/man.html")
  }
}

@Suite struct `A link from page to page` {
  @Test(arguments: [
    ("index.html", "index.html", "index.html"),
    ("course/part-3.html", "assets/site.css", "../assets/site.css"),
    ("course/part-3.html", "course/part-4.html", "part-4.html"),
    ("a/b/c.html", "a/d/e.html", "../d/e.html"),
    ("index.html", "课/a b.html", "%E8%AF%BE/a%20b.html"),
  ])
  func `is relative and encoded`(origin: String, target: String, link: String) {
    #expect(relativeLink(from: origin, to: target) == link)
  }

  @Test(arguments: [
    ("https://example.com/a.md", LinkTarget.external), ("mailto:a@example.com", .external),
    ("//example.com", .external), ("#回推", .fragment("回推")),
    ("#%E5%9B%9E", .fragment("回")), ("part-4.md", .page(source: "course/part-4.md", fragment: nil)),
    ("../index.md#a", .page(source: "index.md", fragment: "a")),
    ("/plans/monthly.md", .page(source: "plans/monthly.md", fragment: nil)),
    ("./", .page(source: "course/index.md", fragment: nil)),
    ("form.pdf", .file(source: "course/form.pdf")), ("../../etc/passwd", .outside),
    ("%zz.md", .outside), ("a%00.md", .outside),
  ])
  func `is read as what it points at`(destination: String, target: LinkTarget) {
    #expect(LinkTarget(destination, on: "course/part-3.md") == target)
  }
}
