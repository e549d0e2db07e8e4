import Foundation
import Glibc
import Synchronization

/// Watches a folder with all below it, and tells when something in it was saved.
///
/// An editor saves in several steps, and a copy of many files takes its time: what follows within 30 ms is
/// one change. Hidden files, and those that editors leave beside what they edit, are not looked at.
///
///     let watch = try FileWatch("my-plan", besides: ["my-plan/Output"])
///     for await _ in watch.changes { … }
package final class FileWatch: Sendable {
  /// What happens in a folder that is heard of.
  private static let events = UInt32(
    IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE | IN_ONLYDIR)

  private struct Watched: Sendable {
    /// The folders by the numbers that the system gives their watches.
    var folders: [Int32: String] = [:]
    var isOver = false
  }

  private let source: String
  private let ignored: Set<String>
  private let queue: Int32
  private let watched = Mutex(Watched())

  /// Begins to watch; what is below the ignored folders is not looked at.
  package init(_ source: String, besides ignored: [String]) throws(MachineFailure) {
    self.source = source
    self.ignored = Set(ignored.compactMap(realPathOfExisting))
    queue = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
    guard queue >= 0 else { throw MachineFailure("watch", source, errno) }
    try watchAll()
  }

  deinit { close(queue) }

  /// Something for every change, as long as somebody listens and nobody has stopped it.
  package var changes: AsyncStream<Void> {
    AsyncStream(bufferingPolicy: .bufferingNewest(1)) { out in
      out.onTermination = { [weak self] _ in self?.stop() }
      Thread.detachNewThread { [self] in
        while !watched.withLock({ $0.isOver }) {
          guard hear(forMilliseconds: 200) else { continue }
          // Until it is quiet, but not for ever: a program may write all the time.
          let latest = ContinuousClock.now + .milliseconds(300)
          while ContinuousClock.now < latest, hear(forMilliseconds: 30) {}
          out.yield()
        }
        out.finish()
      }
    }
  }

  /// Ends what `changes` tells, within a fifth of a second.
  package func stop() { watched.withLock { $0.isOver = true } }

  /// Waits so long for a change; whether one came that matters.
  private func hear(forMilliseconds time: Int32) -> Bool {
    var waiting = pollfd(fd: queue, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, time) > 0 else { return false }
    var matters = false
    var isFolderNew = false
    for event in heard() {
      if event.mask & UInt32(IN_Q_OVERFLOW) != 0 {
        (matters, isFolderNew) = (true, true)
      } else if event.isOfFolder {
        if event.mask & UInt32(IN_CREATE | IN_MOVED_TO) != 0 { isFolderNew = true }
        matters = matters || !isIgnored(event)
      } else if !isIgnored(event) {
        // A file that is made is saved later, when it is closed; a link is there at once.
        let isMade = event.mask & UInt32(IN_CREATE) != 0
        matters = matters || !isMade || isLink(event)
      }
    }
    // Where the room for watches is used up, what is new is heard of at the next change around it.
    if isFolderNew { try? watchAll() }
    return matters
  }

  /// One thing that happened.
  private struct Event {
    let watch: Int32
    let mask: UInt32
    let name: String
    var isOfFolder: Bool { mask & UInt32(IN_ISDIR) != 0 }
  }

  /// All that has happened since.
  private func heard() -> [Event] {
    var events: [Event] = []
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = bytes.withUnsafeMutableBytes { read(queue, $0.baseAddress, $0.count) }
      guard count > 0 else { return events }
      bytes.withUnsafeBytes { bytes in
        var offset = 0
        let head = MemoryLayout<inotify_event>.size
        while offset + head <= count {
          let event = bytes.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
          let end = offset + head + Int(event.len)
          let name = bytes[(offset + head)..<min(end, count)].prefix { $0 != 0 }
          events.append(
            Event(watch: event.wd, mask: event.mask, name: String(decoding: name, as: UTF8.self)))
          offset = end
        }
      }
    }
  }

  private func isIgnored(_ event: Event) -> Bool {
    let name = event.name
    if name.hasPrefix(".") || name.hasPrefix("~$") || name.hasSuffix("~") || name.hasSuffix(".tmp")
      || name == "4913"
    {
      return true
    }
    guard let path = path(of: event) else { return name.isEmpty }
    return ignored.contains { path == $0 || path.hasPrefix($0 + "/") }
  }

  private func isLink(_ event: Event) -> Bool {
    var status = stat()
    guard let path = path(of: event), lstat(path, &status) == 0 else { return false }
    return status.st_mode & S_IFMT == S_IFLNK || status.st_nlink > 1
  }

  private func path(of event: Event) -> String? {
    watched.withLock { $0.folders[event.watch] }.map { $0 + "/" + event.name }
  }

  /// Watches every folder that is there, those that links lead to as well.
  private func watchAll() throws(MachineFailure) {
    guard let real = realPathOfExisting(source) else {
      throw MachineFailure("open", source, ENOENT)
    }
    var seen: Set<String> = []
    var waiting = [real]
    while let folder = waiting.popLast() {
      guard seen.insert(folder).inserted, !ignored.contains(folder) else { continue }
      let number = inotify_add_watch(queue, folder, Self.events)
      guard number >= 0 else {
        // A folder that has just gone is none to watch.
        if errno == ENOENT || errno == ENOTDIR || errno == EACCES { continue }
        if errno == ENOSPC {
          throw MachineFailure("watch", folder, because: "fs.inotify.max_user_watches is used up")
        }
        throw MachineFailure("watch", folder, errno)
      }
      watched.withLock { $0.folders[number] = folder }
      waiting += Self.folders(in: folder)
    }
  }

  /// The folders directly in one, the real paths of those that links lead to, and of files behind links
  /// the folders around them.
  private static func folders(in folder: String) -> [String] {
    guard let handle = try? FolderHandle(opening: folder),
      let entries = try? handle.listing(of: ".").entries
    else { return [] }
    return entries.filter { !$0.path.hasPrefix(".") }.compactMap { entry -> String? in
      switch entry.kind {
      case .folder: return folder + "/" + entry.path
      case .link:
        guard let real = realPathOfExisting(folder + "/" + entry.path) else { return nil }
        var status = stat()
        guard stat(real, &status) == 0 else { return nil }
        return status.st_mode & S_IFMT == S_IFDIR ? real : enclosingFolders(of: real).first
      case .file, .special: return nil
      }
    }
  }
}
