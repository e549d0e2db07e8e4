import Book
package import Diagnostics
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
  /// Whether what such a place has already is compared too.
  package var verifies = false
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
  /// Who gets no access by the configuration that was written, and why.
  package var unserved: [Diagnostic] = []
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
  guard !isWithin(request.target, output) else {
    report.build.diagnostics.append(.targetInOutput(request.target, output))
    return report
  }
  if let way = request.way {
    report.difference = try copySite(
      output, to: RemotePlace(way, request.target), takingOver: request.takesOver,
      verifying: request.verifies)
    report.isCopied = true
    return report
  }
  let folder = try ReleaseFolder(request.target)
  // What cannot be written is refused before anything changes; it is written once readers have what it is for.
  let access = try request.access.map { server, login in
    try folder.access(server, login, for: report.build.folders)
  }
  report.outcome = try folder.publish(output, keeping: request.kept)
  if let access {
    try folder.write(access)
    report.unserved = access.unserved
  }
  return report
}

/// Whether a folder that is published to lies in Output, or is it: what is built there is no release.
func isWithin(_ target: String, _ output: String) -> Bool {
  var parts = target.split(separator: "/", omittingEmptySubsequences: false)
  while parts.count > 1, realPathOfExisting(parts.joined(separator: "/") + "/.") == nil {
    parts.removeLast()
  }
  let near = parts.joined(separator: "/") + "/."
  guard let folder = realPathOfExisting(output), let place = realPathOfExisting(near) else {
    return false
  }
  return place == folder || place.hasPrefix(folder + "/")
}

/// Copies the trees of a built site to a place; no build changes Output meanwhile.
func copySite(
  _ output: String, to place: RemotePlace, takingOver: Bool, verifying: Bool = false
) throws(PublishFailure) -> ReleaseDifference {
  let here = try OutputPlace(output)
  let lock = try OutputLock.take(here, waiting: 30)
  defer { withExtendedLifetime(lock) {} }
  let (_, built) = try openPublished(here)
  guard !built.published.files.isEmpty else { throw .refused([.nothingToPublish(output)]) }
  let release = RemoteRelease(place, output: here.realPath, takesLock: takingOver)
  return try release.publish(built.published, verifying: verifying)
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

  /// A configuration of access.
  struct Access {
    /// Its files, by name.
    let files: [(name: String, text: String)]
    /// Who gets no access, and why.
    let unserved: [Diagnostic]
  }

  /// A server's configuration for the folders of a site; refused where it would let anybody in who may not, or
  /// nobody.
  func access(
    _ server: AccessKind, _ login: Login, for folders: [ReadersFolder]
  ) throws(PublishFailure) -> Access {
    // A configuration without readers would close the site to all of them.
    guard !folders.isEmpty else { throw .refused([.noReaders(root.path)]) }
    guard let path = realPathOfExisting(root.path) else {
      throw .machine(MachineFailure("open", root.path, ENOENT))
    }
    guard path.utf8.allSatisfy({ $0 > 0x20 && !"\"$%\\{}".utf8.contains($0) }) else {
      throw .refused([.pathForServer(path)])
    }
    let rules = AccessRules(folders, in: path)
    guard rules.alike.isEmpty else {
      throw .refused(rules.alike.map { .usersAlike($0, at: Place(path: root.path)) })
    }
    return Access(
      files: server.files(rules, login),
      unserved: rules.unnamed.map { .noUserName($0, at: Place(path: root.path)) })
  }

  /// Writes a configuration into `access`, which no address leads to.
  func write(_ access: Access) throws(PublishFailure) {
    try PublishFailure.wrap { () throws(MachineFailure) in
      try root.makeFolder("access")
      let folder = try root.folder("access")
      for (name, text) in access.files {
        try folder.remove(name + ".new")
        try folder.create(name + ".new", Array(text.utf8))
        try folder.flush(name + ".new")
        try folder.rename(name + ".new", to: name, in: folder)
      }
      try folder.flush()
    }
  }
}
