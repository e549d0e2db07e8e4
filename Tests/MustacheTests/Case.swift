import Diagnostics
import Phrases
import Testing

@testable import Mustache

/// A template with its values and partials, and the page it has to become.
struct Case: Sendable, CustomTestStringConvertible {
  let template: String
  let values: Value
  let partials: [String: String]
  let page: String

  init(
    _ template: String, _ values: Value = [:], _ partials: [String: String] = [:],
    gives page: String
  ) {
    self.template = template
    self.values = values
    self.partials = partials
    self.page = page
  }

  var testDescription: String { template }

  /// What the template really becomes, or its errors.
  func rendered(_ language: Formatters.Language = .simplifiedChinese) -> String {
    render(template, [values], partials, language)
  }
}

/// A template with one mistake: it stands where the mark `‸` is.
struct Mistake: Sendable, CustomTestStringConvertible {
  let template: String
  let values: Value
  let partials: [String: String]
  let id: String
  let fix: String?

  init(
    _ template: String, _ values: Value = [:], _ partials: [String: String] = [:], is id: String,
    fix: String? = nil
  ) {
    self.template = template
    self.values = values
    self.partials = partials
    self.id = "mustache." + id
    self.fix = fix
  }

  var testDescription: String { template }

  /// Fails unless exactly this mistake is found, at its mark.
  func expectFound(_ source: SourceLocation = #_sourceLocation) {
    let pieces = template.split(separator: "‸", omittingEmptySubsequences: false)
    let lines = pieces[0].split(separator: "\n", omittingEmptySubsequences: false)
    let column = (lines.last?.unicodeScalars.count ?? 0) + 1
    let place = Place(path: "main.mustache", line: lines.count, column: column)
    let found = diagnose(pieces.joined(), [values], partials).diagnostics
    #expect(found.map { "\($0.place) \($0.id)" } == ["\(place) \(id)"], sourceLocation: source)
    if let fix { #expect(found.first?.fix?.english == fix, sourceLocation: source) }
  }
}

/// The page that the template `main` becomes, or its errors, one a line.
func render(
  _ template: String, _ stack: [Value], _ partials: [String: String] = [:],
  _ language: Formatters.Language = .simplifiedChinese
) -> String {
  let (page, diagnostics) = diagnose(template, stack, partials, language)
  let errors = diagnostics.filter { $0.severity == .error }
  return errors.isEmpty ? page : errors.map { "\($0.place) \($0.id)" }.joined(separator: "\n")
}

/// The page, and everything that is said about it while compiling and rendering.
func diagnose(
  _ template: String, _ stack: [Value], _ partials: [String: String] = [:],
  _ language: Formatters.Language = .simplifiedChinese
) -> (page: String, diagnostics: [Diagnostic]) {
  let set = compile(template, partials, language)
  if set.diagnostics.hasErrors { return ("", set.diagnostics) }
  var page: [UInt8] = []
  let diagnostics = set.value.render("main", stack: stack, into: &page)
  return (String(decoding: page, as: UTF8.self), set.diagnostics + diagnostics)
}

func compile(
  _ template: String, _ partials: [String: String] = [:],
  _ language: Formatters.Language = .simplifiedChinese
) -> Parsed<TemplateSet> {
  var texts = partials
  texts["main"] = template
  let sources = texts.map { name, text in
    TemplateSource(name: name, file: SourceFile(path: name + ".mustache", text: text))
  }
  return TemplateSet.compile(sources, formatters: Formatters(language))
}

/// Values that are HTML already, for short cases.
func html(_ text: String) -> Value { .html(HTML(trusted: text)) }
