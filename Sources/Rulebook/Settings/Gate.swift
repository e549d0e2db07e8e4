import Diagnostics
import Phrases
import YAML

/// What a build sees to in the pages of a course, each to be turned off by its name.
package enum Gate: String, Hashable, Sendable, CaseIterable {
  /// The minutes of a page are those of its blocks.
  case time
  /// Every objective is practised, every task has an answer.
  case objectives
  /// A model answer fits the lines to write it on.
  case space
  /// Nothing of an answer stands in what participants get.
  case leak
  /// A page and its translation ask the same.
  case translation

  /// On or off.
  private enum Switch: String, CaseIterable { case on, off }

  /// Reads `gates:`, the gates that are off.
  static func readOff(_ settings: inout MappingReader) -> Parsed<Set<Gate>> {
    var reader = MappingReader(
      settings.node("gates"), of: Phrase(zh: "关卡", en: "gates"))
    var off: Set<Gate> = []
    for gate in allCases where reader.choice(gate.rawValue, of: Switch.self) == .off {
      off.insert(gate)
    }
    return Parsed(off, reader.finish())
  }
}
