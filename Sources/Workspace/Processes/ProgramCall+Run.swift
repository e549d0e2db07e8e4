import CLinux
import Glibc

extension ProgramCall {
  /// Runs the program to its end, or ends it where it passes a limit.
  ///
  /// Throws where there is no such program or the machine will not run it; what the program itself
  /// makes of its task is in the result.
  package func run() throws(MachineFailure) -> ProgramResult {
    let input = try inputDescriptor()
    defer { close(input) }
    let (output, errors) = (try DescriptorPair.pipe(), try DescriptorPair.pipe())
    let child = try ChildProcess(
      self,
      descriptors: [
        (input, STDIN_FILENO), (output.writing, STDOUT_FILENO), (errors.writing, STDERR_FILENO),
      ])
    output.closeWriting()
    errors.closeWriting()
    var listener = Listener(
      streams: [Listener.Stream(output.reading), Listener.Stream(errors.reading)], limits: limits)
    // The pipes stay open until all is heard.
    let cut = withExtendedLifetime((output, errors)) { listener.listen(to: child) }
    let ending = child.end()
    return ProgramResult(
      ending: cut ?? ending, output: listener.streams[0].bytes, errors: listener.streams[1].bytes)
  }

  /// The input as a file in memory, which a program may read as slowly as it likes.
  private func inputDescriptor() throws(MachineFailure) -> Int32 {
    let file = memfd_create("input", 1)
    guard file >= 0 else { throw MachineFailure("run", program, errno) }
    var written = 0
    while written < input.count {
      let count = input.withUnsafeBytes {
        write(file, $0.baseAddress.map { $0 + written }, input.count - written)
      }
      guard count > 0 || errno == EINTR else {
        let failure = MachineFailure("run", program, errno)
        close(file)
        throw failure
      }
      written += max(count, 0)
    }
    lseek(file, 0, SEEK_SET)
    return file
  }
}

/// The two ends of a pipe, closed when nobody holds it any more; no program that is run inherits
/// them.
final class DescriptorPair {
  let reading: Int32
  let writing: Int32
  private var isWritingOpen = true

  private init(reading: Int32, writing: Int32) {
    self.reading = reading
    self.writing = writing
  }

  /// A new pipe.
  static func pipe() throws(MachineFailure) -> DescriptorPair {
    var ends: [Int32] = [0, 0]
    guard pipe2(&ends, O_CLOEXEC) == 0 else { throw MachineFailure("make", "a pipe", errno) }
    return try moved(ends)
  }

  /// A new pipe whose ends both read and write; writing to one that nobody reads is no signal.
  static func socket() throws(MachineFailure) -> DescriptorPair {
    var ends: [Int32] = [0, 0]
    let kind = SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue
    guard socketpair(AF_UNIX, Int32(kind), 0, &ends) == 0 else {
      throw MachineFailure("make", "a pipe", errno)
    }
    return try moved(ends)
  }

  /// The ends under high numbers, so that none is where a program's own descriptors will be.
  private static func moved(_ ends: [Int32]) throws(MachineFailure) -> DescriptorPair {
    let high = ends.map { fcntl($0, F_DUPFD_CLOEXEC, 16) }
    for end in ends { close(end) }
    guard let reading = high.first, let writing = high.last, reading >= 0, writing >= 0 else {
      for end in high where end >= 0 { close(end) }
      throw MachineFailure("make", "a pipe", EMFILE)
    }
    return DescriptorPair(reading: reading, writing: writing)
  }

  deinit {
    close(reading)
    closeWriting()
  }

  /// Closes the end that another process now holds.
  func closeWriting() {
    if isWritingOpen { close(writing) }
    isWritingOpen = false
  }
}

/// Whether a path leads to a program that may be run.
func isProgram(_ path: String) -> Bool {
  var found = stat()
  return stat(path, &found) == 0 && found.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
}
