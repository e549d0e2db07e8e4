import Phrases
import Rulebook
import SalesMethod

extension Words {
  /// What is counted at a stage of the back-solving.
  static func needed(_ stage: String, in language: Language) -> String {
    switch (stage, language) {
    case ("deal", .chinese): "需要成交的客户"
    case ("deal", .english): "customers to win"
    case (_, .chinese): "需要的" + Words.stage(stage, in: .chinese)
    case (_, .english): Words.stage(stage, in: .english) + "s needed"
    }
  }

  /// The unit of a stage's count.
  static func unit(_ stage: String, in language: Language) -> String {
    switch (stage, language) {
    case ("visit", .chinese): "次"
    case ("proposal", .chinese): "份"
    case (_, .chinese): "家"
    case (_, .english): ""
    }
  }

  /// What a visit to a customer of a class is to bring about.
  static func purpose(_ customerClass: CustomerClass, in language: Language) -> String {
    switch (customerClass, language) {
    case (.a, .chinese): "谈成交：报价、条件、签约日"
    case (.b, .chinese): "补齐缺的一项，或把日期提前"
    case (.c, .chinese): "核实未知项，保持联系"
    case (.d, .chinese): "不主动拜访"
    case (.a, .english): "close: price, terms, date"
    case (.b, .english): "settle the missing letter or bring the date forward"
    case (.c, .english): "find out what is unknown, keep in touch"
    case (.d, .english): "no visit"
    }
  }
}
