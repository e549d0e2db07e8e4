import Diagnostics
import Foundation
import Testing

@testable import Workspace

/// Publishes texts by their paths and gives what was done.
@discardableResult
func publish(_ site: [String: String], to output: String, source: String? = nil) throws
  -> Publication
{
  let publisher = try SitePublisher(output: output, source: source, patience: 0)
  for (path, text) in site { try publisher.add(path, Array(text.utf8)) }
  return try publisher.finish()
}

/// How many files were written, left and removed.
func counts(_ done: Publication) -> [Int] { [done.written, done.unchanged, done.removed] }

/// The ids for which publishing is refused; nothing else may go wrong.
func refusals(_ body: () throws -> Void) throws -> [String] {
  do {
    try body()
    return []
  } catch PublishFailure.refused(let diagnostics) {
    return diagnostics.map(\.id)
  }
}

/// The files of Output but for the manifest.
func site(in folder: TemporaryFolder, _ output: String = "Output") throws -> [String: String] {
  try folder.files(under: output).filter { $0.key != ".salesbook.json" }
}

/// What tells whether a file was written again: its number and its time.
struct Stamp: Equatable {
  let file: UInt64
  let seconds: Int
  let nanoseconds: Int

  init(_ path: String) throws {
    var status = stat()
    try #require(lstat(path, &status) == 0)
    file = UInt64(status.st_ino)
    seconds = status.st_mtim.tv_sec
    nanoseconds = status.st_mtim.tv_nsec
  }
}
