import Diagnostics
import Testing

@testable import Workspace

/// What `fix` does to the comments that `init` left.
@Suite struct `Questions in comments` {
  private let text = """
    person: "林"
    stages:
      "赢单": { status: won }
      # 还没定，订单.csv:8:25：没有说明状态“已终止”的含义。选一行，去掉前面的“#”：
      # "已终止": { status: open }   # 还在谈
      # "已终止": { status: lost }   # 没成交
      # 还没定，订单.csv:9:25：没有说明状态“待定”的含义。选一行，去掉前面的“#”：
      # "待定": { status: open }   # 还在谈

    """

  @Test func `go once they are answered, and no other goes with them`() {
    let after = withoutAnswered(text, [["stages", "已终止"]])
    #expect(!after.contains("已终止"))
    #expect(after.contains("# \"待定\": { status: open }"))
    #expect(after.contains("\"赢单\": { status: won }"))
    #expect(withoutAnswered(text, [["stages", "别的"]]) == text)
  }

  @Test func `that stand in two sections go from both`() {
    let twice = """
      exchange_rates:
        # 还没定，订单.csv:5:7：有 3 个金额是 USD。选一行，去掉前面的“#”：
        # "USD": …   # 1 USD 等于多少 CNY
        USD: 7
      # 还没定，订单.csv:5:7：有 3 个金额是 USD。选一行，去掉前面的“#”：
      # currency: USD   # 所有金额都是 USD

      """
    #expect(withoutAnswered(twice, [["exchange_rates", "USD"]]) == "exchange_rates:\n  USD: 7\n")
  }

  @Test func `about whose plan it is go with the person`() {
    let open = """
      # Open: whose plan is it? Choose a line and take its “#” off.
      # person: "Ana"   # rows: 3
      # person: "Bo"   # rows: 2
      owners:
        "Ana": ~

      """
    #expect(withoutAnswered(open, [["person"]]) == "owners:\n  \"Ana\": ~\n")
  }

  @Test(arguments: [
    ("- id: a\n  why: \"近几个月的平均水平，待定\"\n  proposed: yes\n", true),
    (
      "# 推算\n- id: a\n  why: \"the average of the months before; to be decided\"\n  proposed: yes\n",
      true
    ),
    ("- id: a\n  why: \"近几个月的平均水平，待定\"\n", false), ("- id: a\n  why: 想\n  proposed: yes\n", false),
    ("", false),
    ("- id: a\n  why: \"近几个月的平均水平，待定\"\n  proposed: yes\n- id: b\n", false),
  ])
  func `a file of goals is as it was written where every one is a proposal`(
    text: String, isUntouched: Bool
  ) {
    #expect(WrittenGoals.isUntouched(text) == isUntouched)
  }
}
