import Diagnostics
import Phrases
import Rulebook

extension ExaminedPlace {
  /// Links that lead out of the workspace or to nothing, and any in what is served: a server follows them.
  func linkFindings(_ reader: WorkspaceReader) throws -> [Finding] {
    var found: [Finding] = []
    let settings = try WorkspaceInput.settings(reader).value
    for diagnostic in try reader.files(under: settings.content, besides: [settings.output])
      .diagnostics where ["workspace.link-out", "workspace.dangling-link"].contains(diagnostic.id)
    {
      let path = joined(source, diagnostic.place.path)
      found.append(
        Finding(.unsafe, "links", at: path, diagnostic.message, mend: "rm \(shellQuoted(path))"))
    }
    let served = [output] + (target.map { [joined($0, ReleaseFolder.link)] } ?? [])
    for folder in served where realPathOfExisting(folder) != nil {
      for entry in try FolderHandle(opening: folder).everything() where entry.kind == .link {
        let path = joined(folder, entry.path)
        found.append(
          Finding(
            .unsafe, "links", at: path,
            Phrase(
              zh: "这里不该有链接：网页服务器会顺着它给出 \(realPathOfExisting(path) ?? "…")",
              en:
                "no link belongs here: a web server follows it to \(realPathOfExisting(path) ?? "…")"
            ),
            mend: "rm \(shellQuoted(path))"))
      }
    }
    return found
  }

  /// Too little room to build and publish: twice what Output holds, and 200 MB at least.
  func roomFindings(_ machine: ExaminedMachine) -> [Finding] {
    let size = (try? sizeOfOutput()) ?? 0
    let wanted = max(200 << 20, 2 * size)
    var found: [Finding] = []
    for folder in [source] + (target.map { [$0] } ?? []) {
      guard let room = machine.room(folder) else { continue }
      let isShort = room.bytes < wanted
      let isFull = (room.files ?? .max) < 10_000
      guard isShort || isFull else { continue }
      let what =
        isShort
        ? Phrase(
          zh: "磁盘只剩 \(room.bytes >> 20) MB，生成和发布要有 \(wanted >> 20) MB",
          en:
            "\(room.bytes >> 20) MB are left on the disk; to build and publish takes \(wanted >> 20) MB"
        )
        : Phrase(
          zh: "文件系统只能再建 \(room.files ?? 0) 个文件",
          en: "the file system can make only \(room.files ?? 0) more files")
      found.append(
        Finding(
          .unsafe, "room", at: folder, what,
          mend: "du -xh -d 2 \(shellQuoted(realPathOfExisting(folder) ?? folder)) | sort -h | tail")
      )
    }
    return found
  }

  private func sizeOfOutput() throws -> Int {
    guard realPathOfExisting(output) != nil else { return 0 }
    let folder = try FolderHandle(opening: output)
    return try folder.everything().reduce(0) { sum, entry in
      entry.kind == .file ? sum + (try folder.status(entry.path)?.size ?? 0) : sum
    }
  }
}
