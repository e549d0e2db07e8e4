package import Phrases
package import SalesMethod

extension UnplacedVisits.Reason: Worded {
  package func text(in language: Language) -> String {
    switch (self, language) {
    case (.full, .chinese): "可选的日子都已排满"
    case (.full, .english): "every day that keeps the gap is full"
    case (.gap, .chinese): "剩下的日子都不够间隔"
    case (.gap, .english): "no day left keeps the gap"
    case (.noDays, .chinese): "本期没有剩余工作日"
    case (.noDays, .english): "no working day is left in the period"
    }
  }
}
