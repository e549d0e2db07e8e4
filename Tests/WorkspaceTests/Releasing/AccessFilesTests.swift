import Book
import Diagnostics
import Foundation
import Pages
import SalesMethod
import Testing

@testable import Workspace

/// The configuration that is written beside the releases.
@Suite struct AccessFilesTests {
  let folder: TemporaryFolder

  init() throws { folder = try smallWorkspace() }

  private func request(_ use: RecordUse = .used) throws -> BuildRequest {
    var request = BuildRequest(now: .day(try #require(Day("2026-05-06"))), jobs: 2)
    (request.source, request.record) = (folder.path, use)
    return request
  }

  private func publish(_ server: AccessKind?) async throws -> PublishReport {
    var publishing = PublishRequest(try request(), to: folder("srv"))
    publishing.access = server.map { ($0, .passwords) }
    return try await publishSite(publishing, progress: .hidden)
  }

  @Test(arguments: AccessKind.allCases)
  func `is the same whether the site was made anew or stood as it was`(
    server: AccessKind
  ) async throws {
    #expect(try await publish(server).build.diagnostics.hasErrors == false)
    let first = try folder.files(under: "srv/access")
    #expect(first.values.contains { $0.contains("plans/lin") && $0.contains("plans/bai") })
    #expect(try await publish(server).build.diagnostics.hasErrors == false)
    #expect(try folder.files(under: "srv/access") == first)
    // Nor does it matter that the build was made by another command.
    try FileManager.default.removeItem(atPath: folder("srv"))
    try await build(folder)
    _ = try await publish(server)
    #expect(try folder.files(under: "srv/access") == first)
  }

  @Test func `is not written where nobody's folders are known`() throws {
    let releases = try ReleaseFolder(folder("srv"))
    #expect(
      try refusals { _ = try releases.write(.nginx, .passwords, for: []) } == ["publish.readers"])
    #expect(try folder.names(in: "srv") == ["releases"])
  }

  @Test func `a build that stands knows whose folders and books are whose`() async throws {
    let made = try await build(folder)
    let stands = try await build(folder)
    #expect(!made.folders.isEmpty && !made.planPaths.isEmpty)
    #expect(stands.folders == made.folders)
    #expect(stands.planPaths == made.planPaths)
    #expect(stands.books == made.books)
  }
}
