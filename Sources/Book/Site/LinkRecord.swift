import Mustache

/// A link as templates know it, with more fields behind it.
func linkRecord(_ title: String, _ href: String, _ more: [(String, Value)] = []) -> Value {
  .record(Record([("title", .text(title)), ("href", .text(href))] + more))
}
