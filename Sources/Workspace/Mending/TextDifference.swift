/// The lines in which two texts differ, as `diff` shows them.
///
///     difference(of: "a\nb\n", and: "a\nc\n")  // "-b\n+c\n", with the lines around it
package func difference(of before: String, and after: String, context: Int = 2) -> String {
  let old = before.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  let new = after.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  let changes = new.difference(from: old)
  var removed: Set<Int> = []
  var added: Set<Int> = []
  for change in changes {
    switch change {
    case .remove(let offset, _, _): removed.insert(offset)
    case .insert(let offset, _, _): added.insert(offset)
    }
  }
  var lines: [(sign: String, text: String)] = []
  var (i, j) = (0, 0)
  while i < old.count || j < new.count {
    if i < old.count, removed.contains(i) {
      lines.append(("-", old[i]))
      i += 1
    } else if j < new.count, added.contains(j) {
      lines.append(("+", new[j]))
      j += 1
    } else {
      if i < old.count { lines.append((" ", old[i])) }
      i += 1
      j += 1
    }
  }
  let shown = lines.indices.filter { index in
    let near = max(0, index - context)...min(lines.count - 1, index + context)
    return near.contains { lines[$0].sign != " " }
  }
  var text = ""
  var last: Int?
  for index in shown
  where !(lines[index].sign == " " && lines[index].text.isEmpty && index == lines.count - 1) {
    if let last, last + 1 < index { text += "…\n" }
    text += lines[index].sign + harmless(lines[index].text) + "\n"
    last = index
  }
  return text
}
