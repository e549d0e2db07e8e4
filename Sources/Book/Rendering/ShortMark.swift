import Pages

/// Eight digits of the content's SHA-256, which change with it: the foot of a printed page says by them
/// which version one holds.
///
///     shortMark(of: Array("abc".utf8))  // "ba7816bf"
func shortMark(of content: [UInt8]) -> String {
  String(SHA256Digest(of: content).hex.prefix(8))
}
