import Diagnostics
import Foundation
import Testing

@testable import Workspace

@Suite struct CleanOutputTests {
  let folder: TemporaryFolder
  var output: String { folder("Output") }

  init() throws { folder = try TemporaryFolder() }

  @Test func `removes what was published and the folder with it`() throws {
    try publish(["index.html": "一", "a/b/c.html": "二"], to: output)
    try folder.write(".Output.salesbook-staging-7/half.html", "half")
    #expect(try cleanOutput(output) == Cleaning(removed: 2, kept: []))
    #expect(try folder.names() == [])
  }

  @Test func `keeps what is not ours, wherever it is`() throws {
    try publish(["index.html": "一", "a/b.html": "二"], to: output)
    try folder.write("Output/a/mine.txt", "mine")
    try folder.write("Output/CNAME", "example.com")
    #expect(try cleanOutput(output) == Cleaning(removed: 2, kept: ["CNAME", "a"]))
    #expect(try folder.files(under: "Output") == ["a/mine.txt": "mine", "CNAME": "example.com"])
  }

  @Test func `has nothing to do where nothing is`() throws {
    #expect(try cleanOutput(folder("none/Output")) == Cleaning(removed: 0, kept: []))
    #expect(try folder.names() == [])
  }

  @Test func `refuses a folder that we never published to`() throws {
    try folder.write("Output/letters.txt", "mine")
    #expect(try refusals { _ = try cleanOutput(output) } == ["output.foreign-folder"])
    #expect(try folder.files() == ["Output/letters.txt": "mine"])
  }
}
