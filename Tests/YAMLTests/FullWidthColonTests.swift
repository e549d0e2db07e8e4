import Diagnostics
import Testing
import YAML

/// Colons in full width behind keys, as whoever writes Chinese types them.
@Suite struct `A full-width colon behind a key` {
  private func read(_ text: String) -> Parsed<SourceFile> {
    withReadableColons(
      SourceFile(path: "a.yaml", text: text), lineOffset: 1, inside: ["objectives"])
  }

  @Test func `is told at its place, and the rest is read`() {
    let read = read("title：我的课\ntime: 10\nobjectives:\n  o1：甲：乙\n")
    #expect(
      read.diagnostics.map(\.place) == [
        Place(path: "a.yaml", line: 2, column: 6), Place(path: "a.yaml", line: 5, column: 5),
      ])
    #expect(read.diagnostics.map(\.id) == ["yaml.full-width-colon", "yaml.full-width-colon"])
    let node = parseYAML(read.value).value
    #expect(node?["title"]?.text == "我的课")
    #expect(node?["time"]?.text == "10")
    #expect(node?["objectives"]?["o1"]?.text == "甲：乙")
  }

  @Test(arguments: [
    "title: 目标：一个月\n", "description: |\n  说明：长的\n", "description:\n  说明：长的\n",
    "list:\n- 甲：乙\n", "# 注：甲\n", "\"甲：乙\": 1\n",
  ]) func `stays where it is a sign of the text`(text: String) {
    let read = read(text)
    #expect(read.diagnostics == [])
    #expect(String(decoding: read.value.bytes, as: UTF8.self) == text)
  }
}
