package import Diagnostics
import Rulebook

/// What the doctor is asked to look at.
package struct ExaminationRequest: Sendable {
  /// The folder of the workspace.
  package var source: String
  /// The folder that is published to; nil where nothing is.
  package var target: String?
  /// The machine.
  package var machine: ExaminedMachine

  /// Asks for a workspace on a machine.
  package init(_ source: String, target: String? = nil, on machine: ExaminedMachine = .own) {
    self.source = source
    self.target = target
    self.machine = machine
  }
}

/// Looks for what a machine lacks and what is unsafe on it, in a workspace and where it is published.
///
/// Nothing is changed and nothing built. Settings that cannot be read are diagnostics, and the standard
/// ones are gone by.
///
///     try examine(ExaminationRequest("my-plan", target: "/srv/plans")).value.findings
package func examine(_ request: ExaminationRequest) throws -> Parsed<Examination> {
  let reader = try WorkspaceReader(request.source)
  let settings = try WorkspaceInput.settings(reader)
  let machine = request.machine
  let place = ExaminedPlace(
    source: request.source, settings: settings.value, target: request.target)
  var examination = Examination()
  examination.add(["font"], machine.fontFindings())
  examination.add(["browser", "office"], machine.programFindings())
  examination.add(["locale"], machine.localeFindings())
  examination.add(["zone"], machine.zoneFindings(settings.value.timeZone))
  examination.add(["clock"], try machine.clockFindings(place, reader))
  examination.add(["key.open"], try place.keyFindings())
  examination.add(["data.open", "output.open", "target.open"], place.openFindings())
  examination.add(["target.secrets"], try place.secretFindings(machine))
  examination.add(["server.serves-more", "server.lists"], place.serverFindings(machine))
  examination.add(["links"], try place.linkFindings(reader))
  examination.add(["room"], place.roomFindings(machine))
  return Parsed(examination, settings.diagnostics)
}

/// The folders of a workspace that the doctor looks at.
struct ExaminedPlace: Sendable {
  /// The workspace, as it was typed.
  let source: String
  /// Its pages, its tables, what was built, as seen from where `source` is.
  let content: String
  let data: String
  let output: String
  /// Where it is published; nil where it is not.
  let target: String?

  init(source: String, settings: Settings, target: String?) {
    self.source = source
    content = joined(source, settings.content)
    data = joined(source, settings.data)
    output = joined(source, settings.output)
    self.target = target
  }
}
