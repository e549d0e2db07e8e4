import Markdown

/// HTML whose links without words, `[](#fig-1)`, say what they lead to.
///
///     labelled(Array("<a href=\"#f\"></a>".utf8)) { $0 == "#f" ? "图 1" : nil }
///     // <a href="#f" class="xref">图 1</a>
func labelled(_ html: [UInt8], _ label: (String) -> String?) -> [UInt8] {
  let (start, empty) = (Array("<a href=\"".utf8), Array("></a>".utf8))
  guard html.holds("\"></a>") else { return html }
  var output: [UInt8] = []
  output.reserveCapacity(html.count + 256)
  var rest = html[...]
  while let begin = rest.firstRange(of: start) {
    let address = rest[begin.upperBound...].prefix { $0 != 34 }
    guard let close = rest[address.endIndex...].firstIndex(of: 62),
      html[close...].starts(with: empty)
    else {
      output += rest[..<address.endIndex]
      rest = rest[address.endIndex...]
      continue
    }
    output += rest[..<close]
    output += Array(" class=\"xref\">".utf8)
    var words = HTMLWriter()
    let href = String(decoding: address, as: UTF8.self)
    words.text(label(href) ?? href)
    output += words.bytes
    rest = rest[(close + 1)...]
  }
  return output + rest
}
