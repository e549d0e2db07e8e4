import Foundation
import Testing
import Theme

/// The words that templates say by themselves.
@Suite struct `The words of the theme` {
  private static func keys(of language: String) throws -> [String] {
    let file = try #require(
      embeddedFiles.first { $0.path == "locales/\(language).yaml" })
    return file.text.matches(of: /(?m)^([A-Za-z]\w*):/).map { String($0.output.1) }
  }

  @Test func `are the same keys in both languages, each once`() throws {
    let (chinese, english) = (try Self.keys(of: "zh-Hans"), try Self.keys(of: "en"))
    #expect(chinese.count > 100 && Set(chinese).count == chinese.count)
    #expect(Set(english).count == english.count)
    #expect(Set(chinese).symmetricDifference(english) == [])
  }

  @Test func `hold every word that a template asks for`() throws {
    let known = Set(try Self.keys(of: "zh-Hans"))
    var asked = 0
    for file in embeddedFiles where file.path.hasSuffix(".mustache") {
      for match in file.text.matches(of: /label\.(\w+)/) {
        #expect(known.contains(String(match.output.1)), "\(file.path): \(match.output.0)")
        asked += 1
      }
    }
    #expect(asked > 100)
  }
}
