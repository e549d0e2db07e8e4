import CZlib

/// A run of bytes packed by zlib, as PDF packs its streams, unpacked; nil where it is damaged or would unpack to
/// more than a limit.
///
///     inflatedStream([0x78, 0x9C, 0x4B, 0x04, 0x00, 0x00, 0x62, 0x00, 0x62][...], atMost: 1024)  // "a"
package func inflatedStream(_ packed: ArraySlice<UInt8>, atMost limit: Int) -> [UInt8]? {
  // zlib keeps a pointer to the stream, so it must not move: it lives in memory of its own.
  let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  stream.initialize(to: z_stream())
  defer { stream.deallocate() }
  guard inflateInit_(stream, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
    return nil
  }
  defer { inflateEnd(stream) }
  return packed.withUnsafeBufferPointer { packed in
    stream.pointee.next_in = UnsafeMutablePointer(mutating: packed.baseAddress)
    stream.pointee.avail_in = uInt(packed.count)
    let piece = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 16)
    defer { piece.deallocate() }
    var bytes: [UInt8] = []
    while true {
      stream.pointee.next_out = piece.baseAddress
      stream.pointee.avail_out = uInt(piece.count)
      let status = CZlib.inflate(stream, Z_NO_FLUSH)
      bytes += piece[..<(piece.count - Int(stream.pointee.avail_out))]
      guard status == Z_OK || status == Z_STREAM_END, bytes.count <= limit else { return nil }
      if status == Z_STREAM_END { return bytes }
    }
  }
}
