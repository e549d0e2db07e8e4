import Book
import Desk
import Diagnostics
import Glibc
import Phrases
import Rulebook
import SalesData
import SalesMethod

extension ExaminedMachine {
  /// A clock that the files of a workspace, or the sales in its tables, say is wrong.
  ///
  /// It is behind where something is from a day after tomorrow or later; it is ahead, or the workspace has
  /// been left alone, where everything is older than 400 days.
  func clockFindings(_ place: ExaminedPlace, _ reader: WorkspaceReader) throws -> [Finding] {
    let today = now / 86_400
    let dates = try place.newestDays(reader)
    guard let newest = dates.max(by: { $0.day < $1.day }) else { return [] }
    let (said, seen) = ("\(Day(number: today))", "\(Day(number: newest.day))")
    if newest.day > today + 1 {
      return [
        Finding(
          .unsafe, "clock", at: newest.path,
          Phrase(
            zh: "时钟说今天是 \(said)，这里却有 \(seen) 的内容：时钟慢了，本月会算错",
            en:
              "the clock says \(said), but this is from \(seen): the clock is "
              + "behind, and the wrong month would be planned"),
          mend: "sudo timedatectl set-ntp true")
      ]
    }
    guard newest.day < today - 400 else { return [] }
    return [
      Finding(
        .unsafe, "clock", at: newest.path,
        Phrase(
          zh: "时钟说今天是 \(said)，最新的内容却是 \(seen) 的：不是时钟快了，就是这个工作区早已没人用",
          en:
            "the clock says \(said), but the newest there is is from \(seen): "
            + "the clock is ahead, or nobody has used this workspace since"),
        mend: "sudo timedatectl set-ntp true")
    ]
  }
}

extension ExaminedPlace {
  /// A day since 1970, and the file that it is in.
  fileprivate struct Dated {
    let day: Int
    let path: String
  }

  /// The days of the newest file and of the newest order.
  fileprivate func newestDays(_ reader: WorkspaceReader) throws -> [Dated] {
    var found: [Dated] = []
    let root = try FolderHandle(opening: source)
    for name in ["salesbook.yaml"] + (try reader.files(under: inside(content))).value {
      var status = stat()
      guard fstatat(root.descriptor, name, &status, 0) == 0 else { continue }
      found.append(Dated(day: status.st_mtim.tv_sec / 86_400, path: joined(source, name)))
    }
    let newestFile = found.max { $0.day < $1.day }
    let input = try WorkspaceInput.read(reader, in: source) { _ in nil }.value
    let records = loadRecords(
      files: input.sources.desk.data, settings: input.settings.dataSettings
    ).value.records
    let newestOrder = records.orders.max { $0.date < $1.date }
    return [newestFile, newestOrder.map { Dated(day: $0.date.number, path: data) }]
      .compactMap(\.self)
  }

  /// A path of the workspace as it is called inside.
  func inside(_ path: String) -> String {
    let prefix = source == "." ? "" : source.hasSuffix("/") ? source : source + "/"
    return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
  }
}
