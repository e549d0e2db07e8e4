import Diagnostics
import Phrases
import SalesMethod
import Testing

@testable import Workspace

/// What stands in the way of telling two builds apart: sets of what was found.
private func told(_ report: BuildReport) -> [Diagnostic] { Set(report.diagnostics).sorted() }

@Suite struct `After any changes` {
  /// Whoever wants more: `SEEDS=500 swift test --filter IncrementalTests`.
  static let seeds = 0..<(Int(processEnvironment("SEEDS") ?? "") ?? 8)

  @Test(arguments: seeds) func `a preview is what it would be from nothing`(seed: Int) async throws
  {
    var workspace = try ChangingWorkspace(seed: seed)
    var last: PreviewBuild?
    var history: [String] = []
    for _ in 0..<8 {
      var request = BuildRequest(now: .day(try #require(Day(workspace.now))), jobs: 2)
      (request.source, request.writes) = (workspace.folder.path, false)
      let build = try await PreviewBuild.make(request, after: last)
      let clean = try await PreviewBuild.make(request)
      #expect(told(build.report) == told(clean.report), "\(seed): \(history)")
      if !clean.report.diagnostics.hasErrors {
        #expect(build.files == clean.files, "\(seed): \(history)")
      }
      last = build
      for _ in 0..<(1 + seed % 3) { history.append(try workspace.change()) }
    }
  }

  @Test(arguments: seeds) func `Output is what it would be from nothing`(seed: Int) async throws {
    var workspace = try ChangingWorkspace(seed: seed + 1000)
    var history: [String] = []
    for _ in 0..<8 {
      let fresh = try TemporaryFolder()
      let report = try await build(workspace.folder, now: workspace.now)
      let clean = try await build(
        workspace.folder, .none, now: workspace.now, to: fresh("Output"))
      #expect(told(report) == told(clean), "\(seed): \(history)")
      if !clean.diagnostics.hasErrors {
        let (made, wanted) = (
          try workspace.folder.files(under: "Output"), try fresh.files(under: "Output")
        )
        #expect(made == wanted, "\(seed): \(history)")
      }
      for _ in 0..<(1 + seed % 3) { history.append(try workspace.change()) }
    }
  }

  @Test(arguments: seeds) func `a company's Output is what it would be from nothing`(
    seed: Int
  ) async throws {
    var company = try ChangingCompany(seed: seed + 2000)
    var history: [String] = []
    for _ in 0..<6 {
      let fresh = try TemporaryFolder()
      let report = try await build(company.folder, now: company.now)
      let clean = try await build(company.folder, .none, now: company.now, to: fresh("Output"))
      #expect(told(report) == told(clean), "\(seed): \(history)")
      let errors = clean.diagnostics.filter { $0.severity == .error }.map(\.message.english)
      try #require(errors == [], "\(seed): \(history)")
      let (made, wanted) = (
        try company.folder.files(under: "Output"), try fresh.files(under: "Output")
      )
      #expect(made == wanted, "\(seed): \(history)")
      for _ in 0..<(1 + seed % 2) { history.append(try company.change()) }
    }
  }
}
