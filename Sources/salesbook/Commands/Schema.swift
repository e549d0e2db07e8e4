import ArgumentParser
import Diagnostics
import Phrases
import SalesData
import Workspace

/// `salesbook schema`.
struct Schema: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: Phrase(
      zh: "打印设置或数据表的 JSON Schema。",
      en: "Prints the JSON Schema of the settings or of a table."
    ).spoken,
    discussion: Phrase(
      zh: """
        编辑器可以按 schema 补全并检查 YAML 和 JSON 文件。不写名字时列出全部。编辑器装有 YAML 语言\
        服务器时，在文件第一行指明：

          # yaml-language-server: $schema=settings.schema.json

        示例：
          salesbook schema settings > settings.schema.json
          salesbook schema goals > Content/data/goals.schema.json
        """,
      en: """
        Editors complete and check YAML and JSON files by a schema. Without a name the schemas are \
        listed. Where an editor has the YAML language server, a first line in the file names it:

          # yaml-language-server: $schema=settings.schema.json

        Examples:
          salesbook schema settings > settings.schema.json
          salesbook schema goals > Content/data/goals.schema.json
        """
    ).spoken)

  @Argument(
    help: ArgumentHelp(
      zh: "settings，或一张表：customers、goals……", en: "settings, or a table: customers, goals, …"),
    completion: .list(PublishedSchema.all.map(\.name)))
  var name: String?

  func validate() throws {
    let known = PublishedSchema.all.map(\.name)
    guard let name, !known.contains(name) else { return }
    throw ValidationError(
      zh: "没有“\(name)”的 schema。\(suggestion(for: name, among: known))",
      en: "There is no schema “\(name)”: \(suggestion(for: name, among: known))")
  }

  func run() {
    let schemas = PublishedSchema.all
    guard let schema = schemas.first(where: { $0.name == name }) else {
      let width = schemas.map(\.name.count).max() ?? 0
      return StandardStream.output(
        schemas.map { schema in
          let gap = String(repeating: " ", count: width - schema.name.count + 2)
          return schema.name + gap + schema.summary + "\n"
        }.joined())
    }
    StandardStream.output(schema.text)
  }
}
