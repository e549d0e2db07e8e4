#!/usr/bin/env python3
"""Makes a company's monthly plans as a careful analyst would with pandas, Jinja2 and matplotlib.

    honest.py WORKSPACE OUTPUT [--charts 0]

Reads the tables that Benchmarks/site/make-team writes and makes a page for each member: goal, funnel,
back-solved workload, classes with reasons, the days with contacts and visits, a sheet to write on, and
four charts as SVG beside the page. It knows no life table, no interval and no explanation; what it makes
is less than what it is compared with.
"""

import argparse
import math
from pathlib import Path

import jinja2
import matplotlib

matplotlib.use("svg")
import matplotlib.pyplot as plt  # noqa: E402
import pandas as pd  # noqa: E402

TODAY = pd.Timestamp("2026-11-23")
START, END = pd.Timestamp("2026-12-01"), pd.Timestamp("2026-12-31")
CADENCE = {"A": (4, 3, 1.5), "B": (2, 6, 1.5), "C": (1, 12, 0.5), "D": (0, 0, 0)}
HOURS = {"contact": 0.25, "visit": 2, "proposal": 3, "deal": 2}
STAGES = list(HOURS)
QUESTIONS = {"M": "预算批了吗？", "A": "最后由谁签字？", "N": "不解决会怎样？"}

PAGE = jinja2.Environment(autoescape=True, trim_blocks=True).from_string("""<!DOCTYPE html>
<html lang="zh-Hans"><head><meta charset="utf-8"><title>{{ member.name }} 2026-12</title></head><body>
<h1>{{ member.name }} 2026年12月</h1>
<p>目标 {{ "{:,.0f}".format(goal) }}，预计 {{ "{:,.0f}".format(expected) }}，缺口 {{ "{:,.0f}".format(gap) }}</p>
{% for chart in charts %}<img src="{{ chart }}" alt="{{ chart }}">{% endfor %}
<h2>客户</h2>
{% for letter, rows in groups %}<table><caption>{{ letter }} {{ rows|length }}</caption>
{% for row in rows %}<tr><th>{{ row.name }}</th><td>{{ row.M }}</td><td>{{ row.A }}</td><td>{{ row.N }}</td>
<td>{{ row.close }}</td><td>{{ row.reason }}</td><td>{{ row.visits|length }}</td></tr>{% endfor %}</table>{% endfor %}
<h2>工作量</h2><table><tr><th></th><th>需要</th>{% for w in weeks %}<th>{{ w }}</th>{% endfor %}<th>小时</th></tr>
{% for row in workload %}<tr><th>{{ row.stage }}</th><td>{{ row.need }}</td>{% for n in row.week %}<td>{{ n }}</td>{% endfor %}<td>{{ row.hours }}</td></tr>{% endfor %}</table>
<p>{{ needed }} / {{ available }} 小时</p>
<h2>日历</h2><ol>{% for day in days %}<li>{{ day.date }} {{ day.contacts }} {{ day.load }}
<ul>{% for visit in day.visits %}<li>{{ visit }}</li>{% endfor %}</ul></li>{% endfor %}</ol>
{% for day in days %}<table><caption>{{ day.date }}</caption>{% for visit in day.visits %}<tr><td></td><td>{{ visit }}</td><td></td></tr>{% endfor %}
{% for line in range(8) %}<tr><td></td><td></td><td></td></tr>{% endfor %}</table>{% endfor %}
</body></html>
""")


def classify(row):
    """The class of a customer by its letters and its date, with the reason."""
    states = {k: ("U" if pd.isna(row[k]) else "Y" if row[k] >= 4 else "N") for k in "MAN"}
    yes, unknown = list(states.values()).count("Y"), list(states.values()).count("U")
    base = {3: "A", 2: "B", 1: "C"}.get(yes, "C" if unknown else "D")
    close = row["close_date"]
    cap = "B" if pd.isna(close) or close < START else (
        "A" if close <= START + pd.Timedelta(days=30) else
        "B" if close <= START + pd.Timedelta(days=90) else "C")
    letter = base if base == "D" else max(base, cap)
    asks = [QUESTIONS[k] for k, state in states.items() if state != "Y"]
    return letter, f"{letter}：" + ("、".join(asks) if asks else "均达标")


def spread(count, days):
    """Counts on days by cumulative rounding."""
    ends = [(2 * count * (j + 1) + days) // (2 * days) for j in range(days)]
    return [b - a for a, b in zip([0] + ends, ends)]


def place(customers, loads, cap):
    """Visits class by class, each on the day nearest its ideal with room."""
    visits = {key: [] for key in customers.index}
    for letter, (count, gap, hours) in CADENCE.items():
        group = list(customers.index[customers["class"] == letter])
        for j in range(count):
            for i, key in enumerate(group):
                ideal = len(loads) * (2 * len(group) * j + 2 * i + 1) // (2 * count * len(group))
                first = visits[key][-1] + gap if visits[key] else 0
                free = [d for d in range(first, len(loads)) if loads[d] + hours <= cap]
                if free:
                    day = min(free, key=lambda d: (abs(d - ideal), loads[d], d))
                    visits[key].append(day)
                    loads[day] += hours
    return visits


def draw(folder, name, paint):
    figure, axes = plt.subplots(figsize=(4.8, 2.4))
    paint(axes)
    figure.tight_layout()
    figure.savefig(folder / name)
    plt.close(figure)
    return name


def charts(folder, customers, reached, parts, goal, orders):
    top = customers.sort_values("revenue", ascending=False).head(10)
    months = orders.groupby(orders["date"].dt.to_period("M"))["amount"].sum()
    return [
        draw(folder, "pareto.svg", lambda a: a.barh(range(len(top)), top["revenue"])),
        draw(folder, "funnel.svg", lambda a: a.barh(STAGES[::-1], reached[::-1])),
        draw(folder, "outlook.svg", lambda a: (a.barh(list(parts), list(parts.values())),
                                               a.axvline(goal))),
        draw(folder, "trend.svg", lambda a: a.bar([str(m) for m in months.index], months)),
    ]


def plan(member, customers, activities, orders, goal, workdays, folder, with_charts):
    found = customers.apply(classify, axis=1, result_type="expand")
    customers["class"], customers["reason"] = found[0], found[1]
    customers["revenue"] = orders.groupby("customer")["amount"].sum().reindex(
        customers.index).fillna(0)
    reached = [activities[activities["type"] == s]["customer"].nunique() for s in STAGES[:3]]
    buyers = orders["customer"].nunique()
    reached.append(buyers)
    size = orders["amount"].mean() if len(orders) else 20000.0
    repeat = len(orders) / buyers if buyers else 1.0
    repeating = size * repeat * (customers["class"] == "A").sum() * 0.3
    gap = max(0.0, goal - repeating)
    needs = [math.ceil(gap / (size * repeat))]
    for before, after in list(zip(reached, reached[1:]))[::-1]:
        needs.insert(0, math.ceil(needs[0] * before / after) if after else needs[0] * 3)
    perday = [spread(n, len(workdays)) for n in needs]
    cap = member["hours_per_day"] * member["selling_share"]
    loads = [c * HOURS["contact"] for c in perday[0]]
    visits = place(customers, loads, cap)
    weeks = sorted({d.isocalendar().week for d in workdays})
    workload = [{
        "stage": stage, "need": need, "hours": need * HOURS[stage],
        "week": [sum(n for n, d in zip(row, workdays) if d.isocalendar().week == w) for w in weeks],
    } for stage, need, row in zip(STAGES, needs, perday)]
    bydate = [[] for _ in workdays]
    for key, placed in visits.items():
        for day in placed:
            bydate[day].append(customers.at[key, "name"])
    days = [{"date": d.date(), "contacts": c, "visits": v, "load": round(load, 2)}
            for d, c, v, load in zip(workdays, perday[0], bydate, loads)]
    groups = [(letter, [{
        "name": row["name"], "M": row["M"], "A": row["A"], "N": row["N"],
        "close": row["close_date"], "reason": row["reason"], "visits": visits[key],
    } for key, row in customers[customers["class"] == letter].iterrows()]) for letter in "ABCD"]
    parts = {"repeat": repeating, "expected": repeating + needs[-1] * size * repeat * 0.2}
    folder.mkdir(parents=True)
    drawn = charts(folder, customers, reached, parts, goal, orders) if with_charts else []
    (folder / "2026-12.html").write_text(PAGE.render(
        member=member, goal=goal, expected=parts["expected"], gap=gap, charts=drawn, groups=groups,
        weeks=weeks, workload=workload, days=days, available=cap * len(workdays),
        needed=sum(r["hours"] for r in workload)), encoding="utf-8")


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("workspace", type=Path)
    options.add_argument("output", type=Path)
    options.add_argument("--charts", type=int, default=1)
    given = options.parse_args()
    data = given.workspace / "Content/data"
    team = pd.read_csv(data / "team.csv")
    customers = pd.read_csv(
        data / "customers.csv", parse_dates=["close_date"], index_col="customer_id")
    activities = pd.read_csv(data / "activities.csv", parse_dates=["date"])
    orders = pd.read_csv(data / "orders.csv", parse_dates=["date"])
    goals = pd.read_csv(data / "goals.csv").set_index("owner")["target"]
    workdays = list(pd.bdate_range(START, END))
    byowner = {name: dict(tuple(table.groupby("owner"))) for name, table in
               (("customers", customers), ("activities", activities), ("orders", orders))}
    for member in team.to_dict("records"):
        key = member["member"]
        plan(member, byowner["customers"][key].copy(),
             byowner["activities"].get(key, activities.iloc[:0]),
             byowner["orders"].get(key, orders.iloc[:0]), float(goals[key]), workdays,
             given.output / key, given.charts)


if __name__ == "__main__":
    main()
