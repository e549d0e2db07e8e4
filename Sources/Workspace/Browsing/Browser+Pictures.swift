package import Foundation

extension Browser {
  /// Whether pages are shown as to a reader who likes them dark.
  package func prefer(dark: Bool) throws(MachineFailure) {
    let scheme = ["name": "prefers-color-scheme", "value": dark ? "dark" : "light"]
    _ = try connection.send("Emulation.setEmulatedMedia", ["features": [scheme]])
  }

  /// Makes it a moment for the scripts of every page that is opened from now on: what a page marks as today
  /// is then the same on any day.
  ///
  ///     try browser.stopClock(at: "2026-12-03T09:00:00")
  package func stopClock(at moment: String) throws(MachineFailure) {
    let script = """
      { const Running = Date, stopped = new Running("\(moment)").getTime();
        Date = class extends Running {
          constructor(...parts) { if (parts.length) { super(...parts); } else { super(stopped); } }
          static now() { return stopped; }
        }; }
      """
    _ = try connection.send("Page.addScriptToEvaluateOnNewDocument", ["source": script])
  }

  /// A picture (PNG) of the open page from its top, so many pixels of the page high at most, drawn smaller by
  /// a scale from 0 to 1.
  package func picture(ofHeight limit: Int, scale: Double) throws(MachineFailure) -> Data {
    let layout = try connection.send("Page.getLayoutMetrics")
    let size = layout["cssContentSize"] as? [String: Any]
    let window = layout["cssLayoutViewport"] as? [String: Any]
    let width = (window?["clientWidth"] as? NSNumber)?.doubleValue ?? 0
    let height = min((size?["height"] as? NSNumber)?.doubleValue ?? 0, Double(limit))
    let answer = try connection.send(
      "Page.captureScreenshot",
      [
        "format": "png", "captureBeyondViewport": true,
        "clip": ["x": 0, "y": 0, "width": width, "height": height, "scale": scale],
      ])
    guard let text = answer["data"] as? String, let data = Data(base64Encoded: text) else {
      throw MachineFailure("draw", "the page", because: "the browser gave no picture")
    }
    return data
  }
}
