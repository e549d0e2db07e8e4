package import Desk
package import Diagnostics
package import Pages
import Rulebook

/// Who sees what: for each folder that readers are handed, how much of the tables is open to them.
package struct Audit: Sendable {
  /// A folder and what is open in it.
  package struct Row: Sendable {
    /// The folder below the output folder.
    package let path: String
    /// Whom it is for.
    package let audience: Audience
    /// The id of the member whose it is; nil where several read it.
    package let holder: String?
    /// How many values of each kind are open.
    package let open: [GuardedValue.Kind: Int]
  }

  /// What one reader sees of one customer in one folder, and why.
  package struct Answer: Sendable {
    /// What decides.
    package enum Reason: String, Sendable {
      /// The customer is the reader's own.
      case owner
      /// Somebody below the reader has the customer.
      case below
      /// The reader, or somebody below, has a deal, an order or a visit with somebody else's customer.
      case named
      /// The reader's group may open the plans of somebody who has the customer.
      case group
      /// The customer is somebody else's.
      case others
      /// No customer is named in such a folder.
      case audience
    }

    package let path: String
    package let audience: Audience
    /// How the customer stands there, field by field; nil where it does not.
    package let forms: FieldForms?
    /// The code by which it is called there; nil where it has none.
    package let code: String?
    /// Whether the customer, its notes and amounts may stand there, by its name or by a code.
    package var seesCustomer: Bool { forms != nil }
    /// Whether contacts, telephone numbers and addresses may, any of them in full.
    package var seesContacts: Bool { forms?.showsContacts ?? false }
    package let reason: Reason
  }

  /// The folders, in the order of trees and members.
  package let rows: [Row]
  /// How many values of each kind there are.
  package let all: [GuardedValue.Kind: Int]
  /// How many are too short to be searched for.
  package let unsearched: Int
  /// The answer to the question that was asked; nil where none was.
  package var answers: [Answer]?
}

/// What is asked about one reader and one customer.
package struct AuditQuestion: Sendable {
  package let reader: String
  package let customer: String

  /// Asks what a member sees of a customer, named by id or name.
  package init(reader: String, customer: String) {
    self.reader = reader
    self.customer = customer
  }
}

/// Finds out who sees what; nil where the workspace has mistakes.
package func audit(
  _ sources: SiteSources, _ request: GenerationRequest, asking question: AuditQuestion?
) async throws -> Parsed<Audit?> {
  let asked = DeskRequest(period: request.period, asOf: request.asOf)
  let desk = try PlanDesk.read(sources.desk, sources.settings, asked, read: sources.read)
  let read = try await BookSite.read(sources, at: desk.value, request)
  var found = desk.diagnostics + read.diagnostics
  guard let site = read.value?.site, !found.hasErrors else { return Parsed(nil, found) }
  var audit = site.audit()
  if let question {
    switch site.answers(to: question) {
    case .success(let answers): audit.answers = answers
    case .failure(let problem): found.append(problem.diagnostic)
    }
  }
  return Parsed(found.hasErrors ? nil : audit, found)
}

extension Site {
  fileprivate func audit() -> Audit {
    let values = desk.guardedValues
    let rows = folders.map { folder in
      var open: [GuardedValue.Kind: Int] = [:]
      for value in values where desk.isOpen(value, to: folder.reader) {
        open[value.kind, default: 0] += 1
      }
      return Audit.Row(
        path: folder.path, audience: folder.tree.audience, holder: folder.holder?.id, open: open)
    }
    return Audit(
      rows: rows, all: values.reduce(into: [:]) { $0[$1.kind, default: 0] += 1 },
      unsearched: TreeProof(self)?.unsearched ?? 0)
  }

  /// What a member sees of a customer in each folder that is theirs or everybody's.
  fileprivate func answers(
    to question: AuditQuestion
  ) -> Result<[Audit.Answer], AuditProblem> {
    let known = desk.memberIds + folders.flatMap { $0.tree.group?.readers ?? [] }
    guard known.contains(question.reader) else {
      return .failure(.reader(question.reader, known: known))
    }
    guard let members = desk.members(ofCustomer: question.customer) else {
      return .failure(.customer(question.customer))
    }
    let mine = folders.filter { folder in
      if let group = folder.tree.group { return group.readers.contains(question.reader) }
      return folder.holder.map { $0.id == question.reader } ?? true
    }
    return .success(
      mine.map { folder in
        let owned = desk.forms(ofCustomerOf: members.owners, for: folder.reader)
        let forms = desk.forms(ofCustomerOf: members.all, for: folder.reader)
        let reason: Audit.Answer.Reason =
          switch folder.tree.audience {
          case .team, .everybody: .audience
          case .own, .manager:
            if forms == nil {
              .others
            } else if folder.tree.group != nil {
              .group
            } else if owned == nil {
              .named
            } else {
              members.owners.contains(question.reader) ? .owner : .below
            }
          }
        return Audit.Answer(
          path: folder.path, audience: folder.tree.audience, forms: forms,
          code: forms?[.customer] == .code ? desk.code(ofCustomer: question.customer) : nil,
          reason: reason)
      })
  }
}

/// Why a question has no answer.
private enum AuditProblem: Error {
  case reader(String, known: [String])
  case customer(String)

  var diagnostic: Diagnostic {
    switch self {
    case .reader(let name, let known): .unknownReader(name, known: known)
    case .customer(let name): .unknownCustomer(name)
    }
  }
}
