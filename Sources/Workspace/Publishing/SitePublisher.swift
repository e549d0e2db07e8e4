import Diagnostics
import Pages
import Synchronization

/// Publishes one site: takes its files from any number of tasks in any order and makes the whole
/// visible in one step.
///
/// Each file is compared with the old Output as it comes. As long as all are the same nothing is
/// written; at the first that differs a folder is staged beside Output, in which what did not change
/// is the old file under a second name. `finish` swaps the two. A process that is killed at any
/// moment leaves the old site or the new one, whole; what else it leaves the next build removes.
///
///     let publisher = try SitePublisher(output: "Output", source: ".")
///     try publisher.add("index.html", bytes)   // from any task
///     let publication = try publisher.finish()
///
/// Only files that Output's manifest lists are ever removed. Everything else in Output is kept, and
/// a folder without a manifest that is not empty is refused.
package final class SitePublisher: Sendable {
  let place: OutputPlace
  /// The Output that is there now; nil where there is none.
  let old: FolderHandle?
  /// What of it is ours.
  let owned: Manifest
  /// The files that the build before left there, with their stamps; none where the manifest is another now.
  private let standing: [String: FileStamp]
  /// What was left by earlier builds and could not be removed.
  let leftovers: [Diagnostic]
  private let work: Mutex<Work>

  /// All that changes while files come in.
  struct Work: Sendable {
    var ledger: Ledger
    /// Made at the first difference.
    var staging: Staging?
    /// The folders made in the staging folder.
    var folders: Set<String> = []
    /// The files that are the same and have no second name in the staging folder yet.
    var unlinked: [String] = []
    /// The files that were written anew.
    var written: [String] = []
    var failure: MachineFailure?
    /// Gone when the work is over.
    var lock: OutputLock?

    /// The folders around a path that are still to be made, the outmost first.
    func missingFolders(around path: String) -> [String] {
      enclosingFolders(of: path).prefix { !folders.contains($0) }.reversed()
    }
  }

  /// Opens Output for one build and removes what killed builds have left.
  ///
  /// - Parameters:
  ///   - output: where to publish; missing folders around it are made.
  ///   - source: the workspace's folder, which Output may not hold.
  ///   - patience: for how many seconds to wait for another build of the same Output.
  /// - Throws: what makes Output unfit, or the machine's failure.
  package convenience init(
    output: String, source: String? = nil, patience: Int = 30
  ) throws(PublishFailure) {
    try self.init(output: output, source: source, patience: patience, standing: [:])
  }

  /// Opens Output, knowing how the build before left it.
  init(
    output: String, source: String?, patience: Int = 30, standing: [String: FileStamp]
  ) throws(PublishFailure) {
    place = try OutputPlace(output)
    if let source, let real = realPathOfExisting(source),
      (real + "/").hasPrefix(place.realPath + "/")
    {
      throw .refused([.outputHoldsSource(output, source: source)])
    }
    let lock = try OutputLock.take(place, waiting: patience)
    (old, owned) = try openPublished(place)
    let (place, old) = (place, old)
    leftovers = try PublishFailure.wrap { () throws(MachineFailure) in
      try removeLeftovers(place, current: old)
    }
    let manifest = old?.stamp(of: OutputPath.manifest)
    self.standing =
      manifest != nil && manifest == standing[OutputPath.manifest] ? standing : [:]
    work = Mutex(Work(ledger: Ledger(output: output), lock: lock))
  }

  deinit { abandon() }

  /// Takes one file in: its path relative to Output, with `/` between folders, and its bytes.
  ///
  /// What makes a path unfit (it leaves Output, it was handed in with other bytes, it differs from
  /// another in letter case only, it is somebody else's) is kept for `finish`.
  package func add(_ path: String, _ bytes: [UInt8]) throws(MachineFailure) {
    let file = Manifest.File(size: bytes.count, digest: .init(of: bytes))
    guard work.withLock({ $0.ledger.admit(path, file) }) else { return }
    do {
      if try isUnchanged(path, file, bytes) {
        try keep(path)
      } else {
        try stage(path, bytes)
      }
    } catch {
      work.withLock { $0.failure = $0.failure ?? error }
      throw error
    }
  }

  /// Takes files of the old site over as they are, all or none: they must stand as the build before left them.
  func keep(_ paths: [String]) throws(MachineFailure) -> Bool {
    guard let old else { return false }
    for path in paths {
      guard owned.files[path] != nil, let stamp = standing[path], old.stamp(of: path) == stamp
      else { return false }
    }
    for path in paths {
      guard let file = owned.files[path], work.withLock({ $0.ledger.admit(path, file) }) else {
        continue
      }
      try keep(path)
    }
    return true
  }

  /// The bytes of a file of the old site; nil where it has none of this path.
  func standing(_ path: String) throws(MachineFailure) -> [UInt8]? {
    guard let old, let file = owned.files[path] else { return nil }
    return try old.read(path, upTo: file.size)
  }

  /// Gives the new site up and leaves the old one as it is.
  package func abandon() {
    work.withLock { work in
      guard work.lock != nil else { return }
      try? work.staging?.discard()
      work.staging = nil
      work.lock = nil
      if old == nil { place.undo() }
    }
  }

  /// Ends the work; the work's last state is given to the caller, who publishes it.
  func close(_ publish: (inout Work) throws(PublishFailure) -> Publication)
    throws(PublishFailure) -> Publication
  {
    do {
      let publication = try work.withLock { work throws(PublishFailure) in
        guard work.lock != nil else {
          throw .machine(MachineFailure("publish to", place.shown, because: "the work is over"))
        }
        if let failure = work.failure { throw .machine(failure) }
        let publication = try publish(&work)
        work.lock = nil
        return publication
      }
      return publication
    } catch {
      abandon()
      throw error
    }
  }
}

extension SitePublisher {
  private func isUnchanged(
    _ path: String, _ file: Manifest.File, _ bytes: [UInt8]
  ) throws(MachineFailure) -> Bool {
    guard let old else { return false }
    guard let known = owned.files[path] else {
      // A folder there is judged by what is in it, when the site is finished.
      if let found = try old.status(path), found.kind != .folder {
        work.withLock { $0.ledger.complain(.foreignInTheWay(path, in: place.shown)) }
      }
      return false
    }
    return known.size == file.size ? try old.holds(path, bytes) : false
  }

  /// Lets a file that did not change be part of the new site.
  private func keep(_ path: String) throws(MachineFailure) {
    let folder = try work.withLock { work throws(MachineFailure) -> FolderHandle? in
      guard work.staging?.way == .swap else {
        work.unlinked.append(path)
        return nil
      }
      return try stagingFolder(for: path, &work)
    }
    if let folder { try old?.link(path, into: folder, as: path) }
  }

  private func stage(_ path: String, _ bytes: [UInt8]) throws(MachineFailure) {
    let folder = try work.withLock { work throws(MachineFailure) -> FolderHandle? in
      // Nothing will be published any more, so nothing is written either.
      guard work.ledger.complaints.isEmpty else { return nil }
      work.written.append(path)
      return try stagingFolder(for: path, &work)
    }
    try folder?.create(path, bytes)
  }

  /// The staging folder, with the folders around a path made in it.
  func stagingFolder(
    for path: String, _ work: inout Work
  ) throws(MachineFailure) -> FolderHandle {
    let folder = try readyStaging(&work).folder
    for parent in work.missingFolders(around: path) {
      try folder.makeFolder(parent)
      work.folders.insert(parent)
    }
    return folder
  }

  /// What is being staged, begun now if it was not before.
  func readyStaging(_ work: inout Work) throws(MachineFailure) -> Staging {
    if let staging = work.staging { return staging }
    let staging = try Staging(for: place, old: old)
    work.staging = staging
    return staging
  }
}
