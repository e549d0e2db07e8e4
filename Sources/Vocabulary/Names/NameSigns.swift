extension Character {
  /// Whether it may stand in the name of a block.
  var mayStandInName: Bool { isLetter || isNumber || self == "-" || self == "_" }
}
