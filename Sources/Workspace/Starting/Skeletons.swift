package import Diagnostics
import Pages
import Phrases
import Rulebook
import Theme

/// A page or a block to begin with, in the language of the workspace: it builds without a warning, and
/// every gate lets it pass.
package struct Skeleton: Sendable {
  /// What can be begun.
  package enum Kind: String, Sendable, CaseIterable {
    /// A page of a course with a talk, an exercise and its debrief.
    case part
    /// A short page with an example, an exercise and a question.
    case lesson
    case exercise, worked, quiz, cards

    /// Whether it is a page of its own.
    package var isPage: Bool { self == .part || self == .lesson }
  }

  /// The page that was written, from the workspace's root; nil where the text is to be printed.
  package let path: String?
  /// The block as it was written, or to be printed.
  package let text: String

  /// Writes a skeleton: a page as a new file, a block at the end of a page, or where no page is named
  /// nowhere.
  ///
  ///     try Skeleton.write(.part, to: "course/part-4", title: "谈价", in: "my-course").value?.path
  ///     // "Content/course/part-4.md"
  package static func write(
    _ kind: Kind, to path: String?, title: String?, in source: String
  ) throws(MachineFailure) -> Parsed<Skeleton?> {
    let reader = try WorkspaceReader(source)
    let settings = try WorkspaceInput.settings(reader)
    guard !settings.diagnostics.hasErrors else { return Parsed(nil, settings.diagnostics) }
    let place = path.map { SkeletonPlace($0, settings.value) }
    guard let place else {
      let text = filled(kind, in: settings.value.language, [("{{objective}}", "")])
      return Parsed(Skeleton(path: nil, text: text))
    }
    return kind.isPage
      ? try page(kind, place, title, reader, in: source)
      : try block(kind, place, reader, in: source)
  }

  private static func page(
    _ kind: Kind, _ place: SkeletonPlace, _ title: String?, _ reader: WorkspaceReader,
    in source: String
  ) throws(MachineFailure) -> Parsed<Skeleton?> {
    let pages = try reader.files(under: place.folder).value.filter { $0.hasSuffix(".md") }
    var order = 0
    for page in pages where page.dropFirst(place.folder.count + 1).contains("/") == false {
      guard let file = try reader.text(of: page).value else { continue }
      order = max(order, PageSource.read(file).value.head.order ?? 0)
    }
    let name = title ?? place.name
    let text = filled(
      kind, in: place.language, [("{{title}}", quoted(name)), ("{{order}}", "\(order + 1)")])
    let refused = try WorkspaceWriter(source).create(place.path, Array(text.utf8))
    return Parsed(refused.isEmpty ? Skeleton(path: place.path, text: text) : nil, refused)
  }

  private static func block(
    _ kind: Kind, _ place: SkeletonPlace, _ reader: WorkspaceReader, in source: String
  ) throws(MachineFailure) -> Parsed<Skeleton?> {
    guard try reader.hasFile(place.path) else {
      let pages = try reader.files(under: place.content).value.filter { $0.hasSuffix(".md") }
      return Parsed(nil, [.noPageForSkeleton(place.path, known: pages)])
    }
    let file = try reader.text(of: place.path)
    guard let page = file.value else { return Parsed(nil, file.diagnostics) }
    let head = PageSource.read(page)
    guard !head.diagnostics.hasErrors else { return Parsed(nil, head.diagnostics) }
    let objective = head.value.head.objectives.first.map { " objective=\($0.id)" } ?? ""
    let language = head.value.head.language ?? place.language
    let text = filled(kind, in: language, [("{{objective}}", objective)])
    var bytes = page.bytes
    while bytes.last == 10 || bytes.last == 13 { bytes.removeLast() }
    try WorkspaceWriter(source).replace(place.path, with: bytes + Array(("\n\n" + text).utf8))
    return Parsed(Skeleton(path: place.path, text: text))
  }

  private static func filled(
    _ kind: Kind, in language: Language, _ values: [(String, String)]
  ) -> String {
    let name = "skeletons/\(kind.rawValue).\(language.rawValue).md"
    var text = embeddedFiles.first { $0.path == name }?.text ?? ""
    for (mark, value) in values { text = text.replacing(mark, with: value) }
    return text
  }

  /// A title as YAML reads it whatever is in it.
  private static func quoted(_ title: String) -> String {
    let isPlain = title.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0 == " " || ("0"..."9").contains($0)
    }
    guard !isPlain || title.first == " " || title.last == " " else { return title }
    return "\"" + title.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}

/// Where a skeleton goes.
private struct SkeletonPlace {
  let content: String
  /// The path from the workspace's root.
  let path: String
  let language: Language

  /// The path may be written from the workspace or from the content folder, its ending left out.
  init(_ path: String, _ settings: Settings) {
    let named = path.hasSuffix(".md") ? path : path + ".md"
    let prefix = settings.content.isEmpty ? "" : settings.content + "/"
    self.path = named.hasPrefix(prefix) ? named : prefix + named
    content = settings.content.isEmpty ? "." : settings.content
    language = PagePath(source: named).language ?? settings.language
  }

  /// The folder that it is in.
  var folder: String { enclosingFolders(of: path).first ?? "." }

  /// The name of its file without folder and endings.
  var name: String {
    let last = path.split(separator: "/").last.map(String.init) ?? path
    return String(last.prefix { $0 != "." })
  }
}

extension Diagnostic {
  static func noPageForSkeleton(_ path: String, known: [String]) -> Diagnostic {
    Diagnostic(
      id: "new.no-page", at: Place(path: path),
      Phrase(zh: "没有“\(path)”这一页可以接着写", en: "there is no page “\(path)” to add to"),
      fix: suggestion(for: path, among: known))
  }
}
