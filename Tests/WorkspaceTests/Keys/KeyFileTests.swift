import Diagnostics
import Foundation
import Testing

@testable import Workspace

@Suite struct KeyFileTests {
  let folder: TemporaryFolder
  private var path: String { folder("salesbook.key") }

  init() throws { folder = try TemporaryFolder() }

  private func mode() throws -> Int {
    try #require(
      FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
  }

  @Test func `a new key is the owner's alone, and Git leaves it aside`() throws {
    try folder.write(".gitignore", "Output")
    #expect(try KeyFile(in: folder.path).make(customers: 12, replacing: false) == [])
    #expect(try mode() == 0o600)
    #expect(folder.read(".gitignore") == "Output\n/salesbook.key\n")
    #expect(try KeyFile(in: folder.path).read().value != nil)
    #expect(try folder.names() == [".gitignore", "salesbook.key"])
  }

  @Test func `a key that is there stays, and is replaced where that is asked`() throws {
    #expect(
      try KeyFile(in: folder.path).make(customers: 12, replacing: true).map(\.id) == ["keys.none"])
    _ = try KeyFile(in: folder.path).make(customers: 12, replacing: false)
    let first = folder.read("salesbook.key")
    #expect(
      try KeyFile(in: folder.path).make(customers: 12, replacing: false).map(\.id)
        == ["keys.exists"])
    #expect(folder.read("salesbook.key") == first)
    #expect(try KeyFile(in: folder.path).make(customers: 12, replacing: true) == [])
    #expect(folder.read("salesbook.key") != first)
    #expect(try mode() == 0o600)
    #expect(folder.read(".gitignore") == "/salesbook.key\n", "named once")
  }

  @Test(arguments: [0o640, 0o604, 0o620, 0o601])
  func `a key that others may touch is refused`(mode: Int) throws {
    _ = try KeyFile(in: folder.path).make(customers: 12, replacing: false)
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    let read = try KeyFile(in: folder.path).read()
    #expect(read.value == nil && read.diagnostics.map(\.id) == ["keys.open"])
  }

  @Test func `so are a link and a file that is no key`() throws {
    try folder.write("elsewhere", "salesbook-codes 2 " + String(repeating: "0", count: 64))
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o600], ofItemAtPath: folder("elsewhere"))
    try FileManager.default.createSymbolicLink(
      atPath: path, withDestinationPath: folder("elsewhere"))
    #expect(try KeyFile(in: folder.path).read().diagnostics.map(\.id) == ["keys.open"])
    try FileManager.default.removeItem(atPath: path)
    try folder.write("salesbook.key", "hello")
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    #expect(try KeyFile(in: folder.path).read().diagnostics.map(\.id) == ["keys.unreadable"])
  }
}
