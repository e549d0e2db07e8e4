import Foundation

/// Who may ask a preview anything: whose address it is, from which page, and with which password.
///
/// A browser sends a request to 127.0.0.1 for every site that asks it to, under whatever name that site has
/// given the address; so the name has to be one of this server's, and what other sites ask is refused.
struct Admission: Sendable {
  /// Why a request is refused.
  enum Refusal: Hashable, Sendable {
    /// It would change something.
    case method
    /// It is for another name.
    case host
    /// A page of another site asks.
    case foreign
    /// It has no password, or a wrong one.
    case password
  }

  private let address: ServeAddress
  private let password: String?

  /// Admits those who ask an address, with a password if there is one.
  init(to address: ServeAddress, password: String?) {
    self.address = address
    self.password = password
  }

  /// Why a request is refused; nil where it may be answered.
  func refusal(of request: Request) -> Refusal? {
    guard ["GET", "HEAD"].contains(request.method) else { return .method }
    let headers = request.headers
    guard let host = headers["host"], isOurs(host) else { return .host }
    if let origin = headers["origin"], origin != "http://" + host { return .foreign }
    // A link from elsewhere may lead here; nothing of here may be put into a page from elsewhere.
    let isNavigation = headers["sec-fetch-mode"] == "navigate"
    if let site = headers["sec-fetch-site"], site != "same-origin", site != "none", !isNavigation {
      return .foreign
    }
    if let password, !Self.holds(headers["authorization"], password) { return .password }
    return nil
  }

  /// Whether a name in `Host` is one that this server goes by.
  private func isOurs(_ host: String) -> Bool {
    let name = Self.withoutPort(host.lowercased())
    if address.isLoopback { return ["localhost", "127.0.0.1", "[::1]"].contains(name) }
    if name == "localhost" || name == ProcessInfo.processInfo.hostName.lowercased() { return true }
    // No name of somebody else's leads here where only numbers are taken.
    return name.hasPrefix("[") || name.allSatisfy { $0.isASCII && ($0.isNumber || $0 == ".") }
  }

  private static func withoutPort(_ host: String) -> String {
    if host.hasPrefix("["), let end = host.firstIndex(of: "]") { return String(host[...end]) }
    return String(host.prefix { $0 != ":" })
  }

  /// Whether the header carries the password, whatever the user's name; takes as long for every wrong one.
  private static func holds(_ header: String?, _ password: String) -> Bool {
    guard let header, header.lowercased().hasPrefix("basic "),
      let bytes = Data(base64Encoded: String(header.dropFirst(6))),
      let colon = bytes.firstIndex(of: UInt8(ascii: ":"))
    else { return false }
    let given = Array(bytes[(colon + 1)...])
    let wanted = Array(password.utf8)
    var difference = UInt8(given.count == wanted.count ? 0 : 1)
    for (index, byte) in wanted.enumerated() {
      difference |= byte ^ (index < given.count ? given[index] : 0)
    }
    return difference == 0
  }
}

/// Where a preview listens.
package struct ServeAddress: Hashable, Sendable {
  /// The address, without brackets: `127.0.0.1`, `::1`, `0.0.0.0`.
  package let host: String
  /// The port; 0 for any that is free.
  package let port: UInt16

  /// Names a place.
  package init(host: String, port: UInt16) {
    self.host = host
    self.port = port
  }

  /// Whether only this machine reaches it.
  package var isLoopback: Bool { host == "::1" || host.hasPrefix("127.") }

  /// As it stands in a browser's address: `http://127.0.0.1:8000/`.
  package func url(port: UInt16) -> String {
    "http://\(host.contains(":") ? "[\(host)]" : host):\(port)/"
  }
}
