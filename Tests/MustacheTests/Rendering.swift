import Diagnostics

@testable import Mustache

/// A page as text, or what is wrong: the errors as `name:line:column id`.
enum Rendered: Equatable, CustomStringConvertible {
  case page(String)
  case problems([String])

  var description: String {
    switch self {
    case .page(let text): text
    case .problems(let problems): problems.joined(separator: "\n")
    }
  }
}

/// Renders the template `main` with partials beside it.
func render(
  _ template: String, _ values: Value..., partials: KeyValuePairs<String, String> = [:],
  language: Formatters.Language = .simplifiedChinese
) -> Rendered {
  let found = diagnose(template, values, partials, language)
  let problems = found.diagnostics.filter { $0.severity == .error }
  if problems.isEmpty { return .page(found.text) }
  return .problems(problems.map { "\($0.place) \($0.id)" })
}

/// The page and all diagnostics of compiling and, if that went well, of rendering.
func diagnose(
  _ template: String, _ values: [Value], _ partials: KeyValuePairs<String, String> = [:],
  _ language: Formatters.Language = .simplifiedChinese
) -> (text: String, diagnostics: [Diagnostic]) {
  let set = compile(template, partials, language)
  if set.diagnostics.hasErrors { return ("", set.diagnostics) }
  var output: [UInt8] = []
  let diagnostics = set.value.render("main", stack: values, into: &output)
  return (String(decoding: output, as: UTF8.self), set.diagnostics + diagnostics)
}

func compile(
  _ template: String, _ partials: KeyValuePairs<String, String> = [:],
  _ language: Formatters.Language = .simplifiedChinese
) -> Parsed<TemplateSet> {
  let sources = (partials.map { ($0.key, $0.value) } + [("main", template)]).map { name, text in
    TemplateSource(name: name, file: SourceFile(path: name, text: text))
  }
  return TemplateSet.compile(sources, formatters: Formatters(language))
}
