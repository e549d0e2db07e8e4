package import Phrases

extension Language {
  /// The tag for `lang` attributes; browsers choose Chinese fonts by the region.
  package var htmlTag: String {
    switch self {
    case .chinese: "zh-CN"
    case .english: "en"
    }
  }

  /// The language in its own words.
  package var ownName: String {
    switch self {
    case .chinese: "中文"
    case .english: "English"
    }
  }
}
