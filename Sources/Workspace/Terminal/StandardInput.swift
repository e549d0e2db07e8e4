import Glibc

extension StandardStream {
  /// The bytes of a file that a command was given, `-` being standard input.
  package static func bytes(of path: String) throws(MachineFailure) -> [UInt8] {
    let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw MachineFailure("read", path, errno) }
    defer { if path != "-" { close(descriptor) } }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw MachineFailure("read", path, errno)
      }
      bytes += chunk[..<count]
    }
  }
}
