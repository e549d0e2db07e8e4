import CCMarkGFM

/// The library: makes a parser, gives it a page, hands out the tree, forgets both.
enum CMark {
  /// A node of the library's tree; it lives until the closure that it was given to returns.
  typealias NodePointer = UnsafeMutablePointer<cmark_node>

  /// Which extensions a page needs.
  struct Extensions {
    let tables: Bool
    let directives: Bool
  }

  /// Registers the library's own extensions: the first time it is asked for, and never again.
  private static let registration: Void = cmark_gfm_core_extensions_ensure_registered()

  /// Registers the library's own extensions, once.
  ///
  /// Whatever else makes node types waits for it, because the library counts them without a lock.
  static func registerExtensions() { registration }

  /// Lets a parser read what one of the library's own extensions reads.
  private static func attach(_ name: String, to parser: OpaquePointer) {
    registerExtensions()
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
  }

  /// Parses a page and hands its tree to a reader.
  static func parse(
    _ page: UnsafeBufferPointer<UInt8>, _ extensions: Extensions,
    read: (NodePointer) -> Void
  ) {
    ParserGuard.run { parse(page, extensions, unguarded: read) }
  }

  private static func parse(
    _ page: UnsafeBufferPointer<UInt8>, _ extensions: Extensions,
    unguarded read: (NodePointer) -> Void
  ) {
    // Source positions also keep line numbers right behind a code span of several lines.
    var options = CMARK_OPT_SOURCEPOS
    if extensions.directives {
      options |= CMARK_OPT_FOOTNOTES | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE
    }
    withParser(extensions, options: options) { parser in
      page.withMemoryRebound(to: CChar.self) {
        cmark_parser_feed(parser, $0.baseAddress, $0.count)
      }
      if let root = cmark_parser_finish(parser) { read(root) }
    }
  }

  /// Makes a parser in this thread's arena, and empties the arena afterwards.
  static func withParser(
    _ extensions: Extensions, options: Int32, _ use: (OpaquePointer) -> Void
  ) {
    guard let parser = cmark_parser_new_with_mem(options, cmark_shim_arena()) else { return }
    defer { cmark_shim_arena_reset() }
    // Ours comes first: to the table extension every line behind a table is a row.
    if extensions.directives {
      cmark_parser_attach_syntax_extension(parser, DirectiveSyntax.shared.pointer)
    }
    if extensions.tables { attach("table", to: parser) }
    attach("strikethrough", to: parser)
    attach("tasklist", to: parser)
    use(parser)
  }

  /// Whether a page's first words are struck through; for the check at the start.
  static func findsStrikethrough(in page: UnsafeBufferPointer<UInt8>) -> Bool {
    var found = false
    parse(
      page, Extensions(tables: false, directives: false),
      unguarded: { root in
        found =
          root.pointee.first_child?.pointee.first_child?.pointee.type
          == cmark_shim_type_strikethrough()
      })
    return found
  }
}
