import Desk
import Diagnostics
import Pages
import Proof
import Rulebook
import SalesMethod
import Synchronization

/// Proves of every file that it holds no value which its readers may not see: each byte of each tree is
/// searched for all guarded values of the tables, in all spellings, as the file is finished.
///
/// A value that may not be seen is let through only where something else permits it: the text of a page or
/// of the theme, an example, a text that the reader may see and that holds it, a sum that the gate gave.
final class TreeProof: Sendable {
  /// More findings than these are counted, not told one by one.
  private static let mostTold = 20

  private let site: Site
  private let guarded: [GuardedValue]
  private let search: ValueSearch
  /// The values that an earlier build did not search for, with their places; nil where there is none.
  private let unproven: (search: ValueSearch, values: [Int])?
  /// What this build searches for.
  let marks: GuardedMarks
  private let folders: [String: TreeFolder]
  private let assets: [String: [UInt8]]
  private let state = Mutex(State())

  private struct State {
    var findings: [Finding] = []
    /// The plain texts that stand on pages whatever the tables say, with the page that says each, or none where
    /// every tree may; nil until first asked for.
    var pageTexts: [(page: Outline.Entry?, text: [UInt8])]?
    /// Whether the pages of a tree say a value whatever the tables say.
    var isOnPages: [PageKey: Bool] = [:]
    /// Whether a text that is open to a reader holds a value.
    var isInOpenText: [OpenKey: Bool] = [:]
    var told: [Reader: Set<String>] = [:]
    /// The files in which a value was let through by something else than the tables.
    var consulted: Set<String> = []
  }

  private struct PageKey: Hashable {
    let tree: String
    let value: Int
  }

  private struct OpenKey: Hashable {
    let reader: Reader
    let value: Int
  }

  private struct Finding {
    let path: String
    let hit: ValueSearch.Hit
    let folder: TreeFolder
    /// The block that printed it, as far as can be told.
    let block: String?
  }

  /// Gets ready to search for all guarded values, and in files that an earlier build left for those that it did not
  /// search for; nil where there is none.
  init?(
    _ site: Site, latin: (@Sendable (Character) -> [String])? = nil,
    proven: GuardedMarks = .none
  ) {
    guarded = site.desk.hasMembers || site.desk.hasParticipants ? site.desk.guardedValues : []
    guard !guarded.isEmpty else { return nil }
    self.site = site
    let values = guarded.map { ValueSearch.Value($0.text, of: $0.kind) }
    search = ValueSearch(values, latin: latin)
    let tables = site.tables?.all
    if let tables, tables == proven.tables {
      (marks, unproven) = (proven, nil)
    } else {
      marks = tables.map { [guarded] in GuardedMarks(guarded, of: $0) } ?? .none
      let others = tables == nil ? [] : proven.others(among: guarded)
      unproven =
        others.isEmpty ? nil : (ValueSearch(others.map { values[$0] }, latin: latin), others)
    }
    folders = Dictionary(
      site.folders.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    assets = Dictionary(
      site.assets.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
  }

  /// How many values are too short to be told from chance, and are not searched for.
  var unsearched: Int { search.unsearched.count }

  /// The files that hold a value which other pages' texts may have let through: whether they still do is asked
  /// anew in every build.
  var consulted: Set<String> { state.withLock { $0.consulted } }

  /// Searches a finished file of a tree, and keeps what is found.
  func look(at file: OutputFile) throws {
    let found = try leaks(in: file)
    guard !found.isEmpty else { return }
    state.withLock { $0.findings += found }
  }

  /// Whether files that an earlier build left must be looked at again.
  var doubts: Bool { unproven != nil }

  /// Whether a file that an earlier build left may hold one of the values that were not searched for then.
  func doubts(_ file: OutputFile) -> Bool {
    guard let unproven, let folder = folder(of: file.path) else { return false }
    return !unproven.search.hits(in: file.path, file.bytes) { number in
      let value = guarded[unproven.values[number]]
      return isSearched(value, in: folder) && !site.desk.isOpen(value, to: folder.reader)
    }.isEmpty
  }

  /// Whether a file holds what its readers may not see.
  func refuses(_ file: OutputFile) throws -> Bool { try !leaks(in: file).isEmpty }

  private func leaks(in file: OutputFile) throws -> [Finding] {
    guard let folder = folder(of: file.path) else { return [] }
    let path = String(file.path.dropFirst(folder.path.utf8.count + 1))
    // The theme's own files hold nothing of the tables.
    if let asset = assets[path], asset == file.bytes { return [] }
    let hidden = search.hits(in: path, file.bytes) { number in
      let value = guarded[number]
      return isSearched(value, in: folder) && !site.desk.isOpen(value, to: folder.reader)
    }
    return try hidden.filter { hit in
      _ = state.withLock { $0.consulted.insert(file.path) }
      return try !isPermitted(hit.value, in: folder)
    }.map {
      Finding(path: file.path, hit: $0, folder: folder, block: printedBlock(before: $0, in: file))
    }
  }

  /// The folder of readers that a file lies in; nil for what stands beside the trees and is for nobody.
  private func folder(of path: String) -> TreeFolder? {
    let parts = path.split(separator: "/", maxSplits: 2)
    guard parts.count > 1 else { return nil }
    return folders[String(parts[0])] ?? folders[parts[0] + "/" + parts[1]]
  }

  /// Whether a value says anything in a folder: amounts do where there are only sums, but not among the many
  /// numbers of a person's own plan, where one like it comes out by chance.
  private func isSearched(_ value: GuardedValue, in folder: TreeFolder) -> Bool {
    guard value.kind == .amount else { return true }
    switch folder.tree.audience {
    case .own, .manager: return false
    case .team: return true
    case .everybody: return !site.desk.hasExamples
    }
  }

  private func isPermitted(_ number: Int, in folder: TreeFolder) throws -> Bool {
    let reader = folder.reader
    return try state.withLock { state in
      if try isOnPages(number, of: folder.tree, &state) { return true }
      let value = guarded[number]
      guard value.kind != .amount else {
        let told = state.told[reader] ?? site.desk.toldAmounts(for: reader)
        state.told[reader] = told
        return told.contains(value.text)
      }
      let key = OpenKey(reader: reader, value: number)
      if let known = state.isInOpenText[key] { return known }
      let plain = ValueSearch.plain(value.text)
      let isHeld = guarded.contains { other in
        other.kind != .amount && other.text.utf8.count > value.text.utf8.count
          && site.desk.isOpen(other, to: reader) && ValueSearch.plain(other.text).holds(plain)
      }
      state.isInOpenText[key] = isHeld
      return isHeld
    }
  }

  /// Whether a tree's pages, the theme, an example or the settings say a value anyway.
  private func isOnPages(_ number: Int, of tree: Tree, _ state: inout State) throws -> Bool {
    let key = PageKey(tree: tree.name, value: number)
    if let known = state.isOnPages[key] { return known }
    let texts = try state.pageTexts ?? pageTexts()
    state.pageTexts = texts
    let plain = ValueSearch.plain(guarded[number].text)
    let isThere =
      site.settings.proofAllows.contains { ValueSearch.plain($0) == plain }
      || texts.contains { $0.page?.stands(in: tree) ?? true && $0.text.holds(plain) }
    state.isOnPages[key] = isThere
    return isThere
  }

  /// The keywords of the policy in the head of every page: a customer of such a name would be found on each.
  private static let policyWords = ["none", "self"]

  private func pageTexts() throws -> [(page: Outline.Entry?, text: [UInt8])] {
    let pages = try site.outline.entries.map {
      (
        page: Optional($0),
        text: ValueSearch.plain(String(decoding: try site.read($0.path).value, as: UTF8.self))
      )
    }
    let open =
      site.desk.openTexts + [site.settings.title] + site.settings.titles.values.sorted()
      + Self.policyWords
    let words = site.wordTexts.map { String(decoding: $0, as: UTF8.self) }
    return pages + (words + open).map { (page: nil, text: ValueSearch.plain($0)) }
  }

  /// What was found, the first few one by one.
  func diagnostics() -> [Diagnostic] {
    let findings = state.withLock { $0.findings }.sorted {
      ($0.path, $0.hit.value) < ($1.path, $1.hit.value)
    }
    let told = findings.prefix(Self.mostTold).map { finding in
      let value = guarded[finding.hit.value]
      return Diagnostic.leakedValue(
        value.kind, into: finding.path, at: finding.hit, finding.folder.tree.audience,
        by: finding.block,
        // Of the key's file no line is shown: messages end up in journals and mail.
        from: Place(
          path: value.sources[0].row.path,
          line: value.kind == .key ? 0 : max(1, value.sources[0].row.line)))
    }
    let rest = findings.count - told.count
    return rest > 0 ? told + [.moreLeaks(rest, at: Place(path: findings[0].path))] : told
  }
}

/// The block whose view begins last before a hit in a page; nil where none does, or the file is no page.
private func printedBlock(before hit: ValueSearch.Hit, in file: OutputFile) -> String? {
  let mark = Array("class=\"view ".utf8)
  guard hit.part == nil, file.path.hasSuffix(".html"), hit.offset > mark.count,
    hit.offset <= file.bytes.count,
    let start = stride(from: hit.offset - mark.count, through: 0, by: -1).first(where: {
      file.bytes[$0] == mark[0] && file.bytes[$0...].starts(with: mark)
    })
  else { return nil }
  let name = file.bytes[(start + mark.count)...].prefix {
    $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: " ")
  }
  return String(decoding: name, as: UTF8.self)
}

extension [UInt8] {
  /// Whether other bytes stand in these, one behind the other.
  fileprivate func holds(_ other: [UInt8]) -> Bool {
    guard let first = other.first, count >= other.count else { return false }
    return indices.dropLast(other.count - 1).contains { index in
      self[index] == first && self[index...].starts(with: other)
    }
  }
}

/// Hands finished files on once each was searched.
struct ProvingSink<Sink: OutputSink>: OutputSink {
  let proof: TreeProof?
  let sink: Sink

  func expect(pages: Int) { sink.expect(pages: pages) }

  func take(_ file: OutputFile) throws {
    try proof?.look(at: file)
    try sink.take(file)
  }

  // What is kept was looked at when it was made, and what let anything through was not kept. Values that came into
  // the tables since are looked for now; a file that may hold one is made again, which tells more.
  func keep(_ paths: [String]) throws -> Bool {
    if let proof, proof.doubts {
      for path in paths {
        guard let bytes = try sink.standing(path),
          !proof.doubts(OutputFile(path: path, bytes: bytes))
        else { return false }
      }
    }
    return try sink.keep(paths)
  }

  func standing(_ path: String) throws -> [UInt8]? { try sink.standing(path) }
}
