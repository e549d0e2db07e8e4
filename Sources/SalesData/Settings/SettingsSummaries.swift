/// One sentence about each key of `salesbook.yaml`, for editors.
let settingsSummaries: [String: String] = [
  "title": "The site's name.",
  "language": "The language of pages that name none.",
  "content": "The folder of the pages. (Content)",
  "data": "The folder of the tables. (Content/data)",
  "templates": "The folder of templates that win over the built-in ones. (Templates)",
  "output": "The folder that a build writes. (Output)",
  "kept_plans":
    "The folder of plans kept as data, of everybody: the chances of the classes are measured by them.",
  "linked_folders":
    "The folders outside of the workspace to which links in it may lead; all others are errors.",
  "period":
    "What a build plans where nobody says another: a month, a quarter or days. (this month)",
  "archive":
    "The folder of pages of earlier periods that each build puts beside the new ones, with an index.",
  "trees": "The folders of the output, each for an edition and an audience.",
  "paper": "The paper that pages are printed on. (a4)",
  "contact_details":
    "Who sees telephone numbers and addresses, of those who may see customers: self, manager. (self)",
  "sheets": "Which day sheets and week sheets are printed behind a plan. (all of both)",
  "currency": "The currency by its code. (CNY)",
  "time_zone": "The zone that says what day it is. (Asia/Shanghai)",
  "markdown": "The folders whose pages may hold raw HTML.",
  "units": "The units that formulas know.",
  "values": "Names that formulas of every page know, and their values.",
  "checks": "The company's own checks on every plan: a condition, and what to say where it holds.",
  "calendar": "The country of the working calendar, and whether a year not yet announced will do.",
  "man": "How M, A and N are scored and a customer is classified.",
  "cadence": "Visits a month, least working days between two, and hours of one, by class.",
  "funnel": "The stages of the funnel in order.",
  "hours": "The hours that one piece of work at a stage takes.",
  "layout": "How visits are spread over the month.",
  "estimate": "The months of history that rates are counted from, and how sure a plan must be.",
  "goals":
    "Bounds of the checks of goals: what personal goals may come to of the goal above, how far an amount may lie from quantity × price, the largest discount, the load up to which a plan has room.",
  "mapping": "By table: a header of the file and the column it is; nothing says that it is none.",
  "stages": "What a stage of the company's means: open, won or lost, and the chance to win.",
  "tables":
    "A file of the data folder, or file.xlsx[Sheet], and the table it is; nothing leaves it out.",
  "date_order":
    "By table.column: the order of day, month and year, where the values leave it open.",
  "number_format":
    "By table.column: the decimal mark, percent or fractions, hours or minutes, where the values leave it open.",
  "exchange_rates": "By currency: what one unit of it is worth in the workspace's currency.",
  "encodings": "By file: its encoding, where its bytes leave it open.",
  "person": "The name by which tables call the workspace's only member.",
  "owners":
    "A name in columns of owners and the member it means; nothing says that their rows do not count.",
  "rows_left_out":
    "The share of an export's rows that may be left out for mistakes; more is an error. (2%)",
  "sql": "By table: a query whose rows stand for a file; the connection is in the environment.",
]
