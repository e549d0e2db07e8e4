import Pages
import Storing

/// A digest of values written one behind the other, however many they are.
struct DigestOfValues {
  /// So many bytes are hashed at a time.
  private static let most = 1 << 20

  /// What was not hashed yet.
  var bytes = StoredBytes()

  /// Hashes what is there, where it is much.
  mutating func fold() {
    if bytes.bytes.count >= Self.most { foldAll() }
  }

  private mutating func foldAll() {
    let digest = SHA256Digest(of: bytes.bytes)
    bytes = StoredBytes()
    add(digest)
  }

  /// Adds a digest.
  mutating func add(_ digest: SHA256Digest) { bytes.put(digest.numbers) }

  /// The digest of all that was put.
  func result() -> SHA256Digest { SHA256Digest(of: bytes.bytes) }
}
