"""Makes invented workspaces, small and odd, and writes what the reference makes of them.

    python3 waits_cases.py              writes waits-cases.json beside this file
    python3 waits_cases.py 17 500 -     500 cases of another seed to standard output

Every input row is one text of fields between commas, a blank field is nothing. Amounts are whole
hundredths. Numbers that are not whole have twelve significant digits.
"""

import json
import pathlib
import random
import sys

from outlook_reference import outlook
from waits_reference import BINS, Case, day, text

TODAY = day("2026-07-01")
SHARES = (0.1, 0.25, 0.5, 0.75, 0.9)


class Invention:
    """One workspace drawn from a seeded generator."""

    def __init__(self, dice):
        self.dice = dice
        self.today = TODAY if dice.random() < 0.5 else TODAY + dice.randint(1, 80)
        self.end = self.today + dice.choice([0, 5, 14, 30, 30, 30, 61, 91])
        self.members = [f"p{i}" for i in range(dice.choice([1, 2, 3, 3, 4, 4, 5]))]
        self.kind = dice.choice(["orders", "orders", "deals", "deals", "both", "both"])
        self.odd = dice.random() < 0.4
        self.round = dice.random() < 0.9
        self.customers, self.activities, self.deals, self.orders = [], [], [], []
        self.young = dice.random() < 0.35
        many = 6 * len(self.members)
        for number in range(dice.randint(1, 8) if dice.random() < 0.12 else dice.randint(6 + many // 2, 12 + many)):
            self.customer(f"c{number}")
        dice.shuffle(self.orders)
        dice.shuffle(self.deals)

    def customer(self, name):
        dice = self.dice
        owner = dice.choice(self.members) if dice.random() < 0.97 else None
        start = self.today - dice.randint(0, 500)
        contact = start if dice.random() < 0.8 else None
        if self.odd and dice.random() < 0.1:
            contact = self.today + dice.randint(0, 9)
        self.customers.append((name, owner, contact))
        if dice.random() < 0.2:
            self.activities.append((name, start + dice.randint(-3, 10)))
        if self.kind != "deals":
            self.buy(name, start)
        if self.kind != "orders" and dice.random() < 0.7:
            for _ in range(dice.choice([1, 1, 2, 3])):
                self.offer(name, start + dice.randint(0, 200))

    def amount(self):
        return 100_000 * self.dice.randint(1, 20) if self.round else self.dice.randint(10_000, 400_000)

    def buy(self, name, start):
        dice = self.dice
        date = start + dice.choice([0, dice.randint(0, 30), dice.randint(0, 150)])
        for number in range(dice.choice([0, 0, 1, 1, 1] if self.young else [0, 1, 2, 3, 5, 8])):
            if date >= self.today + 20:
                break
            identifier = f"o{len(self.orders)}" if dice.random() < 0.5 else None
            self.orders.append((identifier, name, None, date, self.amount()))
            if self.odd and dice.random() < 0.15:
                line = (identifier, name, None, date + dice.choice([0, 0, 1]), self.amount())
                self.orders.append(line)
            if self.odd and dice.random() < 0.15:
                back = -self.amount() * dice.choice([1, 1, 3])
                self.orders.append((None, name, None, date + dice.randint(0, 12), back))
            date += dice.choice([1, 7, dice.randint(2, 40), dice.randint(10, 120)])

    def offer(self, name, created):
        dice = self.dice
        owner = dice.choice(self.members) if dice.random() < 0.15 else None
        closed = created + dice.choice([0, dice.randint(1, 20), dice.randint(5, 90)])
        status = dice.choice(["won", "won", "lost", "lost", "open"])
        if status == "open" or (closed >= self.today and dice.random() < 0.8):
            status, closed = "open", None
        if self.odd and dice.random() < 0.08:
            closed = None
        if self.odd and dice.random() < 0.05 and closed is not None:
            closed = created - dice.randint(1, 9)
        if created >= self.today and not self.odd:
            return
        start = None if self.odd and dice.random() < 0.05 else created
        self.deals.append((name, owner, status, start, closed, self.amount()))

    def case(self):
        dice = self.dice
        if self.odd and dice.random() < 0.3 and self.kind != "deals":
            for _ in range(dice.randint(1, 3)):
                amount = self.amount() * dice.choice([1, 1, -1])
                date = self.today - dice.randint(1, 200)
                self.orders.append((None, None, dice.choice(self.members), date, amount))
        targets = {}
        for person in self.members:
            for month in ("2026-04-01", "2026-05-01", "2026-06-01"):
                if dice.random() < 0.3:
                    targets[person, day(month)] = 100_000 * dice.randint(0, 60)
        of_month = dice.randint(18, 23)
        contacts = [(self.today + dice.randint(0, 20), dice.randint(1, 6))
                    for _ in range(dice.choice([0, 0, 2, 3]))]
        return Case(
            self.today, self.end, dice.choice(self.members), self.members, self.customers, self.activities,
            self.deals, self.orders, targets,
            None if dice.random() < 0.1 else 100_000 * dice.randint(0, 90) + (0 if self.round else dice.choice([0, 50])),
            dice.choice([0, 0, 100 * dice.randint(0, 9000)]), dice.randint(0, of_month), of_month,
            sorted(dict(contacts).items()))


def field(value):
    return "" if value is None else value if isinstance(value, str) else f"{value:.12g}"


def row(*values):
    return ",".join(field(value) for value in values)


def date(number):
    return None if number is None else text(number)


def given(case):
    return {
        "t0": text(case.today), "end": text(case.end), "person": case.person, "members": case.members,
        "customers": [row(c, o, date(d)) for c, o, d in case.customers],
        "activities": [row(c, date(d)) for c, d in case.activities],
        "orders": [row(i, c, o, date(d), str(a)) for i, c, o, d, a in case.orders],
        "deals": [row(c, o, s, date(b), date(e), str(a)) for c, o, s, b, e, a in case.deals],
        "targets": [row(p, text(m)[:7], str(a)) for (p, m), a in sorted(case.targets.items())],
        "target": case.target, "wonSoFar": case.won, "workdaysLeft": case.days_left,
        "workdaysOfMonth": case.days_of_month,
        "newContacts": [row(date(d), str(n)) for d, n in case.new_contacts],
    }


def short(value):
    return None if value is None else float(f"{value:.12g}")


def shown_table(table, stratum):
    if table is None:
        return None
    groups = [row(str(BINS[g.first][0]), field(BINS[g.last][1]), str(g.days), str(g.won), str(g.lost))
              for g in table.groups[stratum]]
    return {"w0": text(table.window), "pooled": table.pooled, "groups": groups}


def expected(case):
    out = outlook(case)
    one, calibration = out.parts, out.calibration
    deal, reorder, first = (one.tables[kind] for kind in ("deal", "reorder", "first"))
    tables = {"deal": shown_table(deal, 0), "first": shown_table(first, 0)}
    for stratum in range(3):
        tables[f"reorder{stratum + 1}"] = shown_table(reorder, stratum)
    thetas = {"dealWon": (deal, 0), "dealLost": (deal, 1), "reorder": (reorder, 0), "first": (first, 0)}
    mean, variance = one.moments()
    return {
        "tables": tables,
        "theta": {k: short(float(t.theta[i])) if t else 1.0 for k, (t, i) in thetas.items()},
        "deals": [row(str(place), p) for place, _, p in one.deals],
        "existing": [row(name, *counts) for name, counts in one.existing],
        "inProgress": [row(name, p) for name, p in one.in_progress],
        "parts": {name: short(part) for name, part in one.means().items()},
        "E": short(mean), "V": short(variance),
        "backtest": [
            row(text(r.month)[:7], r.person, str(r.came), r.mean, r.variance,
                None if r.usual is None else float(r.usual)) for r in out.rows],
        "M": calibration.months, "m": calibration.with_usual, "b": short(calibration.bias),
        "lambda": short(calibration.blend), "tau": short(calibration.tau),
        "c": short(out.blend.scale), "other": short(out.blend.other), "grid": float(out.spread.step),
        "mean": short(out.mean), "reach": short(out.reach),
        "quantiles": {str(q): short(out.quantile(q)) for q in SHARES},
        "brier": short(out.score[0]), "brierShare": short(out.score[1]), "shown": out.shown,
    }


def main(seed=10, number=72, path=None):
    dice = random.Random(int(seed))
    cases = []
    for place in range(int(number)):
        case = Invention(dice).case()
        cases.append({"name": f"{seed}-{place}", **given(case), "expected": expected(case)})
    lines = ",\n".join(json.dumps(case, separators=(",", ":")) for case in cases)
    content = '{"cases":[\n' + lines + "\n]}\n"
    if path == "-":
        sys.stdout.write(content)
    else:
        pathlib.Path(__file__).with_name("waits-cases.json").write_text(content)


if __name__ == "__main__":
    main(*sys.argv[1:])
