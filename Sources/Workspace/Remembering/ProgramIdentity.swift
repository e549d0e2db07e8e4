import Diagnostics
import Glibc
import Pages

/// The digest of the program that runs and of the libraries it uses, by the stamps of their files: another
/// version of any of them may make other bytes of the same.
///
/// nil where the system does not say.
func programDigest() -> SHA256Digest? { programOfThisProcess }

private let programOfThisProcess: SHA256Digest? = lookAtProgram()

/// The digest of the program that runs and of the libraries it uses, by their bytes: the same on every machine that
/// has the same of them, wherever they stand.
///
/// nil where the system does not say.
func programContentsDigest() -> SHA256Digest? { contentsOfThisProgram }

private let contentsOfThisProgram: SHA256Digest? = readProgram()

private func readProgram() -> SHA256Digest? {
  guard let root = try? FolderHandle(opening: "/"), let files = filesOfProgram() else { return nil }
  var told: [String] = []
  for path in files {
    guard let bytes = try? root.read(String(path.dropFirst()), upTo: 1 << 31) else { return nil }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    told.append(name + " " + String(decoding: SHA256Digest(of: bytes).hexDigits, as: UTF8.self))
  }
  return ReadNotes.digest(of: told.sorted())
}

private func lookAtProgram() -> SHA256Digest? {
  guard let files = filesOfProgram() else { return nil }
  var told: [String] = []
  for path in files {
    var status = stat()
    // A file that was replaced while it runs has no path any more.
    guard stat(path, &status) == 0 else { return nil }
    told.append("\(path) \(FileStamp(status))")
  }
  return ReadNotes.digest(of: told)
}

/// The paths of all files from which this process runs code, sorted; nil where the system does not say.
private func filesOfProgram() -> [String]? {
  guard let own = try? FolderHandle(opening: "/proc/self"),
    let maps = try? own.read("maps", upTo: 1 << 24)
  else { return nil }
  var files: Set<String> = []
  for line in String(decoding: maps, as: UTF8.self).split(separator: "\n") {
    let fields = line.split(separator: " ", maxSplits: 5)
    guard fields.count == 6, fields[1].contains("x"), let slash = fields[5].firstIndex(of: "/")
    else { continue }
    files.insert(String(fields[5][slash...]))
  }
  return files.isEmpty ? nil : files.sorted()
}
