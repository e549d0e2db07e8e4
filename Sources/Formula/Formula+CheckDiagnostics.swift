import Diagnostics
package import Phrases

/// What is wrong with a formula that reads well: its names, kinds, units and values.
extension Diagnostic {
  static func unknownName(_ name: String, fix: Phrase?, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "formula.unknown-name", at: place,
      Phrase(zh: "没有“\(name)”这个名字", en: "unknown name “\(name)”"), fix: fix)
  }

  static func hiddenName(_ name: String, definedAt definition: Place, at place: Place) -> Diagnostic
  {
    Diagnostic(
      id: "formula.hidden-name", at: place,
      Phrase(
        zh: "“\(name)”定义在第 \(definition.line) 行，这个公式看不到那里",
        en: "“\(name)” is defined on line \(definition.line), where this formula cannot see it"),
      expected: Phrase(
        zh: "本页的名字，或同一个练习、例子里的名字", en: "a name of the page, or of the same exercise or example"),
      fix: Phrase(
        zh: "在练习、例子和只给其他版本看的内容之外定义它",
        en: "define it outside exercises, examples and what only other editions get"))
  }

  /// The cycle is named in full, up to eight names.
  static func cycle(_ names: [String], at place: Place) -> Diagnostic {
    let shown = names.count > 8 ? names.prefix(7) + ["…"] : names[...]
    let path = (shown + names.prefix(1)).joined(separator: " → ")
    return Diagnostic(
      id: "formula.cycle", at: place,
      Phrase(zh: "公式首尾相连成了圈：\(path)", en: "the formulas go round in a circle: \(path)"),
      fix: Phrase(zh: "其中一个不用其他的来定义", en: "define one of them without the others"))
  }

  static func differentUnits(_ left: Unit, _ right: Unit, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "formula.units", at: place,
      Phrase(
        zh: "\(described(left))与\(described(right))不能一起算",
        en: "\(described(left)) and \(described(right)) do not go together"),
      expected: Phrase(zh: "单位相同", en: "equal units"),
      fix: left.isNone || right.isNone
        ? Phrase(zh: "两个数都写单位，或都不写", en: "give both numbers a unit, or neither") : nil)
  }

  static func unitOfPower(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "formula.unit-power", at: place,
      Phrase(zh: "这个乘方的单位无法确定", en: "the unit of this power cannot be told"),
      expected: Phrase(
        zh: "直接写出的较小整数作为指数", en: "an exponent that is a small whole number, written out"))
  }

  static func wrongKind(_ found: Kind, _ expected: Phrase, at place: Place) -> Diagnostic {
    let fix: Phrase? =
      switch found {
      case .numbers, .texts:
        Phrase(
          zh: "放进函数里：SUM、COUNT、MIN、MAX、AVERAGE",
          en: "put it in a function: SUM, COUNT, MIN, MAX, AVERAGE")
      default: nil
      }
    return Diagnostic(
      id: "formula.kind", at: place,
      Phrase(zh: "\(found.described)不能放在这里", en: "\(found.described) cannot stand here"),
      expected: expected,
      fix: fix)
  }

  static func differentKinds(_ left: Kind, _ right: Kind, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "formula.kinds-differ", at: place,
      Phrase(
        zh: "\(left.described)与\(right.described)不能一起算",
        en: "\(left.described) and \(right.described) do not go together"),
      expected: Phrase(zh: "同一类的两个值", en: "two values of one kind"))
  }

  static func fault(_ fault: Fault, at place: Place) -> Diagnostic {
    Diagnostic(id: "formula." + fault.id, at: place, fault.message)
  }

  static func expectationFails(_ found: Phrase, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "formula.expectation", at: place,
      Phrase(zh: "这里的预期不成立：\(found)", en: "what is expected here does not hold: \(found)"),
      fix: Phrase(zh: "改正公式或答案", en: "correct the formula or the answer"))
  }

  static func propertyFails(_ found: Phrase, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "formula.property", at: place,
      Phrase(zh: "应当始终成立的不成立：\(found)", en: "what must always hold does not: \(found)"),
      fix: Phrase(zh: "缩小输入的范围", en: "narrow the ranges of the inputs"))
  }

  static func noRangeToVary(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "formula.no-range", at: place,
      Phrase(zh: "没有哪个输入带有可以换数的范围", en: "no input has a range to draw new numbers from"),
      fix: Phrase(
        zh: "把输入写成 ? 240 家 in 120..360 step 12", en: "write an input as ? 240 in 120..360 step 12"))
  }

  static func noDistinctVariants(_ count: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "formula.few-variants", at: place,
      Phrase(
        zh: "按范围和条件，不同的题少于 \(count: count) 份",
        en: "the ranges and the properties leave fewer than \(count: count) different variants"),
      fix: Phrase(zh: "放宽输入的范围", en: "widen the ranges of the inputs"))
  }

  private static func described(_ unit: Unit) -> Phrase {
    unit.isNone ? Phrase(zh: "没有单位的数", en: "a number without a unit") : Phrase(same: "“\(unit)”")
  }
}

extension Fault {
  /// The last part of the diagnostic's id.
  var id: String {
    switch self {
    case .divisionByZero: "division-by-zero"
    case .tooLarge: "too-large"
    case .exponent: "exponent"
    case .zeroToTheZero: "zero-to-the-zero"
    case .digits: "digits"
    case .step: "step"
    case .nothing: "nothing"
    case .longText: "long-text"
    case .criterion: "criterion"
    case .lengths: "lengths"
    case .missing: "missing"
    case .unavailable: "unavailable"
    }
  }

  /// What happened, for the one who writes the formula.
  package var message: Phrase {
    switch self {
    case .divisionByZero: Phrase(zh: "除数为零", en: "division by zero")
    case .tooLarge: Phrase(zh: "数太大", en: "the number grows beyond \(Rational.maximumBits) bits")
    case .exponent:
      Phrase(
        zh: "指数须是 -1024 到 1024 的整数", en: "an exponent is a whole number between -1024 and 1024")
    case .zeroToTheZero: Phrase(zh: "0 的 0 次方没有值", en: "0^0 has no value")
    case .digits:
      Phrase(zh: "小数位数须是 -100 到 100 的整数", en: "decimals are a whole number between -100 and 100")
    case .step:
      Phrase(zh: "CEILING 和 FLOOR 的步长须大于零", en: "the step of CEILING and FLOOR is above zero")
    case .nothing:
      Phrase(
        zh: "没有可取平均、最小或最大的数",
        en: "there is no number to take the mean, the least or the greatest of")
    case .longText: Phrase(zh: "文字超过 32,767 个字符", en: "the text grows beyond 32,767 characters")
    case .criterion:
      Phrase(
        zh: "对数的条件须是一个数，或如 \">=100\" 的文字",
        en: "a condition on numbers is a number, or a text such as \">=100\"")
    case .lengths: Phrase(zh: "SUMIF 的两列须出自同一张表", en: "SUMIF needs two columns of one table")
    case .missing: Phrase(zh: "还没有数据", en: "no data yet")
    case .unavailable: Phrase(zh: "所依据的值有误", en: "a value that this one needs is wrong")
    }
  }
}
