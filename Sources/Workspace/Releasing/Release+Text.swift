package import Phrases

extension Release {
  /// A line for a person.
  ///
  ///     * 000002-9f3c0a71, 240 files, 9,310,022 bytes
  package var line: Phrase {
    let mark = isCurrent ? "*" : " "
    return Phrase(
      zh: "\(mark) \(id)，\(count: files) 个文件，\(count: bytes) 字节",
      en: "\(mark) \(id), \(count: files, "file", "files"), \(count: bytes, "byte", "bytes")")
  }
}

extension ReleaseDifference {
  /// The files of each tree that are named one by one; the rest are counted.
  private static let mostNamed = 10

  /// What is new, changed and gone, tree by tree.
  package var lines: [Phrase] {
    guard !isEmpty else {
      return [Phrase(zh: "和现在的一样，没有变化", en: "the same as now: nothing changes")]
    }
    return trees.flatMap { tree in
      [
        Phrase(
          zh:
            "\(tree.name)：新增 \(count: tree.added.count)，改变 \(count: tree.changed.count)，去掉 \(count: tree.gone.count)",
          en: "\(tree.name): \(count: tree.added.count, "new", "new"), "
            + "\(count: tree.changed.count, "changed", "changed"), "
            + "\(count: tree.gone.count, "gone", "gone")")
      ] + named(tree.added, "+") + named(tree.changed, "~") + named(tree.gone, "-")
    }
  }

  private func named(_ paths: [String], _ mark: String) -> [Phrase] {
    let rest = paths.count - Self.mostNamed
    return paths.prefix(Self.mostNamed).map { Phrase(same: "  \(mark) \($0)") }
      + (rest > 0 ? [Phrase(zh: "  \(mark) 另外 \(rest) 个", en: "  \(mark) and \(rest) more")] : [])
  }
}

extension ReleaseOutcome {
  /// What was done, for a person.
  package var lines: [Phrase] {
    let now = Phrase(zh: "读者现在看到 \(id)", en: "readers see \(id) now")
    let gone =
      removed.isEmpty
      ? [] : [Phrase(zh: "不再保留：\(list: removed)", en: "no longer kept: \(list: removed)")]
    return difference.lines + [now] + gone
  }
}
