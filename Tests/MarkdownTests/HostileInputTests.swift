import Diagnostics
import Foundation
import Markdown
import Testing

/// Pages made to take forever.
///
/// They are read in a process of their own, which is killed when it has worked for 20 seconds or
/// stood still for two minutes, so that a failure here is a failed test and not a hung one. Seconds
/// of work, because a busy machine must not fail the test.
struct HostileInputTests {
  @Test(arguments: HostileInput.known.map(\.name), [false, true])
  func `ends in a page of bounded size or in a diagnostic that names the place`(
    kind: String, plain: Bool
  ) async {
    await #expect(processExitsWith: .success) { [kind, plain] in
      var limit = rlimit(rlim_cur: 20, rlim_max: 20)
      setrlimit(__rlimit_resource_t(RLIMIT_CPU.rawValue), &limit)
      for input in HostileInput.known.first(where: { $0.name == kind })?.inputs ?? [] {
        alarm(120)
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
