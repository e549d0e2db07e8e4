package import Diagnostics
import Phrases
package import Rulebook
package import SalesData
package import Tables

/// Settings that are mended, line by line, against the tables they are about.
///
/// After every line the tables are read again: an answer may settle other questions, or raise them.
package struct Mending {
  /// A line that was written, and why.
  package struct Change: Sendable {
    package let diagnostic: Diagnostic
    package let offer: Offer
  }

  private var files: [SourceFile]
  private let tables: [Table]
  private let templates: [SourceFile]
  private var editor: SettingsEditor
  /// The offers that did not mend what they were for.
  private var declined: Set<String> = []
  /// What was written.
  package private(set) var changes: [Change] = []
  /// The settings as they are now.
  package private(set) var settings: Settings
  /// What is in the files by these settings, and what is wrong.
  package private(set) var found: Parsed<FoundData>

  private static let mostRounds = 200

  /// Begins with the text of the settings as it is.
  package init(
    _ text: String, files: [SourceFile], tables: [Table] = [], templates: [SourceFile] = []
  ) {
    (self.files, self.tables, self.templates) = (files, tables, templates)
    editor = SettingsEditor(text)
    (settings, found) = Self.read(text, files, tables, templates)
  }

  /// The text of the settings.
  package var text: String { editor.text }

  private static func read(
    _ text: String, _ files: [SourceFile], _ tables: [Table], _ templates: [SourceFile]
  ) -> (Settings, Parsed<FoundData>) {
    let file = SourceFile(path: "salesbook.yaml", text: text)
    var settings = readSettings(file, templates: templates.isEmpty ? nil : templates).value
    settings.dataSettings.clock = LocalClock(timeZone: settings.timeZone)
    return (settings, findData(files, tables: tables, settings: settings.dataSettings))
  }

  /// Writes a value that is known, whoever said it; false where the text cannot take it.
  @discardableResult
  package mutating func set(_ keys: [String], to value: String) -> Bool {
    let before = editor
    guard editor.set(keys, to: value) else { return false }
    guard mistakes(in: editor.text) <= mistakes(in: before.text) else {
      editor = before
      return false
    }
    (settings, found) = Self.read(editor.text, files, tables, templates)
    return true
  }

  /// What is wrong with a value that ``set(_:to:)`` did not take.
  func mistakes(setting keys: [String], to value: String) -> [Diagnostic] {
    let file = Place(path: "salesbook.yaml")
    var changed = editor
    guard changed.set(keys, to: value) else {
      return [.cannotWrite(keys.joined(separator: "."), at: file)]
    }
    let before = Set(settingsMistakes(in: editor.text).map(\.message.english))
    return settingsMistakes(in: changed.text).filter { !before.contains($0.message.english) }
      // The line is not in the file that a reader could look at.
      .map { $0.placed(at: file) }
  }

  private func settingsMistakes(in text: String) -> [Diagnostic] {
    let file = SourceFile(path: "salesbook.yaml", text: text)
    return readSettings(file, templates: templates.isEmpty ? nil : templates).diagnostics.filter {
      $0.severity == .error
    }
  }

  /// How many mistakes the settings themselves have.
  private func mistakes(in text: String) -> Int { settingsMistakes(in: text).count }

  /// Takes another file into account.
  mutating func add(_ file: SourceFile) {
    files.append(file)
    (settings, found) = Self.read(editor.text, files, tables, templates)
  }

  /// Writes all that is safe.
  package mutating func writeSafe() {
    for _ in 0..<Self.mostRounds {
      let next = open.compactMap { diagnostic in diagnostic.safeOffer.map { (diagnostic, $0) } }
        .first { !declined.contains(key(of: $0.0)) }
      guard let (diagnostic, offer) = next else { return }
      write(offer, for: diagnostic)
    }
  }

  /// Asks of everything that is left, in the order of what it would mend.
  package mutating func ask(_ asker: Asker) {
    for _ in 0..<Self.mostRounds {
      writeSafe()
      guard let diagnostic = open.first(where: { !declined.contains(key(of: $0)) }) else { return }
      let offers = diagnostic.offers
      let choices = offers.filter { !isTyped($0) }
      let typed = offers.first(where: isTyped)
      let question = Inquiry(
        Phrase(
          zh: "\(diagnostic.place.description)：\(diagnostic.message)",
          en: "\(diagnostic.place.description): \(diagnostic.message)"),
        choices: choices.map(\.meaning), typed: typed?.meaning)
      switch asker(question) {
      case .choice(let number): write(choices[number], for: diagnostic)
      case .typed(let text):
        let lines = (typed?.lines ?? []).map { Offer.Line($0.keys, text) }
        write(Offer(lines, typed?.meaning ?? Phrase(same: "")), for: diagnostic)
      case .open: declined.insert(key(of: diagnostic))
      }
    }
  }

  /// What is still open, that lines of the settings could settle, in the order of reports.
  package var open: [Diagnostic] {
    found.diagnostics.filter { $0.severity != .note && !$0.offers.isEmpty }.sorted()
  }

  /// Writes an offer; taken back where what it was for is still said, or more is wrong than before.
  private mutating func write(_ offer: Offer, for diagnostic: Diagnostic) {
    let before = (editor, settings, found)
    let mistakes = found.diagnostics.count { $0.severity == .error }
    let isWritten = editor.write(offer)
    if isWritten { (settings, found) = Self.read(editor.text, files, tables, templates) }
    let after = found.diagnostics.count { $0.severity == .error }
    let isSaid = found.diagnostics.contains { key(of: $0) == key(of: diagnostic) }
    let isWorse =
      offer.isSafe && offer.lines.contains { $0.keys.first == "mapping" } && after > mistakes
    if isWritten, !isSaid, !isWorse {
      changes.append(Change(diagnostic: diagnostic, offer: offer))
    } else {
      (editor, settings, found) = before
      declined.insert(key(of: diagnostic))
    }
  }

  private func isTyped(_ offer: Offer) -> Bool { offer.lines.contains { $0.value.isEmpty } }

  private func key(of diagnostic: Diagnostic) -> String {
    "\(diagnostic.id) \(diagnostic.place) \(diagnostic.message.english)"
  }
}
