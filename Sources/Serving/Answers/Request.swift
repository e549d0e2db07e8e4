/// A request as far as the preview looks at it.
struct Request: Hashable, Sendable {
  /// `GET`.
  var method = "GET"
  /// What stands behind the method: the path and, behind a `?`, the query.
  var target = "/"
  /// The headers that matter, by their names in small letters.
  var headers: [String: String] = [:]

  /// The path as it was sent.
  var path: String { String(target.prefix { $0 != "?" }) }

  /// The value of a word of the query; empty where it is not there or no text.
  ///
  ///     Request(target: "/as?folder=a%2Fb").asked("folder")  // "a/b"
  func asked(_ name: String) -> String {
    guard let mark = target.firstIndex(of: "?") else { return "" }
    for pair in target[target.index(after: mark)...].split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, parts[0] == name else { continue }
      return SitePath.text(String(parts[1])) ?? ""
    }
    return ""
  }
}

/// What is sent back.
struct Answer: Hashable, Sendable {
  /// A header's name and its value.
  struct Header: Hashable, Sendable {
    let name: String
    let value: String

    init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The number and word of how it went.
  enum Status: Int, Hashable, Sendable {
    case ok = 200
    case found = 302
    case badRequest = 400
    case unauthorized = 401
    case forbidden = 403
    case notFound = 404
    case methodNotAllowed = 405
    case misdirectedRequest = 421
  }

  /// What follows the headers.
  enum Body: Hashable, Sendable {
    /// All of it.
    case bytes([UInt8])
    /// What happens, for as long as somebody listens.
    case events
  }

  var status: Status
  var headers: [Header]
  var body: Body

  /// The value of a header; nil where it is not there.
  subscript(name: String) -> String? { headers.first { $0.name == name }?.value }
}
