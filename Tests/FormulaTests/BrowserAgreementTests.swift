import Diagnostics
import Formula
import Foundation
import OrderedJSON
import Testing

@Suite(.enabled(if: OpenedPage.isPossible, "needs chromium"))
struct `The page's script agrees with the build` {
  private func page(_ language: String) -> LivePage {
    LivePage(workbook: "w", edition: "e", page: "p", language: language)
  }

  /// The texts of the outputs, by the ids of their paragraphs.
  private func outputs(in html: String) -> [String: String] {
    var outputs: [String: String] = [:]
    for match in html.matches(of: #/<p id="(?<id>[^"]*)"><output [^>]*>(?<shown>[^<]*)</#) {
      outputs[String(match.id)] = String(match.shown).replacing("&lt;", with: "<")
        .replacing("&gt;", with: ">").replacing("&nbsp;", with: " ").replacing("&amp;", with: "&")
    }
    return outputs
  }

  private func paragraph(_ name: String, id: String) -> String {
    "<p id=\"\(id)\"><output data-calc-value=\"\(name)\">printed</output></p>\n"
  }

  @Test(.timeLimit(.minutes(10)), arguments: ["zh-Hans", "en"])
  func `on thousands of formulas`(language: String) throws {
    var body = ""
    var expected: [String: String] = [:]
    for seed in 0..<120 {
      var generator = FormulaGenerator(seed: UInt64(seed) + (language == "en" ? 500 : 0))
      let calculated = calculate(
        generator.block(formulas: 20), at: origin, in: FormulaGenerator.scope)
      let evaluation = calculated.value
      #expect(!calculated.diagnostics.contains { $0.id == "formula.unexpected" })
      let scope = "s\(seed)"
      body += evaluation.liveHTML(on: page(language), scope: scope) ?? ""
      body += "<div data-calc-scope=\"\(scope)\">"
      let live = evaluation.live(on: page(language), scope: scope)?.text() ?? ""
      for result in evaluation.results where live.contains("\"n\":\"\(result.name)\",\"e\"") {
        body += paragraph(result.name, id: "\(scope)-\(result.name)")
        expected["\(scope)-\(result.name)"] = Notation(language: language).shown(result)
      }
      body += "</div>"
    }
    let found = try outputs(in: OpenedPage.html(of: OpenedPage.document(body)))
    #expect(expected.count > 1_500)
    let wrong = expected.keys.sorted().filter { found[$0] != expected[$0] }
    #expect(
      wrong.prefix(5).map { "\($0): \(found[$0] ?? "nothing"), not \(expected[$0] ?? "")" } == [])
  }

  @Test func `and rounds ⌈145 ÷ (29 ÷ 100)⌉ to 500`() throws {
    let evaluation = calculate("a = ? 145\nx = ROUNDUP(a / (29 / 100), 0)", at: origin).value
    let body = (evaluation.liveHTML(on: page("en")) ?? "") + paragraph("x", id: "x")
    #expect(try outputs(in: OpenedPage.html(of: OpenedPage.document(body)))["x"] == "500")
  }
}
