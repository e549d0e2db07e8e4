import Foundation

/// Commands to a browser and what it answers: JSON, each message ended by a zero byte.
final class DevTools {
  private let pipe: DescriptorPair
  private var received: [UInt8] = []
  private var lastId = 0
  /// The page that commands are for.
  var session: String?
  /// What the browser told without being asked, since the list was last emptied.
  var events: [Event] = []

  /// A message that answers no command.
  struct Event {
    let method: String
    let details: [String: Any]
  }

  /// How long an answer may take.
  private static let patience: Int32 = 30_000

  init(_ pipe: DescriptorPair) { self.pipe = pipe }

  /// Sends a command and gives its result; events that come before it are kept.
  func send(
    _ method: String, _ parameters: [String: Any] = [:]
  ) throws(MachineFailure) -> [String: Any] {
    lastId += 1
    var message: [String: Any] = ["id": lastId, "method": method, "params": parameters]
    if let session { message["sessionId"] = session }
    guard let text = try? JSONSerialization.data(withJSONObject: message) else {
      throw MachineFailure("send", method, because: "its parameters are no JSON")
    }
    try write(Array(text) + [0], method)
    while true {
      let answer = try receive()
      if answer["id"] as? Int == lastId {
        if let error = answer["error"] { throw MachineFailure("do", method, because: "\(error)") }
        return answer["result"] as? [String: Any] ?? [:]
      }
      keep(answer)
    }
  }

  /// Waits until an event of this name has come.
  func wait(for method: String) throws(MachineFailure) {
    while !events.contains(where: { $0.method == method }) { keep(try receive()) }
  }

  private func keep(_ message: [String: Any]) {
    guard let method = message["method"] as? String else { return }
    events.append(Event(method: method, details: message["params"] as? [String: Any] ?? [:]))
  }

  private func write(_ bytes: [UInt8], _ method: String) throws(MachineFailure) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        Foundation.send(
          pipe.reading, $0.baseAddress.map { $0 + written }, bytes.count - written,
          Int32(MSG_NOSIGNAL))
      }
      guard count > 0 || errno == EINTR else { throw MachineFailure("send", method, errno) }
      written += max(count, 0)
    }
  }

  /// The next message.
  private func receive() throws(MachineFailure) -> [String: Any] {
    while true {
      if let end = received.firstIndex(of: 0) {
        let message = Data(received[..<end])
        received.removeFirst(end + 1)
        let read = try? JSONSerialization.jsonObject(with: message)
        return read as? [String: Any] ?? [:]
      }
      var waiting = pollfd(fd: pipe.reading, events: Int16(POLLIN), revents: 0)
      guard poll(&waiting, 1, Self.patience) > 0 else {
        throw MachineFailure("hear", "the browser", because: "it does not answer")
      }
      var chunk = [UInt8](repeating: 0, count: 1 << 16)
      let count = chunk.withUnsafeMutableBytes { read(pipe.reading, $0.baseAddress, $0.count) }
      guard count > 0 else {
        throw MachineFailure("hear", "the browser", because: "it has ended")
      }
      received += chunk[..<count]
    }
  }
}

extension DevTools.Event {
  /// What the event complains of, if it does.
  var complaint: String? {
    switch method {
    case "Runtime.exceptionThrown": return "exception: \(details["exceptionDetails"] ?? "")"
    case "Network.loadingFailed": return "failed request: \(details["errorText"] ?? "")"
    case "Log.entryAdded":
      let entry = details["entry"] as? [String: Any] ?? [:]
      guard ["error", "warning"].contains(entry["level"] as? String) else { return nil }
      return "\(entry["text"] ?? "") \(entry["url"] ?? "")"
    case "Runtime.consoleAPICalled":
      guard ["error", "warning", "assert"].contains(details["type"] as? String) else { return nil }
      return "console: \(details["args"] ?? "")"
    default: return nil
    }
  }

  /// The address that the event asks for, if it does.
  var request: String? {
    guard method == "Network.requestWillBeSent" else { return nil }
    return (details["request"] as? [String: Any])?["url"] as? String
  }
}
