import CCMarkGFM
import Glibc
import Synchronization

// libcmark-gfm keeps the signs that its extensions look for in two tables of the process, which
// every parse fills before its inline phase and empties after it. Two parses at once empty each
// other's, and strikethrough is lost in silence. The library does so through a function that it
// calls by name, so a function of that name in the program comes first: ours does nothing, and the
// library's own fills the tables once, for good.

/// Stands in for the library's function of this name, which is not safe to call from two threads.
@c(cmark_manage_extensions_special_characters)
public func standInForSpecialCharacters(_ parser: OpaquePointer?, _ add: Int32) {
  ParserGuard.standInCalls.wrappingAdd(1, ordering: .relaxed)
}

/// Lets parses run side by side where the stand-in is in place, and one at a time where it is not
/// (a program linked in another way).
enum ParserGuard {
  static let standInCalls = Atomic<Int>(0)
  private static let lock = Mutex<Void>(())

  /// Whether the library calls our function and still finds strikethrough.
  static let isStandInPlaced: Bool = {
    let page = Array("~~a~~".utf8)
    let before = standInCalls.load(ordering: .relaxed)
    fillTables()
    let found = page.withUnsafeBufferPointer { CMark.findsStrikethrough(in: $0) }
    return found && standInCalls.load(ordering: .relaxed) > before
  }()

  /// Runs one parse, alone if it must be.
  static func run(_ parse: () -> Void) {
    if isStandInPlaced { return parse() }
    lock.withLock { _ in parse() }
  }

  /// Calls the library's own function once, for a parser with the extension that needs it.
  private static func fillTables() {
    typealias Fill = @convention(c) (OpaquePointer?, Int32) -> Void
    let name = "cmark_manage_extensions_special_characters"
    // RTLD_NEXT, a macro that Swift does not import: the definition after the program's own.
    guard let symbol = dlsym(UnsafeMutableRawPointer(bitPattern: -1), name) else { return }
    let fill = unsafeBitCast(symbol, to: Fill.self)
    CMark.withParser(CMark.Extensions(tables: false, directives: false), options: 0) { parser in
      fill(parser, 1)
    }
  }
}
