import Pages
import Rulebook

extension Site {
  /// The name of the site on a page, in its language; that of the page where the settings name none.
  func siteTitle(of entry: Outline.Entry) -> String {
    let title = settings.title(in: entry.language)
    return title.isEmpty ? entry.title : title
  }
}
