import Phrases

extension ExaminedPlace {
  /// Web servers that serve more than what was published, or list what is in folders.
  func serverFindings(_ machine: ExaminedMachine) -> [Finding] {
    var found: [Finding] = []
    for file in machine.serverFiles() {
      guard let text = machine.text(of: file) else { continue }
      let served = ServedPaths(reading: text)
      var isOurs = false
      for line in served.folders {
        guard let folder = line.folder, let real = realPathOfExisting(folder) else { continue }
        if let what = tooMuch(in: real) {
          isOurs = true
          let better = target.map { joined(realPathOfExisting($0) ?? $0, ReleaseFolder.link) }
          found.append(
            Finding(
              .unsafe, "server.serves-more", at: "\(file):\(line.line)", what,
              mend: "sudoedit +\(line.line) \(shellQuoted(file))  # \(better ?? "…/current")"))
        } else if isPublished(real) {
          isOurs = true
        }
      }
      guard isOurs else { continue }
      for line in served.lists {
        found.append(
          Finding(
            .unsafe, "server.lists", at: "\(file):\(line.line)",
            Phrase(
              zh: "网页服务器会列出文件夹里有什么：谁有计划，一看便知",
              en: "the web server lists what is in folders: it tells who has a plan"),
            mend: "sudo sed -i '\(line.line)s/^/#/' \(shellQuoted(file))"))
      }
    }
    return found
  }

  /// Keys, tables and settings below what is served.
  func secretFindings(_ machine: ExaminedMachine) throws -> [Finding] {
    guard let target else { return [] }
    let served = joined(target, ReleaseFolder.link)
    guard realPathOfExisting(served) != nil else { return [] }
    var secrets = try keys(below: served)
    let handle = try FolderHandle(opening: served)
    let names = ["salesbook.yaml", "Content", ".git", ".salesbook", "htpasswd"]
    for name in names where try handle.status(name) != nil {
      secrets.append(joined(served, name))
    }
    return Set(secrets).sorted().map { path in
      Finding(
        .unsafe, "target.secrets", at: path,
        Phrase(
          zh: "这不该出现在读者能取到的文件夹里",
          en: "this does not belong in the folder that readers are served"),
        mend: "rm -r \(shellQuoted(path))")
    }
  }

  /// What a served folder gives away besides what was published; nil where nothing.
  private func tooMuch(in served: String) -> Phrase? {
    func holds(_ path: String) -> Bool {
      guard let real = realPathOfExisting(path) else { return false }
      return real == served || real.hasPrefix(served == "/" ? served : served + "/")
    }
    if holds(source) || holds(data) || holds(content) {
      return Phrase(
        zh: "网页服务器把工作区本身给了读者：\(served)", en: "the web server serves the workspace itself: \(served)"
      )
    }
    if holds(output) {
      return Phrase(
        zh: "网页服务器把 Output 给了所有人，里面有每个人的计划：\(served)",
        en: "the web server serves Output, with everybody's plans, to everybody: \(served)")
    }
    if holds(joined(served, ReleaseFolder.releases)), holds(joined(served, ReleaseFolder.link)) {
      return Phrase(
        zh: "网页服务器给出了所有版本和密码文件，不只是 current：\(served)",
        en: "the web server serves every release and the passwords, not only “current”: \(served)")
    }
    if let target, holds(target) {
      return Phrase(
        zh: "网页服务器给出的文件夹里有发布的所有版本：\(served)",
        en: "the web server serves a folder that holds every release: \(served)")
    }
    return nil
  }

  /// Whether a served folder is what was published here.
  private func isPublished(_ served: String) -> Bool {
    guard let target, let real = realPathOfExisting(target) else { return false }
    return served.hasPrefix(real + "/")
  }
}

extension ExaminedMachine {
  /// The files in which web servers are told what to serve.
  fileprivate func serverFiles() -> [String] {
    servers.flatMap { place -> [String] in
      guard let folder = try? FolderHandle(opening: place),
        let entries = try? folder.entries()
      else { return [place] }
      return entries.filter { $0.kind != .folder }.map { joined(place, $0.path) }
    }
  }

  /// The text of such a file; nil where it is not there or not to be read.
  fileprivate func text(of path: String) -> String? {
    guard let folder = enclosingFolders(of: path).first,
      let handle = try? FolderHandle(opening: folder),
      let name = path.split(separator: "/").last,
      let bytes = try? handle.read(String(name), upTo: 1 << 20)
    else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }
}
