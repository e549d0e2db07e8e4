import Foundation

/// A headless Chromium, driven through its DevTools protocol over two named pipes.
///
/// It is offline: every host name is unknown to it, so a page that wants the network complains.
final class Browser {
  /// What went wrong with the browser itself.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// Debian's name for it, or the one it has elsewhere; nil where none is installed.
  static let program = ["chromium", "chromium-browser", "google-chrome"].lazy
    .flatMap { name in
      (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin").split(separator: ":")
        .map { "\($0)/\(name)" }
    }
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  private let process = Process()
  private let folder: URL
  private let commands: FileHandle
  private let answers: FileHandle
  private var received = Data()
  private var lastId = 0
  private var session: String?
  /// The events of the page since the last visit began.
  private var events: [[String: Any]] = []

  /// Starts the browser with one empty page.
  init() throws {
    guard let program = Self.program else { throw Failure(description: "no Chromium here") }
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "salesbook-browser-\(UUID().uuidString)")
    self.folder = folder
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let pipes = ["commands", "answers"].map { folder.appending(path: $0).path }
    for pipe in pipes {
      guard mkfifo(pipe, 0o600) == 0 else { throw Failure(description: "no named pipe") }
    }
    process.executableURL = URL(filePath: "/bin/sh")
    // The pipes are opened for both directions so that neither side waits for the other.
    process.arguments = [
      "-c", #"exec "$@" 3<>"$SALESBOOK_COMMANDS" 4<>"$SALESBOOK_ANSWERS""#, "sh", program,
      "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
      "--disable-background-networking", "--disable-component-update", "--no-first-run",
      "--host-resolver-rules=MAP * ~NOTFOUND", "--user-data-dir=\(folder.path)/profile",
      "--remote-debugging-pipe", "about:blank",
    ]
    process.environment = [
      "PATH": "/usr/bin:/bin", "HOME": folder.path, "TMPDIR": folder.path, "LANG": "C.UTF-8",
      "SALESBOOK_COMMANDS": pipes[0], "SALESBOOK_ANSWERS": pipes[1],
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    commands = try Self.open(pipes[0])
    answers = try Self.open(pipes[1])
    try process.run()
    let target = try send("Target.createTarget", ["url": "about:blank"])
    let attached = try send(
      "Target.attachToTarget", ["targetId": target["targetId"] ?? "", "flatten": true])
    session = attached["sessionId"] as? String
    for domain in ["Page", "Runtime", "Log", "Network"] { _ = try send(domain + ".enable") }
  }

  deinit {
    session = nil
    if (try? send("Browser.close")) == nil { process.terminate() }
    process.waitUntilExit()
    // Its last helpers may still be writing.
    for _ in 0..<20 where FileManager.default.fileExists(atPath: folder.path) {
      try? FileManager.default.removeItem(at: folder)
      usleep(20_000)
    }
  }

  /// What a page did while it was opened.
  struct Visit {
    /// Console errors and warnings, exceptions, refused or failed requests.
    var complaints: [String] = []
    /// The addresses that were asked for, the page's own first.
    var requests: [String] = []
  }

  /// Opens an address and waits until it has loaded.
  func visit(_ address: URL) throws -> Visit {
    events = []
    let answer = try send("Page.navigate", ["url": address.absoluteString])
    if let error = answer["errorText"] as? String { throw Failure(description: error) }
    try wait(for: "Page.loadEventFired")
    // One more answer from the page, so that what its scripts said is here too.
    _ = try evaluate("new Promise(done => setTimeout(() => done(0), 20))")
    return Visit(
      complaints: events.compactMap(Self.complaint),
      requests: events.compactMap(Self.request))
  }

  /// The value of a JavaScript expression in the page, as text.
  func evaluate(_ expression: String) throws -> String {
    let answer = try send(
      "Runtime.evaluate",
      ["expression": "Promise.resolve(\(expression)).then(String)", "awaitPromise": true])
    if let exception = answer["exceptionDetails"] { throw Failure(description: "\(exception)") }
    return (answer["result"] as? [String: Any])?["value"] as? String ?? ""
  }
}

extension Browser {
  private static func open(_ pipe: String) throws -> FileHandle {
    let descriptor = Foundation.open(pipe, O_RDWR | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure(description: "cannot open \(pipe)") }
    return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }

  /// Sends a command and gives its result; events that come before it are kept.
  func send(_ method: String, _ parameters: [String: Any] = [:]) throws -> [String: Any] {
    lastId += 1
    var message: [String: Any] = ["id": lastId, "method": method, "params": parameters]
    if let session { message["sessionId"] = session }
    commands.write(try JSONSerialization.data(withJSONObject: message) + Data([0]))
    while true {
      let answer = try receive()
      guard answer["id"] as? Int == lastId else {
        events.append(answer)
        continue
      }
      if let error = answer["error"] { throw Failure(description: "\(method): \(error)") }
      return answer["result"] as? [String: Any] ?? [:]
    }
  }

  private func wait(for method: String) throws {
    while !events.contains(where: { $0["method"] as? String == method }) {
      events.append(try receive())
    }
  }

  /// The next message; they end with a zero byte.
  private func receive() throws -> [String: Any] {
    while true {
      if let end = received.firstIndex(of: 0) {
        let message = received[..<end]
        received = received[(end + 1)...]
        return try JSONSerialization.jsonObject(with: message) as? [String: Any] ?? [:]
      }
      var waiting = pollfd(fd: answers.fileDescriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&waiting, 1, 30_000) > 0 else {
        throw Failure(description: "the browser does not answer")
      }
      received += answers.availableData
    }
  }

  /// What an event complains of, if it does.
  private static func complaint(_ event: [String: Any]) -> String? {
    guard let method = event["method"] as? String, let details = event["params"] as? [String: Any]
    else { return nil }
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

  private static func request(_ event: [String: Any]) -> String? {
    guard event["method"] as? String == "Network.requestWillBeSent",
      let details = event["params"] as? [String: Any]
    else { return nil }
    return (details["request"] as? [String: Any])?["url"] as? String
  }
}
