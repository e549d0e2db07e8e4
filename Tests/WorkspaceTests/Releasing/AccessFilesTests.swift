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
      try refusals { _ = try releases.access(.nginx, .passwords, for: []) } == ["publish.readers"])
  }

  @Test func `a build that stands knows whose folders and books are whose`() async throws {
    let made = try await build(folder)
    let stands = try await build(folder)
    #expect(!made.folders.isEmpty && !made.planPaths.isEmpty)
    #expect(stands.folders == made.folders)
    #expect(stands.planPaths == made.planPaths)
    #expect(stands.books == made.books)
  }

  @Test(arguments: AccessKind.allCases)
  func `is refused where two users differ by capitals alone`(server: AccessKind) async throws {
    try folder.write("Content/data/team.csv", "member,name\nlin,林\nbai,白\nLin,霖\n")
    var publishing = PublishRequest(try request(), to: folder("srv"))
    publishing.access = (server, .passwords)
    let refused = publishing
    await #expect {
      _ = try await publishSite(refused, progress: .hidden)
    } throws: { error in
      guard case .refused(let reasons) = error as? PublishFailure else { return false }
      return reasons.map(\.id) == ["publish.alike"]
    }
    #expect(try folder.names(in: "srv") == ["releases"], "nothing was published")
  }

  @Test func `who has an id that is no user's name is told apart from all else`() async throws {
    try folder.write("Content/data/team.csv", "member,name\nlin,林\nbai bai,白\n")
    try folder.write("Content/data/customers.csv", "customer_id,name,owner\nc1,北方机械,lin\n")
    let report = try await publish(.nginx)
    #expect(report.unserved.map(\.id) == ["publish.user"])
    #expect(report.outcome != nil)
  }

  @Test func `no name is a word of nginx, and names differ by capitals`() throws {
    let tree = Tree(name: "plans", edition: nil, audience: .own)
    let folders = ["default", "include"].map {
      ReadersFolder(tree: tree, path: "plans/" + $0, holder: $0)
    }
    let maps = NginxAccess(
      rules: AccessRules(folders, in: "/srv"), login: .passwords
    ).files[0].text
    #expect(maps.contains("  \"u:default\" \"plans/default:default\";\n"))
    #expect(maps.contains("  \"u:include\" \"plans/include:include\";\n"))
  }

  @Test func `a folder within Output is not published to`() async throws {
    try await build(folder)
    var publishing = PublishRequest(try request(), to: folder("Output/srv/new"))
    for target in ["Output", "Output/srv/new"] {
      publishing.target = folder(target)
      let report = try await publishSite(publishing, progress: .hidden)
      #expect(
        report.build.diagnostics.filter { $0.severity == .error }.map(\.id) == ["publish.output"])
      #expect(report.outcome == nil)
    }
    #expect(try folder.names(in: "Output").contains("releases") == false)
  }
}
