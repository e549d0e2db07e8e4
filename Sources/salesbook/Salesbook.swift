import ArgumentParser
import Phrases
import Workspace

/// The command and what it can do.
struct Salesbook: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "salesbook",
    abstract: Phrase(
      zh: "把 Markdown 和自己的销售数据变成网站和纸面材料。",
      en: "Turns Markdown and a person's own sales data into a site and into paper."
    ).spoken,
    discussion: Phrase(
      zh: """
        工作区是一个文件夹，里面有 salesbook.yaml、Content/ 中的页面和 Content/data/ 中的数据表。\
        先建一个马上就能生成的：

          salesbook init my-plan --kind plan --lang zh-Hans
          salesbook build -s my-plan

        然后打开 my-plan/Output/index.html，不需要服务器。

        退出码：0 完成；1 输入有错误，什么都没有写；2 命令没看懂；3 机器出了问题（磁盘、缺少程序）；\
        70 Salesbook 自身的缺陷。
        """,
      en: """
        A workspace is a folder with a salesbook.yaml, pages in Content/ and tables in Content/data/. \
        Begin with one that builds at once:

          salesbook init my-plan --kind plan --lang zh-Hans
          salesbook build -s my-plan

        then open my-plan/Output/index.html: no server is needed.

        Exit codes: 0 done; 1 the input has errors and nothing was written; 2 the command was not \
        understood; 3 the machine failed (disk, missing program); 70 a bug in Salesbook.
        """
    ).spoken,
    version: programVersion,
    subcommands: [
      Build.self, Prepare.self, Merge.self, Check.self, Serve.self, Render.self, Plan.self,
      Explain.self,
      Record.self,
      Calc.self, Import.self, Fix.self, Next.self, Fmt.self,
      Export.self, Publish.self, Audit.self, Keys.self, Forget.self, Doctor.self, Init.self,
      New.self,
      Schema.self,
      Completion.self,
      Manual.self,
      Clean.self,
    ])
}
