import Markdown
import Pages

/// What the script that lets readers fill in a page on the screen (`fill.js`) needs to know of it.
enum FillablePage {
  /// The script's name among the theme's assets.
  static let script = "fill.js"

  private static let marks = ["data-fill=\"", "<span class=\"calc-blank\""]

  /// Whether something of a page can be filled in.
  ///
  ///     FillablePage.isFillable(Array("<div class=\"lines\" data-fill=\"lines-1\">".utf8))  // true
  static func isFillable(_ content: [UInt8]) -> Bool { marks.contains(where: content.holds) }

  /// What the answers on a page are kept by: the same in every tree that everybody reads, so that the workbook
  /// of participants and of the facilitator go by one name; in a folder of a single reader it is that folder's.
  ///
  ///     FillablePage.key(of: instance)  // "part-3.html"
  static func key(of instance: PageInstance) -> String {
    instance.folder == instance.tree.name ? instance.path : instance.output
  }
}

extension PreparedBlock {
  /// What an answer in the block is kept by: its id, else its kind and number on the page.
  func field(of directive: Directive) -> String { directive.id ?? "\(directive.name)-\(number)" }
}
