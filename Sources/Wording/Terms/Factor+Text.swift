package import Phrases
package import SalesMethod

extension Factor: Worded {
  package func text(in language: Language) -> String {
    switch (self, language) {
    case (.developed, .chinese): "客户开发量"
    case (.developed, .english): "customers developed"
    case (.conversion, .chinese): "转化效率"
    case (.conversion, .english): "conversion"
    case (.dealSize, .chinese): "单量"
    case (.dealSize, .english): "order size"
    case (.repeats, .chinese): "续购量"
    case (.repeats, .english): "orders per buyer"
    }
  }
}
