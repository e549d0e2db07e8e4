extension Browser {
  /// A key that is pressed and let go, by what a page calls it.
  package enum Key: String, Sendable {
    case tab = "Tab"
    case enter = "Enter"
    case space = " "
    case escape = "Escape"
    case down = "ArrowDown"
    case up = "ArrowUp"
    case right = "ArrowRight"
    case slash = "/"

    /// Windows' number of the key, which the browser goes by, and what it types.
    fileprivate var code: (number: Int, text: String) {
      switch self {
      case .tab: (9, "")
      case .enter: (13, "\r")
      case .space: (32, " ")
      case .escape: (27, "")
      case .down: (40, "")
      case .up: (38, "")
      case .right: (39, "")
      case .slash: (191, "/")
      }
    }
  }

  /// Presses a key, as somebody without a mouse does.
  ///
  ///     try browser.press(.tab)
  package func press(_ key: Key) throws(MachineFailure) {
    let (number, text) = key.code
    var down: [String: Any] = [
      "type": text.isEmpty ? "rawKeyDown" : "keyDown", "key": key.rawValue,
      "windowsVirtualKeyCode": number,
    ]
    if !text.isEmpty { down["text"] = text }
    _ = try connection.send("Input.dispatchKeyEvent", down)
    _ = try connection.send(
      "Input.dispatchKeyEvent",
      ["type": "keyUp", "key": key.rawValue, "windowsVirtualKeyCode": number])
  }

  /// Types a text into what has the focus.
  package func type(_ text: String) throws(MachineFailure) {
    _ = try connection.send("Input.insertText", ["text": text])
  }

  /// Makes the page's scripts so many times slower, as on a cheap phone.
  package func slowDown(by factor: Int) throws(MachineFailure) {
    _ = try connection.send("Emulation.setCPUThrottlingRate", ["rate": factor])
  }
}
