import Glibc

extension FolderHandle {
  /// Creates a file that must not exist yet and writes its bytes.
  func create(
    _ name: String, _ bytes: [UInt8], mode: mode_t = 0o666
  ) throws(MachineFailure) {
    let file = openat(descriptor, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard file >= 0 else { throw failure("create", name) }
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(file, $0.baseAddress.map { $0 + written }, bytes.count - written)
      }
      if count < 0 {
        if errno == EINTR { continue }
        let failed = failure("write", name)
        close(file)
        throw failed
      }
      written += count
    }
    // Network file systems report a full disk only here.
    guard close(file) == 0 else { throw failure("write", name) }
  }

  /// Whether a path in this folder is a file of exactly these bytes; a link is none.
  func holds(_ name: String, _ bytes: [UInt8]) throws(MachineFailure) -> Bool {
    let file = openat(descriptor, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard file >= 0 else {
      if [ENOENT, ENOTDIR, ELOOP, EACCES].contains(errno) { return false }
      throw failure("open", name)
    }
    defer { close(file) }
    var found = stat()
    guard fstat(file, &found) == 0, found.st_mode & S_IFMT == S_IFREG,
      Int(found.st_size) == bytes.count
    else { return false }
    return try compare(file, name, bytes)
  }

  private func compare(_ file: Int32, _ name: String, _ bytes: [UInt8]) throws(MachineFailure)
    -> Bool
  {
    let chunk = min(bytes.count + 1, 256 * 1024)
    var buffer = [UInt8](repeating: 0, count: chunk)
    var compared = 0
    while true {
      let count = Glibc.read(file, &buffer, chunk)
      if count < 0 {
        if errno == EINTR { continue }
        throw failure("read", name)
      }
      if count == 0 { return compared == bytes.count }
      guard compared + count <= bytes.count else { return false }
      let isEqual = bytes.withUnsafeBytes { expected in
        expected.baseAddress.map { memcmp(buffer, $0 + compared, count) == 0 } == true
      }
      guard isEqual else { return false }
      compared += count
    }
  }

  /// The bytes of a file; nil where it is longer than the limit.
  func read(_ name: String, upTo limit: Int) throws(MachineFailure) -> [UInt8]? {
    try reading(name, upTo: limit).bytes
  }

  /// The bytes of a file, nil where it is longer than the limit, and how it looked while they were read.
  func reading(
    _ name: String, upTo limit: Int
  ) throws(MachineFailure) -> (bytes: [UInt8]?, look: FileLook) {
    let moment = FileLook.now()
    let file = openat(descriptor, name, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { throw failure("open", name) }
    defer { close(file) }
    var found = stat()
    guard fstat(file, &found) == 0 else { throw failure("look at", name) }
    guard found.st_mode & S_IFMT == S_IFREG else {
      throw MachineFailure("read", shown(name), because: "not a file")
    }
    var look = FileLook(stamp: FileStamp(found), moment: moment)
    guard Int(found.st_size) <= limit else { return (nil, look) }
    let bytes = try readToEnd(file, name, expecting: Int(found.st_size), limit: limit)
    guard fstat(file, &found) == 0 else { throw failure("look at", name) }
    look.isSteady = look.stamp == FileStamp(found)
    return (bytes.count <= limit ? bytes : nil, look)
  }

  private func readToEnd(
    _ file: Int32, _ name: String, expecting size: Int, limit: Int
  ) throws(MachineFailure) -> [UInt8] {
    // One byte more than the file has, so that its end shows in the same call.
    var bytes = [UInt8](repeating: 0, count: size + 1)
    var length = 0
    while length <= limit {
      if length == bytes.count { bytes += [UInt8](repeating: 0, count: bytes.count) }
      let room = bytes.count - length
      let count = bytes.withUnsafeMutableBytes {
        Glibc.read(file, $0.baseAddress.map { $0 + length }, room)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw failure("read", name)
      }
      if count == 0 { break }
      length += count
      // As many as the file has, and there was room for more.
      if length == size, count < room { break }
    }
    bytes.removeLast(bytes.count - length)
    return bytes
  }
}
