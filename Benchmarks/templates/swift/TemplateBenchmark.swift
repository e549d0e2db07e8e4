import Diagnostics
import Mustache

/// Renders one page many times, and prints the page or the microseconds that each took.
///
/// Of ten batches the fastest counts: what else runs on the machine can only slow one down.
///
///     TemplateBenchmark             // the page
///     TemplateBenchmark 200         // microseconds a page, in ten batches of 200
@main struct TemplateBenchmark {
  static func main() {
    let set = TemplateSet.compile(BenchmarkPage.sources, formatters: Formatters(.english))
    let values = BenchmarkPage.values
    var page: [UInt8] = []
    var problems = set.diagnostics + set.value.render("page", stack: values, into: &page)
    guard problems.isEmpty else { return print(problems) }
    guard CommandLine.arguments.count == 2, let renders = Int(CommandLine.arguments[1]) else {
      return print(String(decoding: page, as: UTF8.self), terminator: "")
    }
    let times = (0..<10).map { _ in
      ContinuousClock().measure {
        for _ in 0..<renders {
          page.removeAll(keepingCapacity: true)
          problems += set.value.render("page", stack: values, into: &page)
        }
      }
    }
    guard let fastest = times.min(), problems.isEmpty else { return }
    print(fastest / renders / .microseconds(1))
  }
}
