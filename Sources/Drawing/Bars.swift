/// Bars below one another, each with its name and its value above it, on an axis of round numbers.
///
/// Names stand above their bars, so that the picture reads on a narrow screen; a name that is too long for
/// its line ends in ….
package struct Bars: Hashable, Sendable {
  /// One bar.
  package struct Row: Hashable, Sendable {
    /// What stands above it on the left, and on the right.
    package let name, text: String
    /// Where it begins and ends on the axis; what lies before 0 is not drawn.
    package let from, to: Int
    package let tone: Picture.Tone

    /// A bar from one value to another.
    package init(
      _ name: String, from: Int = 0, to: Int, text: String, tone: Picture.Tone = .main
    ) {
      (self.name, self.text, self.from, self.to, self.tone) = (name, text, from, to, tone)
    }
  }

  /// A value that all bars are measured against.
  package struct Mark: Hashable, Sendable {
    package let value: Int
    /// What it is called.
    package let text: String

    /// A named value.
    package init(_ value: Int, _ text: String) { (self.value, self.text) = (value, text) }
  }

  private static let width = 480
  /// Where a curve has room of its own, beside the bars and their words.
  private static let panel = (left: 330, width: 150)
  private static let rowHeight = 42
  private static let barHeight = 14
  private static let size = 15
  private static let gap = 12

  /// From the top to the bottom.
  package let rows: [Row]
  package let mark: Mark?
  /// For each row, how many thousandths a curve has reached there, drawn beside the bars; none draws no
  /// curve.
  package let curve: [Int]

  /// Bars with what is drawn over them.
  package init(_ rows: [Row], mark: Mark? = nil, curve: [Int] = []) {
    (self.rows, self.mark, self.curve) = (rows, mark, curve)
  }

  /// How wide the bars and their words are.
  private var room: Int { curve.isEmpty ? Self.width : Self.panel.left - 20 }

  /// The picture; `text` says what stands at a number of the axis.
  ///
  ///     Bars([.init("甲", to: 30, text: "30")]).picture { "\($0)" }
  package func picture(_ text: (Int) -> String) -> Picture {
    let largest = rows.map { max($0.from, $0.to) }.reduce(mark?.value ?? 0, max)
    let ticks = Ticks(upTo: largest)
    let head = mark == nil ? 0 : Self.size + 10
    let bottom = head + rows.count * Self.rowHeight
    func x(_ value: Int) -> Int { Self.scaled(value, ticks.last, room) }
    var shapes = ticks.values.map {
      Picture.Shape.line(
        [.init(x: x($0), y: head), .init(x: x($0), y: bottom)], .axis)
    }
    for (index, row) in rows.enumerated() {
      shapes += self.shapes(of: row, top: head + index * Self.rowHeight, x)
    }
    if let mark { shapes += self.shapes(of: mark, head: head, bottom: bottom, x) }
    shapes += curveShapes(head, bottom)
    shapes += labels(ticks, y: bottom + Self.size + 4, x, text)
    return Picture(width: Self.width, height: bottom + Self.size + 12, shapes: shapes)
  }

  /// A value's place on an axis that ends at `last`.
  private static func scaled(_ value: Int, _ last: Int, _ width: Int) -> Int {
    let product = min(max(value, 0), last).multipliedFullWidth(by: width)
    return last.dividingFullWidth(product).quotient
  }

  private func shapes(of row: Row, top: Int, _ x: (Int) -> Int) -> [Picture.Shape] {
    let line = top + Self.size + 2
    let value = Label(row.text, x: room, y: line, anchor: .end, size: Self.size)
    let left = room - value.box.width - (row.text.isEmpty ? 0 : Self.gap)
    let name = Label.fitting(row.name, width: max(0, left), size: Self.size)
    let (start, end) = (x(min(row.from, row.to)), x(max(row.from, row.to)))
    let box = Box(x: start, y: line + 6, width: max(end - start, 1), height: Self.barHeight)
    return [
      .label(Label(name, x: 0, y: line, size: Self.size)), .label(value), .bar(box, row.tone),
    ]
  }

  private func shapes(
    of mark: Mark, head: Int, bottom: Int, _ x: (Int) -> Int
  ) -> [Picture.Shape] {
    let place = x(mark.value)
    let text = Label.fitting(mark.text, width: room, size: Self.size)
    let half = Label.width(of: text, size: Self.size) / 2 + 1
    let middle = min(max(place, half), room - half)
    return [
      .line([.init(x: place, y: head - 4), .init(x: place, y: bottom)], .mark),
      .label(Label(text, x: middle, y: Self.size, anchor: .middle, size: Self.size)),
    ]
  }

  private func curveShapes(_ head: Int, _ bottom: Int) -> [Picture.Shape] {
    guard !curve.isEmpty else { return [] }
    let (left, width) = Self.panel
    let points = zip(rows.indices, curve).map { index, thousandths in
      Picture.Point(
        x: left + Self.scaled(thousandths, 1000, width),
        y: head + index * Self.rowHeight + Self.size + 8 + Self.barHeight / 2)
    }
    let ends = [(left, "0%", Label.Anchor.start), (left + width, "100%", .end)]
    let lines = ends.map { x, _, _ in
      Picture.Shape.line([.init(x: x, y: head), .init(x: x, y: bottom)], .axis)
    }
    let names = ends.map { x, text, anchor in
      Picture.Shape.label(
        Label(text, x: x, y: bottom + Self.size + 4, anchor: anchor, size: Self.size))
    }
    return lines + names + [.line([.init(x: left, y: head)] + points, .curve)]
  }

  /// The numbers of the axis, as many as do not touch one another: the first, and from there on each that
  /// has room before the last.
  private func labels(
    _ ticks: Ticks, y: Int, _ x: (Int) -> Int, _ text: (Int) -> String
  ) -> [Picture.Shape] {
    let all = ticks.values.enumerated().map { index, value in
      Label(
        text(value), x: x(value), y: y,
        anchor: index == 0 ? .start : index == ticks.values.count - 1 ? .end : .middle,
        size: Self.size)
    }
    return Label.spaced(all).map { .label($0) }
  }
}
