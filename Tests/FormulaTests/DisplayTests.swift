import Diagnostics
import Formula
import OrderedJSON
import Testing

@Suite struct `A value is shown by the language of the page` {
  @Test(arguments: [
    ("350000 元", "35 万元", "350,000 yuan"), ("352345 元", "352,345 元", "352,345 yuan"),
    ("1.2亿 元", "1.2 亿元", "120,000,000 yuan"), ("9999", "9,999", "9,999"),
    ("12000 家", "1.2 万家", "12,000 customers"), ("35000 元/单", "3.5 万元/单", "35,000 yuan/order"),
    ("20%", "20%", "20%"), ("12 / 240 * 100%", "5%", "5%"), ("12 / 240", "0.05", "0.05"),
    ("1 / 3", "≈ 0.3333", "≈ 0.3333"), ("100 元 / 3", "≈ 33.33 元", "≈ 33.33 yuan"),
    ("1.2345", "1.2345", "1.2345"), ("-0.5", "-0.5", "-0.5"), ("1 = 1", "是", "TRUE"),
    ("\"a\"", "a", "a"), ("1/0", "⚠ 除数为零", "⚠ division by zero"),
    ("2/3 * 100%", "≈ 66.67%", "≈ 66.67%"),
    ("1 / 295", "≈ 0.00339", "≈ 0.00339"), ("-350000 元", "-35 万元", "-350,000 yuan"),
    ("8 / 4 天", "2 1/天", "2 1/day"), ("10 000", "", ""), ("20% + 5%", "25%", "25%"),
    ("MAX(20%, 5%)", "20%", "20%"), ("20% * 350", "70", "70"),
    ("1 单 / 1 家", "1 单/家", "1 order/customer"), ("-1 小时", "-1 小时", "-1 hour"),
    ("1.5 单", "1.5 单", "1.5 orders"), ("3 次 / 3", "1 次", "1 time"), ("0 天", "0 天", "0 days"),
  ])
  func `without losing exactness`(formula: String, chinese: String, english: String) {
    let evaluation = calculate("x = \(formula)", at: origin).value
    guard let result = evaluation["x"], !chinese.isEmpty else { return }
    #expect(Notation(language: "zh-Hans").shown(result) == chinese)
    #expect(Notation(language: "en").shown(result) == english)
  }

  @Test func `as data for other programs`() {
    let place = Place(path: "x", line: 1, column: 1)
    let calculated = calculate("rate = 36/96\ncost = 3.5 万元\nbad = 1/0", at: place)
    let json = calculated.value.json(in: .chinese, diagnostics: calculated.diagnostics)
    #expect(
      json.text() == """
        {"values":[{"name":"rate","exact":"3/8","shown":"0.375","unit":""},\
        {"name":"cost","exact":"35000","shown":"3.5 万元","unit":"元"},\
        {"name":"bad","exact":null,"shown":"⚠ 除数为零","unit":""}],\
        "errors":[{"line":3,"column":8,"id":"formula.division-by-zero","message":"division by zero"}]}
        """)
  }

  @Test(arguments: [
    ("1,200,000", "1200000"), ("120万", "1200000"), ("1.2 亿", "120000000"), ("-5", "-5"),
    ("20%", "1/5"), ("１２０", "120"), (" 3.5 ", "7/2"), ("+7", "7"), ("1_000", "1000"), ("abc", nil),
    ("", nil), ("1e400", nil), ("1..2", nil), (".5", nil), ("5.", nil), ("1,,2", nil), ("--5", nil),
    ("20万%", nil), ("20 %", "1/5"), ("Infinity", nil), ("0x10", nil),
  ])
  func `and read as people type it`(text: String, expected: String?) {
    #expect(Rational(written: text)?.exact == expected)
  }
}

@Suite struct `A worked calculation` {
  let text = """
    目标业绩 = 350000 元            # 本月目标
    单量 = 525000 元 / 15 单        # 历史：成交额 ÷ 单数
    续购量 = 15 单 / 12 家
    成交客户 = ROUNDUP(目标业绩 / (单量 × 续购量), 0)
    """

  @Test func `shows names, then numbers, then the result with its unit`() {
    let steps = calculate(text, at: origin).value.steps(StepStyle(.chinese))
    #expect(
      steps.map(\.plain) == [
        "目标业绩 = 35 万元",
        "单量 = 52.5 万元 ÷ 15 单 = 3.5 万元/单",
        "续购量 = 15 单 ÷ 12 家 = 1.25 单/家",
        "成交客户 = 向上取整(目标业绩 ÷ (单量 × 续购量)) = "
          + "向上取整(35 万元 ÷ (3.5 万元/单 × 1.25 单/家)) = 8 家",
      ])
    #expect(steps.map(\.label) == ["本月目标", "历史：成交额 ÷ 单数", nil, nil])
  }

  @Test(arguments: [
    ("(a + b) × c", "(a + b) × c = (1 + 2) × 3 = 9"),
    ("a − (b − c)", "a − (b − c) = 1 − (2 − 3) = 2"),
    ("a / (b / c)", "a ÷ (b ÷ c) = 1 ÷ (2 ÷ 3) = 1.5"), ("-(a + b)", "−(a + b) = −(1 + 2) = -3"),
    ("(-a)^2", "(−a)^2 = (−1)^2 = 1"), ("third * c", "third × c = 1/3 × 3 = 1"),
    ("IF(a < b, a, b)", "IF(a < b, a, b) = IF(1 < 2, 1, 2) = 1"),
    ("a + n", "a + n = 1 + (-5) = -4"),
    ("2^a", "2^a = 2^1 = 2"), ("a / c", "a ÷ c = 1 ÷ 3 ≈ 0.3333"),
  ])
  func `keeps the brackets that matter`(formula: String, line: String) {
    let text = "a = 1\nb = 2\nc = 3\nthird = 1/3\nn = -5\nx = \(formula)"
    let steps = calculate(text, at: origin).value.steps(StepStyle(.english))
    #expect(steps.last?.plain == "x = " + line)
  }

  @Test func `is MathML with its plain twin, and escapes what people write`() {
    let text = "a = 525000 元 / 15 单  # <b>\"&\nb = \"<i>\" & a"
    let steps = calculate(text, at: origin).value.steps(StepStyle(.english))
    #expect(
      steps[0].html == """
        <div class="calc-step"><span class="calc-label">&lt;b&gt;&quot;&amp;</span>\
        <span class="calc-name">a</span>\
        <span class="calc-form"><span class="calc-sign">=</span> \
        <span class="calc-formula" role="math" aria-label="525,000 yuan ÷ 15 orders">\
        <math aria-hidden="true"><mfrac>\
        <mrow><mrow><mn>525,000</mn><mtext>&#xA0;yuan</mtext></mrow></mrow>\
        <mrow><mrow><mn>15</mn><mtext>&#xA0;orders</mtext></mrow></mrow></mfrac></math></span></span>\
        <span class="calc-result"><span class="calc-sign">=</span> <strong>\
        <span class="calc-formula" role="math" aria-label="35,000 yuan/order">\
        <math aria-hidden="true"><mrow><mn>35,000</mn><mtext>&#xA0;yuan/order</mtext></mrow></math></span>\
        </strong></span></div>
        """)
    #expect(!steps[1].html.contains("<i>") && steps[1].html.contains("&lt;i&gt;"))
  }

  @Test func `sets the words of a name apart on a page`() {
    let steps = calculate("deal_size = 3\nx = deal_size + 1", at: origin).value.steps(
      StepStyle(.english))
    #expect(steps[0].html.contains("<span class=\"calc-name\">deal\u{A0}size</span>"))
    #expect(steps[1].html.contains("<mi mathvariant=\"normal\">deal\u{A0}size</mi>"))
    #expect(steps[1].plain == "x = deal_size + 1 = 3 + 1 = 4")
  }

  @Test func `left blank, one counts as several do, which tells nothing`() {
    let style = StepStyle(.english, blanks: ["visits"])
    #expect(
      calculate("visits = 3 次 / 3", at: origin).value.steps(style)[0].plain == "visits = ____ times"
    )
  }

  @Test func `left blank holds neither formula nor result`() {
    let steps = calculate(text, at: origin).value.steps(
      StepStyle(.chinese, blanks: ["单量", "成交客户"]))
    #expect(steps.map(\.isBlank) == [false, true, false, true])
    #expect(steps[1].plain == "单量 = _____ 万元/单")
    #expect(steps[3].plain == "成交客户 = ____ 家")
    for step in [steps[1], steps[3]] {
      #expect(!step.html.contains("math") && !step.html.contains("35"))
    }
  }

  @Test func `puts a blank where it would tell the number of a blank step`() {
    let steps = calculate(text, at: origin).value.steps(StepStyle(.chinese, blanks: ["单量"]))
    #expect(steps[3].plain.contains("向上取整(35 万元 ÷ (____ × 1.25 单/家))"))
    #expect(!steps.contains { $0.html.contains("3.5") })
  }

  @Test func `names the steps that take working out`() {
    #expect(calculate(text, at: origin).value.workedNames == ["单量", "续购量", "成交客户"])
  }
}

@Suite struct `A comment beside a blank` {
  @Test(arguments: [
    ("ROUNDUP(28 万元 / 40000 元/家, 0)", "应是7家", true),
    ("ROUNDUP(28 万元 / 40000 元/家, 0)", "取整", false),
    ("ROUNDUP(28 万元 / 40000 元/家, 0)", "用17家或0.7家的数", false),
    ("60000 元 / 7", "约 8,571.43 元", true), ("60000 元 / 7", "约８５７１．４３元", true),
    ("350000 元 × 2", "翻一番到 70 万元", true), ("350000 元 × 2", "共700,000", true),
    ("12 / 240 * 100%", "5%左右", true),
    ("12 / 240 * 100%", "0.05", true), ("0 - 5", "少了5家", true),
    ("IF(1 = 1, \"云杉\", \"白桦\")", "当然是云杉", true), ("1 / 0", "0", false),
    ("1 < 2", "1 小于 2", false),
  ])
  func `warns where it holds the answer`(formula: String, label: String, tells: Bool) {
    let evaluation = calculate("x = \(formula)  # \(label)", at: origin).value
    let found = evaluation.tellingLabels(of: ["x"], in: .chinese)
    #expect(found.map(\.id) == (tells ? ["formula.label-answer"] : []))
    #expect(found.allSatisfy { $0.severity == .warning && $0.place.line == origin.line })
    #expect(evaluation.tellingLabels(of: [], in: .chinese).isEmpty)
  }
}

@Suite struct `A unit` {
  @Test(arguments: [
    ("350,000 yuan/order", "元/单"), ("12 customers", "家"), ("1.2 orders/customer", "单/家"),
    ("3 hours/customer", "小时/家"),
  ])
  func `has words in English, in what is read and in what is shown`(text: String, symbol: String)
    throws
  {
    let unit = try #require(Units.standard.unit(named: symbol))
    let words = try #require(text.split(separator: " ").last.map(String.init))
    #expect(Notation.english.word(of: unit) == words)
    #expect(Units.standard.unit(named: words) == unit)
    #expect(Notation.chinese.word(of: unit) == symbol)
  }

  @Test func `of the settings is not taken for another`() throws {
    let units = Units(["order", "元"])
    #expect(units.unit(named: "单") == units.unit(named: "order"))
    #expect(units.unit(named: "客户") == nil)
    #expect(units.unit(named: "day") == nil)
    #expect(units.unit(named: "yuan/order")?.description == "元/order")
  }
}
