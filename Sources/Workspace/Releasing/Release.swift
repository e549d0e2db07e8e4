import Pages

/// A site as it was published once: readers see one of those that are kept.
package struct Release: Hashable, Sendable {
  /// Its name: a number that grows, and the first digits of what it holds.
  package let id: String
  /// How many files it has.
  package let files: Int
  /// How many bytes they are.
  package let bytes: Int
  /// Whether it is the one that readers see.
  package let isCurrent: Bool

  /// The number at the beginning of its name; nil for the name of something else.
  static func number(of id: String) -> Int? {
    let parts = id.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 6, parts[1].utf8.count == 8,
      parts[1].allSatisfy(\.isHexDigit)
    else { return nil }
    return Int(parts[0])
  }

  /// The name of the release of a number that holds these files.
  static func id(_ number: Int, _ manifest: Manifest) -> String {
    let digits = String(number)
    let zeros = String(repeating: "0", count: max(0, 6 - digits.utf8.count))
    return zeros + digits + "-" + SHA256Digest(of: manifest.bytes).hex.prefix(8)
  }
}

/// What came of publishing.
package struct ReleaseOutcome: Hashable, Sendable {
  /// The release that readers see now.
  package let id: String
  /// What it has that the one before had not.
  package let difference: ReleaseDifference
  /// The releases that were removed, the oldest first.
  package let removed: [String]
}

/// What a release has that another has not.
package struct ReleaseDifference: Hashable, Sendable {
  /// The files of one tree that differ, each list sorted.
  package struct Tree: Hashable, Sendable {
    /// The tree's name.
    package let name: String
    package var added: [String] = []
    package var changed: [String] = []
    package var gone: [String] = []
  }

  /// The trees that differ, by name.
  package let trees: [Tree]
  /// How many files are the same.
  package let same: Int

  /// Whether nothing differs.
  package var isEmpty: Bool { trees.isEmpty }

  init(from old: Manifest, to new: Manifest) {
    var trees: [String: Tree] = [:]
    var same = 0
    func put(_ path: String, _ list: WritableKeyPath<Tree, [String]>) {
      let name = String(path.prefix { $0 != "/" })
      trees[name, default: Tree(name: name)][keyPath: list].append(path)
    }
    for path in new.files.keys.sorted() {
      switch old.files[path] {
      case nil: put(path, \.added)
      case new.files[path]: same += 1
      default: put(path, \.changed)
      }
    }
    for path in old.files.keys.sorted() where new.files[path] == nil { put(path, \.gone) }
    self.trees = trees.values.sorted { $0.name < $1.name }
    self.same = same
  }
}

extension Manifest {
  /// What of a built site is published: the files of its trees, and nothing that stands beside them for
  /// whoever built it.
  var published: Manifest { Manifest(files: files.filter { $0.key.contains("/") }) }
}
