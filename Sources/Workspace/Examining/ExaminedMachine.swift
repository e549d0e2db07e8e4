import Foundation

/// The machine as far as the doctor looks at it; a test hands in another.
package struct ExaminedMachine: Sendable {
  /// The room that is left on the file system of a path.
  package struct Room: Hashable, Sendable {
    /// Bytes that may still be written.
    package var bytes: Int
    /// Files that may still be made; nil where the file system does not count them.
    package var files: Int?

    /// Says how much room there is.
    package init(bytes: Int, files: Int?) {
      self.bytes = bytes
      self.files = files
    }
  }

  /// The variables, `PATH` among them.
  package var environment: Environment
  /// What the clock says, in seconds since the beginning of 1970.
  package var now: Int
  /// Whether a time zone is known.
  package var knowsZone: @Sendable (String) -> Bool
  /// The folders and files with what web servers are told.
  package var servers: [String]
  /// How much room is left where a path is; nil where that cannot be told.
  package var room: @Sendable (String) -> Room?

  /// This machine.
  package static var own: ExaminedMachine {
    ExaminedMachine(
      environment: processEnvironment, now: Int(Date().timeIntervalSince1970),
      knowsZone: { Now.knows(timeZone: $0) },
      servers: [
        "/etc/nginx/nginx.conf", "/etc/nginx/conf.d", "/etc/nginx/sites-enabled",
        "/etc/apache2/sites-enabled", "/etc/apache2/conf-enabled", "/etc/httpd/conf.d",
        "/etc/caddy/Caddyfile", "/etc/caddy/conf.d",
      ], room: Self.room)
  }

  /// Describes a machine.
  package init(
    environment: @escaping Environment, now: Int, knowsZone: @escaping @Sendable (String) -> Bool,
    servers: [String], room: @escaping @Sendable (String) -> Room?
  ) {
    self.environment = environment
    self.now = now
    self.knowsZone = knowsZone
    self.servers = servers
    self.room = room
  }

  /// Where programs are looked for.
  var path: String { environment("PATH") ?? "/usr/bin:/bin" }

  private static func room(_ path: String) -> Room? {
    var found = statvfs()
    guard statvfs(path, &found) == 0 else { return nil }
    return Room(
      bytes: Int(clamping: UInt64(found.f_bavail) * UInt64(found.f_frsize)),
      files: found.f_files == 0 ? nil : Int(clamping: UInt64(found.f_favail)))
  }
}
