import Book
import Diagnostics
import Glibc
import Phrases

/// What a site is published to, and how.
package struct PublishRequest: Sendable {
  /// The build before it.
  package var build: BuildRequest
  /// The folder that a web server serves from.
  package var target: String
  /// The program that copies the site to the target; nil where that is a folder with releases.
  package var way: RemotePlace.Way?
  /// Whether a lock that another publisher left at such a place is taken over.
  package var takesOver = false
  /// How many releases are kept.
  package var kept = 5
  /// What gives readers their trees, whose configuration is written beside the releases, and who logs users in.
  package var access: (server: AccessKind, login: Login)?
  /// Whether only to say what would change.
  package var isDryRun = false

  /// Publishes what a build makes to a folder.
  package init(_ build: BuildRequest, to target: String) {
    self.build = build
    self.target = target
  }
}

/// What came of it.
package struct PublishReport: Sendable {
  /// The build; where it has errors nothing was published.
  package var build: BuildReport
  /// The release, and what is new in it; nil where nothing was published.
  package var outcome: ReleaseOutcome?
  /// What would change, where only that was asked; what was changed, where a program copied it.
  package var difference: ReleaseDifference?
  /// Whether a program has copied the site.
  package var isCopied = false
}

/// Builds a site, with its checks and the proof, and publishes its trees; nothing where anything is wrong.
package func publishSite(
  _ request: PublishRequest, progress: ProgressLine
) async throws -> PublishReport {
  guard !request.isDryRun else { return try await rehearse(request, progress: progress) }
  var report = PublishReport(build: try await buildSite(request.build, progress: progress))
  guard !report.build.isFailed(strictly: request.build.isStrict), let output = report.build.output
  else { return report }
  if let way = request.way {
    report.difference = try copySite(
      output, to: RemotePlace(way, request.target), takingOver: request.takesOver)
    report.isCopied = true
    return report
  }
  let folder = try ReleaseFolder(request.target)
  if let (server, login) = request.access {
    report.build.diagnostics += try folder.write(server, login, for: report.build.folders)
  }
  report.outcome = try folder.publish(output, keeping: request.kept)
  return report
}

/// Copies the trees of a built site to a place; no build changes Output meanwhile.
func copySite(
  _ output: String, to place: RemotePlace, takingOver: Bool
) throws(PublishFailure) -> ReleaseDifference {
  let here = try OutputPlace(output)
  let lock = try OutputLock.take(here, waiting: 30)
  defer { withExtendedLifetime(lock) {} }
  let (_, built) = try openPublished(here)
  guard !built.published.files.isEmpty else { throw .refused([.nothingToPublish(output)]) }
  let release = RemoteRelease(place, output: here.realPath, takesLock: takingOver)
  return try release.publish(built.published)
}

/// Builds into nothing and compares with what readers see.
private func rehearse(
  _ request: PublishRequest, progress: ProgressLine
) async throws -> PublishReport {
  let (build, made) = try await rehearseBuild(request.build, progress: progress)
  var report = PublishReport(build: build)
  guard !build.isFailed(strictly: request.build.isStrict) else { return report }
  if let way = request.way {
    let release = RemoteRelease(RemotePlace(way, request.target), output: "", takesLock: false)
    report.difference = try release.difference(to: made.published)
    return report
  }
  report.difference = try ReleaseFolder.difference(at: request.target, to: made.published)
  return report
}

extension ReleaseFolder {
  /// What publishing would change in a folder, which is not made where it is not there.
  static func difference(
    at path: String, to new: Manifest
  ) throws(PublishFailure) -> ReleaseDifference {
    guard realPathOfExisting(path) != nil else {
      return ReleaseDifference(from: Manifest(files: [:]), to: new)
    }
    let folder = try ReleaseFolder(path)
    return try PublishFailure.wrap { () throws(MachineFailure) in try folder.difference(to: new) }
  }

  /// Writes a server's configuration into `access`, which no address leads to.
  func write(
    _ server: AccessKind, _ login: Login, for folders: [ReadersFolder]
  ) throws(PublishFailure) -> [Diagnostic] {
    // A configuration without readers would close the site to all of them.
    guard !folders.isEmpty else { throw .refused([.noReaders(root.path)]) }
    guard let path = realPathOfExisting(root.path) else {
      throw .machine(MachineFailure("open", root.path, ENOENT))
    }
    guard path.utf8.allSatisfy({ $0 > 0x20 && !"\"$%\\{}".utf8.contains($0) }) else {
      throw .refused([.pathForServer(path)])
    }
    let rules = AccessRules(folders, in: path)
    try PublishFailure.wrap { () throws(MachineFailure) in
      try root.makeFolder("access")
      let folder = try root.folder("access")
      for (name, text) in server.files(rules, login) {
        try folder.remove(name + ".new")
        try folder.create(name + ".new", Array(text.utf8))
        try folder.flush(name + ".new")
        try folder.rename(name + ".new", to: name, in: folder)
      }
      try folder.flush()
    }
    return rules.unnamed.map { .noUserName($0, at: Place(path: root.path)) }
  }
}
