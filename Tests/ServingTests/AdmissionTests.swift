import Foundation
import Testing

@testable import Serving

/// Who is let in, by what a request says of itself.
@Suite struct `Admission to a preview` {
  private func refusal(
    _ host: String? = "127.0.0.1:8000", at address: String = "127.0.0.1", method: String = "GET",
    origin: String? = nil, site: String? = nil, mode: String? = nil, password: String? = nil,
    authorization: String? = nil
  ) -> Admission.Refusal? {
    let headers: [String: String?] = [
      "host": host, "origin": origin, "sec-fetch-site": site, "sec-fetch-mode": mode,
      "authorization": authorization,
    ]
    return Admission(to: ServeAddress(host: address, port: 8000), password: password).refusal(
      of: Request(method: method, headers: headers.compactMapValues { $0 }))
  }

  @Test(arguments: ["127.0.0.1:8000", "localhost:8000", "LOCALHOST", "[::1]:8000"])
  func `goes by the names of this machine`(host: String) {
    #expect(refusal(host) == nil)
  }

  @Test(arguments: [
    "evil.example", "evil.example:8000", "127.0.0.1.evil.example", "localhost.evil.example",
    "192.168.1.2:8000", "", "127.0.0.1@evil.example",
  ])
  func `refuses other names`(host: String) {
    #expect(refusal(host) == .host)
  }

  @Test func `refuses whoever names nobody`() {
    #expect(refusal(nil) == .host)
  }

  @Test func `takes numbers where others may come, and no names`() {
    #expect(refusal("192.168.1.2:8000", at: "0.0.0.0") == nil)
    #expect(refusal("[fe80::1]:8000", at: "::") == nil)
    #expect(refusal("evil.example", at: "0.0.0.0") == .host)
    #expect(refusal("1.2.3.4.evil.example", at: "0.0.0.0") == .host)
  }

  @Test(arguments: ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "CONNECT", "get"])
  func `refuses what is not GET or HEAD`(method: String) {
    #expect(refusal(method: method) == .method)
  }

  @Test func `refuses pages of other sites`() {
    #expect(refusal(origin: "https://evil.example") == .foreign)
    #expect(refusal(origin: "null") == .foreign)
    #expect(refusal(origin: "http://127.0.0.1:9000") == .foreign)
    #expect(refusal(site: "cross-site", mode: "no-cors") == .foreign)
    #expect(refusal(site: "same-site", mode: "cors") == .foreign)
    #expect(refusal(site: "cross-site", mode: "navigate") == nil)
    #expect(refusal(origin: "http://127.0.0.1:8000", site: "same-origin", mode: "cors") == nil)
    #expect(refusal(site: "none", mode: "navigate") == nil)
  }

  @Test func `asks for the password`() {
    func basic(_ text: String) -> String { "Basic " + Data(text.utf8).base64EncodedString() }
    let password = "correct horse 马"
    #expect(refusal(password: password) == .password)
    for wrong in [":", ":correct", ":correct horse 马 ", ":Correct horse 马", "correct horse 马"] {
      #expect(refusal(password: password, authorization: basic(wrong)) == .password)
    }
    #expect(refusal(password: password, authorization: "Bearer x") == .password)
    #expect(refusal(password: password, authorization: basic("anybody:" + password)) == nil)
  }
}
