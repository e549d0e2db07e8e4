/// Who finds out which user is asking.
package enum Login: Hashable, Sendable {
  /// The web server itself, by the passwords in `access/htpasswd`.
  case passwords
  /// A service that the server asks about each request: it answers 200 with the user's name in a header, or
  /// refuses.
  case service(address: String, header: String)
  /// A proxy before the server, which says the user's name in a header; from other addresses nobody is
  /// answered.
  case proxy(addresses: [String], header: String)

  /// The header in which a user's name stands where nothing else is said.
  package static let header = "X-Remote-User"

  /// Whether a text is an address, or a block of addresses, as all servers read it: `10.0.0.5`, `10.0.0.0/24`,
  /// `2001:db8::1`.
  package static func isAddress(_ text: String) -> Bool {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    let isWide = parts[0].contains(":")
    if parts.count == 2 {
      guard let bits = Int(parts[1]), (0...(isWide ? 128 : 32)).contains(bits) else { return false }
    }
    if isWide {
      return parts[0].utf8.count <= 39 && parts[0].allSatisfy { $0.isHexDigit || $0 == ":" }
    }
    let numbers = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    return numbers.count == 4
      && numbers.allSatisfy { (1...3).contains($0.utf8.count) && Int($0).map { $0 < 256 } ?? false }
  }

  /// Whether a text is the address of a service: http or https, a host, and no character that a server's
  /// configuration reads as something else.
  package static func isService(_ text: String) -> Bool {
    guard text.hasPrefix("http://") || text.hasPrefix("https://"), text.utf8.count < 300 else {
      return false
    }
    let rest = text.drop { $0 != "/" }.dropFirst(2)
    return !rest.isEmpty && rest.first != "/"
      && rest.utf8.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: "-._~:/[]".utf8.contains(byte)
        }
      }
  }

  /// Whether a text is the name of a header.
  package static func isHeader(_ text: String) -> Bool {
    (1...60).contains(text.utf8.count) && text.first?.isLetter == true
      && text.utf8.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D: true
        default: false
        }
      }
  }
}
