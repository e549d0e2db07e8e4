import Diagnostics
import SalesData
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

  /// Writes the files into a folder, for the month of the given day.
  ///
  /// The folder is new, empty, or holds nothing but tables, at its top or in `Content/data`. Then the
  /// settings say what these are most likely meant for, and invented tables that would stand beside
  /// them are left out. Nothing that is there is changed.
  ///
  /// In the tables `{{month}}` becomes that month as `2026-12`, `{{month_start}}` and
  /// `{{month_end}}` its first and last day.
  package func write(to path: String, today: Day) throws(PublishFailure) -> StartedWorkspace {
    let place = try OutputPlace(path)
    let month = Day(number: today.number - today.dayOfMonth + 1)
    let end = month.adding(days: Day.length(ofMonth: today.month, year: today.year) - 1)
    let values = [
      "{{month}}": String(month.description.prefix(7)), "{{month_start}}": month.description,
      "{{month_end}}": end.description,
    ]
    return try refusingForeign(place) { folder, found throws(MachineFailure) in
      let settings = proposedSettings(found.proposals, dataFolder: FoundTables.dataFolder)
      let wanted = files.filter { !found.replaces($0.path) }
      for (name, text) in wanted {
        for parent in enclosingFolders(of: name).reversed() { try folder.makeFolder(parent) }
        let isData = name.hasPrefix("Content/data/")
        let whole = name == "salesbook.yaml" ? text + settings : text
        try folder.create(name, Array((isData ? filled(text, values) : whole).utf8))
      }
      return StartedWorkspace(files: wanted.map(\.path), proposals: found.proposals)
    }
  }

  private func refusingForeign(
    _ place: OutputPlace,
    _ write: (FolderHandle, FoundTables) throws(MachineFailure) -> StartedWorkspace
  ) throws(PublishFailure) -> StartedWorkspace {
    let found = try PublishFailure.wrap { () throws(MachineFailure) in
      try place.parent.status(place.name)
    }
    if let found, found.kind != .folder { throw .refused([.outputIsNoFolder(place.shown)]) }
    let (folder, tables) = try PublishFailure.wrap { () throws(MachineFailure) in
      try place.parent.makeFolder(place.name)
      let folder = try place.parent.folder(place.name)
      return (folder, try FoundTables(in: folder))
    }
    if let foreign = tables.foreign {
      throw .refused([.starterNeedsEmptyFolder(place.shown, holding: foreign)])
    }
    return try PublishFailure.wrap { () throws(MachineFailure) in try write(folder, tables) }
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
