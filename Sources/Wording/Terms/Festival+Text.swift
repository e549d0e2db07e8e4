package import Phrases
package import SalesMethod

extension Festival: Worded {
  package func text(in language: Language) -> String {
    switch (self, language) {
    case (.newYear, .chinese): "元旦"
    case (.newYear, .english): "New Year"
    case (.newYearsEve, .chinese): "除夕"
    case (.newYearsEve, .english): "Lunar New Year’s Eve"
    case (.springFestival, .chinese): "春节"
    case (.springFestival, .english): "Spring Festival"
    case (.qingming, .chinese): "清明节"
    case (.qingming, .english): "Qingming Festival"
    case (.labourDay, .chinese): "劳动节"
    case (.labourDay, .english): "Labour Day"
    case (.dragonBoat, .chinese): "端午节"
    case (.dragonBoat, .english): "Dragon Boat Festival"
    case (.midAutumn, .chinese): "中秋节"
    case (.midAutumn, .english): "Mid-Autumn Festival"
    case (.nationalDay, .chinese): "国庆节"
    case (.nationalDay, .english): "National Day"
    }
  }
}

extension DayName: Worded {
  package func text(in language: Language) -> String {
    switch (self, language) {
    case (.festival(let festival), _): festival.text(in: language)
    case (.makeUp(let festival), .chinese): festival.text(in: language) + "调休上班"
    case (.makeUp(let festival), .english): "working day for " + festival.text(in: language)
    case (.given(let name), _): name
    }
  }
}
