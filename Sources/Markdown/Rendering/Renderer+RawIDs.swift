extension Renderer {
  /// Takes down the ids that raw HTML gives, so that links may name them.
  mutating func noteIDs(in markup: some Collection<UInt8>) {
    guard !isPlain, mode == .page else { return }
    for id in rawIDs(in: String(decoding: markup, as: UTF8.self)) { note(id) }
  }
}

/// The ids of the tags in some HTML, in order.
///
///     rawIDs(in: "<a id=\"x\"></a> <b class=c id='y'>")  // ["x", "y"]
func rawIDs(in markup: String) -> [String] {
  markup.matches(of: /<[a-zA-Z][^<>]*?\s[iI][dD]\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)'|([^\s"'<>]+))/)
    .map { match in
      String(match.1 ?? match.2 ?? match.3 ?? "")
    }
}
