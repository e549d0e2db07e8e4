/// A word of a list, such as a stage or a status, as it is matched: folded, without spaces, `*`, `_`, `-` and
/// colons.
///
/// What stands in brackets belongs to it, other than in headers: 赢单(预计) is not 赢单.
///
///     wordKey("Closed - Won")  // "closedwon"
func wordKey(_ text: some StringProtocol) -> String {
  String(folded(text).filter { !"*_-:–—".contains($0) && !$0.isWhitespace })
}
