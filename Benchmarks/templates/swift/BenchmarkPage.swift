import Diagnostics
import Mustache

/// The page of this benchmark: a layout with two partials, and a table of 100 rows with 8 cells.
///
/// `../go/main.go` holds the same page for the other side; both must write the same bytes.
enum BenchmarkPage {
  static let sources = [
    source(
      "layout",
      """
      <!doctype html>
      <html lang="{{language}}">
      <head>
      {{>head}}
      </head>
      <body>
      {{>nav}}
      <main>
      {{$main}}{{/main}}
      </main>
      </body>
      </html>

      """),
    source(
      "head",
      """
      <meta charset="utf-8">
      <title>{{title}}</title>
      <link rel="stylesheet" href="{{root}}style.css">

      """),
    source(
      "nav",
      """
      <nav>{{#links}}<a href="{{url}}">{{text}}</a> {{/links}}</nav>

      """),
    source(
      "page",
      """
      {{<layout}}{{$main}}<h1>{{title}}</h1>
      <table>{{#rows}}
      <tr><td>{{number}}</td><td>{{name}}</td><td>{{class}}</td><td>{{amount}}</td>\
      <td>{{owner}}</td><td>{{next}}</td><td>{{reason}}</td><td>{{note}}</td></tr>{{/rows}}
      </table>{{/main}}{{/layout}}
      """),
  ]

  static let values: [Value] = {
    let row = Layout(["number", "name", "class", "amount", "owner", "next", "reason", "note"])
    let rows = (1...100).map { number in
      Value.record(
        Record(
          row,
          [
            .integer(number), "苏州甲公司\(number)", .text(["A", "B", "C", "D"][number % 4]),
            .text("\(number * 37),000"), "张三 & 李四", "2026-05-06", "M > 3, A < 5；先见决策人",
            .text(number % 5 == 0 ? "it's <b>due</b>" : "周三后来电"),
          ]))
    }
    let links = (1...8).map { Value.record(["url": "plan/\($0).html", "text": "第 \($0) 页"]) }
    return [
      ["language": "zh-Hans", "root": "../", "links": .list(links)],
      ["title": "五月 & 六月的计划", "rows": .list(rows)],
    ]
  }()

  private static func source(_ name: String, _ text: String) -> TemplateSource {
    TemplateSource(name: name, file: SourceFile(path: name + ".mustache", text: text))
  }
}
