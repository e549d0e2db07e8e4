/// Upright bars side by side, two at each place at most, on an axis of round numbers: what was planned
/// and what came, month by month or week by week.
package struct Columns: Hashable, Sendable {
  /// What stands at one place.
  package struct Place: Hashable, Sendable {
    /// What it is called, below the axis.
    package let name: String
    /// The outlined bar, and the filled one; nil draws none.
    package let beside, main: Int?

    /// A named place.
    package init(_ name: String, beside: Int? = nil, main: Int?) {
      (self.name, self.beside, self.main) = (name, beside, main)
    }
  }

  private static let width = 480
  private static let height = 200
  private static let left = 72
  private static let size = 15
  private static let line = 22

  package let places: [Place]
  /// What the outlined and the filled bars are called.
  package let besideName, mainName: String?

  /// Places from left to right.
  package init(_ places: [Place], beside: String? = nil, main: String? = nil) {
    (self.places, besideName, mainName) = (places, beside, main)
  }

  /// The picture; `text` says what stands at a number of the axis.
  ///
  ///     Columns([.init("1月", main: 30)]).picture { "\($0)" }
  package func picture(_ text: (Int) -> String) -> Picture {
    let largest = places.flatMap { [$0.beside ?? 0, $0.main ?? 0] }.reduce(0, max)
    let ticks = Ticks(upTo: largest, steps: 4)
    let named = [(besideName, Picture.Tone.beside), (mainName, .main)].compactMap { name, tone in
      name.map { ($0, tone) }
    }
    let head = named.count * Self.line + Self.size
    let foot = head + Self.height
    func height(of value: Int) -> Int {
      let product = min(max(value, 0), ticks.last).multipliedFullWidth(by: Self.height)
      return ticks.last.dividingFullWidth(product).quotient
    }
    var shapes = legend(named)
    for value in ticks.values {
      let y = foot - height(of: value)
      shapes.append(.line([.init(x: Self.left, y: y), .init(x: Self.width, y: y)], .axis))
      let name = Label.fitting(text(value), width: Self.left - 8, size: Self.size)
      shapes.append(.label(Label(name, x: Self.left - 6, y: y + 5, anchor: .end, size: Self.size)))
    }
    shapes += places.enumerated().flatMap { bars(of: $1, at: $0, foot, height) }
    let names = places.indices.map { number in
      Label(
        Label.fitting(places[number].name, width: 120, size: Self.size), x: middle(of: number),
        y: foot + Self.size + 9, anchor: .middle,
        size: Self.size)
    }
    shapes += Label.spaced(names.map(Self.onCanvas)).map { .label($0) }
    return Picture(width: Self.width, height: foot + Self.size + 14, shapes: shapes)
  }

  private func legend(_ named: [(String, Picture.Tone)]) -> [Picture.Shape] {
    named.enumerated().flatMap { number, entry -> [Picture.Shape] in
      let (name, tone) = entry
      let top = number * Self.line + 4
      let text = Label.fitting(name, width: Self.width - 30, size: Self.size)
      return [
        .bar(Box(x: 0, y: top, width: 20, height: 12), tone),
        .label(Label(text, x: 28, y: top + 12, size: Self.size)),
      ]
    }
  }

  private func bars(
    of place: Place, at number: Int, _ foot: Int, _ height: (Int) -> Int
  ) -> [Picture.Shape] {
    let room = (Self.width - Self.left) / max(places.count, 1)
    let wide = max(min(room * 2 / 5, 28), 1)
    let isPair = besideName != nil && mainName != nil
    func bar(_ value: Int?, _ x: Int, _ tone: Picture.Tone) -> [Picture.Shape] {
      guard let value else { return [] }
      let tall = height(value)
      return [.bar(Box(x: x, y: foot - tall, width: wide, height: tall), tone)]
    }
    let centre = middle(of: number)
    return bar(place.beside, isPair ? centre - wide : centre - wide / 2, .beside)
      + bar(place.main, isPair ? centre : centre - wide / 2, .main)
  }

  private func middle(of number: Int) -> Int {
    Self.left + (Self.width - Self.left) * (2 * number + 1) / (2 * max(places.count, 1))
  }

  /// A label moved so far that it lies on the canvas.
  private static func onCanvas(_ label: Label) -> Label {
    let over = label.box.x + label.box.width - width
    return over > 0
      ? Label(label.text, x: label.x - over, y: label.y, anchor: label.anchor, size: label.size)
      : label
  }
}
