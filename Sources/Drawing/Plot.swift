/// Lines in a square of two axes: shares against shares, or against days.
///
/// What each line is called stands above the drawing, behind a piece of the line.
package struct Plot: Hashable, Sendable {
  /// One line.
  package struct Curve: Hashable, Sendable {
    package let name: String
    /// Its points by their values on the two axes, from left to right.
    package let points: [Picture.Point]
    package let tone: Picture.Tone

    /// A named line.
    package init(_ name: String, _ points: [Picture.Point], tone: Picture.Tone = .curve) {
      (self.name, self.points, self.tone) = (name, points, tone)
    }
  }

  private static let width = 480
  private static let height = 240
  private static let left = 72
  private static let size = 15
  private static let line = 22

  package let curves: [Curve]
  /// Where the axes end.
  package let right, top: Int

  /// Lines on axes from 0 to `right` and to `top`.
  package init(_ curves: [Curve], right: Int, top: Int) {
    (self.curves, self.right, self.top) = (curves, max(right, 1), max(top, 1))
  }

  /// The picture; `x` and `y` say what stands at a number of each axis.
  ///
  ///     Plot([.init("a", [.init(x: 0, y: 0), .init(x: 10, y: 5)])], right: 10, top: 5)
  ///       .picture(x: { "\($0)" }, y: { "\($0)" })
  package func picture(x: (Int) -> String, y: (Int) -> String) -> Picture {
    let head = curves.count * Self.line + 8
    let foot = head + Self.height
    func place(_ point: Picture.Point) -> Picture.Point {
      .init(
        x: Self.left + Self.scaled(point.x, right, Self.width - Self.left),
        y: foot - Self.scaled(point.y, top, Self.height))
    }
    var shapes = axes(head, foot, x, y, place)
    for (number, curve) in curves.enumerated() {
      let middle = number * Self.line + Self.size - 4
      shapes.append(
        .line([.init(x: 0, y: middle), .init(x: 28, y: middle)], curve.tone))
      let name = Label.fitting(curve.name, width: Self.width - 36, size: Self.size)
      shapes.append(.label(Label(name, x: 36, y: middle + 5, size: Self.size)))
      shapes.append(.line(curve.points.map(place), curve.tone))
    }
    return Picture(width: Self.width, height: foot + Self.size + 14, shapes: shapes)
  }

  private func axes(
    _ head: Int, _ foot: Int, _ x: (Int) -> String, _ y: (Int) -> String,
    _ place: (Picture.Point) -> Picture.Point
  ) -> [Picture.Shape] {
    let rows = Self.steps(top, 4)
    let columns = Self.steps(right, 5)
    var shapes = rows.map { value -> Picture.Shape in
      let start = place(.init(x: 0, y: value))
      return .line([start, .init(x: Self.width, y: start.y)], .axis)
    }
    shapes += rows.map { value in
      let point = place(.init(x: 0, y: value))
      let text = Label.fitting(y(value), width: Self.left - 8, size: Self.size)
      return .label(
        Label(text, x: Self.left - 6, y: max(point.y + 5, head + 4), anchor: .end, size: Self.size))
    }
    let names = columns.enumerated().map { number, value in
      Label(
        x(value), x: place(.init(x: value, y: 0)).x, y: foot + Self.size + 9,
        anchor: number == columns.count - 1 ? .end : .middle, size: Self.size)
    }
    return shapes + Label.spaced(names).map { .label($0) }
  }

  /// Round numbers up to four fifths of an axis, and its end.
  private static func steps(_ last: Int, _ count: Int) -> [Int] {
    let ticks = Ticks(upTo: last, steps: count).values.filter { $0 <= last / 5 * 4 }
    return ticks + [last]
  }

  /// A value's distance from the start of an axis that is so long.
  private static func scaled(_ value: Int, _ last: Int, _ length: Int) -> Int {
    let product = min(max(value, 0), last).multipliedFullWidth(by: length)
    return last.dividingFullWidth(product).quotient
  }
}
