import Diagnostics

extension Diagnostic {
  static func unclosedFrontMatter(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "page.unclosed-front-matter", at: place, "the head of this page is not closed",
      expected: "a line of --- behind the last key",
      fix: "write --- on a line of its own, or *** where a rule across the page was meant")
  }
}

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
}

extension Diagnostic {
  static func funnel(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "settings.funnel", at: place,
      "a funnel needs two stages at least, each with its own name",
      expected: "stages in order, as [contact, visit, proposal, deal]")
  }
}

extension Diagnostic {
  static func wordIsNotText(_ key: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "template.word", at: place, "the word “\(key)” must be text", expected: "\(key): \"…\"")
  }

  static func unknownTree(_ name: String, known: [String]) -> Diagnostic {
    Diagnostic(
      id: "request.unknown-tree", at: Place(path: "--tree"), "there is no tree “\(name)”",
      fix: suggestion(for: name, among: known))
  }

  static func unknownPerson(_ name: String, known: [String]) -> Diagnostic {
    Diagnostic(
      id: "request.unknown-person", at: Place(path: "--person"), "there is no member “\(name)”",
      fix: suggestion(for: name, among: known))
  }

  static func unknownColumn(_ column: String, known: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      id: "page.unknown-column", at: place, "“where” cannot ask for “\(column)”",
      fix: suggestion(for: column, among: known))
  }

  static func whereWithoutEach(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "page.where-without-each", at: place, "“where” chooses rows, but the page has no “each”",
      fix: "add each: member, each: team or each: customer")
  }

  static func noRows(of each: FrontMatter.Each, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "page.no-rows", severity: .warning, at: place,
      "there is no \(each.rawValue) to write this page for; it becomes no file",
      expected: "a table of \(each.table) in the data folder")
  }

  static func noRow(
    of each: FrontMatter.Each, with condition: FrontMatter.Condition, known: [String]
  ) -> Diagnostic {
    let value = condition.value
    var seen: Set<String> = []
    let names = known.filter { !$0.isEmpty && seen.insert($0).inserted }
    return Diagnostic(
      id: "page.no-row", severity: .warning, at: condition.place,
      "no \(each.rawValue) has “\(value)” as its “\(condition.column)”; this page becomes no file",
      fix: nearestName(to: value, in: names).map { "did you mean “\($0)”?" }
        ?? (names.isEmpty ? nil : "known: " + names.prefix(12).joined(separator: ", ")))
  }

  static func pathWithoutEach(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "page.path-without-each", at: place,
      "“path” names the files of rows, but the page has no “each”",
      fix: "add each: member, each: team or each: customer; one page takes a slug")
  }

  static func unknownPathWord(_ word: String, known: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      id: "page.unknown-path-word", at: place, "“path” cannot hold “{\(word)}”",
      fix: suggestion(for: word, among: known))
  }

  static func sameOutputOfRows(_ output: String, word: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "page.same-output", at: place, "several rows of this page become “\(output)”",
      fix: "put {\(word)} into “path”")
  }

  static func sameOutput(_ output: String, _ other: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "page.same-output", at: place, "this page and “\(other)” both become “\(output)”",
      fix: "give one of them another name or a slug")
  }
}

extension Diagnostic {
  static func dateOrder(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "settings.date-order", at: place, "this is no order of a date's parts",
      expected: "one of ymd, dmy, mdy")
  }
}

extension Diagnostic {
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
}

extension Diagnostic {
  static func mappingOfTable(_ table: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "settings.mapping", at: place, "the mapping of “\(table)” is no list of its headers",
      expected: "\(table): {header in the file: field}")
  }
}
