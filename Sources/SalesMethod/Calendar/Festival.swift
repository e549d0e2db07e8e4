/// A public holiday of China.
package enum Festival: String, Hashable, Sendable, CaseIterable {
  case newYear, newYearsEve, springFestival, qingming, labourDay, dragonBoat, midAutumn
  case nationalDay
}

/// Why a day differs from the plain week.
package enum DayName: Hashable, Sendable {
  /// A day off of the festival.
  case festival(Festival)
  /// A weekend day worked in exchange for the festival.
  case makeUp(Festival)
  /// What the workspace's calendar table says.
  case given(String)
}
