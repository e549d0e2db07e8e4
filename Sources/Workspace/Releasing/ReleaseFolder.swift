import Diagnostics
import Glibc

/// The folder that a web server serves from: releases side by side, and the link `current` that leads to the
/// one readers see.
///
/// A release is written whole, and is on the disk, before the link is switched in one step; a process that
/// is killed, or a machine that loses power, at any moment leaves readers the release before or the new one.
///
///     let folder = try ReleaseFolder("/srv/plans")
///     let outcome = try folder.publish("Output", keeping: 5)
///     // /srv/plans/current -> releases/000002-9f3c0a71/site
package final class ReleaseFolder: Sendable {
  static let link = "current"
  static let releases = "releases"
  static let site = "site"
  static let manifest = "manifest.json"
  /// The release that is being written.
  static let staging = ".new"

  let root: FolderHandle
  let releases: FolderHandle
  private let lock: Int32

  /// Opens the folder for one publisher, and makes it where it is not there yet.
  ///
  /// Whoever comes while another publishes is refused.
  package init(_ path: String) throws(PublishFailure) {
    (root, releases, lock) = try PublishFailure.wrap { () throws(MachineFailure) in
      guard mkdir(path, 0o777) == 0 || errno == EEXIST else {
        throw MachineFailure("make the folder", path, errno)
      }
      let root = try FolderHandle(opening: path)
      if let found = try root.status(Self.link), found.kind != .link {
        throw MachineFailure("publish to", root.shown(Self.link), because: "it is not a link")
      }
      try root.makeFolder(Self.releases)
      let releases = try root.folder(Self.releases)
      let lock = openat(
        releases.descriptor, ".lock", O_RDONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
      guard lock >= 0 else { throw releases.failure("create", ".lock") }
      guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
        close(lock)
        throw MachineFailure("publish to", path, because: "another build is writing to it")
      }
      return (root, releases, lock)
    }
  }

  deinit {
    // A program that was started meanwhile may hold the same file open for a moment.
    flock(lock, LOCK_UN)
    close(lock)
  }

  /// The releases, the oldest first.
  package func list() throws(PublishFailure) -> [Release] {
    try PublishFailure.wrap { () throws(MachineFailure) in
      let current = try current()
      var list: [Release] = []
      for id in try ids() {
        let files = try manifest(of: id).files
        list.append(
          Release(
            id: id, files: files.count, bytes: files.values.reduce(0) { $0 + $1.size },
            isCurrent: id == current))
      }
      return list
    }
  }

  /// Lets readers see an earlier release again: the one named, or the one before the present one.
  package func rollBack(to id: String? = nil) throws(PublishFailure) -> String {
    let (ids, current) = try PublishFailure.wrap { () throws(MachineFailure) in
      (try self.ids(), try self.current())
    }
    guard let chosen = id ?? ids.last(where: { $0 < current ?? "" }), ids.contains(chosen) else {
      throw .refused([.noSuchRelease(id, known: ids, in: root.path)])
    }
    try PublishFailure.wrap { () throws(MachineFailure) in try show(chosen) }
    return chosen
  }

  /// The names of the whole releases, the oldest first.
  func ids() throws(MachineFailure) -> [String] {
    try releases.entries().map(\.path).filter { Release.number(of: $0) != nil }.sorted()
  }

  /// The release that readers see; nil where there is none yet.
  func current() throws(MachineFailure) -> String? {
    guard let target = try root.target(ofLink: Self.link) else { return nil }
    let parts = target.split(separator: "/").map(String.init)
    return parts.count == 3 && parts[0] == Self.releases && parts[2] == Self.site ? parts[1] : nil
  }

  /// What a release holds; nothing where its list cannot be read.
  func manifest(of id: String) throws(MachineFailure) -> Manifest {
    let bytes = try releases.folder(id).read(Self.manifest, upTo: 1 << 30) ?? []
    guard let manifest = Manifest(bytes: bytes) else {
      throw MachineFailure("read", releases.shown(id), because: "its list of files is damaged")
    }
    return manifest
  }

  /// Leads readers to a release, in one step.
  func show(_ id: String) throws(MachineFailure) {
    let fresh = ".current-new"
    try root.remove(fresh)
    try root.makeLink(fresh, to: Self.releases + "/" + id + "/" + Self.site)
    try root.rename(fresh, to: Self.link, in: root)
    try root.flush()
  }
}
