import ArgumentParser
import Book
import Diagnostics
import Glibc
import Phrases
import Serving
import Workspace

/// `salesbook serve`.
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: Phrase(
      zh: "在浏览器里预览，每次保存都马上看到。",
      en: "Shows the site in a browser, and every change as it is saved."
    ).spoken,
    discussion: Phrase(
      zh: """
        网站只在内存里生成，Output 不会被改动。保存页面、模板、数据或设置，打开的页面就自动刷新；有错误时，上一次\
        的网站留着，错误显示在页面右下角。右下角还可以换一个读者来看。

        只有这台机器能访问。--listen 写别的地址时必须有密码：写在环境变量 SALESBOOK_SERVE_PASSWORD 里，否则会问你。\
        传输不加密，所以在外面更好的办法是 ssh -L 8000:127.0.0.1:8000。Ctrl-C 结束。

        示例：
          salesbook serve -s my-plan
          salesbook serve -s my-plan --as wang
          salesbook serve -s course --edition facilitator --port 8080
        """,
      en: """
        The site is made in memory; Output stays as it is. When a page, a template, data or the settings are \
        saved, the page that is open shows it by itself. While there is an error the last good site stays, and \
        the error is shown in the page's corner, where one can look as another reader, too.

        Only this machine gets in. With another address for --listen there has to be a password: in the \
        environment's SALESBOOK_SERVE_PASSWORD, else it is asked for. What is sent is not encrypted, so \
        ssh -L 8000:127.0.0.1:8000 is better from elsewhere. Ctrl-C ends it.

        Examples:
          salesbook serve -s my-plan
          salesbook serve -s my-plan --as wang
          salesbook serve -s course --edition facilitator --port 8080
        """
    ).spoken)

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      zh: "从这位成员的页面开始。", en: "Begin with this member's pages.", valueName: "person"))
  var reader: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      zh: "从这个版本或这棵树开始，例如 facilitator。", en: "Begin with this edition or tree, such as facilitator."
    ))
  var edition: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      zh: "在哪个地址上监听；除 127.0.0.1 外都要密码。",
      en: "The address to listen on; any but 127.0.0.1 needs a password."))
  var listen = "127.0.0.1"

  @Option(
    name: .long,
    help: ArgumentHelp(
      zh: "在哪个端口上监听；0 表示任何空闲的。", en: "The port to listen on; 0 for any that is free."))
  var port: UInt16 = 8000

  @OptionGroup var dates: DateOptions
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if reader != nil, edition != nil {
      throw ValidationError(
        zh: "--as 和 --edition 只能用一个。", en: "Use only one of --as and --edition.")
    }
    guard isAddress(listen) else {
      throw ValidationError(
        zh: "“\(listen)”不是 IP 地址；例如 127.0.0.1 或 0.0.0.0。",
        en: "“\(listen)” is no IP address; use one such as 127.0.0.1 or 0.0.0.0.")
    }
  }

  private func isAddress(_ text: String) -> Bool {
    var four = in_addr()
    var six = in6_addr()
    return inet_pton(AF_INET, text, &four) == 1 || inet_pton(AF_INET6, text, &six) == 1
  }

  func run() async throws {
    let address = ServeAddress(host: listen, port: port)
    let password = try password(for: address)
    let language = shared.language
    let board = PreviewBoard()
    let output = try outputFolder(of: shared.source)
    let watch = try FileWatch(shared.source, besides: [output.value])
    let builder = PreviewBuilder(
      board: board, text: shared.diagnosticText, person: reader, edition: edition,
      isQuiet: shared.quiet)
    let server = PreviewServer(board, at: address, password: password, in: language)
    let isQuiet = shared.quiet
    let serving = Task {
      // Where nobody can be answered nothing need be built.
      defer { watch.stop() }
      do {
        try await server.run { port in
          guard !isQuiet else { return }
          let url = address.url(port: port)
          StandardStream.output(
            Phrase(zh: "预览在 \(url)，Ctrl-C 结束\n", en: "the preview is at \(url); Ctrl-C ends it\n")
              .text(in: language))
        }
      } catch let failure as ListenFailure {
        throw MachineFailure("listen on", address.url(port: address.port), failure.code)
      }
    }
    var last = try await builder.build(request(), after: nil)
    for await _ in watch.changes { last = try await builder.build(request(), after: last) }
    try await serving.value
  }

  /// What to build: everything, as of now.
  private func request() throws -> BuildRequest {
    var request = BuildRequest(
      now: try dates.day.requested(), jobs: max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))),
      writes: false)
    request.source = shared.source
    request.period = dates.period
    return request
  }

  /// The password: that of the environment, else, where others can reach the address, the one that is typed.
  private func password(for address: ServeAddress) throws -> String? {
    let name = "SALESBOOK_SERVE_PASSWORD"
    let given = environment(name).flatMap { $0.isEmpty ? nil : $0 }
    if given == nil, address.isLoopback { return nil }
    let prompt = Phrase(zh: "预览的密码：", en: "Password of the preview: ")
    let password = given ?? askedPassword(prompt, in: shared.language)
    guard let password else {
      throw ValidationError(
        zh: "别人能访问 \(address.host)：请在环境变量 \(name) 里写密码。",
        en: "Others can reach \(address.host): put a password into the environment's \(name).")
    }
    guard password.utf8.count >= 8 else {
      throw ValidationError(
        zh: "密码至少要 8 个字节。", en: "The password needs eight bytes at least.")
    }
    return password
  }
}

extension Serve: ReadsWorkspace {}

/// Builds for a preview and hangs up what came of it.
private struct PreviewBuilder {
  let board: PreviewBoard
  let text: DiagnosticText
  let person: String?
  let edition: String?
  let isQuiet: Bool

  /// Builds once; what is wrong, the machine's failures too, is shown beside the last good site.
  ///
  /// Gives what the next build need not make again.
  func build(
    _ request: BuildRequest, after last: PreviewBuild?
  ) async throws -> PreviewBuild? {
    let start = ContinuousClock.now
    var state = board.state
    var made = last
    do {
      let build = try await PreviewBuild.make(request, after: last)
      made = build
      take(build, into: &state)
      if !isQuiet { say(build, since: start) }
    } catch let failure as MachineFailure {
      state.isBroken = true
      state.problems = [failure.phrase.text(in: text.language)]
      StandardStream.error(state.problems[0] + "\n")
    }
    board.show(state)
    return made
  }

  private func take(_ build: PreviewBuild, into state: inout PreviewState) {
    let found = Array(Set(build.report.diagnostics)).filter { $0.severity != .note }.sorted()
    var plain = text
    (plain.hasColours, plain.least) = (false, .warning)
    state.problems = found.map { plain.text(of: [$0]) }
    state.isBroken = found.hasErrors
    guard !state.isBroken else { return }
    let start = build.folder(of: person, edition: edition).map { $0 + "/" } ?? ""
    let readers = build.report.folders.map { folder in
      PreviewReader(folder: folder.path, name: Phrase(same: folder.path))
    }
    guard state.version == 0 || state.files != build.files || state.readers != readers else {
      return
    }
    state.files = build.files
    state.readers = readers
    state.start = start
    state.version += 1
  }

  private func say(_ build: PreviewBuild, since start: ContinuousClock.Instant) {
    StandardStream.error(text.text(of: build.report.diagnostics))
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    let line = BuildSummary(build.report, seconds: seconds).line
    StandardStream.error(line.text(in: text.language) + "\n")
  }
}
