import Testing

@testable import Serving

/// Addresses of a preview, harmless and not.
@Suite struct `A path of a preview` {
  @Test(arguments: [
    ("/", ""), ("/plans/zhang/", "plans/zhang/"), ("/plans/%E5%BC%A0/a.html", "plans/张/a.html"),
    ("/a%20b.html", "a b.html"), ("/a%2Fb.html", "a/b.html"), ("/a..b/c", "a..b/c"),
  ])
  func `is what the address says`(address: String, path: String) {
    #expect(SitePath(address)?.path == path)
  }

  @Test(arguments: [
    "", "plans/", "/../x", "/plans/../x", "/plans/..", "/%2e%2e/x", "/plans/%2E%2e/x", "/..%2fx",
    "/plans/%2e%2e%2fx", "/./x", "/.salesbook.json", "/plans/.hidden", "//x", "/plans//x",
    "/%00", "/a%", "/a%2", "/a%zz", "/%ff%fe", "/a\\..\\b", "/%5c..%5cb", "/a%0ab", "http://x/",
  ])
  func `is none that leaves the site or is no text`(address: String) {
    #expect(SitePath(address) == nil)
  }

  @Test func `is written as an address`() {
    #expect(SitePath.address("plans/张/a b.html") == "/plans/%E5%BC%A0/a%20b.html")
  }

  @Test func `means the index of a folder`() {
    #expect(SitePath("/")?.file == "index.html" && SitePath("/a/")?.file == "a/index.html")
    #expect(SitePath("/a/b.css")?.file == "a/b.css")
  }

  @Test(arguments: [
    ("a/b.html", "text/html; charset=utf-8"), ("a.HTML", "text/html; charset=utf-8"),
    ("a.js", "text/javascript; charset=utf-8"), ("a.b/c", "application/octet-stream"),
  ])
  func `has the type of its ending`(path: String, type: String) {
    #expect(SitePath.contentType(of: path) == type)
  }
}
