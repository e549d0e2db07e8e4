/// A script that lets each user of a shared folder into the trees that are theirs, by POSIX access lists.
///
/// For shares without a web server. Whoever publishes runs it after each release; it closes everything first,
/// then opens to each what is theirs. Folders of others cannot even be listed.
struct ShareAccess {
  let rules: AccessRules

  /// The script.
  var files: [(name: String, text: String)] { [("share-access.sh", script)] }

  private var script: String {
    var text = "#!/bin/sh\n"
    text += AccessKind.share.head(
      zh: "每次发布后，在共享的机器上以所有者身份运行；用户名就是成员的 id。",
      en:
        "Run on the machine that shares, as the owner, after each release. A user's name is the member's id."
    )
    text += """
      set -eu
      # 全是数字的用户名不能当成别人的用户编号。
      # A user's name of digits alone must not be taken for the number of another user.
      named() {
        case $1 in
          *[!0-9]*) true ;;
          *) test "$(getent passwd "$1" | cut -d: -f1)" = "$1" ;;
        esac
      }
      root=\(Self.quoted(rules.root))
      site=$(readlink -f "$root/current")
      for user in \(rules.everybody.map(Self.quoted).joined(separator: " ")); do
        if ! id -u "$user" >/dev/null 2>&1 || ! named "$user"; then
          echo "这台机器上没有用户 / no such user on this machine: $user" >&2
          exit 1
        fi
      done
      # 先全部关上，旧版和配置也一样；再给每个人打开自己的。
      # First all is closed, earlier releases and the configuration too; then each gets what is theirs.
      chmod -R go= "$root/releases" "$root/access"
      setfacl -R -b "$site"
      chmod 711 "$root" "$root/releases" "$site/.." "$site"

      """
    for tree in rules.trees {
      let place = "\"$site\"/" + Self.quoted(tree.name)
      guard let folders = tree.folders else {
        text += "chmod -R o+rX \(place)\n"
        continue
      }
      let isDivided = folders.contains { $0.path != tree.name }
      if isDivided { text += "chmod 711 \(place)\n" }
      for folder in folders {
        text +=
          "setfacl -R -m \(Self.quoted("u:\(folder.user):rX")) \"$site\"/\(Self.quoted(folder.path))\n"
      }
    }
    return text
  }

  /// A word of the shell that means nothing but itself.
  private static func quoted(_ text: String) -> String {
    "'" + text.replacing("'", with: "'\\''") + "'"
  }
}
