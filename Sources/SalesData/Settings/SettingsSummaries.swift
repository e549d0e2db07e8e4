import Phrases

/// One sentence about each key of `salesbook.yaml`, for editors.
let settingsSummaries: [String: Phrase] = [
  "title": Phrase(
    zh: "网站的名称，或每种语言一个。",
    en: "The site's name, or one for each language."),
  "language": Phrase(
    zh: "没有写明语言的页面用哪种语言。",
    en: "The language of pages that name none."),
  "content": Phrase(
    zh: "放页面的文件夹。（Content）",
    en: "The folder of the pages. (Content)"),
  "vocabulary": Phrase(
    zh: "页面用哪套名称写块：carpentries、quarto，或自己的对照表（base 写其中一种），例如 challenge: exercise。",
    en: "By which names pages call blocks: carpentries, quarto, or a map of one's own, such as "
      + "challenge: exercise, with one of the two as its base."),
  "data": Phrase(
    zh: "放数据表的文件夹。（Content/data）",
    en: "The folder of the tables. (Content/data)"),
  "templates": Phrase(
    zh: "自己的模板放在哪个文件夹，优先于内置的。（Templates）",
    en: "The folder of templates that win over the built-in ones. (Templates)"),
  "output": Phrase(
    zh: "生成的网站写到哪个文件夹。（Output）",
    en: "The folder that a build writes. (Output)"),
  "kept_plans": Phrase(
    zh: "留存的计划放在哪个文件夹，所有人的都放在一起：各类客户的下单机会按它们实测。",
    en:
      "The folder of plans kept as data, of everybody: the chances of the classes are measured by them."
  ),
  "linked_folders": Phrase(
    zh: "工作区里的链接可以通到工作区外的哪些文件夹；其余的一律报错。",
    en: "The folders outside of the workspace to which links in it may lead; all others are errors."
  ),
  "period": Phrase(
    zh: "没有另外指明时计划哪段时间：月、季度或起止日期。（本月）",
    en: "What a build plans where nobody says another: a month, a quarter or days. (this month)"),
  "archive": Phrase(
    zh: "以往各期的页面放在哪个文件夹；每次生成都带上，并附目录。",
    en:
      "The folder of pages of earlier periods that each build puts beside the new ones, with an index."
  ),
  "retention": Phrase(
    zh: "有数据的页面保留多少天，例如 400d：页脚写明到哪天为止，过期的以往各期不再带上。",
    en:
      "How many days pages with data are kept, such as 400d: the foot of each says until when, and "
      + "earlier periods beyond it are left out."),
  "bands": Phrase(
    zh: "团队页上的商机不写金额，只写在哪一段：各段的分界，从小到大。（[50000, 200000, 1000000]；[] 不列商机）",
    en:
      "Pages of teams tell of a deal's amount only the range it lies in: the edges of the ranges, "
      + "rising. ([50000, 200000, 1000000]; [] lists no deals)"),
  "paper": Phrase(
    zh: "页面用什么纸打印。（a4）",
    en: "The paper that pages are printed on. (a4)"),
  "trees": Phrase(
    zh: "输出分成哪几个文件夹，各给哪个版本、给谁看。",
    en: "The folders of the output, each for an edition and an audience."),
  "answers": Phrase(
    zh: "参考答案是否印在学员手册最后一部分之后：end。",
    en: "Whether the answers stand behind the last part of the participants' book: end."),
  "proof": Phrase(
    zh: "每次生成都查遍每棵树的每个字节，里面不许有它的读者不能看的内容；allow 列出只是碰巧同名、可以出现的词。",
    en: "Every build searches each byte of each tree for what its readers may not see; allow lists "
      + "words that are only the same by chance and may stand."),
  "gates": Phrase(
    zh: "按关卡的名称：on 或 off；不写时都开着。",
    en: "By gate: on or off. All are on unless said."),
  "contact_details": Phrase(
    zh: "能看到客户的人里，谁看得到电话和地址：self、manager。（self）",
    en:
      "Who sees telephone numbers and addresses, of those who may see customers: self, manager. (self)"
  ),
  "fields": Phrase(
    zh: "客户的名称、联系人、电话、地址和备注，在谁面前怎样写：full 原样、code 代号、masked 遮去一部分、none 不写。",
    en:
      "How customers' names, contacts, telephone numbers, addresses and notes stand before whom: full, "
      + "code, masked or none."),
  "groups": Phrase(
    zh: "成员和经理以外的读者：登录名、看得到哪些团队的计划、每个字段怎样写。",
    en:
      "Readers beside members and managers: the names they log in with, the teams whose plans they see, and "
      + "how each field stands there."),
  "sheets": Phrase(
    zh: "计划后面打印哪些日表和周表。（全部）",
    en: "Which day sheets and week sheets are printed behind a plan. (all of both)"),
  "currency": Phrase(
    zh: "币种代码。（CNY）",
    en: "The currency by its code. (CNY)"),
  "time_zone": Phrase(
    zh: "按哪个时区算日期。（Asia/Shanghai）",
    en: "The zone that says what day it is. (Asia/Shanghai)"),
  "markdown": Phrase(
    zh: "哪些文件夹里的页面可以直接写 HTML。",
    en: "The folders whose pages may hold raw HTML."),
  "units": Phrase(
    zh: "公式认得的单位。",
    en: "The units that formulas know."),
  "values": Phrase(
    zh: "每一页的公式都认得的名称和它们的值。",
    en: "Names that formulas of every page know, and their values."),
  "checks": Phrase(
    zh: "公司自己对计划的检查：什么条件，成立时说什么。",
    en: "The company's own checks on every plan: a condition, and what to say where it holds."),
  "calendar": Phrase(
    zh: "用哪国的工作日历，还没有公布的年份能不能先用。",
    en: "The country of the working calendar, and whether a year not yet announced will do."),
  "man": Phrase(
    zh: "M、A、N 怎样打分，客户怎样分类。",
    en: "How M, A and N are scored and a customer is classified."),
  "cadence": Phrase(
    zh: "各类客户每月拜访几次、两次之间至少隔几个工作日、一次几小时。",
    en: "Visits a month, least working days between two, and hours of one, by class."),
  "funnel": Phrase(
    zh: "漏斗的各个阶段，按先后。",
    en: "The stages of the funnel in order."),
  "hours": Phrase(
    zh: "每个阶段做一次要几小时。",
    en: "The hours that one piece of work at a stage takes."),
  "layout": Phrase(
    zh: "拜访怎样排到一个月里。",
    en: "How visits are spread over the month."),
  "estimate": Phrase(
    zh: "转化率按前几个月算，计划要有多大把握。",
    en: "The months of history that rates are counted from, and how sure a plan must be."),
  "goals": Phrase(
    zh: "目标检查的界限：个人目标之和与上级目标相差多少，金额与数量×价格相差多少，最大折扣，负荷到多少还算有余地。",
    en:
      "Bounds of the checks of goals: what personal goals may come to of the goal above, how far an amount may lie from quantity × price, the largest discount, the load up to which a plan has room."
  ),
  "mapping": Phrase(
    zh: "按表：文件的表头是哪一列；写 ~ 表示都不是。",
    en: "By table: a header of the file and the column it is; nothing says that it is none."),
  "stages": Phrase(
    zh: "公司自己的阶段是什么意思：在谈、赢单或输单，赢率多少。",
    en: "What a stage of the company's means: open, won or lost, and the chance to win."),
  "tables": Phrase(
    zh: "数据文件夹里的文件（或 文件.xlsx[工作表]）是哪张表；写 ~ 表示不用它。",
    en:
      "A file of the data folder, or file.xlsx[Sheet], and the table it is; nothing leaves it out."),
  "date_order": Phrase(
    zh: "按 表.列：年月日的顺序，从值看不出来时写。",
    en: "By table.column: the order of day, month and year, where the values leave it open."),
  "number_format": Phrase(
    zh: "按 表.列：小数点、百分数还是比例、小时还是分钟、1 是几（x1000、x10000），从值看不出来时写。",
    en:
      "By table.column: the decimal mark, percent or fractions, hours or minutes, what a 1 is worth (x1000), where the values leave it open."
  ),
  "exchange_rates": Phrase(
    zh: "按币种：一个单位合多少本工作区的货币。",
    en: "By currency: what one unit of it is worth in the workspace's currency."),
  "encodings": Phrase(
    zh: "按文件：编码，从字节看不出来时写。",
    en: "By file: its encoding, where its bytes leave it open."),
  "person": Phrase(
    zh: "工作区只有一位成员时，数据里怎样称呼这个人。",
    en: "The name by which tables call the workspace's only member."),
  "owners": Phrase(
    zh: "负责人一列里的名字指哪位成员；写 ~ 表示这个人的行不算。",
    en:
      "A name in columns of owners and the member it means; nothing says that their rows do not count."
  ),
  "rows_left_out": Phrase(
    zh: "导出的表里最多可以有多少行因错误略去；再多就报错。（2%）",
    en: "The share of an export's rows that may be left out for mistakes; more is an error. (2%)"),
  "sql": Phrase(
    zh: "按表：用查询结果代替文件；连接写在环境变量里。",
    en: "By table: a query whose rows stand for a file; the connection is in the environment."),
]
