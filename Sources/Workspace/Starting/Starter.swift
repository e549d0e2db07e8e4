import Diagnostics
package import SalesMethod

/// A small workspace that `init` writes: the embedded files under `starters/KIND/LANGUAGE/`, with
/// the month it begins in filled in.
package struct Starter: Sendable {
  private let files: [(path: String, text: String)]

  /// Picks one starter's files out of all that the program carries.
  package init(kind: String, language: String, files: [(path: String, text: String)]) {
    let prefix = "starters/\(kind)/\(language)/"
    self.files = files.filter { $0.path.hasPrefix(prefix) }
      .map { (String($0.path.dropFirst(prefix.count)), $0.text) }
  }

  /// Writes the files into a new or empty folder, for the month of the given day, and gives their
  /// paths.
  ///
  /// In the tables `{{month}}` becomes that month as `2026-12`, `{{month_start}}` and
  /// `{{month_end}}` its first and last day.
  package func write(to path: String, today: Day) throws(PublishFailure) -> [String] {
    let place = try OutputPlace(path)
    let month = Day(number: today.number - today.dayOfMonth + 1)
    let end = month.adding(days: Day.length(ofMonth: today.month, year: today.year) - 1)
    let values = [
      "{{month}}": String(month.description.prefix(7)), "{{month_start}}": month.description,
      "{{month_end}}": end.description,
    ]
    return try refusingForeign(place) { folder throws(MachineFailure) in
      for (name, text) in files {
        for parent in OutputPath.folders(around: name).reversed() { try folder.makeFolder(parent) }
        let isData = name.hasPrefix("Content/data/")
        try folder.create(name, Array((isData ? filled(text, values) : text).utf8))
      }
      return files.map(\.path)
    }
  }

  private func refusingForeign(
    _ place: OutputPlace, _ write: (FolderHandle) throws(MachineFailure) -> [String]
  ) throws(PublishFailure) -> [String] {
    let found = try PublishFailure.wrap { () throws(MachineFailure) in
      try place.parent.status(place.name)
    }
    if let found, found.kind != .folder { throw .refused([.outputIsNoFolder(place.shown)]) }
    let (folder, present) = try PublishFailure.wrap { () throws(MachineFailure) in
      try place.parent.makeFolder(place.name)
      let folder = try place.parent.folder(place.name)
      return (folder, try folder.entries())
    }
    if let foreign = present.first {
      throw .refused([.starterNeedsEmptyFolder(place.shown, holding: foreign.path)])
    }
    return try PublishFailure.wrap { () throws(MachineFailure) in try write(folder) }
  }

  private func filled(_ text: String, _ values: [String: String]) -> String {
    var filled = ""
    var rest = text[...]
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")) {
      filled += rest[..<open]
      rest = rest[open...]
      if let (name, value) = values.first(where: { rest.hasPrefix($0.key) }) {
        filled += value
        rest = rest.dropFirst(name.count)
      } else {
        filled += "{"
        rest = rest.dropFirst()
      }
    }
    return filled + rest
  }
}
