package import Foundation

/// A Chromium without a window, driven through its DevTools protocol.
///
/// It is offline: every host name is unknown to it, so a page that wants the network complains. It
/// is a class for its `deinit` alone: the program goes with it.
///
///     let browser = try Browser()
///     let visit = try browser.visit(URL(filePath: "Output/index.html"))
///     visit.complaints  // []
package final class Browser {
  private let folder: BrowserFolder
  private let child: ChildProcess
  let connection: DevTools

  /// The names that it goes by.
  static let names = ["chromium", "chromium-browser", "google-chrome"]

  /// The path of a browser that is installed; nil where none is.
  package static var program: String? {
    programPath(
      of: names,
      in: processEnvironment("PATH") ?? "/usr/bin:/bin")
  }

  /// Starts the browser with one empty page; only the hosts that are named are known to it, and where a file
  /// of fontconfig's is named, only the fonts that it tells of.
  package init(knowing hosts: [String] = [], fonts: URL? = nil) throws(MachineFailure) {
    folder = try BrowserFolder()
    var call = try Self.call(
      in: folder, ["--remote-debugging-pipe", "about:blank"], knowing: hosts)
    if let fonts { call.environment["FONTCONFIG_FILE"] = fonts.path }
    let pipe = try DescriptorPair.socket()
    let null = open("/dev/null", O_RDWR | O_CLOEXEC)
    defer { close(null) }
    // The browser takes commands from 3 and answers on 4.
    child = try ChildProcess(
      call,
      descriptors: [(null, 0), (null, 1), (null, 2), (pipe.writing, 3), (pipe.writing, 4)])
    pipe.closeWriting()
    connection = DevTools(pipe)
    let target = try connection.send("Target.createTarget", ["url": "about:blank"])
    let attached = try connection.send(
      "Target.attachToTarget", ["targetId": target["targetId"] ?? "", "flatten": true])
    connection.session = attached["sessionId"] as? String
    for domain in ["Page", "Runtime", "Log", "Network"] {
      _ = try connection.send(domain + ".enable")
    }
  }

  deinit {
    _ = child.end()
    folder.remove()
  }

  /// The page at an address as it stands after its scripts have run, up to 20 seconds of its own
  /// time.
  package static func page(at address: URL) throws(MachineFailure) -> String {
    let folder = try BrowserFolder()
    defer { folder.remove() }
    let arguments = ["--virtual-time-budget=20000", "--dump-dom", address.absoluteString]
    let result = try call(in: folder, arguments).run()
    guard result.isDone else {
      throw MachineFailure("open", address.absoluteString, because: "\(result.ending)")
    }
    return String(decoding: result.output, as: UTF8.self)
  }

  private static func call(
    in folder: BrowserFolder, _ arguments: [String], knowing hosts: [String] = []
  ) throws(MachineFailure) -> ProgramCall {
    guard let program else {
      throw MachineFailure("start", "a browser", because: "no Chromium is installed")
    }
    let path = folder.path
    // Where the machine says that its fonts are.
    let fonts = ["FONTCONFIG_FILE", "FONTCONFIG_PATH"].compactMap { name in
      processEnvironment(name).map { (name, $0) }
    }
    return ProgramCall(
      program,
      [
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        "--disable-background-networking", "--disable-component-update", "--no-first-run",
        "--host-resolver-rules=MAP * ~NOTFOUND" + hosts.map { ", EXCLUDE " + $0 }.joined(),
        "--user-data-dir=\(path)/profile",
      ] + arguments,
      environment: [
        "PATH": "/usr/bin:/bin", "HOME": path, "TMPDIR": path, "LANG": "C.UTF-8",
      ].merging(fonts) { $1 }, limits: ProgramLimits(time: .seconds(120)))
  }

  /// What a page did while it was opened.
  package struct Visit: Hashable, Sendable {
    /// Errors and warnings of its scripts, exceptions, requests that were refused or failed.
    package var complaints: [String] = []
    /// The addresses that were asked for, the page's own first.
    package var requests: [String] = []
  }

  /// Opens an address and waits until it has loaded.
  package func visit(_ address: URL) throws(MachineFailure) -> Visit {
    connection.events = []
    let answer = try connection.send("Page.navigate", ["url": address.absoluteString])
    if let error = answer["errorText"] as? String {
      throw MachineFailure("open", address.absoluteString, because: error)
    }
    try connection.wait(for: "Page.loadEventFired")
    // One more answer from the page, so that what its scripts said is here too.
    _ = try evaluate("new Promise(done => setTimeout(() => done(0), 20))")
    return Visit(
      complaints: connection.events.compactMap(\.complaint),
      requests: connection.events.compactMap(\.request))
  }

  /// The value of a JavaScript expression in the page, as text.
  ///
  ///     try browser.evaluate("document.title")  // "目标"
  package func evaluate(_ expression: String) throws(MachineFailure) -> String {
    let answer = try connection.send(
      "Runtime.evaluate",
      ["expression": "Promise.resolve(\(expression)).then(String)", "awaitPromise": true])
    if let exception = answer["exceptionDetails"] {
      throw MachineFailure("evaluate", expression, because: "\(exception)")
    }
    return (answer["result"] as? [String: Any])?["value"] as? String ?? ""
  }
}

/// A folder of the browser's own, for its profile and whatever else it writes.
private struct BrowserFolder {
  let path: String

  /// Makes it where the machine keeps what is soon forgotten.
  init() throws(MachineFailure) {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "salesbook-browser-\(UUID().uuidString)")
    path = folder.path
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw MachineFailure("make", path, because: error.localizedDescription)
    }
  }

  /// Removes it with all that is in it.
  func remove() {
    // The browser's last helpers may still be writing.
    for _ in 0..<20 where FileManager.default.fileExists(atPath: path) {
      try? FileManager.default.removeItem(atPath: path)
      if FileManager.default.fileExists(atPath: path) { usleep(20_000) }
    }
  }
}
