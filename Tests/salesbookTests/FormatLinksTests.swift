import Foundation
import Testing

@Suite struct `Formatting pages` {
  @Test func `keeps links, and who may read a file`() throws {
    let site = try Site(kind: "course", language: "en")
    let loose = "---\ntitle: Elsewhere\n---\n\n| a | b |\n|--|--|\n| longer | c |\n"
    let script = """
      mkdir -p shared && printf '%s' "$TEXT" > shared/page.md && chmod 600 shared/page.md \
        && cp -p shared/page.md shared/other.md \
        && ln -s ../shared/page.md Content/linked.md && ln -s linked.md Content/twice.md \
        && ln -s "$PWD/shared/other.md" Content/whole.md
      """
    let made = try Program.run(script, in: site.folder, environment: ["TEXT": loose])
    try #require(made.exit == 0, "\(made.stderr)")
    let run = try site.run("fmt")
    #expect(run.exit == 0, "\(run.stderr)")
    let look = try Program.run(
      "readlink Content/linked.md Content/twice.md Content/whole.md; stat -c %a shared/page.md shared/other.md; "
        + "grep -c 'longer | c |' shared/page.md; grep -c '| ------ |' shared/page.md shared/other.md; ls Content shared",
      in: site.folder)
    let lines = look.stdout.split(separator: "\n").map(String.init)
    #expect(lines.prefix(2) == ["../shared/page.md", "linked.md"])
    #expect(lines[2].hasSuffix("/shared/other.md"))
    #expect(lines[3...4] == ["600", "600"])
    #expect(
      lines.contains("shared/page.md:1") && lines.contains("shared/other.md:1"), "\(look.stdout)")
    #expect(!look.stdout.contains("salesbook-new"))
    #expect(try site.run("fmt --check").exit == 0)
  }
}
