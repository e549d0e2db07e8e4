import Foundation
import Pages
import Phrases
import Theme

/// A page in one file that asks for a password and holds nothing of what it says but sealed.
///
/// It opens in the browser, from a file too, and asks nobody for anything. Around the sealed bytes stand only
/// words of the program's own: no name, no month.
///
///     try SealedPage(one, password: "four words of my own", in: .chinese).bytes
struct SealedPage {
  let bytes: [UInt8]

  /// Seals a page that stands in one file.
  init(_ page: OneFilePage, password: String, in language: Language) throws(MachineFailure) {
    let sealed = try SealedBytes(page.bytes, password: password)
    let (style, script) = (Self.file("sealed.css"), Self.file("open.js"))
    func say(zh chinese: Sentence<InChinese>, en english: Sentence<InEnglish>) -> String {
      language.say(zh: chinese, en: english)
    }
    let title = say(zh: "加了密码的计划", en: "A plan with a password")
    // The page that is opened takes this one's place and stays under its policy.
    let policy = OneFilePage.policy(
      styles: [style], scripts: [script], besides: page)
    let html = """
      <!DOCTYPE html>
      <html lang="\(language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(policy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <title>\(title)</title>
      <style>\(style)</style>
      </head>
      <body>
      <main>
      <h1>\(title)</h1>
      <form data-wait="\(say(zh: "正在打开……", en: "Opening…"))" data-wrong="\(say(zh: "密码不对。", en: "This is not the password."))" data-unable="\(say(zh: "这个浏览器打不开：换一个新的浏览器，或从本机的文件、https 网址打开。", en: "This browser cannot open it: take a newer one, or open it from a file or an https address."))">
      <label for="password">\(say(zh: "密码", en: "Password"))</label>
      <input id="password" name="password" type="password" required autocomplete="off" autofocus>
      <button>\(say(zh: "打开", en: "Open"))</button>
      <output></output>
      </form>
      <noscript><p>\(say(zh: "要运行脚本才能打开。", en: "It takes scripts to open it."))</p></noscript>
      <p><small>\(say(zh: "谁有这个文件，就能不停地试密码：密码要长，不要和文件一起发。发出去的文件收不回，密码改不了；打开以后，看到的人可以另存。", en: "Whoever has this file can try passwords without end: take a long one, and send it another way than the file. A file that was sent cannot be had back, nor its password changed; and who has opened it can keep what they see."))</small></p>
      </main>
      <script type="application/json" id="sealed">{"rounds":\(SealedBytes.rounds),"salt":"\(Self.text(sealed.salt))","nonce":"\(Self.text(sealed.nonce))","page":"\(Self.text(sealed.bytes))"}</script>
      <script>\(script)</script>
      </body>
      </html>

      """
    bytes = Array(html.utf8)
  }

  private static func text(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }

  private static func file(_ name: String) -> String {
    embeddedFiles.first { $0.path == "sealed/" + name }?.text ?? ""
  }
}
