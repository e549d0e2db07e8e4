/// HMAC with SHA-256 (RFC 2104): a digest that nobody can work out who has not the key.
///
///     KeyedDigest.bytes(of: Array("C0101".utf8), key: key).count  // 32
package enum KeyedDigest {
  private static let blockSize = 64

  /// The 32 bytes of the digest of a message.
  package static func bytes(of message: [UInt8], key: [UInt8]) -> [UInt8] {
    var block = key.count > blockSize ? SHA256Digest(of: key).bytes : key
    block += [UInt8](repeating: 0, count: blockSize - block.count)
    let inner = SHA256Digest(of: block.map { $0 ^ 0x36 } + message).bytes
    return SHA256Digest(of: block.map { $0 ^ 0x5C } + inner).bytes
  }
}
