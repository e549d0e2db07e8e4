package import Book
package import Diagnostics
import Pages
import PlanData
package import Rulebook
import SalesMethod
import Synchronization

/// Builds the site of a workspace and publishes it, or checks that it could be.
///
/// Every mistake in the input is in the report, and so is why the output folder is refused; where one
/// is an error, or in a strict build a warning, nothing is published. Only the machine's failure is
/// thrown.
package func buildSite(
  _ request: BuildRequest, progress: ProgressLine
) async throws -> BuildReport {
  var recording: BuildRecording?
  if request.writes, request.record != .none {
    switch try BuildRecording.begin(request) {
    case .standing(let report): return report
    case .building(let begun): recording = begun
    }
  }
  let reader = try WorkspaceReader(request.source, noting: recording?.notes)
  let input = try WorkspaceInput.read(
    reader, in: request.source, log: request.log, vocabulary: request.vocabulary)
  var report = BuildReport()
  report.diagnostics = input.diagnostics
  guard let generation = request.generation(input.value.settings, &report.diagnostics) else {
    return report
  }
  guard request.writes else {
    let check = CheckSink(progress: progress)
    report.add(try await generate(input.value.sources, generation, into: check))
    return report
  }
  let output = request.output ?? joined(request.source, input.value.settings.output)
  do {
    let publisher = try SitePublisher(
      output: output, source: request.source, standing: recording?.standing ?? [:])
    // Does nothing once the site is published.
    defer { publisher.abandon() }
    let sink = PublishingSink(publisher: publisher, progress: progress)
    let (generated, memory) = try await generate(
      input.value.sources, generation,
      remembering: recording?.memory(of: request, input.value, reader), into: sink)
    report.add(generated)
    report.output = output
    if !report.isFailed(strictly: request.isStrict) {
      let basis = BuildRecording.basis(of: request, zone: input.value.settings.timeZone)
      report.publication = try publisher.finish { output in
        if let basis { recording?.keep(basis, report, memory, output) }
      }
    }
  } catch PublishFailure.refused(let reasons) {
    report.diagnostics += reasons
  }
  return report
}

/// Builds a site into nothing, and gives what Output would hold.
func rehearseBuild(
  _ request: BuildRequest, progress: ProgressLine
) async throws -> (BuildReport, Manifest) {
  let reader = try WorkspaceReader(request.source)
  let input = try WorkspaceInput.read(
    reader, in: request.source, log: request.log, vocabulary: request.vocabulary)
  var report = BuildReport()
  report.diagnostics = input.diagnostics
  let sink = ListingSink(progress: progress)
  if let generation = request.generation(input.value.settings, &report.diagnostics) {
    report.add(try await generate(input.value.sources, generation, into: sink))
  }
  return (report, sink.manifest)
}

extension BuildReport {
  /// Takes in what became of the pages.
  mutating func add(_ generated: GenerationReport) {
    diagnostics += generated.diagnostics
    pages += generated.pages
    planPaths.merge(generated.planPaths) { first, _ in first }
    books += generated.books
    folders += generated.folders
    leaks = generated.leaks
  }
}

extension BuildRequest {
  /// What of the site to make, now that the settings are known.
  ///
  /// A time zone that is not known is a diagnostic; the rest is then judged by the standard one.
  package func generation(
    _ settings: Settings, _ diagnostics: inout [Diagnostic]
  ) -> GenerationRequest? {
    let zone = settings.timeZone
    if !Now.knows(timeZone: zone) {
      diagnostics.append(.unknownTimeZone(zone, near: Now.timeZone(near: zone)))
    }
    guard let today = now.day(inTimeZone: zone) ?? now.day(inTimeZone: Settings().timeZone) else {
      return nil
    }
    let planned = period ?? settings.period ?? Period.month(today.month, of: today.year)
    guard let planned else { return nil }
    if period == nil, let set = settings.period, set.range.end < today {
      diagnostics.append(.periodOver(set))
    }
    var request = GenerationRequest(
      period: planned, asOf: today, trees: trees.isEmpty ? nil : trees, person: person, jobs: jobs)
    request.paper = paper
    request.courseDay = courseDay
    request.zone = CalendarZone(named: zone, around: today)
    return request
  }
}

/// Hands finished files to the publisher and counts them.
struct PublishingSink: OutputSink {
  let publisher: SitePublisher
  let progress: ProgressLine

  func expect(pages: Int) { progress.begin(.building, of: pages) }

  func take(_ file: OutputFile) throws {
    try publisher.add(file.path, file.bytes)
    progress.step()
  }

  func keep(_ paths: [String]) throws -> Bool {
    guard try publisher.keep(paths) else { return false }
    progress.step()
    return true
  }

  func standing(_ path: String) throws -> [UInt8]? { try publisher.standing(path) }
}

/// Notes what finished files hold and forgets them.
private final class ListingSink: OutputSink {
  private let progress: ProgressLine
  private let files = Mutex<[String: Manifest.File]>([:])

  init(progress: ProgressLine) { self.progress = progress }

  var manifest: Manifest { Manifest(files: files.withLock { $0 }) }

  func expect(pages: Int) { progress.begin(.checking, of: pages) }

  func take(_ file: OutputFile) {
    let made = Manifest.File(size: file.bytes.count, digest: SHA256Digest(of: file.bytes))
    files.withLock { $0[file.path] = made }
    progress.step()
  }
}

/// Counts finished files and forgets them.
private struct CheckSink: OutputSink {
  let progress: ProgressLine

  func expect(pages: Int) { progress.begin(.checking, of: pages) }

  func take(_ file: OutputFile) { progress.step() }
}
