"""The forecasts of a world's months by the reference in Tests/SalesMethodTests/Independent.

The rule is the reference's; only sums of many chances are left to numpy, and what two months' records
share is made once.
"""

import math
import pathlib
import sys
from dataclasses import dataclass

import numpy as np

INDEPENDENT = pathlib.Path(__file__).parents[2] / "Tests" / "SalesMethodTests" / "Independent"
sys.path.insert(0, str(INDEPENDENT))

import outlook_reference as reference  # noqa: E402
from waits_reference import Case, Standing, month_of, net_orders, owned, pools  # noqa: E402

SHARES = (0.1, 0.25, 0.5, 0.75, 0.9)


@dataclass
class Forecast:
    world: str
    fits: bool  # whether the world satisfies the model
    person: str
    month: int
    came: float
    mean: float
    quantiles: dict
    target: float | None
    reach: float | None
    shown: bool = True
    expected: float = 0.0  # the part that the waits give, nothing scaled
    calibration: object = None
    history: tuple = ()  # the months before, oldest first
    usual: float | None = None


def power_sum(size, number):
    """The distribution of a sum of so many sizes, by Horner's scheme."""
    total = np.array([number[-1]])
    for p in number[-2::-1]:
        total = np.convolve(total, size) if len(total) * len(size) < 200_000 else by_fourier(total, size)
        total[0] += p
    return total


def by_fourier(left, right):
    from scipy.signal import fftconvolve
    return np.maximum(fftconvolve(left, right), 0)


def number_of(counts):
    """The distribution of a sum of independent numbers, alike ones raised to a power at once."""
    alike = {}
    for one in counts:
        alike[tuple(one)] = alike.get(tuple(one), 0) + 1
    total = np.array([1.0])
    for one, times in alike.items():
        base = np.array(one)
        while times:
            if times & 1:
                total = trimmed(np.convolve(total, base))
            times >>= 1
            if times:
                base = trimmed(np.convolve(base, base))
    return total


def trimmed(masses):
    above = np.flatnonzero(np.cumsum(masses[::-1])[::-1] >= 1e-13)
    return masses[: above[-1] + 1]


def distribution(one, step, convolve=None):
    """What the reference's function of this name gives, faster."""
    total = np.array([1.0])
    for _, amount, p in one.deals:
        deal = np.zeros(reference.binned(amount, step) + 1)
        deal[0] += 1 - p
        deal[-1] += p
        total = np.convolve(total, deal) if len(total) * len(deal) < 200_000 else by_fourier(total, deal)
    number = number_of(one.counts())
    if len(number) == 1:
        return total
    tails = np.cumsum(number[::-1])[::-1]
    number = number[: max(1, int((tails >= 1e-9).sum()))]
    size = np.zeros(max(reference.binned(a, step) for a in one.sizes) + 1)
    for amount in one.sizes:
        size[reference.binned(amount, step)] += 1 / len(one.sizes)
    return by_fourier(total, power_sum(size, number))


class Spread(reference.Spread):
    """The reference's, with its sums made by numpy."""

    def __init__(self, *given):
        super().__init__(*given)
        self.masses = np.asarray(self.masses)
        self.tails = np.append(np.cumsum(self.masses[::-1])[::-1], 0.0)

    def reach(self, missing):
        if missing <= 0:
            return 1.0
        total = 0.0
        for f in self.factors:
            left = missing - self.blend.other * f
            first = max(0, math.ceil(left / (self.blend.scale * f * float(self.step))))
            total += self.tails[min(first, len(self.masses))]
        return min(1.0, total / len(self.factors))

    def quantile(self, share):
        if not hasattr(self, "cumulated"):
            grid = np.arange(len(self.masses)) * self.blend.scale * float(self.step) + self.blend.other
            values = (np.array(self.factors)[:, None] * grid[None, :]).ravel()
            masses = np.tile(self.masses, len(self.factors))
            order = np.argsort(values, kind="stable")
            self.sorted, self.cumulated = values[order], np.cumsum(masses[order])
        place = np.searchsorted(self.cumulated, share * len(self.factors) - 1e-9)
        return float(self.sorted[min(place, len(self.sorted) - 1)])


reference.distribution = distribution
reference.Spread = Spread


class Rule:
    """A world's forecasts, month by month."""

    def __init__(self, world):
        self.world = world
        self.case = Case(0, 0, world.members[0], world.members, world.customers)
        names = {c[0]: c for c in world.customers}
        self.case.orders = [(None, c, None, d, a) for c, d, a in world.orders if c in names]
        self.case.deals = [(c, None, s, b, e, a) for c, s, b, e, a in world.deals]
        self.seen = reference.appearances(self.case)
        self.by_month = {}
        self.sold = self.all_sold()

    def all_sold(self):
        """What really came, by person: the whole history is known here."""
        case = self.case
        case.today = 10**6
        lines = [(None, c, d, a) for _, c, _, d, a in case.orders]
        if not lines:
            lines = [(None, d[0], d[4], d[5]) for d in case.deals if d[2] == "won"]
        sold = {person: [] for person in self.world.members}
        for customer, orders in net_orders(lines).items():
            sold[case.owners[customer]] += orders
        return sold

    def came(self, person, first, last):
        return sum(a for d, a in self.sold[person] if first <= d <= last)

    def standing(self, limit):
        if limit not in self.by_month:
            self.by_month[limit] = (Standing(self.case, limit), {})
        return self.by_month[limit]

    def tested(self, first, last, person):
        """The person's part of a month that is over, its newcomers known."""
        standing, known = self.standing(first)
        if person not in known:
            newcomers = [(date, 1) for name, date in self.seen.items()
                         if self.case.owners[name] == person and first <= date <= last]
            one = reference.parts(standing, person, last, newcomers)
            known[person] = (one, *one.moments())
        return known[person]

    def record(self, today, sales):
        persons = self.world.members
        assert pools(owned(self.standing(today)[0].waits)) or len(persons) == 1
        rows, first = [], today
        for _ in range(6):
            first, last = month_of(first - 1)
            standing, _ = self.standing(first)
            if sum(1 for w in standing.waits if w.end is not None) < reference.ENOUGH_EVENTS:
                break
            rows = [
                reference.PersonMonth(
                    first, person, sales.between(person, first, last), *self.tested(first, last, person)[1:],
                    sales.usual(person, first), self.tested(first, last, person)[0])
                for person in persons] + rows
        return rows

    def contacts(self, person, today, end):
        """Planned first contacts: as many as a month had on average in the last three, evenly."""
        first = today
        for _ in range(3):
            first, _ = month_of(first - 1)
        before = sum(1 for name, date in self.seen.items()
                     if self.case.owners[name] == person and first <= date < today)
        workdays = [d for d in range(today, end + 1) if (d + 3) % 7 < 5]
        wanted, plan, total = round(before / 3), [], 0
        for place, date in enumerate(workdays, start=1):
            number = (2 * wanted * place + len(workdays)) // (2 * len(workdays)) - total
            total += number
            if number:
                plan.append((date, number))
        return plan

    def months(self):
        for today in self.world.months:
            end = month_of(today)[1]
            told = list(self.histories(today, end))
            rows = self.record(today, self.sales)
            calibration = reference.calibrated(rows)
            score = reference.brier(rows, {}, calibration)
            shown = calibration.months >= 3 and score[0] is not None and score[0] <= score[1]
            for forecast in told:
                forecast.shown = shown
                yield self.said(forecast, end, calibration)

    def histories(self, today, end):
        """What is known and what came of each person's month, nothing forecast yet."""
        self.case.today = today
        self.sales = reference.Sales(self.case)
        for place, person in enumerate(self.world.members):
            usual = self.sales.usual(person, today)
            target = None
            if usual:
                turn = (self.world.months.index(today) + place) % 3
                units = int(float(usual) * (0.75, 1.0, 1.3)[turn] / 100_000)
                target = max(1, units) * 100_000
            history, first = [], today
            for _ in range(6):
                first, last = month_of(first - 1)
                history.insert(0, self.came(person, first, last))
            yield Forecast(
                self.world.name, self.world.fits, person, today, self.came(person, today, end), 0.0, {},
                target, None, history=tuple(history), usual=usual)

    def said(self, forecast, end, calibration):
        """The forecast filled in."""
        person, today = forecast.person, forecast.month
        standing, _ = self.standing(today)
        one = reference.parts(standing, person, end, self.contacts(person, today, end))
        forecast.expected, _ = one.moments()
        blend = reference.blended(calibration, forecast.usual, 1, forecast.expected)
        spread = Spread(one, forecast.target, blend, calibration.tau)
        forecast.mean = blend.scale * forecast.expected + blend.other
        forecast.quantiles = {q: spread.quantile(q) for q in SHARES}
        forecast.reach = None if forecast.target is None else spread.reach(forecast.target)
        forecast.calibration = calibration
        return forecast
