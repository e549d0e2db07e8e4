package import Phrases

/// The words of a sheet, in the language of the workbook.
package struct SheetStyle: Hashable, Sendable {
  /// What stands on the sheet's tab.
  package let title: String
  /// What stands above the table.
  package let heading: String
  let language: Language

  /// Names a sheet and says its language; the tab's name stands above the table too, unless `heading`
  /// says more.
  package init(title: String, heading: String? = nil, language: Language) {
    self.title = title
    self.heading = heading ?? title
    self.language = language
  }
}
