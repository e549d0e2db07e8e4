import CZlib
import Phrases

extension ZipArchive {
  /// Unpacks a file piece by piece, so that no more than a piece is in memory.
  ///
  /// It must come out just as long as its header says and with the checksum that it says.
  /// The one place where zlib is called.
  func unpack(
    _ entry: Entry, _ take: (UnsafeBufferPointer<UInt8>) throws(WorkbookTrouble) -> Void
  ) throws(WorkbookTrouble) {
    let range = try data(of: entry)
    var outcome: Result<Void, WorkbookTrouble> = .success(())
    bytes.withUnsafeBufferPointer { bytes in
      let packed = UnsafeBufferPointer(rebasing: bytes[range])
      outcome = Result { () throws(WorkbookTrouble) in
        if entry.isDeflated {
          try inflate(packed, entry, take)
        } else {
          try check(packed.count, UInt32(crc32(0, packed.baseAddress, uInt(packed.count))), entry)
          try take(packed)
        }
      }
    }
    try outcome.get()
  }

  /// All of a file at once, for small parts.
  func contents(of entry: Entry) throws(WorkbookTrouble) -> [UInt8] {
    var contents: [UInt8] = []
    try unpack(entry) { piece in contents.append(contentsOf: piece) }
    return contents
  }

  private func inflate(
    _ packed: UnsafeBufferPointer<UInt8>, _ entry: Entry,
    _ take: (UnsafeBufferPointer<UInt8>) throws(WorkbookTrouble) -> Void
  ) throws(WorkbookTrouble) {
    // zlib keeps a pointer to the stream, so it must not move: it lives in memory of its own.
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    stream.initialize(to: z_stream())
    defer { stream.deallocate() }
    let size = Int32(MemoryLayout<z_stream>.size)
    guard inflateInit2_(stream, -MAX_WBITS, ZLIB_VERSION, size) == Z_OK else {
      throw damaged(Phrase(zh: "“\(entry.name)”无法解压", en: "“\(entry.name)” cannot be unpacked"))
    }
    defer { inflateEnd(stream) }
    stream.pointee.next_in = UnsafeMutablePointer(mutating: packed.baseAddress)
    stream.pointee.avail_in = uInt(packed.count)
    let piece = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 16)
    defer { piece.deallocate() }
    var (checksum, total) = (crc32(0, nil, 0), 0)
    while true {
      stream.pointee.next_out = piece.baseAddress
      stream.pointee.avail_out = uInt(piece.count)
      let status = CZlib.inflate(stream, Z_NO_FLUSH)
      let written = piece.count - Int(stream.pointee.avail_out)
      total += written
      guard status == Z_OK || status == Z_STREAM_END, total <= entry.size else {
        throw damaged(Phrase(zh: "“\(entry.name)”无法解压", en: "“\(entry.name)” cannot be unpacked"))
      }
      checksum = crc32(checksum, piece.baseAddress, uInt(written))
      try take(UnsafeBufferPointer(rebasing: piece[..<written]))
      if status == Z_STREAM_END { break }
    }
    try check(total, UInt32(checksum), entry)
  }

  private func check(_ size: Int, _ checksum: UInt32, _ entry: Entry) throws(WorkbookTrouble) {
    guard size == entry.size, checksum == entry.checksum else {
      throw damaged(
        Phrase(zh: "“\(entry.name)”与它的校验和不符", en: "“\(entry.name)” does not match its checksum"))
    }
  }
}
