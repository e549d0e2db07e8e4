import Glibc

/// Everything that comes in on standard input; nil where it is more than the limit.
package func readStandardInput(upTo limit: Int) throws(MachineFailure) -> [UInt8]? {
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 64 * 1024)
  while true {
    let count = read(STDIN_FILENO, &buffer, buffer.count)
    if count < 0 && errno == EINTR { continue }
    guard count >= 0 else { throw MachineFailure("read", "standard input", errno) }
    if count == 0 { return bytes }
    bytes += buffer[..<count]
    if bytes.count > limit { return nil }
  }
}
