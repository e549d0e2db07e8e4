import Diagnostics

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
