import Diagnostics
import Pages
import Rulebook

/// The files of the theme that every tree gets as they are.
struct AssetFiles: SurroundingsMaker {
  func make(
    around pages: MadePages, of site: Site, into sink: some OutputSink
  ) throws -> [Diagnostic] {
    for tree in site.trees {
      for asset in site.assets {
        try sink.take(OutputFile(path: tree.name + "/" + asset.path, bytes: asset.bytes))
      }
    }
    return []
  }
}

/// The stylesheet of each tree that sets the heights its blocks use.
struct SizesFile: SurroundingsMaker {
  func make(
    around pages: MadePages, of site: Site, into sink: some OutputSink
  ) throws -> [Diagnostic] {
    for tree in site.trees {
      var sizes = ""
      for length in pages.lengths[tree.name, default: []].sorted() {
        if length.isWidth {
          sizes += ".\(length.className){width:\(length.millimetres())%}\n"
          continue
        }
        let height = length.millimetres() + "mm"
        // A book sets its own scale; what cannot count takes the first of the two.
        sizes +=
          ".\(length.className){height:\(height);height:calc(\(height)*var(--scale,1))}\n"
      }
      try sink.take(OutputFile(path: tree.name + "/assets/sizes.css", bytes: Array(sizes.utf8)))
    }
    return []
  }
}

/// The files beside the pages that some page of a folder shows or links.
struct ShownFiles: SurroundingsMaker {
  func make(
    around pages: MadePages, of site: Site, into sink: some OutputSink
  ) throws -> [Diagnostic] {
    var found: [Diagnostic] = []
    for file in pages.files.sorted() {
      let bytes = try site.read(site.settings.content + "/" + file.path)
      found += bytes.diagnostics
      try sink.take(OutputFile(path: file.folder + "/" + file.path, bytes: bytes.value))
    }
    return found
  }
}
