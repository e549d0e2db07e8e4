import Foundation
import Phrases
import Testing

@testable import Workspace

@Suite struct `A page with a password` {
  private static let password = "云杉 four words of my own"
  private static let page = """
    <!DOCTYPE html>
    <html><head><meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="x">
    <link rel="stylesheet" href="site.css"><script src="page.js" defer></script>
    <title>秘密计划</title></head><body><p id="plan">云杉公司 138-0000-0000</p></body></html>
    """
  private static let files = [
    "site.css": "#plan { color: rgb(1, 2, 3) }",
    "page.js": "document.getElementById('plan').dataset.ran = 'yes';",
  ]

  private func sealed(in language: Language = .chinese) throws -> [UInt8] {
    let one = OneFilePage(Self.page, at: "qian.html") { Self.files[$0].map { Array($0.utf8) } }
    return try SealedPage(one, password: Self.password, in: language).bytes
  }

  @Test func `says nothing of what it holds, and never the same`() throws {
    let (one, other) = (try sealed(), try sealed())
    #expect(one != other)
    for secret in ["秘密", "云杉", "138-0000", "rgb(1, 2, 3)", "dataset.ran", "four words"] {
      #expect(one.firstRange(of: Array(secret.utf8)) == nil, "\(secret)")
      // Nor as it is: base64 of the bytes at each of the three places they could begin at.
      for shift in 0..<3 {
        let shifted = Data([UInt8](repeating: 0, count: shift) + Array(secret.utf8))
        let code = Array(shifted.base64EncodedString().utf8).dropFirst(4).dropLast(4)
        guard code.count > 6 else { continue }
        #expect(one.firstRange(of: code) == nil, "\(secret) \(shift)")
      }
    }
    #expect(one.firstRange(of: Array("\"rounds\":600000".utf8)) != nil)
  }

  @Test(
    .enabled(if: Browser.program != nil, "Chromium is not installed"), arguments: Language.allCases)
  func `opens from a file by its password alone`(language: Language) throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "salesbook-sealed-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "plan.html")
    try Data(try sealed(in: language)).write(to: file)
    let browser = try Browser()
    let visit = try browser.visit(file)
    #expect(visit.complaints == [] && visit.requests.count == 1)
    #expect(try browser.evaluate("document.documentElement.lang") == language.rawValue)
    func enter(_ password: String) throws {
      _ = try browser.evaluate(
        "(() => { document.getElementById('password').value = '\(password)';"
          + "document.querySelector('form').requestSubmit(); return ''; })()")
    }
    func wait(until expression: String) throws -> Bool {
      for _ in 0..<200 {
        if try browser.evaluate("String(\(expression))") == "true" { return true }
        Thread.sleep(forTimeInterval: 0.1)
      }
      return false
    }
    try enter("not this one at all")
    let wrong = language == .chinese ? "密码不对" : "not the password"
    #expect(try wait(until: "document.querySelector('output').textContent.includes('\(wrong)')"))
    #expect(try browser.evaluate("String(document.getElementById('plan'))") == "null")
    try enter(Self.password)
    #expect(try wait(until: "document.getElementById('plan') !== null"))
    #expect(try browser.evaluate("document.title") == "秘密计划")
    #expect(try wait(until: "document.getElementById('plan').dataset.ran === 'yes'"))
    #expect(
      try browser.evaluate("getComputedStyle(document.getElementById('plan')).color")
        == "rgb(1, 2, 3)")
  }
}
