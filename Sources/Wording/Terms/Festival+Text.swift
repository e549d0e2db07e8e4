package import Phrases
package import SalesMethod

extension Festival: Worded {
  package func text(in language: Language) -> String {
    switch self {
    case .newYear: language.say(zh: "元旦", en: "New Year")
    case .newYearsEve: language.say(zh: "除夕", en: "Lunar New Year’s Eve")
    case .springFestival: language.say(zh: "春节", en: "Spring Festival")
    case .qingming: language.say(zh: "清明节", en: "Qingming Festival")
    case .labourDay: language.say(zh: "劳动节", en: "Labour Day")
    case .dragonBoat: language.say(zh: "端午节", en: "Dragon Boat Festival")
    case .midAutumn: language.say(zh: "中秋节", en: "Mid-Autumn Festival")
    case .nationalDay: language.say(zh: "国庆节", en: "National Day")
    }
  }
}

extension DayName: Worded {
  package func text(in language: Language) -> String {
    switch self {
    case .festival(let festival): festival.text(in: language)
    case .makeUp(let festival):
      language.say(zh: "\(festival)调休上班", en: "working day for \(festival)")
    case .given(let name): name
    }
  }
}
