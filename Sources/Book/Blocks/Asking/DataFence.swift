import Diagnostics
import Markdown
import YAML

/// The kinds of fenced code that are data of a block and never printed as code.
///
/// What stands in them may be for some readers alone, so only the block that they belong to writes
/// anything of them.
enum DataFence {
  /// A calculation, which stands anywhere.
  static let calculation = "calc"
  /// Those that belong to the block of their name.
  static let ofBlocks: Set<String> = ["quiz", "cards"]

  /// Whether fenced code of a kind is data.
  static func isData(_ kind: String) -> Bool { kind == calculation || ofBlocks.contains(kind) }
}

extension Scene {
  /// What the block's own fence says, read as YAML: a list; nil, with what is wrong, where there is none.
  func data(_ kind: String) -> Parsed<[YAMLNode]?> { children.data(kind, at: place) }
}

extension [Content] {
  /// What the fence of a block says that these stand in, read as YAML: a list; nil, with what is wrong, where
  /// there is none.
  func data(_ kind: String, at place: Place) -> Parsed<[YAMLNode]?> {
    let fences = filter { $0.isCode(kind) }
    guard let fence = fences.first else { return Parsed(nil, [.noData(kind, at: place)]) }
    var found = fences.dropFirst().map { Diagnostic.secondData(kind, at: $0.place) }
    let source = SourceFile(path: fence.place.path, text: fence.text)
    let node = parseYAML(source, lineOffset: fence.place.line)
    found += node.diagnostics
    guard let items = node.value?.items, !items.isEmpty else {
      let place = node.value?.place ?? fence.place
      return Parsed(nil, found.isEmpty ? [.dataIsNoList(kind, at: place)] : found)
    }
    return Parsed(items, found)
  }
}

extension Content {
  /// Whether it is fenced code of a kind.
  func isCode(_ kind: String) -> Bool {
    if case .code(let info) = self.kind { info.prefix { $0 != " " } == kind } else { false }
  }
}
