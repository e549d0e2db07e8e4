import Diagnostics
import Markdown

/// The HTML of a page as `salesbook render` prints it.
func rendered(_ page: String, plain: Bool = false, unsafe: Bool = false) -> String {
  let source = SourceFile(path: "page.md", text: page)
  return String(
    decoding: renderFile(source, plain: plain, unsafeHTML: unsafe).value, as: UTF8.self)
}

/// What is wrong with a page, as `line:column id`.
func mistakes(_ page: String, options: ParsingOptions = ParsingOptions()) -> [String] {
  Document.parse(SourceFile(path: "page.md", text: page), options: options).diagnostics.map {
    "\($0.place.line):\($0.place.column) \($0.id)"
  }
}
