import Pages
package import Storing

extension ReadersFolder: Storable {
  package func store(in bytes: inout StoredBytes) {
    bytes.put(tree)
    (edition?.rawValue).store(in: &bytes)
    bytes.put(audience.rawValue)
    group.store(in: &bytes)
    bytes.put(path)
    holder.store(in: &bytes)
  }

  package init(from bytes: inout StoredReader) throws(UnreadableBytes) {
    let tree = try bytes.text()
    let edition = try String?(from: &bytes)
    guard let audience = Audience(rawValue: try bytes.text()) else { throw UnreadableBytes() }
    self.init(
      tree: tree, edition: edition.flatMap(Edition.init(rawValue:)), audience: audience,
      group: try [String]?(from: &bytes), path: try bytes.text(), holder: try String?(from: &bytes))
  }
}
