import Glibc

/// Takes what a program says until it has ended, its time is over, or it has said too much.
struct Listener {
  /// One of the program's two voices.
  struct Stream {
    let descriptor: Int32
    var bytes: [UInt8] = []
    var isOpen = true

    init(_ descriptor: Int32) { self.descriptor = descriptor }
  }

  private(set) var streams: [Stream]
  private let limits: ProgramLimits
  private let deadline: ContinuousClock.Instant

  /// The time begins now.
  init(streams: [Stream], limits: ProgramLimits) {
    self.streams = streams
    self.limits = limits
    deadline = .now + limits.time
  }

  /// Listens to the end; nil where the program came to it by itself.
  ///
  /// What the program started and left behind is ended with it, so that nobody waits for a voice
  /// that is another's.
  mutating func listen(to child: ChildProcess) -> ProgramResult.Ending? {
    var isOver = false
    while true {
      let wasHeard = wait(milliseconds: isOver ? 50 : 10)
      if streams.contains(where: { $0.bytes.count > limits.output }) {
        for index in streams.indices {
          streams[index].bytes = Array(streams[index].bytes.prefix(limits.output))
        }
        return .tooMuchOutput
      }
      if isOver, !wasHeard || !streams.contains(where: \.isOpen) { return nil }
      if !isOver, child.hasEnded {
        isOver = true
        child.endGroup()
      }
      if ContinuousClock.now >= deadline { return isOver ? nil : .outOfTime }
    }
  }

  /// Waits for a word and takes it; tells whether there was one.
  private mutating func wait(milliseconds: Int32) -> Bool {
    let open = streams.indices.filter { streams[$0].isOpen }
    var waiting = open.map {
      pollfd(fd: streams[$0].descriptor, events: Int16(POLLIN), revents: 0)
    }
    guard poll(&waiting, nfds_t(waiting.count), milliseconds) > 0 else { return false }
    for (index, found) in zip(open, waiting) where found.revents != 0 { take(from: index) }
    return true
  }

  private mutating func take(from index: Int) {
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    let descriptor = streams[index].descriptor
    let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
    if count > 0 {
      streams[index].bytes += chunk[..<count]
    } else if count == 0 || errno != EINTR {
      streams[index].isOpen = false
    }
  }
}
