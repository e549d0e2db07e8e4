package import OrderedJSON

/// The page that a live calculation stands in: what readers type is kept by these on their device.
package struct LivePage: Hashable, Sendable {
  /// The workbook's id.
  package let workbook: String
  /// The edition, since its fields differ from another's.
  package let edition: String
  /// The page within the workbook.
  package let page: String
  /// The page's language: `zh-Hans`, `en`.
  package let language: String

  /// Names the page.
  package init(workbook: String, edition: String, page: String, language: String) {
    self.workbook = workbook
    self.edition = edition
    self.page = page
    self.language = language
  }
}

extension Evaluation {
  /// The calculation as the page's script computes it, or nil where the reader can change nothing.
  ///
  /// It holds the inputs, the formulas that follow from them and the constants these use, and
  /// nothing else; of what is left blank, and of what follows from it, it holds nothing at all.
  /// `scope` is the id of the exercise whose names they are, empty for the page.
  package func live(
    on page: LivePage, scope: String = "", blanks: Set<String> = []
  ) -> JSON? {
    var writer = LiveWriter(self, Notation(language: page.language), blanks: blanks)
    let slots = writer.slots()
    guard !slots.isEmpty else { return nil }
    return .object([
      ("page", .string(page.page)), ("workbook", .string(page.workbook)),
      ("edition", .string(page.edition)), ("lang", .string(page.language)),
      ("scope", .string(scope)), ("slots", .array(slots)),
    ])
  }

  /// Whether a reader of the page can change something that is shown: an input that something
  /// follows from which is not left blank.
  package func isLive(without blanks: Set<String> = []) -> Bool {
    program.liveSlots(without: blanks).contains { slot in
      program.codes.indices.contains(slot) && program.codes[slot] != nil
    }
  }

  /// The element that carries `live` in the page; nil where nothing is live.
  ///
  ///     <div hidden data-calc="{…}"></div>
  package func liveHTML(
    on page: LivePage, scope: String = "", blanks: Set<String> = []
  ) -> String? {
    live(on: page, scope: scope, blanks: blanks).map {
      "<div hidden data-calc=\"\(escaped($0.text()))\"></div>"
    }
  }
}
