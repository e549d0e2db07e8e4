package import Diagnostics

/// A page's body as HTML, for `salesbook render`: every directive is shown as a section of its
/// name, formulas and data as code.
///
/// - Parameters:
///   - source: the page.
///   - start: the byte at which the page's own text begins, behind front matter.
///   - firstLine: the number of the line that begins there.
///   - plain: bare GitHub-flavoured Markdown, as the library reads it.
///   - unsafeHTML: lets raw HTML and any address through.
/// - Returns: UTF-8, with what is wrong with the page.
///
/// For example:
///
///     renderFile(SourceFile(path: "a.md", text: "~~a~~"), plain: true, unsafeHTML: false).value
///     // "<p><del>a</del></p>\n"
package func renderFile(
  _ source: SourceFile, from start: Int = 0, firstLine: Int = 1, plain: Bool, unsafeHTML: Bool
) -> Parsed<[UInt8]> {
  let options = ParsingOptions(plain: plain, rawHTML: unsafeHTML)
  let document = Document.parse(source, from: start, firstLine: firstLine, options: options)
  var html = HTMLWriter()
  write(document.value.render().pieces, to: &html)
  return Parsed(html.bytes, document.diagnostics)
}

/// Directives nest no deeper than the parser lets them, so neither does this.
private func write(_ pieces: [Piece], to html: inout HTMLWriter) {
  for piece in pieces {
    switch piece {
    case .html(let bytes): html.html(bytes)
    case .element(let element, let body):
      html.html(element.opening)
      write(body, to: &html)
      html.html(element.closing)
    case .formula(let text, _):
      html.markup("<code>= ")
      html.text(text)
      html.markup("</code>")
    case .data(let kind, _, let text, _):
      html.markup("<pre><code class=\"language-")
      html.text(kind)
      html.markup("\">")
      html.text(text)
      html.markup("</code></pre>\n")
    case .directive(let directive, let body):
      open(directive, in: &html)
      write(body, to: &html)
      html.markup("</section>\n")
    }
  }
}

private func open(_ directive: Directive, in html: inout HTMLWriter) {
  html.markup("<section class=\"block block-")
  html.text(directive.name)
  for name in directive.classes {
    html.markup(" ")
    html.text(name)
  }
  if let id = directive.id {
    html.markup("\" id=\"")
    html.text(id)
  }
  html.markup("\">\n")
  guard let title = directive.title else { return }
  html.markup("<p class=\"block-title\">")
  html.html(title.html)
  html.markup("</p>\n")
}
