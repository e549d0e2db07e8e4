"""Amounts, the record and the outlook of a period: items 7 to 10 of the method's chapter 10.1, over
the chances of `waits_reference.py`.

`waits_cases.py` makes invented workspaces and prints what this file makes of them. Run as a program
this file checks the calibration worked out in chapter 10.2:

    python3 outlook_reference.py
"""

import math
from dataclasses import dataclass, field, replace
from fractions import Fraction

from waits_reference import (
    ENOUGH_EVENTS, KINDS, POOL_PERSONS, POOL_RECORDS, Renewals, Standing, chance, month_of, owned, pools,
    table)

# Chances become amounts ------------------------------------------------------------------------


@dataclass
class Parts:
    """What may still come from a day on."""

    tables: dict
    sizes: list  # what one order may bring, each as likely
    deals: list = field(default_factory=list)  # (place, amount, chance)
    existing: list = field(default_factory=list)  # (customer, chances of 0 … 6 orders)
    in_progress: list = field(default_factory=list)  # (customer, chance)
    new: list = field(default_factory=list)  # (how many, chance)

    def counts(self):
        """The chances of 0, 1 … orders of each customer that is not in deals."""
        if not self.sizes:
            return []
        result = [counts for _, counts in self.existing]
        result += [[1 - p, p] for _, p in self.in_progress]
        for how_many, p in self.new:
            result += [[1 - p, p]] * how_many
        return result

    def means(self):
        size = math.fsum(self.sizes) / len(self.sizes) if self.sizes else 0.0
        return {
            "deals": math.fsum(p * amount for _, amount, p in self.deals),
            "existing": size * math.fsum(expected(counts) for _, counts in self.existing),
            "inProgress": size * math.fsum(p for _, p in self.in_progress),
            "new": size * math.fsum(n * p for n, p in self.new),
        }

    def moments(self):
        """Mean and variance of the sum, no amount rounded."""
        mean = math.fsum(p * amount for _, amount, p in self.deals)
        variance = math.fsum(p * (1 - p) * amount * amount for _, amount, p in self.deals)
        counts = self.counts()
        if counts:
            size = math.fsum(self.sizes) / len(self.sizes)
            spread = math.fsum((a - size) ** 2 for a in self.sizes) / len(self.sizes)
            number = math.fsum(expected(one) for one in counts)
            uneven = math.fsum(
                math.fsum(k * k * p for k, p in enumerate(one)) - expected(one) ** 2 for one in counts)
            mean += number * size
            variance += number * spread + uneven * size * size
        return mean, variance


def expected(counts):
    return math.fsum(number * p for number, p in enumerate(counts))


def sizes(person, standing):
    """The order sizes that stand for a person: one's own where there are enough, else the pool's."""
    found = [(standing.case.owners[customer], amount)
             for customer, orders in standing.orders.items() for date, amount in orders
             if date >= standing.limit - 365 and standing.case.owners[customer] is not None]
    own = sorted(amount for owner, amount in found if owner == person)
    many = len({owner for owner, _ in found}) >= POOL_PERSONS and len(found) >= POOL_RECORDS
    return sorted(amount for _, amount in found) if len(own) < POOL_RECORDS and many else own


def parts(standing, person, end, contacts):
    """What one person may still sell to the end of a day; new contacts are (day, how many)."""
    limit = standing.limit
    tables = {kind: table(kind, person, standing.waits, limit) for kind in KINDS}
    one = Parts(tables, sizes(person, standing))
    days = end - limit + 1
    renewals = Renewals(tables["reorder"], days) if tables["reorder"] else None
    for wait in standing.waits:
        if wait.owner != person or wait.end is not None or tables[wait.kind] is None:
            continue
        age = limit - wait.start
        if wait.kind == "deal":
            one.deals.append((wait.name, wait.amount, chance(tables["deal"].daily[0], age, days)))
        elif wait.name not in standing.in_deals:
            if wait.kind == "reorder":
                one.existing.append((wait.name, renewals.of(wait.number, age, days)))
            else:
                one.in_progress.append((wait.name, chance(tables["first"].daily[0], age, days)))
    # A new contact may go on through a deal: its wait for the first order is one, deals included.
    whole = table("first", person, [replace(w, blocked=[]) for w in standing.waits], limit)
    if whole is not None:
        for date, how_many in contacts:
            if limit <= date <= end:
                one.new.append((how_many, chance(whole.daily[0], 0, end - date + 1)))
    return one


# The record: what the same rule would have said -------------------------------------------------


@dataclass
class PersonMonth:
    month: int  # its first day
    person: str
    came: int
    mean: float
    variance: float
    usual: Fraction | None
    parts: Parts | None = None


@dataclass
class Calibration:
    months: int
    with_usual: int
    bias: float
    blend: float
    tau: float


def clip(value):
    return min(1.0, max(0.0, value))


def over(numerator, denominator, otherwise):
    return numerator / denominator if denominator else otherwise


def calibrated(rows):
    """Bias, blend and dispersion from months that are over."""
    months = len({row.month for row in rows})
    with_usual = len({row.month for row in rows if row.usual is not None})
    if months == 0:
        return Calibration(0, 0, 1.0, 0.0, 0.3)
    total = math.fsum(row.mean for row in rows)
    weight = 12 * total / months
    bias = over(math.fsum(row.came for row in rows) + weight, total + weight, 1.0)
    said = [bias * row.mean for row in rows]
    pulls = [(row.came - n, float(row.usual) - n) for row, n in zip(rows, said) if row.usual is not None]
    slope = over(math.fsum(a * b for a, b in pulls), math.fsum(b * b for _, b in pulls), 0.0)
    blend = clip(slope) * with_usual / (with_usual + 3)
    said = [n if row.usual is None else n + blend * (float(row.usual) - n) for row, n in zip(rows, said)]
    missed = math.fsum((row.came - n) ** 2 for row, n in zip(rows, said))
    explained = math.fsum(row.variance * (n / row.mean) ** 2 for row, n in zip(rows, said) if row.mean)
    square = clip(over(missed - explained, math.fsum(n * n for n in said), 0.0))
    tau = math.sqrt((months * square + 6 * 0.09) / (months + 6))
    return Calibration(months, with_usual, bias, blend, tau)


class Sales:
    """What each person sold in each calendar month, as the records stand today."""

    def __init__(self, case):
        today = Standing(case, case.today)
        self.sold = {person: [] for person in case.members}
        self.first = {person: [] for person in case.members}
        for customer, orders in today.orders.items():
            if case.owners[customer] in today.by_deals:
                self.add(self.sold, case.owners[customer], orders)
        for line in case.orders:
            owner = case.line_owner(line)
            if line[3] < case.today:
                self.add(self.first, owner, [line[3]])
                # A return counts in the month it came back in, as everything that is sold does.
                if owner not in today.by_deals:
                    self.add(self.sold, owner, [(line[3], line[4])])
        for name, date in case.contacts.items():
            self.add(self.first, case.owners[name], [date])
        for deal in case.deals:
            if deal[3] is not None:
                self.add(self.first, case.deal_owner(deal), [deal[3]])
        self.first = {person: min(dates, default=None) for person, dates in self.first.items()}

    @staticmethod
    def add(table, owner, rows):
        if owner in table:
            table[owner] += rows

    def between(self, person, first, last):
        return sum(amount for date, amount in self.sold[person] if first <= date <= last)

    def usual(self, person, before):
        """The mean of the two to six whole months on record before a month's first day."""
        amounts, first = [], before
        while self.first[person] is not None and len(amounts) < 6:
            first, last = month_of(first - 1)
            if first < self.first[person]:
                break
            amounts.append(self.between(person, first, last))
        return Fraction(sum(amounts), len(amounts)) if len(amounts) >= 2 else None


def appearances(case):
    """The day each customer first appears: contact, order line or deal created."""
    dates = {name: [date] for name, date in case.contacts.items()}
    for line in case.orders:
        if line[1] is not None:
            dates.setdefault(line[1], []).append(line[3])
    for deal in case.deals:
        if deal[3] is not None:
            dates.setdefault(deal[0], []).append(deal[3])
    return {name: min(of) for name, of in dates.items()}


def record(case, sales):
    """One row for each person and each month to test, oldest month first."""
    waits = owned(Standing(case, case.today).waits)
    persons = case.members if pools(waits) else [case.person]
    seen = appearances(case)
    rows, first = [], month_of(case.today)[0]
    for _ in range(6):
        first, last = month_of(first - 1)
        standing = Standing(case, first)
        ended = sum(1 for w in owned(standing.waits) if w.end is not None and w.owner in persons)
        if ended < ENOUGH_EVENTS:
            break
        of_month = []
        for person in persons:
            newcomers = [(date, 1) for name, date in seen.items()
                         if case.owners[name] == person and first <= date <= last]
            expectation = parts(standing, person, last, newcomers)
            came = sales.between(person, first, last)
            of_month.append(PersonMonth(
                first, person, came, *expectation.moments(), sales.usual(person, first), expectation))
        rows = of_month + rows
    return rows


# The outlook of the period ---------------------------------------------------------------------

# The standard normal's quantiles at the midpoints of 21 equal parts, from 0 upwards.
UPPER = [
    0.0, 0.1196481130398422, 0.2410403938860268, 0.3661063568005697, 0.497200570681554,
    0.637484160962377, 0.7916386077433746, 0.9674215661017014, 1.1797611176118603,
    1.4652337926855223, 1.9807523966472784]
NORMAL = [-z for z in reversed(UPPER[1:])] + UPPER
THOUSAND = 100_000
# Orders of fewer steps on average are split between the two neighbouring steps, not rounded.
FINE_STEPS = 20
# The chances of months that are over are counted in no more steps to the target.
ROUGH_STEPS = 500


def one_two_five(wanted):
    """The nearest of … 1, 2, 5, 10 … on a logarithmic scale."""
    steps = [Fraction(10) ** power * digit for power in range(-2, 16) for digit in (1, 2, 5)]
    return min(steps, key=lambda step: abs(math.log(step) - math.log(wanted)))


def grid_step(target, one):
    """The width of a step: 1,000 units where all are multiples of it, else a part of the target.

    A usual month, which is a fraction, stands for a target but need not be a multiple."""
    mean, variance = one.moments()
    amounts = [amount for _, amount, _ in one.deals] + one.sizes
    asked = amounts + [target] if isinstance(target, int) else amounts
    if all(amount % THOUSAND == 0 for amount in asked):
        step = Fraction(THOUSAND)
    else:
        wanted = Fraction(int(mean + 0.5) if target is None else target) / 2000
        step = one_two_five(wanted) if wanted > 0 else Fraction(THOUSAND)
    while mean + 3 * math.sqrt(variance) >= 20_000 * step:
        step *= Fraction(5, 2) if str(step).startswith("2") else 2
    return step


def binned(amount, step):
    return math.floor(Fraction(amount) / step + Fraction(1, 2))


def convolved(left, right):
    few, many = sorted((left, right), key=lambda masses: sum(1 for mass in masses if mass))
    result = [0.0] * (len(left) + len(right) - 1)
    for shift, weight in enumerate(few):
        if weight:
            for index, mass in enumerate(many, start=shift):
                result[index] += weight * mass
    return result


def distribution(one, step, convolve=convolved):
    """The chances of 0, 1 … steps of the grid, nothing scaled."""
    total = [1.0]
    for _, amount, p in one.deals:
        deal = [0.0] * (binned(amount, step) + 1)
        deal[0] += 1 - p
        deal[-1] += p
        total = convolve(total, deal)
    number = [1.0]
    for counts in one.counts():
        number = convolve(number, counts)
    if len(number) == 1:
        return list(total)
    size = [0.0] * (max(binned(a, step) for a in one.sizes) + 2)
    small = sum(one.sizes) < FINE_STEPS * step * len(one.sizes)
    for amount in one.sizes:
        below, rest = divmod(Fraction(amount), step)
        above = float(rest / step)
        if small:
            size[int(below)] += (1 - above) / len(one.sizes)
            size[int(below) + 1] += above / len(one.sizes)
        else:
            size[binned(amount, step)] += 1 / len(one.sizes)
    kept, tail = len(number), 0.0
    while kept > 1 and tail + number[kept - 1] < 1e-9:
        kept -= 1
        tail += number[kept]
    orders, power = [0.0] * ((kept - 1) * (len(size) - 1) + 1), [1.0]
    for k in range(kept):
        for index, mass in enumerate(power):
            orders[index] += number[k] * mass
        if k + 1 < kept:
            power = convolve(power, size)
    return list(convolve(total, orders))


def spread(tau):
    """The factors by which whole months go better or worse, each as likely; their mean is 1."""
    sigma = math.sqrt(math.log(1 + tau * tau))
    factors = [math.exp(sigma * z) for z in NORMAL]
    mean = math.fsum(factors) / len(factors)
    return [factor / mean for factor in factors]


@dataclass
class Blend:
    """How the convolution is scaled, and what comes beside it where nothing is expected."""

    scale: float
    other: float


def blended(calibration, usual, share, mean):
    if usual is None or not mean:
        other = calibration.blend * float(usual * share) if usual is not None else 0.0
        return Blend(calibration.bias, other)
    pull = calibration.blend * float(usual * share) / mean
    return Blend(calibration.bias * (1 - calibration.blend) + pull, 0.0)


class Spread:
    """The distribution of what still comes, month's factor and scale included."""

    def __init__(self, one, target, blend, tau, convolve=convolved, steps=None):
        self.step = grid_step(target, one)
        while steps is not None and math.ceil(target) > steps * self.step:
            self.step *= Fraction(5, 2) if str(self.step).startswith("2") else 2
        self.masses = distribution(one, self.step, convolve)
        self.factors, self.blend = spread(tau), blend

    def reach(self, missing):
        """The chance that at least so much comes."""
        if missing <= 0:
            return 1.0
        total = 0.0
        for f in self.factors:
            left = missing - self.blend.other * f
            first = max(0, math.ceil(left / (self.blend.scale * f * float(self.step))))
            total += math.fsum(self.masses[first:])
        return total / len(self.factors)

    def quantile(self, share):
        """The smallest amount that is not passed with this chance."""
        if not hasattr(self, "values"):
            self.values = sorted(
                (f * (self.blend.scale * float(self.step) * index + self.blend.other), p)
                for f in self.factors for index, p in enumerate(self.masses) if p)
        wanted, total = share * len(self.factors), 0.0
        for value, p in self.values:
            total += p
            if total >= wanted - 1e-12:
                return value
        return self.values[-1][0]


def brier(rows, targets, calibration, convolve=convolved):
    """The Brier score of the chances of the months tested, and that of always saying the share."""
    misses, hits = [], []
    for row in rows:
        target = targets.get((row.person, row.month), row.usual)
        if target is None:
            continue
        blend = blended(calibration, row.usual, Fraction(1), row.mean)
        said = Spread(row.parts, target, blend, calibration.tau, convolve, ROUGH_STEPS).reach(target)
        hits.append(1 if row.came >= target else 0)
        misses.append((said - hits[-1]) ** 2)
    if not hits:
        return None, None
    share = math.fsum(hits) / len(hits)
    return math.fsum(misses) / len(misses), share * (1 - share)


@dataclass
class Outlook:
    standing: Standing
    parts: Parts
    rows: list
    calibration: Calibration
    usual: Fraction | None
    blend: Blend
    spread: Spread
    mean: float
    reach: float | None
    score: tuple

    def quantile(self, share):
        return self.standing.case.won + self.spread.quantile(share)

    @property
    def shown(self):
        mine, constant = self.score
        return self.calibration.months >= 3 and mine is not None and mine <= constant


def outlook(case, convolve=convolved):
    """What the case's person will have sold by the period's end."""
    sales = Sales(case)
    rows = record(case, sales)
    calibration = calibrated(rows)
    standing = Standing(case, case.today)
    one = parts(standing, case.person, case.end, case.new_contacts)
    mean, _ = one.moments()
    usual = sales.usual(case.person, month_of(case.today)[0])
    blend = blended(calibration, usual, Fraction(case.days_left, case.days_of_month), mean)
    spread_ = Spread(one, case.target, blend, calibration.tau, convolve)
    reach = None if case.target is None else spread_.reach(case.target - case.won)
    return Outlook(
        standing, one, rows, calibration, usual, blend, spread_,
        case.won + blend.scale * mean + blend.other, reach,
        brier(rows, case.targets, calibration, convolve))


# The worked example ----------------------------------------------------------------------------


def check():
    """The calibration of chapter 10.2; ends with an error where it differs."""
    rows = [PersonMonth(month, "own", came, 100.0, 400.0, Fraction(usual))
            for month, came, usual in ((1, 120, 90), (2, 60, 80), (3, 90, 85))]
    calibration = calibrated(rows)
    near(calibration.bias, 0.98)
    near(calibration.blend, 0.5)
    near(calibration.tau, 0.258493994)


def near(value, wanted):
    assert abs(value - wanted) < 1e-9, (value, wanted)


if __name__ == "__main__":
    check()
    print("The calibration of chapter 10.2 holds.")
