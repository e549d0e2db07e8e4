"""Invents a small workspace from a seed: people, their customers and what came of them."""

import csv
import datetime
import pathlib
import random

MONTHLY = {
    "zh-Hans": "---\ntitle: 月度计划\neach: member\npath: \"{month}\"\nperiod: month\n"
               "audience: [self, manager]\n---\n",
    "en": "---\ntitle: Monthly plan\neach: member\npath: \"{month}\"\nperiod: month\n"
          "audience: [self, manager]\n---\n",
}
VIEWS = ["summary", "goal", "customers", "pareto", "deals", "collections", "formula", "workload",
         "forecast", "record", "calendar", "weeksheet"]
TEAM = "---\ntitle: {title}\neach: team\npath: \"{{team}}/{{month}}\"\nperiod: month\n" \
       "audience: [team, manager]\n---\n\n::team\n\n::record{{audience=manager}}\n\n::members\n"


class Invented:
    """A workspace of one seed. `month`, `now` and `members` say what may be asked of it."""

    def __init__(self, seed, folder):
        self.dice = random.Random(seed)
        self.folder = pathlib.Path(folder)
        self.language = self.dice.choice(["zh-Hans", "en"])
        year, month = self.dice.choice([(2025, 11), (2026, 2), (2026, 5), (2026, 10), (2026, 12)])
        self.first = datetime.date(year, month, 1)
        self.last = (self.first + datetime.timedelta(days=31)).replace(day=1) - datetime.timedelta(1)
        self.now = self.dice.choice([
            self.first, self.first + datetime.timedelta(self.dice.randrange(1, 27)), self.last,
            self.first - datetime.timedelta(self.dice.randrange(1, 40))])
        self.month = self.first.strftime("%Y-%m")
        self.members = [f"m{n}" for n in range(self.dice.randrange(1, 5))]
        self.customers = [f"c{n:02}" for n in range(self.dice.randrange(2, 45))]
        self.owner = {c: self.dice.choice(self.members) for c in self.customers}
        #: Tables that this workspace does without.
        self.without = {name for name in ["deals", "orders", "activities", "goals", "calendar",
                                          "receivables"] if self.dice.random() < 0.2}

    def day(self, within=500):
        """A day of the past as the plan sees it, now and then of the period or after it."""
        return self.now + datetime.timedelta(days=30 - self.dice.randrange(within))

    def amount(self):
        unit = self.dice.choice([1, 100, 100, 1000, 1000, 0.01, 0.001])
        return f"{round(self.dice.randrange(1, 60) * unit, 3):.12g}"

    def write(self):
        data = self.folder / "Content" / "data"
        data.mkdir(parents=True)
        zh = self.language != "en"
        (self.folder / "salesbook.yaml").write_text(
            f"title: {'样例' if zh else 'Sample'}\nlanguage: {self.language}\n"
            "trees:\n  plans: {audience: self}\n  team: {audience: manager}\n")
        views = [v for v in VIEWS if v != "summary" or self.dice.random() < 0.8]
        (self.folder / "Content" / "monthly.md").write_text(
            MONTHLY[self.language] + "".join(f"\n::{view}\n" for view in views))
        (self.folder / "Content" / "team.md").write_text(TEAM.format(title="团队" if zh else "Team"))
        tables = {
            "team": self.team(), "teams": [["team", "name"], ["one", "一组" if zh else "Team one"]],
            "customers": self.customer_rows(), "deals": self.deals(), "orders": self.orders(),
            "activities": self.activities(), "calendar": self.calendar(),
            "receivables": self.receivables(),
        }
        for name, rows in tables.items():
            if name not in self.without:
                with open(data / f"{name}.csv", "w", newline="") as file:
                    csv.writer(file).writerows(rows)
        if self.dice.random() < 0.5:
            (data / "rates.csv").write_text(
                "from,to,successes,trials\ncontact,visit,20,50\nvisit,proposal,10,20\n"
                "proposal,deal,5,10\n")
            (data / "factors.csv").write_text("deal_size,repeat\n3333.33,1.2\n")
        if "goals" not in self.without:
            (data / "goals.yaml").write_text(self.goals())

    def team(self):
        rows = [["member", "name", "team", "role", "manager", "hours_per_day", "selling_share",
                 "days_off"]]
        for n, member in enumerate(self.members):
            off = self.first + datetime.timedelta(self.dice.randrange(27))
            rows.append([member, f"N{member}", "one", "member" if n else "manager",
                         "m0" if n else "", self.dice.choice([8, 8, 4, 7.5]),
                         self.dice.choice([0.5, 0.3, 0.85]),
                         off if self.dice.random() < 0.4 else ""])
        return rows

    def customer_rows(self):
        rows = [["customer_id", "name", "owner", "M", "A", "N", "close_date", "first_contact",
                 "last_contact"]]
        for customer in self.customers:
            letters = [self.dice.choice(["", 1, 2, 3, 4, 5]) for _ in "MAN"]
            met = self.day()
            rows.append([customer, f"K{customer}", self.owner[customer], *letters,
                         self.dice.choice(["", self.day(90), self.day(90)]),
                         self.dice.choice(["", met]),
                         self.dice.choice(["", max(met, min(self.now, self.day(90)))])])
        return rows

    def orders(self):
        rows = [["order_id", "customer", "date", "amount"]]
        for number in range(self.dice.choice([0, 3, 60, 160])):
            amount = self.amount()
            if self.dice.random() < 0.07:
                amount = "-" + amount
            rows.append([f"o{self.dice.randrange(number + 1)}" if self.dice.random() < 0.1
                         else f"o{number}", self.dice.choice(self.customers), self.day(), amount])
        return rows

    def deals(self):
        rows = [["deal_id", "customer", "amount", "stage", "status", "created", "expected_close",
                 "closed", "owner"]]
        for number in range(self.dice.choice([0, 2, 25, 70])):
            customer, created = self.dice.choice(self.customers), self.day()
            status = self.dice.choice(["open", "won", "lost", "open"])
            closed = created + datetime.timedelta(self.dice.randrange(-3, 80))
            rows.append([f"d{number}", customer, self.amount(), "proposal", status,
                         self.dice.choice([created] * 9 + [""]),
                         self.dice.choice(["", created + datetime.timedelta(self.dice.randrange(200))]),
                         "" if status == "open" else closed, self.owner[customer]])
        return rows

    def activities(self):
        rows = [["customer", "date", "type", "owner"]]
        for _ in range(self.dice.choice([0, 30, 150])):
            customer = self.dice.choice(self.customers)
            rows.append([customer, self.day(), self.dice.choice(["contact", "visit", "proposal"]),
                         self.owner[customer]])
        return rows

    def calendar(self):
        off = self.first + datetime.timedelta(self.dice.randrange(27))
        return [["date", "kind", "name", "status"], [off, "off", "day", "official"]]

    def receivables(self):
        rows = [["customer", "amount", "due", "paid", "paid_date"]]
        for _ in range(self.dice.randrange(8)):
            rows.append([self.dice.choice(self.customers), self.amount(), self.day(120), "", ""])
        return rows

    def goals(self):
        text = ""
        for owner in ["one", *self.members]:
            if owner != "one" and self.dice.random() < 0.2:
                continue
            target = self.dice.choice([900, 20_000, 150_000, 1_000_000, 12_345.67])
            text += (f"- id: g-{owner}\n  owner: {owner}\n  dimension: performance\n  metric: amount\n"
                     f"  target: {target}\n  unit: 元\n  start: {self.first}\n  end: {self.last}\n")
        return text or "[]\n"
