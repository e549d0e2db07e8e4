import Diagnostics
import Markdown
import Mustache
import Pages
import Phrases
import SalesMethod

/// `attendance`: a list to sign, a line a person; where there is a list of participants, with their names.
struct AttendanceBlock: BlockKind {
  static let name = "attendance"
  static let form = BlockForm.leaf

  private let rows: Int?
  private let columns: [String]?
  var lengths: [Length] { [Length(tenths: 80)] }

  /// The lines for those who are not on the list, and the lines where there is none.
  private static let (more, all) = (3, 24)

  init(_ options: inout AttributeReader) {
    rows = options.integer("rows", in: 1...60)
    columns = options.list("cols")
  }

  func fields(in scene: Scene) -> Parsed<[(String, Value)]?> {
    let people = scene.around.participants
    let wanted = rows ?? (people.isEmpty ? Self.all : people.count + Self.more)
    let lines = (0..<max(wanted, people.count)).map { index -> Value in
      .record([
        "number": .integer(index + 1),
        "cells": .texts(cells(of: index < people.count ? people[index] : nil)),
      ])
    }
    return Parsed([
      ("hasColumns", .bool(columns != nil)), ("columns", .texts(columns ?? [])),
      ("rows", .list(lines)),
    ])
  }

  /// What stands in a line: the name first, and the department below such a heading.
  private func cells(of person: Participant?) -> [String] {
    guard let columns else { return [person?.name ?? "", person?.department ?? "", "", ""] }
    let departments = ["部门", "单位", "公司", "team", "department", "company"]
    return columns.enumerated().map { index, title in
      if index == 0 { return person?.name ?? "" }
      return departments.contains(title.lowercased()) ? person?.department ?? "" : ""
    }
  }
}

/// `certificate`: a sheet that says who took part, to be signed; one for each of the participants who were there.
///
/// How long the course took is the sum of its pages' minutes, unless `hours` says otherwise.
struct CertificateBlock: BlockKind {
  static let name = "certificate"
  static let form = BlockForm.either

  private let hours: Int?
  private let course: String?

  init(_ options: inout AttributeReader) {
    hours = options.integer("hours", in: 1...999)
    course = options.text("course")
  }

  func fields(in scene: Scene) -> Parsed<[(String, Value)]?> {
    let people = scene.around.participants.filter { $0.attended != false }
    let names = people.isEmpty ? [nil] : people.map { Optional($0.name) }
    let minutes = hours.map { $0 * 60 } ?? scene.sessions.reduce(0) { $0 + $1.minutes }
    // Half an hour is the least that is said in hours.
    let isInHours = minutes > 0 && minutes.isMultiple(of: 30)
    return Parsed([
      ("hours", isInHours ? .text(Self.hours(ofMinutes: minutes)) : .nothing),
      ("minutes", minutes > 0 && !isInHours ? .integer(minutes) : .nothing),
      ("course", .optional(course, Value.text)),
      ("day", .optional(scene.around.courseDay?.number, Value.integer)),
      (
        "people",
        .list(
          names.enumerated().map { index, name in
            .record(["isFirst": .bool(index == 0), "person": .optional(name, Value.text)])
          })
      ),
    ])
  }

  /// Whole and half hours: `6.5`.
  private static func hours(ofMinutes minutes: Int) -> String {
    String(minutes / 60) + (minutes.isMultiple(of: 60) ? "" : ".5")
  }
}

/// `followup`: the days after the course on which to go on; for whoever teaches, with the participants to tick off.
struct FollowUpBlock: BlockKind {
  static let name = "followup"
  static let form = BlockForm.leaf

  /// How many days after the course.
  let days: [Int]

  init(_ options: inout AttributeReader) {
    let read = options.read(
      "days",
      expected: Phrase(
        zh: "课后第几天，例如 2,7,30，1 到 366，各不相同",
        en: "different days after the course, such as 2,7,30, from 1 to 366")
    ) { text -> [Int]? in
      let days = text.split { $0 == "," || $0 == "，" || $0 == " " }.map { Int($0) ?? 0 }
      let isRight = days.allSatisfy((1...366).contains) && Set(days).count == days.count
      return !days.isEmpty && isRight ? days.sorted() : nil
    }
    days = read ?? [2, 7, 30, 60, 90]
  }

  func fields(in scene: Scene) -> Parsed<[(String, Value)]?> {
    let course = scene.around.courseDay
    let dates = days.map { day in
      Value.record([
        "after": .integer(day),
        "date": .optional(course?.adding(days: day).number, Value.integer),
      ])
    }
    let path = calendarPath(beside: scene.instance.path)
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return Parsed([
      ("days", .list(dates)), ("people", .texts(scene.around.participants.map(\.name))),
      ("calendar", course == nil ? .nothing : .text(percentEncoded(name))),
    ])
  }
}
