import Diagnostics
import Testing

@testable import Mustache

@Suite struct `Values in HTML` {
  private static let evil: Value = "\"><script>alert('x')</script>"
  private static let harmless =
    "&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"

  @Test(arguments: [
    "<p>‸</p>", "<title>‸</title>", "<textarea>‸</textarea>", "<p class=\"‸\">", "<p class='‸'>",
    "<p data-x = \"a‸b\" id=c>", "<a href=\"#‸\">", "<a href=\"?q=‸\">", "<a href='/‸'>", "<br/>‸",
    "<!doctype html>‸", "<!-- a -- > b -->‸", "<!-->‸", "a < b ‸", "a <3 ‸", "</p >‸",
    "<script>let a = '</div><!--'</script>‸", "<style>a > b {}</style >‸", "<input disabled>‸",
    "<input value=a/b>‸", "<p title=\"a > b\">‸", "<svg viewBox=\"0 0 ‸ 1\">", "<?xml?>‸",
    "<title>a <b> </titles> </title>‸", "<SCRIPT></Script>‸", "<p a=''b>",
  ])
  func `are escaped wherever they may stand`(_ page: String) {
    let template = page.split(separator: "‸", omittingEmptySubsequences: false)
      .joined(separator: "{{x}}")
    guard page.contains("‸") else {
      return #expect(render(template, []).hasSuffix("mustache.unsafe-place"))
    }
    let expected = page.split(separator: "‸", omittingEmptySubsequences: false)
      .joined(separator: Self.harmless)
    #expect(render(template, [["x": Self.evil]]) == expected)
  }

  @Test(arguments: [
    "<script>‸{{x}}</script>", "<script type=\"application/json\">‸{{x}}</script>",
    "<script>var a = '‸{{x}}'</script>", "<SCRIPT>‸{{x}}</SCRIPT>", "<script>{{{‸x}}}</script>",
    "<script></scripts>‸{{x}}</script>", "<style>‸{{x}}</style>", "<iframe>‸{{x}}</iframe>",
    "<!-- ‸{{x}} -->", "<!‸{{x}}>", "<!doctype ‸{{x}}>", "<?‸{{x}}?>", "<‸{{x}}>", "</‸{{x}}>",
    "<p‸{{x}}>",
    "<p ‸{{x}}>", "<p a‸{{x}}=\"\">", "<p a ‸{{x}}>", "<p a=\"\" ‸{{x}}>", "<p a=‸{{x}}>",
    "<p a= ‸{{x}}>",
    "<p a=b‸{{x}}>", "<p a=\"b\"‸{{x}}>", "<p onclick=\"‸{{x}}\">", "<p ONCLICK='a(‸{{x}})'>",
    "<p style=\"‸{{x}}\">", "<iframe srcdoc=\"‸{{x}}\"></iframe>", "<img srcset=\"‸{{x}} 2x\">",
    "<a href=\"javascript:‸{{x}}\">", "<a href=\" JavaScript:‸{{x}}\">", "<a href=\"data:‸{{x}}\">",
    "<meta http-equiv=\"refresh\" content=\"0;url=‸{{x}}\">", "<meta http-equiv=\"‸{{x}}\">",
    "<set attributeName=\"href\" to=\"‸{{x}}\">", "<p title=\"{{{‸x}}}\">",
    "<title>{{{‸x}}}</title>",
    "<p class=\"a\"‸id=\"b\">", "<p =\"‸a\">",
  ])
  func `are refused where nothing could make them safe`(_ template: String) {
    // A tag's place is what it says, so the mark moves behind the two braces.
    let marked =
      template.contains("‸{{")
      ? template.replacing("‸{{", with: "{{‸") : template
    let known = marked.contains("=\"‸a") ? "<p ‸=\"a\">" : marked
    Mistake(known, ["x": "v"], is: "unsafe-place").expectFound()
  }

  @Test(arguments: [
    Case("<p{{#on}} class=\"a\"{{/on}}>", ["on": true], gives: "<p class=\"a\">"),
    Case("<p class=\"a\"{{#on}} id=\"b\"{{/on}}>", ["on": true], gives: "<p class=\"a\" id=\"b\">"),
    Case("<input disabled{{#on}} checked{{/on}}>", ["on": true], gives: "<input disabled checked>"),
    Case("<p class=\"a{{#on}} b{{/on}}\">", ["on": true], gives: "<p class=\"a b\">"),
    Case("<p class=\"{{#if on}}b{{else}}c{{/if}}\">", ["on": false], gives: "<p class=\"c\">"),
    Case(
      "{{#if on}}<td class=\"a\"{{else}}<td{{/if}} id=\"b\">", ["on": false], gives: "<td id=\"b\">"
    ),
    Case("<p {{>rest}}>", ["x": "\""], ["rest": "title=\"{{x}}\""], gives: "<p title=\"&quot;\">"),
    Case(
      "<p title=\"{{>rest}}\">", ["x": "\""], ["rest": "[{{x}}]"], gives: "<p title=\"[&quot;]\">"),
    Case(
      "{{<base}}{{$kind}}plan {{x}}{{/kind}}{{/base}}", ["x": "<"],
      ["base": "<body class=\"{{$kind}}{{/kind}}\">"], gives: "<body class=\"plan &lt;\">"),
    Case("<!-- {{#on}}a{{/on}} -->", ["on": true], gives: "<!-- a -->"),
    Case("<p aria-hidden=\"{{on}}\">", ["on": true], gives: "<p aria-hidden=\"true\">"),
    Case(
      "<p aria-hidden=\"{{on | default false}}\">", ["on": false],
      gives: "<p aria-hidden=\"false\">"),
  ])
  func `may depend on sections, partials and blocks inside tags`(_ example: Case) {
    #expect(example.rendered() == example.page)
  }

  @Test(arguments: [
    Mistake("<p>{{#‸on}}<b class=\"{{/on}}</p>", ["on": true], is: "open-markup"),
    Mistake("{{#‸on}}<script>{{/on}}", ["on": true], is: "open-markup"),
    Mistake("‸{{#if on}}<p {{else}}<p>{{/if}}", ["on": true], is: "open-markup"),
    Mistake("‸<p class=\"", is: "open-markup"),
    Mistake("‸{{$a}}<p {{/a}}>", is: "open-markup"),
    Mistake("<p {{#‸on}}a{{/on}}b>", ["on": true], is: "unsafe-place"),
  ])
  func `need sections that end where they begin`(_ mistake: Mistake) {
    let moved =
      mistake.template == "<p {{#‸on}}a{{/on}}b>" ? "<p {{#on}}a{{/on}}‸b>" : mistake.template
    Mistake(moved, mistake.values, is: String(mistake.id.dropFirst(9))).expectFound()
  }

  @Test(arguments: [
    Mistake("<p {{>*‸kind}}>", ["kind": "a"], ["a": "b"], is: "unsafe-place")
  ])
  func `need dynamic partials in text`(_ mistake: Mistake) {
    Mistake("<p ‸{{>*kind}}>", mistake.values, mistake.partials, is: "unsafe-place").expectFound()
  }
}

@Suite struct `Addresses` {
  @Test(arguments: [
    "course/a.html", "../a.html", "/a", "//host/a", "#a", "?a=javascript:b", "", "课程/一.html",
    "http://a", "HTTPS://a", "mailto:a@b", "tel:+86", "备注:一", "a/b:c", "1 2:3/四:五",
  ])
  func `are printed when they lead to pages, mail or calls`(_ address: String) {
    let (page, diagnostics) = diagnose("<a href=\"{{x}}\">", [["x": .text(address)]])
    #expect(page == "<a href=\"\(address)\">")
    #expect(diagnostics.isEmpty)
  }

  @Test(arguments: [
    "javascript:alert(1)", "JaVaScRiPt:a", " javascript:a", "java\nscript:a", "\u{1}javascript:a",
    "java\tscript\r:a", "data:text/html,a", "vbscript:a", "file:///etc/passwd", "blob:a",
  ])
  func `become a fragment when they could run code`(_ address: String) throws {
    for attribute in ["href", "src", "ACTION", "xlink:href", "poster"] {
      let template = "<a id=\"{{x}}\" \(attribute)=\"{{x}}\">"
      let (page, diagnostics) = diagnose(template, [["x": .text(address)]])
      #expect(page.hasSuffix("\(attribute)=\"#\">"))
      let found = try #require(diagnostics.first)
      #expect(diagnostics.count == 1)
      #expect(found.id == "mustache.unsafe-address")
      #expect(found.severity == .warning)
      #expect(found.place.column == template.unicodeScalars.count - 1)
    }
  }

  @Test(arguments: [
    ("<a href=\"{{x}}{{y}}\">", "<a href=\"#\">"),
    ("<a href=\"java{{y}}\">", "<a href=\"#\">"),
    ("<a href=\"{{#x}}{{x}}{{/x}}script:\">", "<a href=\"#\">"),
    ("<a href='{{x}}{{y}}'>", "<a href='#'>"),
    ("<a href=\"{{>two}}\">", "<a href=\"#\">"),
    ("<a href=\"{{x}}/{{y}}\">", "<a href=\"java/script:a\">"),
    ("<a href=\"#{{y}}\">", "<a href=\"#script:a\">"),
    ("<a title=\"{{x}}{{y}}\">", "<a title=\"javascript:a\">"),
  ])
  func `are looked at as a whole`(_ template: String, _ page: String) {
    let values: Value = ["x": "java", "y": "script:a"]
    #expect(diagnose(template, [values], ["two": "{{x}}{{y}}"]).page == page)
  }
}
