import Diagnostics
import Foundation
import Markdown
import Testing

/// Pages made to take forever.
///
/// They are read in a process of their own, in which an alarm allows 20 seconds for each, so that a
/// failure here is a failed test and not a hung one.
struct HostileInputTests {
  @Test(arguments: HostileInput.known.map(\.name), [false, true])
  func `ends in a page of bounded size or in a diagnostic that names the place`(
    kind: String, plain: Bool
  ) async {
    await #expect(processExitsWith: .success) { [kind, plain] in
      for input in HostileInput.known.first(where: { $0.name == kind })?.inputs ?? [] {
        alarm(20)
        FileHandle.standardError.write(Data((input.testDescription + "\n").utf8))
        let page = input.page()
        let source = SourceFile(path: "page.md", text: page)
        let result = renderFile(source, plain: plain, unsafeHTML: false)
        let size = result.value.count
        let places = result.diagnostics.filter { $0.severity == .error }.map(\.place)
        #expect(size <= 20 * page.utf8.count, "\(input.testDescription)")
        #expect(places.allSatisfy { $0.line > 0 })
      }
    }
  }
}
