import Diagnostics
import Phrases

/// Everything a formula can be told off for, each message once.
extension Diagnostic {
  // MARK: Reading

  static func numberTooLong(_ digits: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "formula.number-too-long", at: place,
      Phrase(zh: "数字有 \(count: digits) 位", en: "a number of \(count: digits) digits"),
      expected: Phrase(
        zh: "最多 \(count: Rational.mostDigits) 位", en: "at most \(count: Rational.mostDigits) digits"
      ))
  }

  static func openText(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "formula.open-text", at: place, Phrase(zh: "文字没有结束", en: "the text is not closed"),
      fix: Phrase(zh: "在这一行用同一种引号结束", en: "end it with the same kind of quote on this line"))
  }

  static func unknownSign(_ sign: String, at place: Place) -> Diagnostic {
    let fix: Phrase? =
      switch sign {
      case "@":
        Phrase(zh: "去掉它：名字本身就代表它的值", en: "leave it out: names stand for their values as they are")
      case "!", "~": Phrase(zh: "“不等于”写 <>", en: "write <> for “not equal”")
      case "$": Phrase(zh: "去掉它：名字不需要 $", en: "leave it out: names need no $")
      case "、", "。", ";": Phrase(zh: "参数之间用逗号", en: "separate arguments by a comma")
      case "[", "{", "【": Phrase(zh: "用圆括号", en: "use round brackets")
      default: nil
      }
    return Diagnostic(
      id: "formula.unknown-sign", at: place,
      Phrase(zh: "“\(sign)”在公式里没有意义", en: "“\(sign)” means nothing in a formula"),
      expected: Phrase(
        zh: "名字、数字、文字，或 + - * / ^ % & = <> < <= > >= ( ) , 之一",
        en: "a name, a number, a text or one of + - * / ^ % & = <> < <= > >= ( ) ,"), fix: fix)
  }

  static func unexpected(
    _ found: Phrase, _ expected: Phrase, _ fix: Phrase?, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      id: "formula.unexpected", at: place,
      Phrase(zh: "\(found)不能放在这里", en: "\(found) cannot stand here"), expected: expected,
      fix: fix)
  }

  static func unclosed(_ found: Phrase, open: Place, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "formula.unclosed-bracket", at: place,
      Phrase(
        zh: "第 \(open.column) 列的括号还没闭合就出现了\(found)",
        en: "\(found) comes before the bracket in column \(open.column) is closed"),
      expected: Phrase(zh: "“)”或“,”", en: "“)” or “,”"),
      fix: Phrase(
        zh: "把第 \(open.column) 列打开的括号闭合",
        en: "close the bracket that opens in column \(open.column)"))
  }

  static func tooDeep(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "formula.too-deep", at: place,
      Phrase(
        zh: "括号和函数嵌套超过 \(ExpressionParser.maximumDepth) 层",
        en: "brackets and functions nest deeper than \(ExpressionParser.maximumDepth)"),
      fix: Phrase(zh: "把里面的部分另起一行取个名字", en: "give the inner part a name on a line of its own"))
  }

  static func tooManyTerms(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "formula.too-many-terms", at: place,
      Phrase(
        zh: "公式里的数字、名字和运算超过 \(count: ExpressionParser.maximumNodes) 个",
        en: "the formula has more than \(count: ExpressionParser.maximumNodes) "
          + "numbers, names and operations"),
      fix: Phrase(zh: "拆成几个名字", en: "split it over several names"))
  }

  static func emptyFormula(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "formula.empty", at: place, Phrase(zh: "这里没有公式", en: "there is no formula here"),
      expected: Phrase(zh: "名字或数字", en: "a name or a number"))
  }

  static func unknownUnit(_ word: String, _ units: Units, at place: Place) -> Diagnostic {
    let fix =
      if let first = word.unicodeScalars.first, "且或非".unicodeScalars.contains(first) {
        Phrase(zh: "在“\(String(first))”后面加空格", en: "put a space after “\(String(first))”")
      } else if word.unicodeScalars.contains("/") {
        Phrase(zh: "要做除法，“/”两边加空格", en: "put spaces around “/” to divide")
      } else {
        suggestion(for: word, among: units.symbols)
      }
    return Diagnostic(
      id: "formula.unknown-unit", at: place,
      Phrase(zh: "没有“\(word)”这个单位", en: "unknown unit “\(word)”"),
      expected: Phrase(zh: "设置里的单位，或运算符", en: "a unit of the settings, or an operator"), fix: fix)
  }

  static func unknownFunction(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "formula.unknown-function", at: place,
      Phrase(zh: "没有“\(name)”这个函数", en: "unknown function “\(name)”"),
      fix: ["AND", "OR", "NOT"].contains(name.uppercased())
        ? Phrase(
          zh: "条件之间或之前写“且”“或”“非”",
          en: "write “and”, “or” and “not” between and before the conditions")
        : suggestion(for: name, among: Function.allCases.map(\.rawValue)))
  }

  static func wrongArity(_ function: Function, _ count: Int, at place: Place) -> Diagnostic {
    let arity = function.arity
    let wanted =
      arity.count == 1
      ? Phrase(same: "\(arity.lowerBound)")
      : Phrase(
        zh: "\(arity.lowerBound) 到 \(arity.upperBound)",
        en: "\(arity.lowerBound) to \(arity.upperBound)")
    return Diagnostic(
      id: "formula.arguments", at: place,
      Phrase(
        zh: "\(function.rawValue) 得到了 \(count: count) 个参数",
        en: "\(function.rawValue) was given \(count: count, "argument", "arguments")"),
      expected: wanted)
  }

  // MARK: Lines of a block

  static func notADefinition(_ found: Phrase, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "formula.not-a-definition", at: place,
      Phrase(zh: "这一行没有定义名字：\(found)", en: "the line does not define a name: \(found)"),
      expected: Phrase(zh: "名字 = 公式", en: "name = formula"),
      fix: Phrase(zh: "注释以 # 开头", en: "begin a remark with #"))
  }

  static func reservedName(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "formula.reserved-name", at: place,
      Phrase(zh: "“\(name)”是公式语言的词", en: "“\(name)” is a word of the language"),
      fix: Phrase(zh: "换一个名字", en: "choose another name"))
  }

  static func dottedName(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "formula.dotted-name", at: place,
      Phrase(zh: "“\(name)”里有点号，只有数据的名字才有", en: "“\(name)” has a dot, as only names of data do"),
      fix: Phrase(zh: "点号改为 _", en: "write _ instead of the dot"))
  }

  static func definedTwice(_ name: String, first: Place?, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "formula.defined-twice", at: place,
      first.map {
        Phrase(
          zh: "“\(name)”已在 \($0.description) 定义",
          en: "“\(name)” is defined already, at \($0.description)")
      } ?? Phrase(zh: "“\(name)”已有定义", en: "“\(name)” is defined already"),
      fix: Phrase(zh: "给其中一个换一个名字", en: "give one of the two another name"))
  }

  static func tooManyNames(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "formula.too-many-names", at: place,
      Phrase(
        zh: "一页最多定义 \(count: CalcBlock.maximumDefinitions) 个名字",
        en: "a page defines at most \(count: CalcBlock.maximumDefinitions) names"),
      fix: Phrase(zh: "把计算分到几页", en: "split the calculation over several pages"))
  }

  static func misplacedInput(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "formula.misplaced-input", at: place,
      Phrase(zh: "输入不能是公式的一部分", en: "an input cannot be part of a formula"),
      fix: Phrase(
        zh: "单独写一行：名字 = ? 350000 元 in 100000..500000 step 10000",
        en: "give it a line of its own: name = ? 350000 in 100000..500000 step 10000"))
  }

  static func inputOutside(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "formula.input-outside", at: place,
      Phrase(zh: "输入的值超出了它的范围", en: "the value of the input lies outside its bounds"))
  }

  static func emptyRange(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "formula.empty-range", at: place,
      Phrase(zh: "范围的结尾在开头之前", en: "the range ends before it begins"),
      expected: Phrase(zh: "较小的一端写在前面", en: "the smaller bound first"))
  }

  static func emptyStep(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "formula.empty-step", at: place, Phrase(zh: "步长没有意义", en: "the step is not above zero"),
      expected: Phrase(zh: "大于 0 的步长", en: "a step above 0"))
  }
}
