/// What replaces blocks while a template is assembled, kept once for equal contents.
///
/// The outermost template wins: a page's block replaces that of the layout it extends, and that of
/// the layout's own parent.
struct Overrides {
  private struct Entry: Hashable {
    let name: String
    let site: Site
  }

  private var known: [[Entry]: Int] = [[]: 0]
  private var contents: [[String: Node.Block]] = [[:]]

  /// The block that replaces the one of that name in a set.
  func block(_ name: String, in set: Int) -> Node.Block? { contents[set][name] }

  /// The set with more blocks; those it has already stay.
  mutating func adding(_ blocks: [Node.Block], to set: Int) -> Int {
    var more = contents[set]
    for block in blocks where more[block.name] == nil { more[block.name] = block }
    return index(of: more)
  }

  /// The set without a block, so that what replaces it can show the default inside itself.
  mutating func removing(_ name: String, from set: Int) -> Int {
    var fewer = contents[set]
    fewer[name] = nil
    return index(of: fewer)
  }

  private mutating func index(of blocks: [String: Node.Block]) -> Int {
    let entries = blocks.values.map { Entry(name: $0.name, site: $0.site) }
      .sorted { $0.name < $1.name }
    if let index = known[entries] { return index }
    known[entries] = contents.count
    contents.append(blocks)
    return contents.count - 1
  }
}
