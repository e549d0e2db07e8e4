"""The goals of December 2026, chosen by the same rules as the program's."""

from fractions import Fraction
from math import ceil

from sample_data.cast import INFEASIBLE_TARGET, MEMBERS, TEAMS
from sample_data.days import END, REGISTER, START

# The chances that salesbook.yaml gives to the stages of open deals.
STAGE_CHANCE = {"初步接洽": Fraction(1, 10), "需求确认": Fraction(3, 10),
                "方案报价": Fraction(1, 2), "谈判审核": Fraction(4, 5)}


def state(score):
    return "U" if score == "" else "Y" if int(score) >= 4 else "N"


def class_of(customer, overdue):
    if customer.flags:
        return "D"
    m, a, n = (state(s) for s in customer.letters)
    if a == "U" and any(c[2] == "decision" and c[3] == "yes" for c in customer.contacts):
        a = "Y"
    if overdue:
        m = "N"
    yes, unknown = (m + a + n).count("Y"), (m + a + n).count("U")
    base = "ABC"[3 - yes] if yes else ("C" if unknown else "D")
    days = (customer.close - START).days if customer.close else None
    cap = "B" if days is None or days < 0 else "A" if days <= 30 else "B" if days <= 90 else "C"
    return max(base, cap)


def history(rows):
    """Trials and successes of each step, deal size and repeat, as workspace.md counts them."""
    lags = sorted((c.orders[0][0] - c.first).days for c in rows if c.kind == "new" and c.orders
                  and c.first >= REGISTER)
    cut = lags[ceil(len(lags) * 9 / 10) - 1] if lags else 0
    cohort = [c for c in rows if c.kind == "new" and REGISTER <= c.first
              and (START - c.first).days >= cut]
    counts = [len(cohort)] + [sum(s in c.steps for c in cohort) for s in ("visit", "proposal")]
    buyers = [c for c in cohort if c.orders]
    orders = [o for c in buyers for o in c.orders if o[1] > 0]
    net = sum(o[1] for c in buyers for o in c.orders)
    return counts + [len(buyers)], len(orders), net, cut


def needed(counts, target, value):
    """Deals, proposals, visits and contacts that a target asks for."""
    chain = [ceil(Fraction(target) / value)]
    for successes, trials in zip(counts[:0:-1], counts[-2::-1]):
        chain.append(ceil(Fraction(chain[-1] * trials, successes)))
    return chain


def share(days, limit):
    return sum(d <= limit for d in days)


def open_pipeline(rows):
    """What the open deals are expected to bring in December, as sales-method.md §3.4 ages them."""
    deals = [d for c in rows for d in c.deals]
    won = [(d[5] - d[3]).days for d in deals if d[2] == "won"]
    lost = [(d[5] - d[3]).days for d in deals if d[2] == "lost"]
    lost = lost if len(lost) >= 5 else won
    worth = Fraction(0)
    for amount, stage, status, created, *_ in deals:
        if status != "open" or len(won) < 5:
            continue
        chance, age = STAGE_CHANCE[stage], (START - created).days
        before = Fraction(share(won, age), len(won))
        below = chance * (1 - before) + (1 - chance) * (1 - Fraction(share(lost, age), len(lost)))
        if below:
            reached = Fraction(share(won, age + (END - START).days), len(won))
            worth += int(amount) * chance * (reached - before) / below
    return worth


def purchase_gaps(customer):
    days = sorted({o[0] for o in customer.orders if o[1] > 0})
    return [(b - a).days for a, b in zip(days, days[1:])]


def repeat_orders(rows, everyone):
    """What customers without an open deal are expected to order again in December."""
    worth = Fraction(0)
    for customer in rows:
        bought = [o for o in customer.orders if o[1] > 0]
        if not bought or customer.flags or any(d[2] == "open" for d in customer.deals):
            continue
        gaps = purchase_gaps(customer)
        if len(gaps) < 2:
            gaps = [g for c in everyone if c.segment == customer.segment for g in purchase_gaps(c)]
        age = (START - max(o[0] for o in bought)).days
        left = len(gaps) - share(gaps, age)
        if left:
            due = share(gaps, age + (END - START).days) - share(gaps, age)
            worth += Fraction(due, left) * sum(o[1] for o in customer.orders) / len(bought)
    return worth


def target_of(member, rows, everyone):
    """Somewhat less than so many new customers are worth, on top of what is under way."""
    if not member["wish"]:
        return INFEASIBLE_TARGET
    counts, orders, net, _ = history(rows)
    value = Fraction(net, counts[3])
    under_way = open_pipeline(rows) + repeat_orders(rows, everyone)
    return int(under_way + (member["wish"] - Fraction(1, 4)) * value) // 10_000 * 10_000


def last_target(rows):
    """The month before: the pace of the three months before it."""
    sold = sum(o[1] for c in rows for o in c.orders if o[0].year == 2026 and o[0].month in (8, 9, 10))
    return ceil(Fraction(sold, 3 * 10_000)) * 10_000


def goal(**fields):
    lines = []
    for key, value in fields.items():
        if key == "milestones":
            lines.append("milestones:")
            lines += [f"  - {{ date: {d}, target: {t} }}" for d, t in value]
        else:
            lines.append(f"{key}: {value}")
    return "- " + "\n  ".join(lines) + "\n"


MONTH = dict(start=START.isoformat(), end=END.isoformat())
LAST_MONTH = dict(start="2026-11-01", end="2026-11-30")
MILESTONE_DAYS = ["2026-12-11", "2026-12-21", "2026-12-31"]


def thirds(target, step):
    """A target in three dated parts that add up to it: 30 %, 30 %, the rest."""
    part = target * 3 // 10 // step * step
    return list(zip(MILESTONE_DAYS, [part, part, target - 2 * part]))


WHY = {"zhao": "带着全组把年度缺口补上，自己先做到", "qian": "拿到年度续约奖，也为明年一季度攒下客户",
       "sun": "今年最后一个月，补齐三季度欠下的进度", "li": "公司把整组的缺口压给一个人",
       "zhou": "新组建的团队需要一个站得住的起点", "wu": "完成后全年达标，可以带新人",
       "zheng": "把方案阶段的客户在年内签下来", "feng": "入职后的第一个完整月，先把名单跑一遍"}


def goals(targets, cash, last):
    team_targets = {}
    for team, _ in TEAMS:
        total = sum(targets[m["id"]] for m in MEMBERS if m["team"] == team)
        team_targets[team] = ceil(Fraction(total * 100, 104)) // 10_000 * 10_000
    text = ["# 2026年12月的目标，和用来回顾的11月目标。人物、公司与数字均为虚构，由Scripts/sample-data生成。\n"]
    base = dict(dimension="performance", metric="amount")
    text.append(goal(id="company-2026-12", owner="company", **base,
                     target=sum(team_targets.values()), unit="元", **MONTH,
                     why="完成全年计划的最后一段"))
    for team, name in TEAMS:
        text.append(goal(id=f"{team}-2026-12", owner=team, **base, target=team_targets[team],
                         unit="元", **MONTH, parent="company-2026-12", why=f"{name}当月应完成的业绩"))
    for member in MEMBERS:
        who, target = member["id"], targets[member["id"]]
        text.append(goal(id=f"{who}-2026-12", owner=who, **base, target=target, unit="元", **MONTH,
                         parent=f"{member['team']}-2026-12", scope="全部产品", why=WHY[who],
                         payable_share="0.2", milestones=thirds(target, 10_000)))
        if cash[who]:
            text.append(goal(id=f"{who}-cash-2026-12", owner=who, dimension="organisation",
                             metric="collections", target=cash[who], unit="元", **MONTH,
                             scope="到期应收", why="货款收回来，业绩才算完成"))
    text.append(goal(id="feng-promotion-2026-12", owner="feng", dimension="organisation",
                     metric="promotion", target=2, unit="次", **MONTH, scope="智能直饮水站H5",
                     why="用新品体验活动认识第一批客户"))
    text.append(goal(id="qian-problems-2026-12", owner="qian", dimension="organisation",
                     metric="problems", target=1, unit="次", better="less", **MONTH,
                     scope="售后投诉", why="投诉不过夜，老客户才会再买"))
    for who, target in last.items():
        text.append(goal(id=f"{who}-2026-11", owner=who, **base, target=target, unit="元", **LAST_MONTH,
                         scope="全部产品", why="保持前三个月的水平"))
    return "".join(text)
