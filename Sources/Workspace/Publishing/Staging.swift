import Diagnostics
import Glibc
import Phrases

/// The folder in which a new site is made before anybody sees it.
struct Staging: Sendable {
  /// How the new site will become visible.
  enum Way: Equatable {
    /// By one rename: there is no Output yet.
    case fresh
    /// By swapping it with the old one in one step.
    case swap
    /// File by file, for the reason given.
    case inPlace(because: Phrase)
  }

  let way: Way
  /// The folder that the staging folder is in: beside Output, or Output where files are replaced
  /// one by one.
  let home: FolderHandle
  /// Its name there.
  let name: String
  /// The staging folder itself.
  let folder: FolderHandle

  /// Makes the staging folder, where the site can be swapped from if that is to be had.
  init(for place: OutputPlace, old: FolderHandle?) throws(MachineFailure) {
    if let old {
      if MountPoints.current().touch(place.realPath) {
        self = try Self(
          in: old, "",
          .inPlace(
            because: Phrase(
              zh: "它上面或里面挂载了文件系统", en: "a file system is mounted on it or in it")))
      } else if let swapping = try Self.swapping(beside: place) {
        self = swapping
      } else {
        let reason = Phrase(
          zh: "在它所在的文件夹里不能整个换掉",
          en: "it cannot be swapped as a whole in the folder around it")
        self = try Self(in: old, "", .inPlace(because: reason))
      }
    } else {
      self = try Self(in: place.parent, "." + place.name, .fresh)
    }
  }

  private init(in home: FolderHandle, _ prefix: String, _ way: Way) throws(MachineFailure) {
    self.home = home
    self.way = way
    do {
      name = try Self.makeFolder(in: home, prefix + OutputPath.stagingMark)
      folder = try home.folder(name)
    } catch {
      throw MachineFailure("write in", home.path, because: error.reason)
    }
  }

  /// Makes a new folder whose name begins so; a leftover that could not be removed is never used.
  private static func makeFolder(
    in home: FolderHandle, _ mark: String
  ) throws(MachineFailure) -> String {
    for number in 1...100 where try home.makeFolder(mark + String(number)) {
      return mark + String(number)
    }
    throw MachineFailure("make a folder in", home.path, because: "too many are left over")
  }

  /// A staging folder beside Output; nil where none may be made there or none can be swapped.
  private static func swapping(beside place: OutputPlace) throws(MachineFailure) -> Staging? {
    guard faccessat(place.parent.descriptor, ".", W_OK | X_OK, 0) == 0 else { return nil }
    let staging = try Staging(in: place.parent, "." + place.name, .swap)
    do {
      if try staging.canSwap() { return staging }
      try staging.discard()
      return nil
    } catch {
      try? staging.discard()
      throw error
    }
  }

  /// Whether this file system can swap two folders, tried with two empty ones.
  private func canSwap() throws(MachineFailure) -> Bool {
    let probe = name + "-probe"
    try home.makeFolder(probe)
    guard try home.exchange(name, with: probe) else {
      try home.removeEmptyFolder(probe)
      return false
    }
    // The open staging folder has the other name now.
    try home.rename(probe, to: name, in: home)
    return true
  }

  /// Removes the staging folder and all that is in it.
  func discard() throws(MachineFailure) { try home.removeTree(name) }
}
