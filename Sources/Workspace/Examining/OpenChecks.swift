import Glibc
import Phrases

extension ExaminedPlace {
  /// Keys and passwords that others on this machine can read.
  func keyFindings() throws -> [Finding] {
    var found: [Finding] = []
    for path in try keys(below: source) where isReadableByGroup(path) {
      found.append(
        Finding(
          .unsafe, "key.open", at: path,
          Phrase(
            zh: "这台机器上的其他人能读到这个密钥或密码",
            en: "others on this machine can read this key or password"),
          mend: "chmod 600 \(shellQuoted(path))"))
    }
    if let target {
      // The web server reads it as a member of the file's group.
      let passwords = joined(target, "access/htpasswd")
      if isReachableByOthers(passwords) {
        found.append(
          Finding(
            .unsafe, "key.open", at: passwords,
            Phrase(
              zh: "这台机器上的其他人能读到读者的密码文件",
              en: "others on this machine can read the file of readers' passwords"),
            mend:
              "sudo chgrp www-data \(shellQuoted(passwords)) && chmod 640 \(shellQuoted(passwords))"
          ))
      }
    }
    return found
  }

  /// Folders with people's plans that anybody on this machine can read.
  func openFindings() -> [Finding] {
    var found: [Finding] = []
    let places: [(id: String, path: String, what: Phrase)] = [
      (
        "data.open", data,
        Phrase(
          zh: "这台机器上的其他人能读到客户数据", en: "others on this machine can read the customers' data")
      ),
      (
        "output.open", output,
        Phrase(
          zh: "这台机器上的其他人能读到每个人的计划", en: "others on this machine can read everybody's plans")
      ),
    ]
    for place in places where isReachableByOthers(place.path) {
      found.append(
        Finding(
          .unsafe, place.id, at: place.path, place.what,
          mend: "chmod -R o-rwx \(shellQuoted(place.path))"))
    }
    if let target, isReachableByOthers(joined(target, ReleaseFolder.releases)) {
      let folder = shellQuoted(target)
      found.append(
        Finding(
          .unsafe, "target.open", at: target,
          Phrase(
            zh: "这台机器上的其他人不经过网页服务器就能读到每个人的计划",
            en: "others on this machine can read everybody's plans past the web server"),
          mend: "sudo chgrp -R www-data \(folder) && sudo chmod -R o-rwx,g+rX \(folder)"))
    }
    return found
  }

  /// The keys below a folder: what was built and what version control keeps aside are not looked through.
  func keys(below folder: String) throws -> [String] {
    let handle = try FolderHandle(opening: folder)
    var found: [String] = []
    var waiting = [""]
    while let inside = waiting.popLast() {
      for entry in try handle.entries(of: inside.isEmpty ? "." : inside) {
        let path = joined(folder, entry.path)
        switch entry.kind {
        case .folder:
          if path != output && !entry.path.hasSuffix(".git") { waiting.append(entry.path) }
        case .file, .link: if isKey(entry.path) { found.append(path) }
        case .special: break
        }
      }
    }
    return found.sorted()
  }

  /// Whether a file holds a key or a password, by its name.
  private func isKey(_ path: String) -> Bool {
    let parts = path.lowercased().split(separator: "/")
    let name = parts.last ?? ""
    let endings = [".key", ".pem", ".p12", ".pfx", ".env", ".pgpass", "htpasswd"]
    return endings.contains(where: name.hasSuffix) || name.hasPrefix(".env.")
      || name.contains("salesbook") && name.contains("key")
      || parts.contains(".salesbook") && name.contains("key")
  }

  private func isReadableByGroup(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return false }
    return status.st_mode & 0o077 != 0 && isReachable(path)
  }

  /// Whether everybody may read a file, or list a folder, and come to it through the folders around it.
  func isReachableByOthers(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & 0o004 != 0 else { return false }
    return isReachable(path)
  }

  /// Whether everybody may pass through all the folders around something.
  private func isReachable(_ path: String) -> Bool {
    guard let real = realPathOfExisting(path) else { return false }
    return enclosingFolders(of: real).allSatisfy { folder in
      var status = stat()
      return folder.isEmpty || stat(folder, &status) == 0 && status.st_mode & 0o001 != 0
    }
  }
}
