import Diagnostics
import Glibc
import Mustache

/// Renders one page many times, and prints the page or the microseconds that each took.
///
///     TemplateBenchmark page         // the page
///     TemplateBenchmark time 2000    // microseconds a page, as the mean of 2,000
@main struct TemplateBenchmark {
  static func main() {
    let set = TemplateSet.compile(BenchmarkPage.sources, formatters: Formatters(.english))
    let values = BenchmarkPage.values
    var page: [UInt8] = []
    var problems = set.diagnostics + set.value.render("page", stack: values, into: &page)
    guard problems.isEmpty else { return print(problems) }
    guard CommandLine.arguments.count == 3, let renders = Int(CommandLine.arguments[2]) else {
      return print(String(decoding: page, as: UTF8.self), terminator: "")
    }
    var bytes = 0
    let time = ContinuousClock().measure {
      for _ in 0..<renders {
        page.removeAll(keepingCapacity: true)
        problems = set.value.render("page", stack: values, into: &page)
        bytes += page.count
      }
    }
    let (seconds, attoseconds) = time.components
    let microseconds = Double(seconds) * 1e6 + Double(attoseconds) / 1e12
    print(microseconds / Double(renders), bytes / renders)
  }
}
