/// A small generator of numbers that look random: the same seed gives the same numbers on every
/// machine and for ever, which the standard library does not promise.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to, not including, `count`, which is above zero; all are equally likely.
  mutating func below(_ count: UInt64) -> UInt64 {
    let limit = UInt64.max - UInt64.max % count
    while true {
      let drawn = next()
      if drawn < limit { return drawn % count }
    }
  }
}
