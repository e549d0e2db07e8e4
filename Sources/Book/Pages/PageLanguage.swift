/// A language that pages are written in.
package enum PageLanguage: String, Hashable, Sendable, CaseIterable {
  /// Chinese in simplified characters, the first language.
  case chinese = "zh-Hans"
  /// English.
  case english = "en"

  /// The tag for the `lang` attribute; browsers choose Chinese fonts by the region.
  package var htmlTag: String {
    switch self {
    case .chinese: "zh-CN"
    case .english: "en"
    }
  }
}
