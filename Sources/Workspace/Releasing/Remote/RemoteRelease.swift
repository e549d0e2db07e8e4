import Diagnostics
import Foundation
import Pages

/// Copies the trees of a built site to another place: what changed alone, and in an order in which readers
/// never meet a page without what it needs.
///
/// Beside the site lie `.salesbook.json`, the list of what is there; `.salesbook-next.json` while anything is
/// being changed, the list of what will be; and `.salesbook-lock`, who is changing it. A run that was killed is
/// gone on with by the next: what both lists agree on is there, all else is copied again or removed.
struct RemoteRelease {
  static let site = "site"
  static let list = ".salesbook.json"
  static let nextList = ".salesbook-next.json"
  static let lock = ".salesbook-lock"

  let store: any RemoteStore
  /// The built site.
  let output: String
  /// Whether a lock that another publisher left is taken over.
  let takesLock: Bool

  init(
    _ place: RemotePlace, output: String, takesLock: Bool = false,
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) {
    switch place.way {
    case .rsync: store = RsyncStore(place: place, environment: environment)
    case .rclone: store = RcloneStore(place: place, environment: environment)
    }
    self.output = output
    self.takesLock = takesLock
  }

  /// What is at a place, as far as its lists tell.
  struct State {
    /// The files that are there as they are listed.
    var sure: Manifest
    /// All files that may be there.
    var possible: Set<String>
    /// Whether a run before left it without an end.
    var isInterrupted: Bool

    /// The list that stays true whatever is published next: of files that may be there in one form or another it
    /// has what no file is.
    var list: Manifest {
      let unsure = Manifest.File(size: 0, digest: SHA256Digest(of: Array("unsure".utf8)))
      return Manifest(
        files: Dictionary(uniqueKeysWithValues: possible.map { ($0, sure.files[$0] ?? unsure) }))
    }
  }

  /// What publishing a site would change.
  func difference(to new: Manifest) throws(MachineFailure) -> ReleaseDifference {
    ReleaseDifference(from: try state(store.ownNames()).sure, to: new)
  }

  private func state(_ names: [String]) throws(MachineFailure) -> State {
    func manifest(_ name: String) throws(MachineFailure) -> Manifest? {
      guard names.contains(name) else { return nil }
      guard let manifest = Manifest(bytes: try store.read(name)) else {
        throw MachineFailure(
          "read", store.place.folder(name), because: "its list of files is damaged")
      }
      return manifest
    }
    let old = try manifest(Self.list)?.files ?? [:]
    let next = try manifest(Self.nextList)?.files
    let sure = next.map { next in old.filter { next[$0.key] == $0.value } } ?? old
    return State(
      sure: Manifest(files: sure), possible: Set(old.keys).union((next ?? [:]).keys),
      isInterrupted: next != nil)
  }

  /// Publishes a site, or changes nothing where another is publishing, which is a diagnostic.
  ///
  /// Where that is asked, what the lists say is there is compared with what was built first, and copied again where
  /// it differs.
  func publish(
    _ new: Manifest, verifying: Bool = false
  ) throws(PublishFailure) -> ReleaseDifference {
    let names = try PublishFailure.wrap { () throws(MachineFailure) in try store.ownNames() }
    try takeLock(names)
    do {
      let difference = try PublishFailure.wrap { () throws(MachineFailure) in
        // What is there is asked once the place is taken: another may have published until then.
        var state = try state(store.ownNames())
        if verifying { try distrust(&state, new) }
        return try copy(new, from: state)
      }
      try PublishFailure.wrap { () throws(MachineFailure) in
        try store.remove([Self.lock], in: store.place.path)
      }
      return difference
    } catch {
      // What is there now is half of one site and half of another: the lists say so, and the next run goes on.
      if let lock = try? store.read(Self.lock), Publisher(lock) == .own(output) {
        try? store.remove([Self.lock], in: store.place.path)
      }
      throw error
    }
  }

  /// Takes out of what is there for sure those files that are not as they were built.
  private func distrust(_ state: inout State, _ new: Manifest) throws(MachineFailure) {
    let same = new.files.keys.filter { state.sure.files[$0] == new.files[$0] }.sorted()
    guard !same.isEmpty else { return }
    let there = store.place.folder(Self.site)
    for path in try store.differing(same, from: output, to: there) { state.sure.files[path] = nil }
  }

  private func copy(
    _ new: Manifest, from state: State
  ) throws(MachineFailure) -> ReleaseDifference {
    let difference = ReleaseDifference(from: state.sure, to: new)
    let gone = state.possible.subtracting(new.files.keys).sorted()
    guard !difference.isEmpty || !gone.isEmpty || state.isInterrupted else { return difference }
    // The list of what was to be is about to be another: what it alone told stands in the list of what is.
    if state.isInterrupted { try store.write(Self.list, state.list.bytes) }
    try store.write(Self.nextList, new.bytes)
    let changed = new.files.keys.filter { state.sure.files[$0] != new.files[$0] }.sorted()
    try verifyBuilt(changed, new)
    let there = store.place.folder(Self.site)
    for phase in Phase.allCases {
      let paths = changed.filter { Phase(of: $0) == phase }
      guard !paths.isEmpty else { continue }
      try demandLock()
      try store.put(paths, from: output, to: there)
      let wrong = try store.differing(paths, from: output, to: there)
      guard wrong.isEmpty else {
        throw MachineFailure(
          "publish to", there + "/" + wrong[0], because: "it did not arrive as it was sent")
      }
    }
    try demandLock()
    // What leads to a page goes before it, and the page before what it needs.
    for phase in Phase.allCases.reversed() {
      let paths = gone.filter { Phase(of: $0) == phase }
      if !paths.isEmpty { try store.remove(paths, in: there) }
    }
    try store.write(Self.list, new.bytes)
    try store.remove([Self.nextList], in: store.place.path)
    return difference
  }

  /// Whether the files are those that were built.
  private func verifyBuilt(_ paths: [String], _ new: Manifest) throws(MachineFailure) {
    let folder = try FolderHandle(opening: output)
    for path in paths {
      guard let file = new.files[path], let bytes = try folder.read(path, upTo: file.size),
        bytes.count == file.size, SHA256Digest(of: bytes) == file.digest
      else { throw MachineFailure("read", folder.shown(path), because: "it is not what was built") }
    }
  }

  /// The order in which files go: what pages need, pages, and then what leads to them.
  enum Phase: CaseIterable {
    case assets, pages, indexes

    init(of path: String) {
      self =
        !path.hasSuffix(".html")
        ? .assets : path.hasSuffix("/index.html") || path == "index.html" ? .indexes : .pages
    }
  }
}

extension RemoteRelease {
  /// Goes no further where another has taken the place meanwhile: the machine was slow, or the other took it over.
  private func demandLock() throws(MachineFailure) {
    let now = Publisher(try store.read(Self.lock))
    guard now == .own(output) else {
      throw MachineFailure(
        "publish to", store.place.path, because: "\(now?.name ?? "another") publishes there")
    }
  }

  /// Takes the place for this publisher; one who left it without an end goes on.
  private func takeLock(_ names: [String]) throws(PublishFailure) {
    let own = Publisher.own(output)
    let other = try PublishFailure.wrap { () throws(MachineFailure) in
      names.contains(Self.lock) ? Publisher(try store.read(Self.lock)) : nil
    }
    if let other, other.id != own.id, !takesLock {
      throw .refused([.placeIsTaken(store.place.path, by: other.name)])
    }
    let now = try PublishFailure.wrap { () throws(MachineFailure) in
      try store.write(Self.lock, own.bytes)
      // Whoever wrote at the same moment has written by now, and one of the two reads the other's name.
      usleep(500_000)
      return Publisher(try store.read(Self.lock))
    }
    guard now == own else {
      throw .refused([.placeIsTaken(store.place.path, by: now?.name ?? "?")])
    }
  }

  /// Who publishes: from which Output of which machine.
  struct Publisher: Equatable {
    let id: String
    let name: String

    static func own(_ output: String) -> Publisher {
      let host = ProcessInfo.processInfo.hostName
      let place = realPathOfExisting(output) ?? output
      let id = SHA256Digest(of: Array((host + "\0" + place).utf8)).hex.prefix(16)
      return Publisher(id: String(id), name: host)
    }

    private init(id: String, name: String) {
      self.id = id
      self.name = name
    }

    init?(_ bytes: [UInt8]) {
      let parts = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace)
      guard parts.count == 2 else { return nil }
      self.init(id: String(parts[0]), name: String(parts[1]))
    }

    var bytes: [UInt8] { Array("\(id) \(name)\n".utf8) }
  }
}
