import Book
import Diagnostics
import Glibc
import Pages
import Storing

extension BuildRecording {
  /// Keeps what was read and published, as long as nobody else can publish there.
  func keep(
    _ basis: BuildRecord.Basis, _ report: BuildReport, _ memory: PageMemory?,
    _ output: PublishedOutput
  ) {
    let place = RecordPlace(beside: output.place)
    // Once the clock has gone on, whatever is changed in Output has another stamp.
    if output.isChanged { usleep(UInt32(4 * FileLook.tick / 1000)) }
    guard let folder = try? FolderHandle(opening: output.place.realPath),
      let files = published(output.paths, in: folder)
    else { return place.remove() }
    var pages = StoredBytes()
    // About what a page takes; room that stays empty costs nothing.
    pages.reserve((memory?.pageCount ?? 0) * 4096)
    memory?.store(in: &pages)
    place.write(
      BuildRecord(
        basis: basis, notes: notes.notes, outputs: files,
        diagnostics: report.diagnostics.sorted().withoutRepeats(), pages: report.pages,
        folders: report.folders, planPaths: report.planPaths, books: report.books,
        pagesDigest: memory.map { _ in SHA256Digest(of: pages.bytes) }),
      pages: memory.map { _ in pages.bytes })
  }

  /// The files of Output with their stamps; nil where one is not there, or could be changed without its stamp
  /// being another.
  private func published(
    _ paths: [String], in folder: FolderHandle
  ) -> [BuildRecord.Published]? {
    var files: [BuildRecord.Published] = []
    files.reserveCapacity(paths.count + 1)
    for path in (paths + [OutputPath.manifest]).sorted() {
      guard let look = folder.look(at: path), look.isSettled(delay: 0) else { return nil }
      files.append(BuildRecord.Published(path: path, stamp: look.stamp))
    }
    return files
  }
}
