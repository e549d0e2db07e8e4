import Diagnostics
import Phrases
import SalesMethod
import Tables

/// What can be wrong with the place that a site is published to.
extension Diagnostic {
  static func foreignOutput(_ path: String, holding name: String) -> Diagnostic {
    Diagnostic(
      id: "output.foreign-folder", at: Place(path: path),
      Phrase(
        zh: "这个文件夹里有不是 Salesbook 写的文件，例如“\(name)”",
        en: "this folder holds files that Salesbook did not write, “\(name)” for one"),
      expected: Phrase(
        zh: "还没有这个文件夹，或者它是空的，或者里面有我们的 \(OutputPath.manifest)",
        en: "no folder yet, an empty folder, or one with our \(OutputPath.manifest)"),
      fix: Phrase(
        zh: "用 -o 换一个文件夹，或者把其中的文件移走", en: "choose another folder with -o, or move its files away"))
  }

  static func unreadableManifest(_ path: String) -> Diagnostic {
    Diagnostic(
      id: "output.bad-manifest", at: Place(path: path + "/" + OutputPath.manifest),
      Phrase(
        zh: "这份已发布文件的清单读不出来，无法知道哪些文件是我们写的",
        en: "this list of published files cannot be read, so none of these files "
          + "can be known as ours"),
      expected: Phrase(zh: "上次生成时写下的原样", en: "the file as the last build wrote it"),
      fix: Phrase(
        zh: "如果里面全是生成的文件，就删除这个文件夹；否则用 -o 另选一个",
        en: "delete the folder if everything in it was generated, or choose another with -o"))
  }

  static func danglingOutput(_ path: String) -> Diagnostic {
    Diagnostic(
      id: "output.dangling-link", at: Place(path: path),
      Phrase(zh: "这个链接指向的东西不存在", en: "this link points to nothing"),
      fix: Phrase(
        zh: "建立它所指的文件夹，或者删除这个链接", en: "create the folder it points to, or remove the link"))
  }

  static func outputIsNoFolder(_ path: String) -> Diagnostic {
    Diagnostic(
      id: "output.not-a-folder", at: Place(path: path),
      Phrase(zh: "这里是文件，需要的是文件夹", en: "this is a file, but a folder is needed"),
      fix: Phrase(
        zh: "用 -o 换一个名字，或者把文件移走", en: "choose another name with -o, or move the file away"))
  }

  static func outputHoldsSource(_ path: String, source: String) -> Diagnostic {
    Diagnostic(
      id: "output.holds-source", at: Place(path: path),
      Phrase(
        zh: "工作区“\(source)”就在这个文件夹里，而它会被整个替换",
        en: "the workspace “\(source)” is inside this folder, which would be replaced "
          + "as a whole"),
      expected: Phrase(zh: "工作区里面或工作区之外的文件夹", en: "a folder inside the workspace or outside it"),
      fix: Phrase(zh: "用 -o 另选一个", en: "choose another with -o"))
  }

  static func unsafeOutputPath(_ path: String, in output: String) -> Diagnostic {
    Diagnostic(
      id: "output.bad-path", at: Place(path: output),
      Phrase(zh: "“\(path)”不能作为发布文件的路径", en: "“\(path)” cannot be the path of a published file"),
      expected: Phrase(
        zh: "由“/”隔开的名字，每个 1 到 255 字节，不能是“.”或“..”",
        en: "names of 1 to 255 bytes separated by “/”, none of them “.” or “..”"),
      fix: Phrase(
        zh: "改动它所来自的页面的 slug 或 path", en: "change the slug or path of the page it comes from"))
  }

  static func twoFilesForOnePath(_ path: String, in output: String) -> Diagnostic {
    Diagnostic(
      id: "output.same-path", at: Place(path: output + "/" + path),
      Phrase(zh: "有两个不同的文件要发布到这个路径", en: "two different files are to be published under this path"),
      fix: Phrase(zh: "给其中一个页面换一个 slug 或 path", en: "give one of the pages another slug or path"))
  }

  static func pathsDifferInCase(_ path: String, _ other: String, in output: String) -> Diagnostic {
    let (first, second) = path < other ? (path, other) : (other, path)
    return Diagnostic(
      id: "output.same-path-but-case", at: Place(path: output + "/" + first),
      Phrase(
        zh: "这个路径与“\(second)”只有大小写不同，许多系统会把它们当成一个",
        en: "this path and “\(second)” differ only in letter case, and many systems "
          + "treat them as one"),
      fix: Phrase(zh: "给其中一个页面换一个 slug 或 path", en: "give one of the pages another slug or path"))
  }

  static func fileAndFolder(_ path: String, in output: String) -> Diagnostic {
    Diagnostic(
      id: "output.file-and-folder", at: Place(path: output + "/" + path),
      Phrase(zh: "这个路径既要是文件又要是文件夹", en: "this path would be both a file and a folder"),
      fix: Phrase(zh: "给其中一个页面换一个 slug 或 path", en: "give one of the pages another slug or path"))
  }

  static func foreignInTheWay(_ path: String, in output: String) -> Diagnostic {
    Diagnostic(
      id: "output.foreign-file", at: Place(path: output + "/" + path),
      Phrase(
        zh: "这不是 Salesbook 写的文件，而生成时会覆盖它",
        en: "Salesbook did not write this, and the build would replace it"),
      fix: Phrase(
        zh: "把它移走，或者给页面换一个 slug 或 path", en: "move it away, or give the page another slug or path"))
  }

  static func publishedInPlace(_ path: String, because reason: Phrase) -> Diagnostic {
    Diagnostic(
      id: "output.in-place", severity: .note, at: Place(path: path),
      Phrase(
        zh: "\(reason)，所以文件是逐个替换的，而不是一步完成",
        en: "\(reason), so the files were replaced one by one and not in a single step"))
  }

  static func leftoverStays(_ failure: MachineFailure) -> Diagnostic {
    Diagnostic(
      id: "output.leftover", severity: .warning, at: Place(path: failure.path),
      Phrase(
        zh: "上次生成留下的东西没能删除：\(failure.reason)",
        en: "what an earlier build left behind could not be removed: \(failure.reason)"),
      fix: Phrase(zh: "请手工删除", en: "remove it by hand"))
  }
}

/// What can be wrong with the files of a workspace before anybody reads what is in them.
extension Diagnostic {
  static func notUTF8(at place: Place, _ byte: UInt8) -> Diagnostic {
    Diagnostic(
      id: "workspace.not-utf8", at: place,
      Phrase(
        zh: "这里的字节 0x\(String(byte, radix: 16, uppercase: true)) 不是 UTF-8",
        en: "the byte 0x\(String(byte, radix: 16, uppercase: true)) here is not UTF-8"),
      expected: Phrase(zh: "UTF-8 文本", en: "text in UTF-8"),
      fix: Phrase(
        zh: "把文件另存为 UTF-8；它可能是 GB18030（GBK）",
        en: "save the file as UTF-8; it may be in GB18030 (GBK)"))
  }

  static func utf16(_ path: String) -> Diagnostic {
    Diagnostic(
      id: "workspace.not-utf8", at: Place(path: path, line: 1, column: 1),
      Phrase(zh: "这份文本是 UTF-16", en: "this text is in UTF-16"),
      expected: Phrase(zh: "UTF-8 文本", en: "text in UTF-8"),
      fix: Phrase(zh: "把文件另存为 UTF-8", en: "save the file as UTF-8"))
  }

  static func fileTooLarge(_ path: String, limit: Int) -> Diagnostic {
    Diagnostic(
      id: "workspace.too-large", at: Place(path: path),
      Phrase(zh: "这个文件超过 \(limit >> 20) MB", en: "this file has more than \(limit >> 20) MB"),
      expected: Phrase(zh: "不超过 \(limit >> 20) MB", en: "at most \(limit >> 20) MB"),
      fix: Phrase(zh: "把它拆成几个", en: "split it"))
  }

  static func nameNotUTF8(_ name: String, in folder: String) -> Diagnostic {
    Diagnostic(
      id: "workspace.bad-name", at: Place(path: folder + "/" + name),
      Phrase(zh: "这个文件的名字不是 UTF-8", en: "the name of this file is not UTF-8"),
      fix: Phrase(zh: "改名", en: "rename it"))
  }

  static func notAFile(_ path: String) -> Diagnostic {
    Diagnostic(
      id: "workspace.not-a-file", severity: .warning, at: Place(path: path),
      Phrase(zh: "这是设备、管道或套接字，已略去", en: "this is a device, a pipe or a socket; it was left out"),
      fix: Phrase(zh: "把它移走", en: "move it away"))
  }

  static func danglingLink(_ path: String) -> Diagnostic {
    Diagnostic(
      id: "workspace.dangling-link", severity: .warning, at: Place(path: path),
      Phrase(zh: "这个链接指向的东西不存在", en: "this link points to nothing"),
      fix: Phrase(zh: "修好它或删除它", en: "fix it or remove it"))
  }

  static func linkOut(_ path: String, to end: String) -> Diagnostic {
    Diagnostic(
      id: "workspace.link-out", at: Place(path: path),
      Phrase(
        zh: "这个链接指向工作区之外：\(end)", en: "this link leads out of the workspace, to \(end)"),
      expected: Phrase(zh: "工作区里的文件", en: "a file of the workspace"),
      fix: Phrase(
        zh: "把文件复制进来；确实要用，就在设置中写明：linked_folders: [\"\(end)\"]",
        en: "copy the file into the workspace; or, if it is meant, say so in the settings: "
          + "linked_folders: [\"\(end)\"]"))
  }

  static func folderReadAlready(_ path: String) -> Diagnostic {
    Diagnostic(
      id: "workspace.link-loop", severity: .warning, at: Place(path: path),
      Phrase(
        zh: "这个链接指向已经读过的文件夹，已略去",
        en: "this link points to a folder that has already been read; it was left out"),
      fix: Phrase(zh: "删除它", en: "remove it"))
  }
}

extension Diagnostic {
  static func starterNeedsEmptyFolder(_ path: String, holding name: String) -> Diagnostic {
    Diagnostic(
      id: "init.not-empty", at: Place(path: path),
      Phrase(zh: "这个文件夹不是空的：里面有“\(name)”", en: "this folder is not empty: it contains “\(name)”"),
      expected: Phrase(
        zh: "新的或空的文件夹，或只放着数据表的文件夹", en: "a new or empty folder, or one with nothing but tables"),
      fix: Phrase(
        zh: "另选一个文件夹；要用这里的文件，运行 salesbook init 新文件夹 --from \(path)",
        en: "choose another folder; to begin with the files here, run salesbook init NEW-FOLDER "
          + "--from \(path)"))
  }

  static func noTables(in path: String, _ unreadable: String?) -> Diagnostic {
    Diagnostic(
      id: "init.no-tables", at: Place(path: path),
      Phrase(zh: "这个文件夹里没有能读的数据表", en: "there is no table here that can be read"),
      expected: Phrase(
        zh: ".csv、.xlsx 等文件，列名像客户、商机、订单的表",
        en: "files such as .csv and .xlsx whose columns are those of customers, deals or orders"),
      fix: unreadable.map { name in
        Phrase(
          zh: "用 Excel 或 WPS 把 \(name) 另存为 .xlsx", en: "save \(name) as .xlsx in Excel or WPS")
      })
  }
}

extension Diagnostic {
  static func unknownTimeZone(_ name: String, near: String?) -> Diagnostic {
    Diagnostic(
      id: "settings.time-zone", at: Place(path: "salesbook.yaml"),
      Phrase(zh: "没有“\(name)”这个时区", en: "there is no time zone “\(name)”"),
      expected: Phrase(
        zh: "例如 Asia/Shanghai 或 Europe/Berlin", en: "a name such as Asia/Shanghai or Europe/Berlin"),
      fix: near.map(didYouMean))
  }
}

extension Diagnostic {
  static func fileExists(_ path: String) -> Diagnostic {
    Diagnostic(
      id: "workspace.file-exists", at: Place(path: path),
      Phrase(zh: "这个文件已经存在", en: "this file already exists"),
      fix: Phrase(
        zh: "把它移走，或者用 --dry-run 只看报告", en: "move it away, or use --dry-run to see the report only"))
  }
}

/// What can be wrong with the period of the settings.
extension Diagnostic {
  static func periodOver(_ period: Period) -> Diagnostic {
    Diagnostic(
      id: "settings.period-over", severity: .warning, at: Place(path: "salesbook.yaml"),
      Phrase(
        zh: "设置里计划的是 \(period.description)，已经过去了",
        en: "the settings plan \(period.description), which is over"),
      fix: Phrase(
        zh: "运行 salesbook next 转到下一个月，或改 period",
        en: "run salesbook next to go on to the next month, or change period"))
  }
}

/// What cannot be written into the settings.
extension Diagnostic {
  static func goalIsThere(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "fix.goal-is-there", at: place,
      Phrase(
        zh: "这段时间已经有定下的目标，什么都没有写入",
        en: "there is a goal for these days that was decided on; nothing was written"),
      fix: Phrase(zh: "在那个文件里改 target", en: "change its target in that file"))
  }

  static func whoseGoal(_ members: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      id: "fix.whose-goal", at: place,
      Phrase(
        zh: "--goal 用于一个人的计划，这里有 \(count: members.count) 位成员",
        en:
          "--goal is for the plan of one person; there are \(count: members.count, "member", "members") here"
      ),
      fix: Phrase(zh: "把每个人的目标写进目标表", en: "write everybody’s goal into the table of goals"))
  }

  static func cannotWrite(_ key: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "settings.cannot-write", at: place,
      Phrase(
        zh: "“\(key)”写不进这个文件：它的写法或这个值读不懂",
        en: "“\(key)” cannot be written into this file: its form, or the value, is not understood"),
      fix: Phrase(
        zh: "自己在 salesbook.yaml 里写上这一行", en: "write the line into salesbook.yaml yourself"))
  }
}

/// What can be wrong with a database that the settings name.
extension Diagnostic {
  static func unsetVariable(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "sql.unset-variable", at: place,
      Phrase(zh: "环境变量“\(name)”没有设置", en: "the environment variable “\(name)” is not set"),
      expected: Phrase(
        zh: "其中写着连接：postgresql://… 或 sqlite:路径",
        en: "a connection in it: postgresql://… or sqlite:PATH"),
      fix: Phrase(
        zh: "在运行 salesbook 的地方设置它，例如 export \(name)=sqlite:crm.db",
        en: "set it where salesbook runs, for example export \(name)=sqlite:crm.db"))
  }

  static func databaseFailed(_ failure: SQLFailure, variable: String, at place: Place)
    -> Diagnostic
  {
    Diagnostic(
      id: "sql.unreachable", at: place, Phrase(same: failure.description),
      expected: Phrase(
        zh: "“\(variable)”中的连接能通到的数据库",
        en: "a database that answers at the connection in “\(variable)”"),
      fix: Phrase(
        zh: "检查连接、其中的用户名和密码，以及数据库是否在运行",
        en: "check the connection, the name and password in it, and whether the "
          + "database is running"))
  }
}
