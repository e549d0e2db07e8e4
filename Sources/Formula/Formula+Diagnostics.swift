import Diagnostics

/// Everything a formula can be told off for, each message once.
extension Diagnostic {
  // MARK: Reading

  static func numberTooLong(_ digits: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "formula.number-too-long", at: place, "a number of \(digits) digits",
      expected: "at most \(Rational.mostDigits) digits")
  }

  static func openText(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "formula.open-text", at: place, "the text is not closed",
      fix: "end it with the same kind of quote on this line")
  }

  static func unknownSign(_ sign: String, at place: Place) -> Diagnostic {
    let fix: String? =
      switch sign {
      case "@": "leave it out: names stand for their values as they are"
      case "!", "~": "write <> for “not equal”"
      case "$": "leave it out: names need no $"
      case "、", "。", ";": "separate arguments by a comma"
      case "[", "{", "【": "use round brackets"
      default: nil
      }
    return Diagnostic(
      id: "formula.unknown-sign", at: place, "“\(sign)” means nothing in a formula",
      expected: "a name, a number, a text or one of + - * / ^ % & = <> < <= > >= ( ) ,", fix: fix)
  }

  static func unexpected(
    _ found: String, _ expected: String, _ fix: String?, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      id: "formula.unexpected", at: place, "\(found) cannot stand here", expected: expected,
      fix: fix)
  }

  static func unclosed(_ found: String, open: Place, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "formula.unclosed-bracket", at: place,
      "\(found) comes before the bracket of column \(open.column) is closed",
      expected: "“)” or “,”", fix: "close the bracket that opens in column \(open.column)")
  }

  static func tooDeep(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "formula.too-deep", at: place,
      "brackets and functions nest deeper than \(ExpressionParser.maximumDepth)",
      fix: "give the inner part a name on a line of its own")
  }

  static func tooManyTerms(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "formula.too-many-terms", at: place,
      "the formula has more than \(ExpressionParser.maximumNodes) numbers, names and operations",
      fix: "split it over several names")
  }

  static func emptyFormula(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "formula.empty", at: place, "there is no formula here", expected: "a name or a number")
  }

  static func unknownUnit(_ word: String, _ units: Units, at place: Place) -> Diagnostic {
    let fix =
      if let first = word.unicodeScalars.first, "且或非".unicodeScalars.contains(first) {
        "put a space behind “\(first)”"
      } else if word.unicodeScalars.contains("/") {
        "put spaces around “/” to divide"
      } else {
        suggestion(for: word, among: units.symbols)
      }
    return Diagnostic(
      id: "formula.unknown-unit", at: place, "unknown unit “\(word)”",
      expected: "a unit of the settings, or an operator", fix: fix)
  }

  static func unknownFunction(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "formula.unknown-function", at: place, "unknown function “\(name)”",
      fix: ["AND", "OR", "NOT"].contains(name.uppercased())
        ? "write “and”, “or” and “not” between and before the conditions"
        : suggestion(for: name, among: Function.allCases.map(\.rawValue)))
  }

  static func wrongArity(_ function: Function, _ count: Int, at place: Place) -> Diagnostic {
    let arity = function.arity
    let wanted =
      arity.count == 1 ? "\(arity.lowerBound)" : "\(arity.lowerBound) to \(arity.upperBound)"
    return Diagnostic(
      id: "formula.arguments", at: place, "\(function.rawValue) was given \(count) arguments",
      expected: "\(wanted)")
  }

  // MARK: Lines of a block

  static func notADefinition(_ found: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "formula.not-a-definition", at: place, "the line does not define a name: \(found)",
      expected: "name = formula", fix: "begin a remark with #")
  }

  static func reservedName(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "formula.reserved-name", at: place, "“\(name)” is a word of the language",
      fix: "choose another name")
  }

  static func dottedName(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "formula.dotted-name", at: place, "“\(name)” has a dot, as only the names of data have",
      fix: "write _ instead of the dot")
  }

  static func definedTwice(_ name: String, first: Place?, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "formula.defined-twice", at: place,
      "“\(name)” is defined already" + (first.map { ", at \($0)" } ?? ""),
      fix: "give one of the two another name")
  }

  static func tooManyNames(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "formula.too-many-names", at: place,
      "a page defines at most \(CalcBlock.maximumDefinitions) names",
      fix: "split the calculation over several pages")
  }

  static func misplacedInput(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "formula.misplaced-input", at: place, "an input cannot be part of a formula",
      fix: "give it a line of its own: name = ? 350000 元 in 100000..500000 step 10000")
  }

  static func inputOutside(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "formula.input-outside", at: place, "the value of the input lies outside its bounds")
  }

  static func emptyRange(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "formula.empty-range", at: place, "the range ends before it begins",
      expected: "the smaller bound first")
  }

  static func emptyStep(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "formula.empty-step", at: place, "the step leads nowhere", expected: "a step above 0")
  }
}
