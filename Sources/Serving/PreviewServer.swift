import NIOCore
import NIOHTTP1
import NIOPosix
import OrderedJSON
package import Phrases

/// Shows the state of a board to browsers: the site's pages with a bar in them, and what changes.
///
///     let server = PreviewServer(board, at: ServeAddress(host: "127.0.0.1", port: 8000), in: .english)
///     try await server.run { port in print(port) }   // until the task is cancelled
///
/// It answers GET and HEAD only, and only who asks by this server's own name; see `Admission`.
package struct PreviewServer: Sendable {
  private typealias Connection = NIOAsyncChannel<HTTPServerRequestPart, HTTPServerResponsePart>

  private let board: PreviewBoard
  private let address: ServeAddress
  private let answers: PreviewAnswers

  /// Prepares a server; nothing listens yet.
  package init(
    _ board: PreviewBoard, at address: ServeAddress, password: String? = nil, in language: Language
  ) {
    self.board = board
    self.address = address
    answers = PreviewAnswers(board, Admission(to: address, password: password), in: language)
  }

  /// Answers until the task is cancelled; says on which port as soon as it listens.
  ///
  /// Throws a `ListenFailure` where the address is none of this machine's or another program listens there.
  package func run(listening: @escaping @Sendable (UInt16) -> Void) async throws {
    let server: NIOAsyncChannel<Connection, Never>
    do {
      server = try await bound()
    } catch let error as IOError {
      throw ListenFailure(code: error.errnoCode)
    }
    listening(UInt16(server.channel.localAddress?.port ?? 0))
    try await withThrowingDiscardingTaskGroup { group in
      try await server.executeThenClose { connections in
        for try await connection in connections {
          group.addTask { await answer(connection) }
        }
      }
    }
  }

  private func bound() async throws -> NIOAsyncChannel<Connection, Never> {
    // Pages are in memory: one thread answers thousands a second.
    try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
      .bind(host: address.host, port: Int(address.port)) { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.configureHTTPServerPipeline()
          return try Connection(wrappingChannelSynchronously: channel)
        }
      }
  }

  /// Answers what comes on a connection, one request after the other.
  private func answer(_ connection: Connection) async {
    do {
      try await connection.executeThenClose { inbound, outbound in
        var head: HTTPRequestHead?
        for try await part in inbound {
          switch part {
          case .head(let new): head = new
          case .body: continue
          case .end:
            guard let head else { return }
            try await answer(head, through: outbound)
            if !head.isKeepAlive { return }
          }
        }
      }
    } catch {
      // A browser that has gone, or what is no HTTP: there is nobody to tell.
    }
  }

  private func answer(
    _ head: HTTPRequestHead, through out: NIOAsyncChannelOutboundWriter<HTTPServerResponsePart>
  ) async throws {
    let answer = answers.answer(Request(head))
    // Guessing passwords takes its time.
    if answer.status == .unauthorized { try await Task.sleep(for: .milliseconds(300)) }
    var fields = HTTPHeaders(answer.headers.map { ($0.name, $0.value) })
    if !head.isKeepAlive {
      fields.add(name: "Connection", value: "close")
    } else if head.version == .http1_0 {
      // Who speaks the older protocol takes the line for closed unless told otherwise.
      fields.add(name: "Connection", value: "keep-alive")
    }
    let status = HTTPResponseStatus(statusCode: answer.status.rawValue)
    switch answer.body {
    case .bytes(let bytes):
      fields.add(name: "Content-Length", value: String(bytes.count))
      let start = HTTPResponseHead(version: head.version, status: status, headers: fields)
      let body =
        head.method == .HEAD
        ? [] : [HTTPServerResponsePart.body(.byteBuffer(ByteBuffer(bytes: bytes)))]
      try await out.write(contentsOf: [.head(start)] + body + [.end(nil)])
    case .events:
      let start = HTTPResponseHead(version: head.version, status: status, headers: fields)
      try await out.write(.head(start))
      if head.method != .HEAD {
        for await message in board.messages() {
          try await out.write(.body(.byteBuffer(ByteBuffer(bytes: message))))
        }
      }
      try await out.write(.end(nil))
    }
  }
}

/// Why a preview cannot listen: the number that the system gives.
package struct ListenFailure: Error, Hashable, Sendable {
  /// As in `errno`.
  package let code: Int32
}

extension Request {
  /// What the library read.
  fileprivate init(_ head: HTTPRequestHead) {
    method = head.method.rawValue
    target = head.uri
    for (name, value) in head.headers {
      // Two that differ are none that can be trusted.
      let name = name.lowercased()
      headers[name] = headers[name].map { $0 == value ? value : "" } ?? value
    }
  }
}

extension PreviewBoard {
  /// The state and each that follows as a stream of events, with a sign of life every 15 seconds: writing it
  /// shows whether anybody is still there.
  fileprivate func messages() -> AsyncStream<[UInt8]> {
    AsyncStream { out in
      let speaking = Task {
        for await state in changes() {
          out.yield(Array("data: \(PreviewBar.event(of: state).text())\n\n".utf8))
        }
        out.finish()
      }
      let living = Task {
        while !Task.isCancelled {
          try await Task.sleep(for: .seconds(15))
          out.yield(Array(": \n\n".utf8))
        }
      }
      out.onTermination = { _ in
        speaking.cancel()
        living.cancel()
      }
    }
  }
}
