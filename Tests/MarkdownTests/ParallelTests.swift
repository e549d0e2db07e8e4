import Diagnostics
import Synchronization
import Testing

@testable import Markdown

/// The library keeps state in the process; parses in parallel must not feel it.
struct ParallelTests {
  @Test func `the library calls our function in place of its own`() {
    #expect(ParserGuard.isStandInPlaced)
    let before = ParserGuard.standInCalls.load(ordering: .relaxed)
    _ = Document.parse(SourceFile(path: "a.md", text: "a"))
    #expect(ParserGuard.standInCalls.load(ordering: .relaxed) >= before + 2)
  }

  @Test func `thousands of pages in parallel give the same bytes as one after the other`() async {
    var random = PageMaker(seed: 7)
    let pages = (0..<4000).map { _ in random.page(blocks: 6) }
    let expected = pages.map { rendered($0) }
    for tasks in [2, 4] {
      let results = await withTaskGroup(of: [(Int, String)].self) { group in
        for task in 0..<tasks {
          group.addTask {
            stride(from: task, to: pages.count, by: tasks).map { ($0, rendered(pages[$0])) }
          }
        }
        return await group.reduce(into: []) { $0 += $1 }
      }
      #expect(results.count == pages.count)
      #expect(results.allSatisfy { expected[$0.0] == $0.1 })
    }
    #expect(expected.contains { $0.contains("<del>") })
  }
}
