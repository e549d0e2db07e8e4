/// A picture as a value: shapes on a canvas that is scaled to the room it gets.
///
/// The same picture is the same bytes. It has no colours of its own: each shape has a class for a
/// stylesheet, and what it shows is told by lengths, lines and words, so that it reads in grey too.
package struct Picture: Hashable, Sendable {
  /// What a shape is for, which is its class.
  package enum Tone: String, Hashable, Sendable, CaseIterable {
    /// What counts.
    case main
    /// What stands beside it.
    case beside
    /// A line that the eye follows.
    case curve
    /// A value to be reached.
    case mark
    /// What one measures against.
    case axis
  }

  /// One shape.
  package enum Shape: Hashable, Sendable {
    case bar(Box, Tone)
    /// A line through points.
    case line([Point], Tone)
    case label(Label)
  }

  /// A point.
  package struct Point: Hashable, Sendable {
    package let x, y: Int

    /// A point by its distances from the left and from the top.
    package init(x: Int, y: Int) { (self.x, self.y) = (x, y) }
  }

  /// The canvas.
  package let width, height: Int
  /// The shapes, each over those before it; labels stand over all else, so that no line strikes one
  /// out.
  package let shapes: [Shape]

  /// Puts shapes on a canvas.
  package init(width: Int, height: Int, shapes: [Shape]) {
    (self.width, self.height, self.shapes) = (width, height, shapes)
  }

  /// The labels, in their order.
  package var labels: [Label] {
    shapes.compactMap { if case .label(let label) = $0 { label } else { nil } }
  }

  /// The picture as an `<svg>` element with a title and a description for who does not see it; `id` is
  /// one that the page has once.
  ///
  ///     picture.svg(title: "二八分析", description: "…", id: "chart-1")
  package func svg(title: String, description: String, id: String) -> String {
    let id = Self.escaped(id)
    var text =
      "<svg class=\"drawing\" viewBox=\"0 0 \(width) \(height)\" role=\"img\" "
      + "aria-labelledby=\"\(id)-title \(id)-desc\">"
      + "<title id=\"\(id)-title\">\(Self.escaped(title))</title>"
      + "<desc id=\"\(id)-desc\">\(Self.escaped(description))</desc>"
    for shape in shapes where !shape.isLabel { text += Self.element(shape) }
    for label in labels { text += Self.element(.label(label)) }
    return text + "</svg>"
  }

  private static func element(_ shape: Shape) -> String {
    switch shape {
    case .bar(let box, let tone):
      return "<rect class=\"\(tone.rawValue)\" x=\"\(box.x)\" y=\"\(box.y)\" "
        + "width=\"\(box.width)\" height=\"\(box.height)\"/>"
    case .line(let points, let tone):
      let places = points.map { "\($0.x),\($0.y)" }.joined(separator: " ")
      return "<polyline class=\"\(tone.rawValue)\" points=\"\(places)\"/>"
    case .label(let label):
      let anchor = label.anchor == .start ? "" : " text-anchor=\"\(label.anchor.rawValue)\""
      return "<text x=\"\(label.x)\" y=\"\(label.y)\" font-size=\"\(label.size)\"\(anchor)>"
        + "\(escaped(label.text))</text>"
    }
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\n", "\t": escaped += " "
      default:
        if scalar.value >= 0x20, scalar.value != 0x7F { escaped.unicodeScalars.append(scalar) }
      }
    }
    return escaped
  }
}

extension Picture.Shape {
  fileprivate var isLabel: Bool { if case .label = self { true } else { false } }
}
