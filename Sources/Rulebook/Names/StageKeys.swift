/// What the cells and names of each stage of a funnel are called: the stage's name where that is a
/// plain word of small letters, else its number.
///
///     stageKeys(["contact", "首访", "deal"])  // ["contact", "stage_2", "deal"]
package func stageKeys(_ stages: [String]) -> [String] {
  // The classes have cells of the same kind: `plan.need_a`.
  var taken: Set<String> = ["a", "b", "c", "d"]
  return stages.enumerated().map { index, name in
    let isPlain =
      !name.isEmpty && name.utf8.count <= 60
      && name.utf8.allSatisfy { 97...122 ~= $0 || $0 == 95 || 48...57 ~= $0 }
    let key = isPlain ? name : "stage_\(index + 1)"
    return taken.insert(key).inserted ? key : "stage_\(index + 1)"
  }
}
