import Glibc
import Phrases

extension ExaminedMachine {
  /// No font for Chinese, as fontconfig knows them: a browser draws boxes then.
  func fontFindings() -> [Finding] {
    if let program = programPath(of: ["fc-list"], in: path) {
      let names = ["FONTCONFIG_FILE", "FONTCONFIG_PATH", "HOME"]
      let variables = names.compactMap { name in environment(name).map { (name, $0) } }
      let call = ProgramCall(
        program, [":lang=zh-cn", "family"],
        environment: ["LC_ALL": "C.UTF-8"].merging(variables) { $1 })
      // A program that cannot be run knows of no font.
      if let result = try? call.run(), result.isDone, !result.output.isEmpty { return [] }
    }
    return [
      Finding(
        .missing, "font", at: nil,
        Phrase(
          zh: "没有中文字体：打印成 PDF 的每个汉字都会是方框",
          en: "no Chinese font: every Chinese character of a PDF would be a box"),
        mend: "sudo apt-get install fontconfig fonts-noto-cjk")
    ]
  }

  /// Programs that some commands need.
  func programFindings() -> [Finding] {
    var found: [Finding] = []
    if programPath(of: Browser.names, in: path) == nil {
      found.append(
        Finding(
          .missing, "browser", at: nil,
          Phrase(
            zh: "没有 Chromium：export pdf 不能用", en: "no Chromium: export pdf cannot print"),
          mend: "sudo apt-get install chromium"))
    }
    if programPath(of: OfficeConverter.names, in: path) == nil {
      found.append(
        Finding(
          .missing, "office", at: nil,
          Phrase(
            zh: "没有 LibreOffice：.xls、.ods 等表格读不了",
            en: "no LibreOffice: tables in .xls, .ods and the like cannot be read"),
          mend: "sudo apt-get install --no-install-recommends libreoffice-calc"))
    }
    return found
  }

  /// A locale that is not UTF-8, or that the machine does not have: other programs garble Chinese then.
  func localeFindings() -> [Finding] {
    let variables = ["LC_ALL", "LC_CTYPE", "LANG"]
    let set = variables.first { !(environment($0) ?? "").isEmpty }
    let name = set.flatMap(environment)
    let what: Phrase
    if let set, let name {
      if let known = newlocale(Int32(1 << LC_CTYPE), name, nil) {
        freelocale(known)
        let coding = name.uppercased().split(separator: ".").dropFirst().first ?? ""
        guard !coding.hasPrefix("UTF-8"), !coding.hasPrefix("UTF8") else { return [] }
        what = Phrase(
          zh: "\(set) 是 \(name)，不是 UTF-8：终端和其他程序会显示乱码",
          en: "\(set) is \(name), which is not UTF-8: terminals and other programs garble Chinese")
      } else {
        what = Phrase(
          zh: "\(set) 是 \(name)，这台机器没有它",
          en: "\(set) is \(name), which this machine does not have")
      }
    } else {
      what = Phrase(
        zh: "没有设置 locale：终端和其他程序会显示乱码",
        en: "no locale is set: terminals and other programs garble Chinese")
    }
    return [Finding(.unsafe, "locale", at: nil, what, mend: "export LC_ALL=C.UTF-8")]
  }

  /// A time zone of the settings that the machine does not know: days would be those of China.
  func zoneFindings(_ zone: String) -> [Finding] {
    guard !knowsZone(zone) else { return [] }
    return [
      Finding(
        .missing, "zone", at: nil,
        Phrase(
          zh: "这台机器不认识时区 \(zone)：今天是哪天可能算错",
          en: "this machine does not know the time zone \(zone): today may be the wrong day"),
        mend: "sudo apt-get install tzdata")
    ]
  }
}
