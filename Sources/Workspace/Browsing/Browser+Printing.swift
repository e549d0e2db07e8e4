import Foundation

extension Browser {
  /// Gives the page a window of so many pixels, as a phone or a desk has it.
  package func resize(width: Int, height: Int) throws(MachineFailure) {
    _ = try connection.send(
      "Emulation.setDeviceMetricsOverride",
      ["width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600])
  }

  /// The open page as a PDF, on the paper its stylesheet asks for, with tags and an outline.
  ///
  /// The same page, browser and fonts give the same bytes: the dates in it are 2000-01-01.
  package func printed() throws(MachineFailure) -> [UInt8] {
    let answer = try connection.send(
      "Page.printToPDF",
      [
        "preferCSSPageSize": true, "printBackground": true, "generateTaggedPDF": true,
        "generateDocumentOutline": true,
      ])
    guard let text = answer["data"] as? String, let data = Data(base64Encoded: text) else {
      throw MachineFailure("print", "the page", because: "the browser gave no PDF")
    }
    return undated([UInt8](data))
  }
}

/// A PDF whose dates say 2000-01-01, each in its place.
func undated(_ pdf: [UInt8]) -> [UInt8] {
  var pdf = pdf
  for key in ["/CreationDate (D:", "/ModDate (D:"] {
    let mark = Array(key.utf8)
    var from = pdf.startIndex
    while let found = pdf[from...].firstRange(of: mark) {
      let date = Array("20000101000000".utf8)
      let end = found.upperBound + date.count
      if end <= pdf.count { pdf.replaceSubrange(found.upperBound..<end, with: date) }
      from = found.upperBound
    }
  }
  return pdf
}
