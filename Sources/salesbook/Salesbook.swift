import ArgumentParser
import Workspace

/// The command and what it can do.
struct Salesbook: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "salesbook",
    abstract: "Turns Markdown and a person's own sales data into a site and into paper.",
    discussion: """
      A workspace is a folder with a salesbook.yaml, pages in Content/ and tables in Content/data/. \
      Begin with one that builds at once:

        salesbook init my-plan --kind plan --lang zh-Hans
        salesbook build -s my-plan

      then open my-plan/Output/index.html: no server is needed.

      Exit codes: 0 done; 1 the input has errors and nothing was written; 2 the command was not \
      understood; 3 the machine failed (disk, missing program); 70 a bug in Salesbook.
      """,
    version: programVersion,
    subcommands: [
      Build.self, Check.self, Render.self, Plan.self, Explain.self, Record.self, Calc.self,
      Import.self,
      Export.self, Init.self, Schema.self, Clean.self,
    ])
}
