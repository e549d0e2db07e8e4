import Drawing
import Testing

@Suite struct `An axis` {
  @Test(arguments: [
    (43, [0, 10, 20, 30, 40, 50]), (350, [0, 100, 200, 300, 400]), (5, [0, 1, 2, 3, 4, 5]),
    (6, [0, 2, 4, 6]), (100, [0, 20, 40, 60, 80, 100]), (101, [0, 50, 100, 150]), (1, [0, 1]),
    (0, [0, 1]), (-7, [0, 1]),
  ])
  func `has round numbers that reach the largest value`(largest: Int, values: [Int]) {
    #expect(Ticks(upTo: largest).values == values)
  }

  @Test func `has few numbers however large the values are`() {
    for largest in [Int.max, 99_999_999_999_999_999, 123_456_789] {
      let ticks = Ticks(upTo: largest)
      #expect(ticks.values.count <= 6)
      #expect(ticks.last >= min(largest, 100_000_000_000_000_000))
    }
  }
}

@Suite struct `Bars as a picture` {
  @Test func `are as long as their values on the axis`() {
    // The axis ends at 40: the canvas is 480 wide, so 30 is 360.
    let picture = Bars([.init("甲", to: 30, text: "30"), .init("乙", from: 10, to: 40, text: "+30")])
      .picture { "\($0)" }
    let boxes = picture.shapes.compactMap { if case .bar(let box, _) = $0 { box } else { nil } }
    #expect(boxes.map(\.x) == [0, 120])
    #expect(boxes.map(\.width) == [360, 360])
  }

  @Test func `are the same bytes each time, and nothing in them is markup`() {
    func svg() -> String {
      Bars([.init("<b>&\"甲\"", to: 3, text: "3")]).picture { "\($0)" }
        .svg(title: "一 < 二", description: "a & b", id: "chart-1")
    }
    #expect(svg() == svg())
    #expect(svg().hasPrefix("<svg class=\"drawing\" viewBox=\"0 0 480 "))
    #expect(svg().contains("<title id=\"chart-1-title\">一 &lt; 二</title>"))
    #expect(svg().contains("<desc id=\"chart-1-desc\">a &amp; b</desc>"))
    #expect(svg().contains("&lt;b&gt;&amp;&quot;甲&quot;"))
    #expect(!svg().contains("<b>"))
  }

  /// Rows of all kinds: names short and long, values from nothing to the largest.
  static let samples: [Bars] = (0..<200).map { seed in
    var state = UInt64(seed) &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    func next(_ below: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % below
    }
    let largest = [1, 9, 1000, 47_000_000, 9_999_999_999_999][next(5)]
    let rows = (0...next(12)).map { _ in
      let name = String(repeating: ["销", "W", "i", "a 示"][next(4)], count: next(60))
      return Bars.Row(name, to: next(largest + 1), text: "\(next(largest + 1)) · \(next(100))%")
    }
    let curve = next(3) == 0 ? rows.map { _ in next(1001) } : []
    return Bars(
      rows, mark: next(2) == 0 ? nil : .init(next(largest + 1), "目标 \(largest)"), curve: curve)
  }

  @Test(arguments: samples) func `have labels that never touch and lie on the canvas`(bars: Bars) {
    let picture = bars.picture { "\($0)" }
    let boxes = picture.labels.filter { !$0.text.isEmpty }.map(\.box)
    for (index, box) in boxes.enumerated() {
      #expect(box.x >= 0 && box.x + box.width <= picture.width)
      #expect(box.y >= 0 && box.y + box.height <= picture.height)
      for other in boxes.dropFirst(index + 1) { #expect(!box.overlaps(other)) }
    }
  }

  @Test func `say a value to be reached, with a line through all of them`() {
    let picture = Bars([.init("预计", to: 20, text: "20")], mark: .init(40, "目标 40"))
      .picture { "\($0)" }
    #expect(picture.labels.contains { $0.text == "目标 40" })
    #expect(
      picture.shapes.contains {
        if case .line(let points, .mark) = $0 { points.allSatisfy { $0.x == 480 } } else { false }
      })
  }

  @Test func `carry a curve from row to row`() {
    let picture = Bars(
      [.init("甲", to: 3, text: "3"), .init("乙", to: 1, text: "1")], curve: [750, 1000]
    ).picture { "\($0)" }
    let curves = picture.shapes.compactMap { shape -> [Int]? in
      if case .line(let points, .curve) = shape { points.map(\.x) } else { nil }
    }
    // Beside the bars, from 330 to 480: three quarters of 150 is 112.
    #expect(curves == [[330, 442, 480]])
    // No word of a row reaches so far.
    let rows = picture.labels.filter { $0.text != "0%" && $0.text != "100%" }
    #expect(rows.allSatisfy { $0.box.x + $0.box.width <= 330 })
  }

  @Test func `stands its labels over its lines, whatever comes first`() throws {
    let line = Picture.Shape.line([.init(x: 0, y: 0), .init(x: 9, y: 9)], .curve)
    let word = Picture.Shape.label(Label("甲", x: 0, y: 9))
    let svg = Picture(width: 10, height: 10, shapes: [word, line])
      .svg(title: "", description: "", id: "a")
    let (drawn, written) = (svg.firstRange(of: "<polyline"), svg.firstRange(of: "<text"))
    #expect(try #require(drawn).lowerBound < #require(written).lowerBound)
  }
}
