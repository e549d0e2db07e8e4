import OrderedJSON
import Phrases

/// What a preview answers, from the state of its board alone: it opens no file.
///
///     PreviewAnswers(board, admission, language).answer(Request(target: "/plans/zhang/"))
struct PreviewAnswers: Sendable {
  private let board: PreviewBoard
  private let admission: Admission
  private let bar: PreviewBar

  init(_ board: PreviewBoard, _ admission: Admission, in language: Language) {
    self.board = board
    self.admission = admission
    bar = PreviewBar(language: language)
  }

  /// The answer to a request.
  func answer(_ request: Request) -> Answer {
    if let refusal = admission.refusal(of: request) { return refused(refusal) }
    guard let path = SitePath(request.path) else { return text(.badRequest, "bad path\n") }
    let state = board.state
    if path.path.hasPrefix(PreviewBar.folder) {
      return own(String(path.path.dropFirst(PreviewBar.folder.count)), request, state)
    }
    if path.path.isEmpty, !state.start.isEmpty { return redirect(to: state.start) }
    if let bytes = state.files[path.file] {
      let type = SitePath.contentType(of: path.file)
      guard type.hasPrefix("text/html") else { return whole(.ok, type, bytes) }
      let shown = bar.put(into: bytes, state)
      return whole(.ok, type, shown.page, policy: shown.policy)
    }
    if state.files[path.path + "/index.html"] != nil { return redirect(to: path.path + "/") }
    return nothing(state)
  }

  /// A page that says why there is none; it hears of changes like any other.
  private func nothing(_ state: PreviewState) -> Answer {
    let title =
      state.version > 0
      ? Phrase(zh: "这里没有页面", en: "There is no page here")
      : state.isBroken
        ? Phrase(zh: "还没有可以看的网站", en: "There is no site to look at yet")
        : Phrase(zh: "正在生成……", en: "The site is being made …")
    let page = bar.page(title, state)
    return whole(.notFound, "text/html; charset=utf-8", page.page, policy: page.policy)
  }

  /// What is the server's own.
  private func own(_ name: String, _ request: Request, _ state: PreviewState) -> Answer {
    let type = SitePath.contentType(of: name)
    return switch name {
    case "preview.js": whole(.ok, type, Array(PreviewFiles.script.utf8))
    case "preview.css": whole(.ok, type, Array(PreviewFiles.style.utf8))
    case "readers": whole(.ok, "application/json", Array(bar.readers(of: state).text().utf8))
    case "as": redirect(to: page(asked: request, state))
    case "events": Answer(status: .ok, headers: headers("text/event-stream", nil), body: .events)
    default: text(.notFound, "not found\n")
    }
  }

  /// The same page in another reader's folder, else the beginning of that folder.
  private func page(asked request: Request, _ state: PreviewState) -> String {
    let folder = request.asked("folder")
    guard state.readers.contains(where: { $0.folder == folder }) else { return "" }
    let page = request.asked("page").drop { $0 == "/" }
    let now = state.readers.map(\.folder).filter { page.hasPrefix($0 + "/") }
      .max { $0.utf8.count < $1.utf8.count }
    let same = folder + "/" + (now.map { String(page.dropFirst($0.count + 1)) } ?? "")
    let isThere = state.files[same] != nil || state.files[same + "index.html"] != nil
    return isThere ? same : folder + "/"
  }

  private func refused(_ refusal: Admission.Refusal) -> Answer {
    switch refusal {
    case .method:
      var answer = text(.methodNotAllowed, "GET and HEAD only\n")
      answer.headers.append(Answer.Header("Allow", "GET, HEAD"))
      return answer
    case .host: return text(.misdirectedRequest, "not a name of this server\n")
    case .foreign: return text(.forbidden, "not for other sites\n")
    case .password:
      var answer = text(.unauthorized, "a password is needed\n")
      let scheme = "Basic realm=\"Salesbook\", charset=\"UTF-8\""
      answer.headers.append(Answer.Header("WWW-Authenticate", scheme))
      return answer
    }
  }

  private func text(_ status: Answer.Status, _ text: String) -> Answer {
    whole(status, "text/plain; charset=utf-8", Array(text.utf8))
  }

  private func redirect(to path: String) -> Answer {
    var answer = text(.found, "")
    answer.headers.append(Answer.Header("Location", SitePath.address(path)))
    return answer
  }

  private func whole(
    _ status: Answer.Status, _ type: String, _ bytes: [UInt8], policy: String? = nil
  ) -> Answer {
    Answer(status: status, headers: headers(type, policy), body: .bytes(bytes))
  }

  private func headers(_ type: String, _ policy: String?) -> [Answer.Header] {
    [
      Answer.Header("Content-Type", type), Answer.Header("Cache-Control", "no-store"),
      Answer.Header(
        "Content-Security-Policy", policy ?? "default-src 'none'; frame-ancestors 'none'"),
      Answer.Header("X-Content-Type-Options", "nosniff"),
      Answer.Header("Referrer-Policy", "no-referrer"),
      Answer.Header("Cross-Origin-Resource-Policy", "same-origin"),
      Answer.Header("X-Frame-Options", "DENY"),
    ]
  }
}
