package import Phrases
package import SalesMethod
import Wording

/// The words of the method that pages print, where the method itself has none.
package enum Words {
  /// A stage of the funnel; a company's own stage is its own word.
  ///
  ///     Words.stage("contact", in: .chinese)  // "首次接触"
  package static func stage(_ name: String, in language: Language) -> String {
    StageName(name).text(in: language)
  }

  /// What a goal measures.
  package static func metric(_ metric: Goal.Metric, in language: Language) -> String {
    switch (metric, language) {
    case (.amount, .chinese): "销售额"
    case (.quantity, .chinese): "销售数量"
    case (.collections, .chinese): "回款"
    case (.problems, .chinese): "客户问题"
    case (.promotion, .chinese): "推广"
    case (.amount, .english): "Revenue"
    case (.quantity, .english): "Volume"
    case (.collections, .english): "Collections"
    case (.problems, .english): "Customer problems"
    case (.promotion, .english): "Promotion"
    }
  }
}
