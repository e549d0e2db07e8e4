import CCrypto
import Foundation

/// Bytes that only a password opens: AES with 256 bits in GCM, its key made of the password by PBKDF2 with
/// SHA-256.
///
/// Salt and nonce are drawn anew each time, so that the same bytes are never sealed alike: who sees two files
/// learns nothing of whether they hold the same. This is the one output that differs from run to run.
///
///     let sealed = try SealedBytes(Array("plan".utf8), password: "four words of my own")
///     sealed.bytes.count  // 4 and 16 more, by which a change would show
struct SealedBytes {
  /// How often the password is hashed to make the key.
  static let rounds = 600_000
  private static let tagLength = 16

  let salt: [UInt8]
  let nonce: [UInt8]
  /// What is sealed, and behind it the 16 bytes by which a change would show.
  let bytes: [UInt8]

  /// Seals bytes.
  ///
  /// Throws where the machine gives no randomness, or no memory.
  init(_ plain: [UInt8], password: String) throws(MachineFailure) {
    salt = try Self.random(16)
    nonce = try Self.random(12)
    let key = try Self.key(of: password, salt)
    bytes = try Self.seal(plain, key, nonce)
  }

  /// The key of a password, whatever form its letters have.
  private static func key(of password: String, _ salt: [UInt8]) throws(MachineFailure) -> [UInt8] {
    let words = Array(password.precomposedStringWithCanonicalMapping.utf8)
    var key = [UInt8](repeating: 0, count: 32)
    let isMade = words.withUnsafeBytes { words in
      PKCS5_PBKDF2_HMAC(
        words.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(words.count), salt,
        Int32(salt.count), Int32(rounds), EVP_sha256(), Int32(key.count), &key)
    }
    guard isMade == 1 else { throw failure }
    return key
  }

  private static func seal(
    _ plain: [UInt8], _ key: [UInt8], _ nonce: [UInt8]
  ) throws(MachineFailure) -> [UInt8] {
    guard let context = EVP_CIPHER_CTX_new() else { throw failure }
    defer { EVP_CIPHER_CTX_free(context) }
    var sealed = [UInt8](repeating: 0, count: plain.count + tagLength)
    var (written, last) = (Int32(0), Int32(0))
    let isDone = sealed.withUnsafeMutableBufferPointer { out -> Bool in
      guard let start = out.baseAddress,
        EVP_EncryptInit_ex(context, EVP_aes_256_gcm(), nil, key, nonce) == 1,
        EVP_EncryptUpdate(context, start, &written, plain, Int32(plain.count)) == 1,
        EVP_EncryptFinal_ex(context, start + Int(written), &last) == 1
      else { return false }
      return Int(written + last) == plain.count
        && EVP_CIPHER_CTX_ctrl(
          context, EVP_CTRL_GCM_GET_TAG, Int32(tagLength), start + plain.count) == 1
    }
    guard isDone else { throw failure }
    return sealed
  }

  private static func random(_ count: Int) throws(MachineFailure) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    guard RAND_bytes(&bytes, Int32(count)) == 1 else { throw failure }
    return bytes
  }

  private static var failure: MachineFailure {
    MachineFailure("seal", "AES-256-GCM", because: "the machine's OpenSSL refuses")
  }
}
