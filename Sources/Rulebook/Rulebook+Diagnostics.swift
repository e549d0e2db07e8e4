import Diagnostics
import Phrases

extension Diagnostic {
  static func treeName(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "settings.tree-name", at: place,
      Phrase(zh: "树不能叫“\(name)”", en: "a tree cannot be called “\(name)”"),
      expected: Phrase(
        zh: "字母、数字、- 和 _，它的文件夹要用这个名字",
        en: "letters, digits, - and _, because its folder will have this name"))
  }

  static func groupNamedAsTree(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "settings.group", at: place,
      Phrase(zh: "已经有一棵树叫“\(name)”", en: "a tree is called “\(name)” already"),
      expected: Phrase(
        zh: "另一个名字，读者组的文件夹要用它", en: "another name, because the group's folder will have it"))
  }

  static func groupWithoutReaders(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "settings.group", at: place,
      Phrase(zh: "读者组“\(name)”没有读者", en: "the group “\(name)” has no readers"),
      expected: Phrase(
        zh: "读者登录用的名字，例如 readers: [zhao, qian]",
        en: "the names that its readers log in with, such as readers: [zhao, qian]"))
  }

  static func keptPlansMixed(_ folder: String, with other: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "settings.kept-plans", at: place,
      Phrase(
        zh: "保存在“\(folder)”的计划会混进“\(other)”的文件里",
        en: "the plans kept in “\(folder)” would lie among the files of “\(other)”"),
      expected: Phrase(zh: "专门存放计划的文件夹", en: "a folder for kept plans only"),
      fix: Phrase(zh: "写 kept_plans: Plans", en: "write kept_plans: Plans"))
  }

  static func assignmentRange(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "settings.goals", at: place,
      Phrase(
        zh: "“assigned_at_least”大于“assigned_at_most”",
        en: "“assigned_at_least” is above “assigned_at_most”"),
      expected: Phrase(
        zh: "个人目标之和与上级目标之比的下限和上限，例如 1 和 1.15",
        en: "the least and the most that personal goals may come to of the goal above: 1 and 1.15"),
      fix: Phrase(zh: "对调两个数", en: "exchange the two numbers"))
  }

  static func archiveMixed(_ folder: String, with other: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "settings.archive", at: place,
      Phrase(
        zh: "存在“\(folder)”的旧页面会混进“\(other)”的文件里",
        en: "the pages kept in “\(folder)” would lie among the files of “\(other)”"),
      expected: Phrase(zh: "专门存放旧页面的文件夹", en: "a folder for kept pages only"),
      fix: Phrase(zh: "写 archive: Archive", en: "write archive: Archive"))
  }

  static func funnel(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "settings.funnel", at: place,
      Phrase(
        zh: "漏斗至少要有两个阶段，各有自己的名字", en: "a funnel needs two stages at least, each with its own name"),
      expected: Phrase(
        zh: "按顺序写阶段，例如 [contact, visit, proposal, deal]",
        en: "stages in order, such as [contact, visit, proposal, deal]"))
  }

  static func dateOrder(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "settings.date-order", at: place,
      Phrase(zh: "这不是日期各部分的顺序", en: "this is no order of a date's parts"),
      expected: Phrase(zh: "ymd、dmy、mdy 之一", en: "one of ymd, dmy, mdy"))
  }

  static func incompleteQuery(of table: String, without key: String, at place: Place) -> Diagnostic
  {
    Diagnostic(
      id: "settings.incomplete-query", at: place,
      Phrase(
        zh: "表“\(table)”的查询没有“\(key)”", en: "the query for the table “\(table)” has no “\(key)”"),
      expected: Phrase(same: "\(table): {url_env: CRM_URL, query: SELECT …, seconds: 30}"))
  }

  /// The value is not repeated: it may be a connection with a password.
  static func notAVariable(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "settings.not-a-variable", at: place,
      Phrase(zh: "“url_env”不是环境变量的名字", en: "“url_env” is not the name of an environment variable"),
      expected: Phrase(
        zh: "例如 CRM_URL：字母、数字和 _", en: "a name such as CRM_URL: letters, digits and _"),
      fix: Phrase(
        zh: "连接本身放进那个变量，不要写进这个文件",
        en: "put the connection itself into that variable, never into this file"))
  }

  static func mappingOfTable(_ table: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "settings.mapping", at: place,
      Phrase(
        zh: "“\(table)”的 mapping 不是表头的对照", en: "the mapping of “\(table)” does not map its headers"),
      expected: Phrase(zh: "\(table): {文件中的表头: 字段}", en: "\(table): {header in the file: field}"))
  }
}
