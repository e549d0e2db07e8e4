/// The words of a sheet, in the language of the workbook.
package struct SheetStyle: Hashable, Sendable {
  /// What stands on the sheet's tab.
  package let title: String
  /// What stands above the table.
  package let heading: String
  let isChinese: Bool

  /// Names a sheet and says its language, `zh-Hans` or `en`; the tab's name stands above the table
  /// too, unless `heading` says more.
  package init(title: String, heading: String? = nil, language: String) {
    self.title = title
    self.heading = heading ?? title
    isChinese = language.hasPrefix("zh")
  }

  /// The word in the sheet's language.
  func word(_ chinese: String, _ english: String) -> String { isChinese ? chinese : english }
}
