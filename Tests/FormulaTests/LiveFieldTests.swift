import Diagnostics
import Formula
import Testing

@Suite(.enabled(if: OpenedPage.isPossible, "needs chromium"))
struct `A live field` {
  private let text = """
    目标 = ? 35 万元 in 20..50 step 5  # 本月目标
    单数 = 目标 / 35000 元/单
    率 = ? 20% in 5%..40%
    三分之一 = 率 / 3 + IFERROR(单数 / 1 单, 0)
    """

  /// What a page logs when a script types into it; each line is `what: how it stands`.
  private func log(
    _ driver: String, of text: String? = nil, in scope: Scope = Scope(),
    language: String = "zh-Hans"
  ) throws -> [String] {
    let evaluation = calculate(text ?? self.text, at: origin, in: scope).value
    let page = LivePage(workbook: "手册", edition: "学员", page: "p", language: language)
    let style = StepStyle(Notation(language: language), isLive: true)
    let body =
      (evaluation.liveHTML(on: page) ?? "") + evaluation.steps(style).map(\.html).joined()
      + "<div data-calc-tools></div>"
    let helpers = """
      const lines = [];
      const field = name => document.querySelector(`[data-calc-input="${name}"] input`);
      const value = name => document.querySelector(`[data-calc-value="${name}"]`);
      const line = (...parts) => lines.push(parts.join(' | '));
      const type = (name, text) => {
        field(name).value = text; field(name).dispatchEvent(new Event('input'));
      };
      const note = name => document.getElementById(field(name).getAttribute('aria-describedby'));
      addEventListener('securitypolicyviolation', event => line('violation', event.blockedURI));
      const done = () => {
        const log = document.createElement('pre');
        log.id = 'log'; log.textContent = lines.join('\\n'); document.body.append(log);
      };

      """
    let html = try OpenedPage.html(
      of: OpenedPage.document(body, scripts: ["calc.js", "driver.js"]), driver: helpers + driver)
    guard let match = html.firstMatch(of: #/<pre id="log">(?<log>[^<]*)</#) else { return [html] }
    return match.log.split(separator: "\n").map { String($0).replacing("&nbsp;", with: " ") }
  }

  @Test func `takes the place of the printed number, with its label, unit and limits`() throws {
    let lines = try log(
      """
      line(field('目标').value, field('目标').getAttribute('aria-label'), field('目标').inputMode,
        note('目标').textContent, field('率').value, note('率').textContent);
      line([...document.querySelectorAll('[data-calc-tools] button')].map(b => b.textContent));
      done();
      """)
    #expect(
      lines == [
        "35 | 本月目标 (万元) | decimal | 20–50 万元 | 20 | 5–40 %", "恢复原值,复制结果,导出填写,导入填写",
      ])
  }

  @Test func `changes everything that follows from it, and says so once`() throws {
    let lines = try log(
      """
      for (const typed of ['40', '45万', '42 万元', '４９', '20.5']) {
        type('目标', typed); line(typed, value('单数').textContent);
      }
      line(value('三分之一').previousElementSibling.textContent, value('三分之一').textContent);
      line(document.querySelector('[data-calc-written]').hidden);
      setTimeout(() => { line(document.querySelector('[role=status]').textContent); done(); }, 600);
      """)
    #expect(
      lines == [
        "40 | 11.43 单", "45万 | 12.86 单", "42 万元 | 12 单", "４９ | 14 单", "20.5 | 5.86 单",
        "≈ | 5.92", "true", "单数 ≈ 5.86 单; 三分之一 ≈ 5.92",
      ])
  }

  @Test func `shows what is wrong with what is typed, and no number that follows from it`() throws {
    let lines = try log(
      """
      for (const typed of ['', 'abc', '-5', '1e400', '99', '1/2', '9'.repeat(500), '30']) {
        type('目标', typed);
        line(typed.slice(0, 5), field('目标').getAttribute('aria-invalid'), note('目标').textContent,
          value('单数').textContent, value('三分之一').textContent);
      }
      done();
      """)
    let number = "请填一个数 | ⚠ 输入有误 | ⚠ 输入有误"
    let between = "请填 20–50 万元 之间的数 | ⚠ 输入有误 | ⚠ 输入有误"
    #expect(
      lines == [
        " | true | \(number)", "abc | true | \(number)", "-5 | true | \(between)",
        "1e400 | true | \(number)", "99 | true | \(between)", "1/2 | true | \(number)",
        "99999 | true | \(number)", "30 |  | 20–50 万元 | 8.57 单 | 8.64",
      ])
  }

  @Test func `keeps what is typed on this device, by workbook and edition, until it is reset`()
    throws
  {
    let lines = try log(
      """
      type('目标', '40'); line(localStorage.getItem('salesbook/手册/学员'));
      field('率').dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowUp' }));
      field('目标').dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowUp' }));
      line(field('目标').value, field('率').value);
      document.querySelector('[data-calc-tools] button').click();
      line(field('目标').value, value('单数').textContent, localStorage.getItem('salesbook/手册/学员'));
      done();
      """)
    #expect(lines == ["{\"p\":{\"目标\":\"40\"}}", "45 | 20", "35 | 10 单 | {}"])
  }

  @Test func `is filled from a file of its own workbook only`() throws {
    let lines = try log(
      """
      const put = async (edition, text) => {
        const file = { schema: 'salesbook.inputs/1', workbook: '手册', edition, pages: { p: { '目标': text } } };
        const transfer = new DataTransfer();
        // Under the browser's virtual clock a real read may end after any wait: the text is given at once.
        Blob.prototype.text = () => Promise.resolve(JSON.stringify(file));
        transfer.items.add(new File(['-'], 'x.json'));
        const chooser = document.querySelector('input[type=file]');
        chooser.files = transfer.files; chooser.dispatchEvent(new Event('change'));
        await new Promise(done => setTimeout(done, 700));
        line(field('目标').value, value('单数').textContent, document.querySelector('[role=status]').textContent);
      };
      put('讲师', '25').then(() => put('学员', '28')).then(done);
      """)
    #expect(lines == ["35 | 10 单 | 这个文件不是这份手册的", "28 | 8 单 | 已导入"])
  }

  @Test func `starts at a name's exact value, and is empty where nobody knows it yet`() throws {
    var scope = Scope()
    let perDeal = Units.standard.unit(named: "元/单") ?? .none
    scope.define("history.size", number: Rational(100_000, over: 3), unit: perDeal)
    scope.define("history.rate", number: Rational(1, over: 300), style: .percent)
    scope.define("history.repeat", missing: .none)
    let text = """
      单量 = ? history.size in 50%..200%
      三单 = 单量 × 3 单
      率 = ? history.rate in 0%..100% step 1%
      续购 = ? history.repeat in 1..3
      每家 = 三单 × 续购 × 率 × 300
      """
    let lines = try log(
      """
      const all = () => line(field('单量').value, value('三单').textContent, field('率').value,
        field('续购').value, field('续购').getAttribute('aria-invalid'), note('续购').textContent,
        value('每家').textContent);
      all();
      type('续购', '2'); all();
      type('续购', '4'); all();
      type('续购', '1.5'); type('单量', '33333.33'); all();
      type('单量', '10000'); line(note('单量').textContent);
      document.querySelector('[data-calc-tools] button').click(); all();
      done();
      """, of: text, in: scope)
    let start = "33333.33 | 10 万元 | 0.3333"
    #expect(
      lines == [
        "\(start) |  |  | 还没有数据 | 还没有数据", "\(start) | 2 |  | 1–3 | 20 万元",
        "\(start) | 4 | true | 请填 1–3 之间的数 | ⚠ 输入有误",
        "33333.33 | 10 万元 | 0.3333 | 1.5 |  | 1–3 | 15 万元",
        "请填 ≈ 16,666.67–≈ 66,666.67 元/单 之间的数", "\(start) |  |  | 还没有数据 | 还没有数据",
      ])
  }
}
