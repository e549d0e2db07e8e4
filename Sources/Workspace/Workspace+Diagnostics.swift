import Diagnostics
import Tables

/// What can be wrong with the place that a site is published to.
extension Diagnostic {
  static func foreignOutput(_ path: String, holding name: String) -> Diagnostic {
    Diagnostic(
      id: "output.foreign-folder", at: Place(path: path),
      "this folder holds files that Salesbook did not write, “\(name)” for one",
      expected: "no folder yet, an empty one, or one with our \(OutputPath.manifest)",
      fix: "choose another folder with -o, or move its files away")
  }

  static func unreadableManifest(_ path: String) -> Diagnostic {
    Diagnostic(
      id: "output.bad-manifest", at: Place(path: path + "/" + OutputPath.manifest),
      "this list of published files cannot be read, so nothing here can be known as ours",
      expected: "the file as the last build wrote it",
      fix: "delete the folder if all in it was generated, or choose another with -o")
  }

  static func danglingOutput(_ path: String) -> Diagnostic {
    Diagnostic(
      id: "output.dangling-link", at: Place(path: path), "this link leads to nothing",
      fix: "make the folder it names, or remove the link")
  }

  static func outputIsNoFolder(_ path: String) -> Diagnostic {
    Diagnostic(
      id: "output.not-a-folder", at: Place(path: path), "this is a file, and a folder is needed",
      fix: "choose another name with -o, or move the file away")
  }

  static func outputHoldsSource(_ path: String, source: String) -> Diagnostic {
    Diagnostic(
      id: "output.holds-source", at: Place(path: path),
      "the workspace “\(source)” lies in this folder, which would be replaced as a whole",
      expected: "a folder inside the workspace or away from it", fix: "choose another with -o")
  }

  static func unsafeOutputPath(_ path: String, in output: String) -> Diagnostic {
    Diagnostic(
      id: "output.bad-path", at: Place(path: output),
      "“\(path)” is no path for a published file",
      expected: "names of 1 to 255 bytes with “/” between them, none of them “.” or “..”",
      fix: "change the slug or path of the page it comes from")
  }

  static func twoFilesForOnePath(_ path: String, in output: String) -> Diagnostic {
    Diagnostic(
      id: "output.same-path", at: Place(path: output + "/" + path),
      "two different files are to be published under this path",
      fix: "give one of the pages another slug or path")
  }

  static func pathsDifferInCase(_ path: String, _ other: String, in output: String) -> Diagnostic {
    let (first, second) = path < other ? (path, other) : (other, path)
    return Diagnostic(
      id: "output.same-path-but-case", at: Place(path: output + "/" + first),
      "this path and “\(second)” differ in letter case only, and many systems take them for one",
      fix: "give one of the pages another slug or path")
  }

  static func fileAndFolder(_ path: String, in output: String) -> Diagnostic {
    Diagnostic(
      id: "output.file-and-folder", at: Place(path: output + "/" + path),
      "this path is to be a file and a folder at once",
      fix: "give one of the pages another slug or path")
  }

  static func foreignInTheWay(_ path: String, in output: String) -> Diagnostic {
    Diagnostic(
      id: "output.foreign-file", at: Place(path: output + "/" + path),
      "Salesbook did not write this, and the build would replace it",
      fix: "move it away, or give the page another slug or path")
  }

  static func publishedInPlace(_ path: String, because reason: String) -> Diagnostic {
    Diagnostic(
      id: "output.in-place", severity: .note, at: Place(path: path),
      "\(reason), so the files were replaced one by one and not in a single step")
  }

  static func leftoverStays(_ failure: MachineFailure) -> Diagnostic {
    Diagnostic(
      id: "output.leftover", severity: .warning, at: Place(path: failure.path),
      "what is left of an earlier build could not be removed: \(failure.reason)",
      fix: "remove it by hand")
  }
}

/// What can be wrong with the files of a workspace before anybody reads what is in them.
extension Diagnostic {
  static func notUTF8(at place: Place, _ byte: UInt8) -> Diagnostic {
    Diagnostic(
      id: "workspace.not-utf8", at: place,
      "the byte 0x\(String(byte, radix: 16, uppercase: true)) here is not UTF-8",
      expected: "text in UTF-8", fix: "save the file as UTF-8; it may be in GB18030 (GBK)")
  }

  static func utf16(_ path: String) -> Diagnostic {
    Diagnostic(
      id: "workspace.not-utf8", at: Place(path: path, line: 1, column: 1),
      "this text is in UTF-16", expected: "text in UTF-8", fix: "save the file as UTF-8")
  }

  static func fileTooLarge(_ path: String, limit: Int) -> Diagnostic {
    Diagnostic(
      id: "workspace.too-large", at: Place(path: path),
      "this file has more than \(limit >> 20) MB", expected: "at most \(limit >> 20) MB",
      fix: "divide it")
  }

  static func nameNotUTF8(_ name: String, in folder: String) -> Diagnostic {
    Diagnostic(
      id: "workspace.bad-name", at: Place(path: folder + "/" + name),
      "the name of this file is not UTF-8", fix: "rename it")
  }

  static func notAFile(_ path: String) -> Diagnostic {
    Diagnostic(
      id: "workspace.not-a-file", severity: .warning, at: Place(path: path),
      "this is a device, a pipe or a socket, and is left out", fix: "move it away")
  }

  static func danglingLink(_ path: String) -> Diagnostic {
    Diagnostic(
      id: "workspace.dangling-link", severity: .warning, at: Place(path: path),
      "this link leads to nothing", fix: "mend it or remove it")
  }

  static func folderReadAlready(_ path: String) -> Diagnostic {
    Diagnostic(
      id: "workspace.link-loop", severity: .warning, at: Place(path: path),
      "this link leads to a folder that is read already, and is left out", fix: "remove it")
  }
}

extension Diagnostic {
  static func starterNeedsEmptyFolder(_ path: String, holding name: String) -> Diagnostic {
    Diagnostic(
      id: "init.not-empty", at: Place(path: path), "this folder is not empty: it holds “\(name)”",
      expected: "a new or an empty folder, or one with nothing but tables",
      fix: "choose another folder")
  }
}

extension Diagnostic {
  static func unknownTimeZone(_ name: String, near: String?) -> Diagnostic {
    Diagnostic(
      id: "settings.time-zone", at: Place(path: "salesbook.yaml"),
      "there is no time zone “\(name)”", expected: "a name as Asia/Shanghai or Europe/Berlin",
      fix: near.map { "did you mean “\($0)”?" })
  }
}

extension Diagnostic {
  static func fileExists(_ path: String) -> Diagnostic {
    Diagnostic(
      id: "workspace.file-exists", at: Place(path: path), "this file is there already",
      fix: "move it away, or look at the report alone with --dry-run")
  }
}

/// What can be wrong with a database that the settings name.
extension Diagnostic {
  static func unsetVariable(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "sql.unset-variable", at: place, "the environment variable “\(name)” is not set",
      expected: "a connection in it: postgresql://… or sqlite:PATH",
      fix: "set it where salesbook runs, as export \(name)=sqlite:crm.db")
  }

  static func databaseFailed(_ failure: SQLFailure, variable: String, at place: Place)
    -> Diagnostic
  {
    Diagnostic(
      id: "sql.unreachable", at: place, failure.description,
      expected: "a database that answers at the connection in “\(variable)”",
      fix: "look at the connection, at the name and password in it, and whether the database runs")
  }
}
