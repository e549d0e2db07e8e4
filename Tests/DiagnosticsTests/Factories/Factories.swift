import Diagnostics
import Phrases

/// Every diagnostic of the program, each made once by its factory.
///
/// Whatever a user wrote stands in them as `q` and a number. `FactoryTests` reads the sources and
/// names the factory that stands in none of these lists.
enum Factories {
  /// A module and its diagnostics.
  static let modules: [(name: String, diagnostics: [Diagnostic])] = [
    ("Book", book), ("Desk", desk), ("Formula", formula), ("Markdown", markdown),
    ("Mustache", mustache), ("Pages", pages), ("PlanData", planData), ("Rulebook", rulebook),
    ("SalesData", salesData), ("Tables", tables), ("Vocabulary", vocabulary),
    ("Workspace", workspace), ("YAML", yaml),
  ]

  static let place = Place(path: "q.md", line: 2, column: 3)
  /// What a caller says in both languages.
  static let word = Phrase(zh: "某物", en: "a thing")
}
