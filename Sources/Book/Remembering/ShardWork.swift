import Desk
package import Pages
package import Storing

/// What a shard leaves for the merge beside its files.
package struct ShardWork: Sendable {
  /// The digest of all that the site is made of: the same for all shards of one site.
  package let inputs: SHA256Digest
  /// What its pages came to.
  let pages: PageMemory
  /// What pages of teams need of members of whom it made no page.
  let figures: [KeptFigures]
  /// What was said of its members in past months, where pages of teams show it.
  let records: [KeptRecord]
}

/// What shards say together beside what their pages came to.
package struct MergedShards: Sendable {
  /// The digest of all that their site is made of.
  let inputs: SHA256Digest
  /// What pages of teams need of members of whom no page was made.
  let figures: [KeptFigures]
  /// What was said of members in past months.
  let records: [KeptRecord]
}

extension ShardWork: Storable {
  package func store(in bytes: inout StoredBytes) {
    inputs.store(in: &bytes)
    pages.store(in: &bytes)
    bytes.put(figures.count)
    for figures in figures {
      bytes.put(figures.member)
      bytes.put(figures.period)
      bytes.put(figures.bytes)
    }
    bytes.put(records.count)
    for record in records {
      bytes.put(record.member)
      bytes.put(record.bytes)
    }
  }

  package init(from bytes: inout StoredReader) throws(UnreadableBytes) {
    inputs = try SHA256Digest(from: &bytes)
    pages = try PageMemory(from: &bytes)
    var figures: [KeptFigures] = []
    for _ in 0..<(try bytes.count()) {
      figures.append(
        KeptFigures(
          member: try bytes.text(), period: try bytes.text(), bytes: try bytes.plainBytes()))
    }
    self.figures = figures
    var records: [KeptRecord] = []
    for _ in 0..<(try bytes.count()) {
      records.append(KeptRecord(member: try bytes.text(), bytes: try bytes.plainBytes()))
    }
    self.records = records
  }
}

extension PageMemory {
  /// What the pages of some shards came to, as if one build had made them; nil of none.
  ///
  /// All shards must be of the same site.
  package static func joined(_ shards: [ShardWork]) -> (pages: PageMemory, rest: MergedShards)? {
    guard let first = shards.first else { return nil }
    var joined = PageMemory(shared: first.pages.shared, guarded: first.pages.guarded)
    for (path, page) in shards.flatMap({ $0.pages.pages }) {
      guard let more = page.work else { continue }
      guard joined.pages[path] != nil else {
        joined.pages[path] = page
        continue
      }
      // What is said of the page itself, every shard says that made one of its files.
      joined.pages[path]?.work?.files += more.files
      joined.pages[path]?.work?.indexed.merge(more.indexed) { first, _ in first }
      if !more.isWhole { joined.pages[path]?.work?.isWhole = false }
    }
    return (
      joined,
      MergedShards(
        inputs: first.inputs, figures: shards.flatMap(\.figures),
        records: shards.flatMap(\.records))
    )
  }

  /// The pages of which something was made, without their heads, which the merge reads itself.
  var madePages: PageMemory {
    var same = self
    same.pages = pages.compactMapValues { page in
      page.work.map { Page(digest: page.digest, head: nil, work: $0) }
    }
    return same
  }
}
