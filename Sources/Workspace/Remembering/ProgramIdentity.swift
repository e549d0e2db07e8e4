import Diagnostics
import Glibc
import Pages

/// The digest of the program that runs and of the libraries it uses, by the stamps of their files: another
/// version of any of them may make other bytes of the same.
///
/// nil where the system does not say.
func programDigest() -> SHA256Digest? { programOfThisProcess }

private let programOfThisProcess: SHA256Digest? = lookAtProgram()

private func lookAtProgram() -> SHA256Digest? {
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
  guard !files.isEmpty else { return nil }
  var told: [String] = []
  for path in files.sorted() {
    var status = stat()
    // A file that was replaced while it runs has no path any more.
    guard stat(path, &status) == 0 else { return nil }
    told.append("\(path) \(FileStamp(status))")
  }
  return ReadNotes.digest(of: told)
}
