import Diagnostics
import Formula
import Foundation

/// Prints how much CPU time 10,000 calculations of twenty lines each take with their working.
///
/// `swift run -c release FormulaBenchmark`; another number of them may be given.
@main
struct FormulaBenchmark {
  static func main() {
    let blocks = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 10_000
    let place = Place(path: "benchmark", line: 1, column: 1)
    let text = calculation
    var parsed: [CalcBlock] = []
    let reading = cpuTime {
      for _ in 0..<blocks { parsed.append(CalcBlock.parse(text, at: place).value) }
    }
    var evaluations: [Evaluation] = []
    let computing = cpuTime {
      for block in parsed { evaluations.append(evaluate(block, in: Scope()).value) }
    }
    var characters = 0
    let setting = cpuTime {
      for evaluation in evaluations.prefix(blocks / 10) {
        for step in evaluation.steps(StepStyle(.chinese)) { characters += step.plain.utf8.count }
      }
    }
    print("read \(blocks) blocks of 20 lines: \(reading) s")
    print("resolve, check and compute them, working kept: \(computing) s")
    print("print the working of \(blocks / 10) of them, \(characters) bytes: \(setting) s")
  }

  /// The processor's seconds that something takes, whatever else the machine does.
  private static func cpuTime(_ work: () -> Void) -> Double {
    let start = clock()
    work()
    return Double(clock() - start) / Double(CLOCKS_PER_SEC)
  }

  private static let calculation = """
    目标业绩 = ? 350000 元 in 100000..500000 step 10000
    单量 = 525000 元 / 15 单
    续购量 = 15 单 / 12 家
    成交客户 = ROUNDUP(目标业绩 / (单量 × 续购量), 0)
    需开发 = ROUNDUP(成交客户 × 240 / 12, 0)
    需拜访 = ROUNDUP(成交客户 × 96 / 12, 0)
    需方案 = ROUNDUP(成交客户 × 36 / 12, 0)
    联系工时 = 需开发 × 0.25 小时/家
    拜访工时 = 需拜访 × 2 小时/家
    方案工时 = 需方案 × 3 小时/家
    总工时 = 联系工时 + 拜访工时 + 方案工时
    可用工时 = 19 天 × 8 小时/天 × 50%
    负荷 = 总工时 / 可用工时 × 100%
    缺口 = MAX(0, 总工时 - 可用工时)
    每周开发 = ROUNDUP(需开发 / 4, 0)
    每天开发 = ROUNDUP(需开发 / 19, 0)
    可行 = 总工时 <= 可用工时
    结论 = IF(可行, "可行", "超出 " & ROUND(缺口 / 1 小时, 1) & " 小时")
    平均 = AVERAGE(联系工时, 拜访工时, 方案工时)
    下限 = FLOOR(可用工时 / 总工时 × 目标业绩, 1000 元)
    """
}
