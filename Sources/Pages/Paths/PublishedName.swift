/// The file name, without its ending, under which something with this id is published.
///
/// It holds the id's letters and digits of any script in lower case, and `-` for everything else,
/// at most 60 in all. Where that is not the id itself, or is a name that an operating system or a
/// folder's own page needs, `-` and the first 8 hex digits of the id's SHA-256 follow, so that two
/// ids never share a name. Sixty scalars of four bytes, the digits and `.html` fit in the 255 bytes
/// that file systems allow.
///
///     publishedName(for: "wang-fang")          // "wang-fang"
///     publishedName(for: "../../etc/passwd")   // "etc-passwd-…" with 8 hex digits
package func publishedName(for id: String) -> String {
  let plain = plainName(of: id)
  // Scalars, not characters: equal characters may be written in different scalars.
  let unchanged = plain.unicodeScalars.elementsEqual(id.unicodeScalars)
  return unchanged && !plain.isEmpty && !isReserved(plain) ? plain : marked(plain, id)
}

/// The published names of ids that share a folder, in their order.
///
/// Names that a file system which ignores letter case, or the way an accent is written, would take
/// for one are told apart by the hex digits as well; the same id twice keeps one name.
///
///     publishedNames(for: ["ς", "σ", "li"])  // "ς-…", "σ-…", "li"
package func publishedNames(for ids: [String]) -> [String] {
  let names = ids.map(publishedName)
  var firstId: [String: String] = [:]
  var shared: Set<String> = []
  for (id, name) in zip(ids, names) {
    let key = name.uppercased()
    if let first = firstId[key] {
      if !first.unicodeScalars.elementsEqual(id.unicodeScalars) { shared.insert(key) }
    } else {
      firstId[key] = id
    }
  }
  return zip(ids, names).map { id, name in
    let isOwnName = name.unicodeScalars.elementsEqual(id.unicodeScalars)
    return shared.contains(name.uppercased()) && isOwnName ? marked(plainName(of: id), id) : name
  }
}

/// The letters and digits of an id, everything else as single hyphens between them.
private func plainName(of id: String) -> String {
  var name = String.UnicodeScalarView()
  var length = 0
  for scalar in id.unicodeScalars {
    guard length < 60 else { break }
    if scalar == "-" || isLetterOrDigit(scalar) {
      for lower in scalar.properties.lowercaseMapping.unicodeScalars
      where scalar == "-" || isLetterOrDigit(lower) {
        name.append(lower)
        length += 1
      }
    } else if let last = name.last, last != "-" {
      name.append("-")
      length += 1
    }
  }
  return String(name)
}

private func marked(_ plain: String, _ id: String) -> String {
  let digits = String(SHA256Digest(of: Array(id.utf8)).hex.prefix(8))
  let trimmed = plain.unicodeScalars.last == "-" ? String(plain.dropLast()) : plain
  return trimmed.isEmpty ? digits : trimmed + "-" + digits
}

private func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "a"..."z", "A"..."Z", "0"..."9", "\u{4E00}"..."\u{9FFF}": return true
  case "\u{0}"..."\u{7F}": return false
  default: break
  }
  guard !scalar.properties.isDefaultIgnorableCodePoint else { return false }
  switch scalar.properties.generalCategory {
  case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
    .decimalNumber:
    return true
  default: return false
  }
}

/// Whether Windows keeps the name for a device, or a folder for its own page.
private func isReserved(_ name: String) -> Bool {
  switch name {
  case "con", "prn", "aux", "nul", "index": true
  default:
    name.utf8.count == 4 && (name.hasPrefix("com") || name.hasPrefix("lpt"))
      && name.utf8.last.map { (48...57).contains($0) } == true
  }
}
