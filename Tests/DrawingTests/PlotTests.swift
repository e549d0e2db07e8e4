import Drawing
import Testing

/// Pictures of every kind, with names short and long and values from nothing to the largest.
@Suite struct `Other pictures` {
  private struct Dice {
    var state: UInt64

    init(_ seed: Int) { state = UInt64(seed) &* 6_364_136_223_846_793_005 &+ 1 }

    mutating func next(_ below: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % below
    }

    mutating func name() -> String {
      String(repeating: ["销", "W", "i", "a 示"][next(4)], count: next(40))
    }
  }

  private func picture(_ seed: Int) -> Picture {
    var dice = Dice(seed)
    let largest = [1, 9, 1000, 47_000_000, 9_999_999_999_999][dice.next(5)]
    switch seed % 3 {
    case 0:
      let curves = (0...dice.next(3)).map { _ in
        Plot.Curve(
          dice.name(),
          (0...dice.next(9)).map { _ in
            .init(x: dice.next(largest + 1), y: dice.next(largest + 1))
          })
      }
      return Plot(curves, right: largest, top: largest).picture(x: { "\($0)" }, y: { "\($0)" })
    case 1:
      let places = (0...dice.next(14)).map { _ in
        Columns.Place(dice.name(), beside: dice.next(largest + 1), main: dice.next(largest + 1))
      }
      return Columns(places, beside: dice.name(), main: dice.name()).picture { "\($0)" }
    default:
      let columns = (0...dice.next(6)).map { _ in dice.name() }
      let rows = (0...dice.next(5)).map { _ in
        columns.map { _ in
          dice.next(4) == 0
            ? nil : Cells.Cell(dice.name(), text: dice.name(), filled: dice.next(1500))
        }
      }
      return Cells(columns: columns, rows: rows).picture
    }
  }

  @Test(arguments: 0..<300) func `have labels that never touch and lie on the canvas`(seed: Int) {
    let picture = picture(seed)
    let boxes = picture.labels.filter { !$0.text.isEmpty }.map(\.box)
    for (index, box) in boxes.enumerated() {
      #expect(box.x >= 0 && box.x + box.width <= picture.width, "\(box)")
      #expect(box.y >= 0 && box.y + box.height <= picture.height, "\(box)")
      for other in boxes.dropFirst(index + 1) { #expect(!box.overlaps(other), "\(box) \(other)") }
    }
    for case .bar(let bar, _) in picture.shapes {
      #expect(bar.x >= 0 && bar.x + bar.width <= picture.width)
      #expect(bar.y >= 0 && bar.y + bar.height <= picture.height)
    }
  }

  @Test func `draw a line where its values lie`() {
    // The square begins at 72 and ends at 480: half of 408 is 204, half of 240 is 120.
    let picture = Plot([.init("a", [.init(x: 0, y: 0), .init(x: 5, y: 50)])], right: 10, top: 100)
      .picture(x: { "\($0)" }, y: { "\($0)%" })
    let lines = picture.shapes.compactMap { shape -> [Picture.Point]? in
      if case .line(let points, .curve) = shape { points } else { nil }
    }
    let foot = 22 + 8 + 240
    #expect(lines.last == [.init(x: 72, y: foot), .init(x: 276, y: foot - 120)])
  }

  @Test func `stand columns as high as their values`() {
    // The axis ends at 30: that is 200 high, and a third of it 66.
    let bars = Columns([.init("1月", beside: 30, main: 10)], beside: "计划", main: "实际")
      .picture { "\($0)" }.shapes.compactMap { shape -> Box? in
        if case .bar(let box, _) = shape, box.width != 20 { box } else { nil }
      }
    #expect(bars.map(\.height) == [200, 66])
    #expect(bars[0].x + bars[0].width == bars[1].x)
  }

  @Test func `fill a cell as far as its value, below its words`() throws {
    let picture = Cells(columns: ["周一"], rows: [[.init("1", text: "2 / 4", filled: 500)]]).picture
    let bar = try #require(
      picture.shapes.compactMap { if case .bar(let box, _) = $0 { box } else { nil } }.first)
    // The cell is 54 high from 22 on; 16 of it are to be filled.
    #expect(bar == Box(x: 2, y: 67, width: 476, height: 8))
  }
}
