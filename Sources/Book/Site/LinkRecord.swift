import Mustache

/// A link as templates know it.
func linkRecord(_ title: String, _ href: String) -> Value {
  .record(Record(linkNames, [.text(title), .text(href)]))
}

/// A link as templates know it, with more fields behind it.
func linkRecord(_ title: String, _ href: String, _ more: [(String, Value)]) -> Value {
  .record(Record([("title", .text(title)), ("href", .text(href))] + more))
}

/// A heading of a page as a link to it, with its level.
///
///     linkRecord("客户", "#客户", level: 2)
func linkRecord(_ title: String, _ href: String, level: Int) -> Value {
  .record(Record(headingNames, [.text(title), .text(href), .integer(level)]))
}

/// The names of links, shared by those of all pages.
private let linkNames = Layout(["title", "href"])
private let headingNames = Layout(["title", "href", "level"])
