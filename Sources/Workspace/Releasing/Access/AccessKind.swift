import Phrases

/// What gives readers their trees: a web server whose configuration is written, or the rights of a share.
package enum AccessKind: String, Hashable, Sendable, CaseIterable {
  case nginx, apache, caddy, share

  /// Whether users can be found that way: Apache has no module that asks a service, and a share knows its users
  /// by itself.
  package func knows(_ login: Login) -> Bool {
    switch login {
    case .passwords: true
    case .service: self == .nginx || self == .caddy
    case .proxy: self != .share
    }
  }

  /// The files of its configuration, by name.
  func files(_ rules: AccessRules, _ login: Login) -> [(name: String, text: String)] {
    switch self {
    case .nginx: NginxAccess(rules: rules, login: login).files
    case .apache: ApacheAccess(rules: rules, login: login).files
    case .caddy: CaddyAccess(rules: rules, login: login).files
    case .share: ShareAccess(rules: rules).files
    }
  }

  /// The headers that every answer has: nothing from elsewhere, in no frame, in nobody's cache (what stands at an
  /// address depends on who asks, and two people may share a browser), in no index.
  static let headers = [
    (
      "Content-Security-Policy",
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ), ("Referrer-Policy", "no-referrer"), ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"), ("X-Robots-Tag", "noindex"),
    ("Cache-Control", "private, no-store"),
  ]

  /// The lines that a file begins with, in both languages; `zh` and `en` say where the file belongs.
  func head(zh: String, en: String) -> String {
    """
    # 由 salesbook publish --access \(rawValue) 生成，每次发布时重写；\(zh)
    # Written by salesbook publish --access \(rawValue), and again each time. \(en)

    """
  }
}
