import Diagnostics

extension Diagnostic {
  static func treeName(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "settings.tree-name", at: place, "a tree cannot be called “\(name)”",
      expected: "letters, digits, - and _, as its folder will bear this name")
  }

  static func keptPlansMixed(_ folder: String, with other: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "settings.kept-plans", at: place,
      "the plans kept in “\(folder)” would lie among the files of “\(other)”",
      expected: "a folder for kept plans only", fix: "write kept_plans: Plans")
  }

  static func funnel(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "settings.funnel", at: place,
      "a funnel needs two stages at least, each with its own name",
      expected: "stages in order, as [contact, visit, proposal, deal]")
  }

  static func dateOrder(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "settings.date-order", at: place, "this is no order of a date's parts",
      expected: "one of ymd, dmy, mdy")
  }

  static func incompleteQuery(of table: String, without key: String, at place: Place) -> Diagnostic
  {
    Diagnostic(
      id: "settings.incomplete-query", at: place,
      "the query for the table “\(table)” has no “\(key)”",
      expected: "\(table): {url_env: CRM_URL, query: SELECT …, seconds: 30}")
  }

  /// The value is not repeated: it may be a connection with a password.
  static func notAVariable(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "settings.not-a-variable", at: place,
      "“url_env” is not the name of an environment variable",
      expected: "a name such as CRM_URL: letters, digits and _",
      fix: "put the connection itself into that variable, never into this file")
  }

  static func mappingOfTable(_ table: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "settings.mapping", at: place, "the mapping of “\(table)” is no list of its headers",
      expected: "\(table): {header in the file: field}")
  }
}
