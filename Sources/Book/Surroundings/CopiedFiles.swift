import Diagnostics
import Pages
import Rulebook

/// The files of the theme that every folder of readers gets as they are, so that it can be handed over
/// alone.
struct AssetFiles: SurroundingsMaker {
  func make(
    around pages: MadePages, of site: Site, into sink: some OutputSink
  ) throws -> [Diagnostic] {
    for folder in site.folders {
      let isDivided = site.isDivided(folder.tree)
      for asset in site.assets where !isDivided || !isOfCourses(asset.path) {
        try sink.take(OutputFile(path: folder.path + "/" + asset.path, bytes: asset.bytes))
      }
    }
    return []
  }

  /// Whether only courses use a file: books, slides and the search are in no folder of a single reader.
  private func isOfCourses(_ path: String) -> Bool {
    let names = ["book.css", "book-print.css", "slides.css", "slides.js", "search.js"]
    return names.contains { path == "assets/" + $0 }
  }
}

/// The stylesheet of each folder of readers that sets the heights its blocks use.
struct SizesFile: SurroundingsMaker {
  func make(
    around pages: MadePages, of site: Site, into sink: some OutputSink
  ) throws -> [Diagnostic] {
    for folder in site.folders {
      var sizes = ""
      for length in pages.lengths[folder.tree.name, default: []].sorted() {
        if length.isWidth {
          sizes += ".\(length.className){width:\(length.millimetres())%}\n"
          continue
        }
        let height = length.millimetres() + "mm"
        // A book sets its own scale; what cannot count takes the first of the two.
        sizes +=
          ".\(length.className){height:\(height);height:calc(\(height)*var(--scale,1))}\n"
      }
      try sink.take(OutputFile(path: folder.path + "/assets/sizes.css", bytes: Array(sizes.utf8)))
    }
    return []
  }
}

/// The files beside the pages that some page of a folder shows or links; comments in pictures and
/// other markup are for nobody who reads, as those of pages are.
struct ShownFiles: SurroundingsMaker {
  func make(
    around pages: MadePages, of site: Site, into sink: some OutputSink
  ) throws -> [Diagnostic] {
    var found: [Diagnostic] = []
    for file in pages.files.sorted() {
      let bytes = try site.read(site.settings.pathOfContent(file.path))
      found += bytes.diagnostics
      let isHTML = [".html", ".htm"].contains { file.path.lowercased().hasSuffix($0) }
      let shown =
        isMarkup(file.path) ? withoutComments(bytes.value, isHTML: isHTML) : bytes.value
      try sink.take(OutputFile(path: file.folder + "/" + file.path, bytes: shown))
    }
    return found
  }
}
