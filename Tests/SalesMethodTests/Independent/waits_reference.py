"""Waits, life tables and chances: the rule of the method's chapter 10.1, items 1 to 6, written a
second time from its text, with nothing but Python's standard library.

Counts, days, own factors and hazards are integers and fractions; from there on floats. The amounts,
the record and the outlook follow in `outlook_reference.py`. Run as a program this file checks the
worked examples of chapter 10.2:

    python3 waits_reference.py
"""

import datetime
import math
from dataclasses import dataclass, field
from fractions import Fraction

BINS = [(0, 7), (8, 14), (15, 30), (31, 60), (61, 90), (91, 120), (121, 180), (181, 365), (366, None)]
FIRST_AGE = {"deal": 0, "reorder": 1, "first": 0}
KINDS = ["deal", "reorder", "first"]
ENOUGH_EVENTS = 5
ENOUGH_DAYS = 28
POOL_PERSONS, POOL_RECORDS = 3, 20
OWN_WEIGHT = 20
MOST_ORDERS = 6
EPOCH = datetime.date(1970, 1, 1).toordinal()


def day(text):
    return datetime.date.fromisoformat(text).toordinal() - EPOCH


def text(number):
    return datetime.date.fromordinal(number + EPOCH).isoformat()


def month_of(number):
    """First and last day of the calendar month that a day lies in."""
    date = datetime.date.fromordinal(number + EPOCH)
    first = date.replace(day=1)
    following = (first + datetime.timedelta(days=32)).replace(day=1)
    return first.toordinal() - EPOCH, following.toordinal() - EPOCH - 1


@dataclass
class Case:
    """A workspace and what is asked of it; days are numbers, amounts whole hundredths."""

    today: int
    end: int
    person: str
    members: list
    customers: list  # (id, owner or None, first contact or None)
    activities: list = field(default_factory=list)  # (customer, date)
    deals: list = field(default_factory=list)  # (customer, owner, status, created, closed, amount)
    orders: list = field(default_factory=list)  # (id, customer, owner, date, amount): lines
    targets: dict = field(default_factory=dict)  # (person, first day of a month): amount
    target: int | None = None
    won: int = 0
    days_left: int = 1
    days_of_month: int = 1
    new_contacts: list = field(default_factory=list)  # (date, count)

    def __post_init__(self):
        alone = self.members[0] if len(self.members) == 1 else None
        self.owners = {name: alone or owner for name, owner, _ in self.customers}
        contacts = {name: [date] for name, _, date in self.customers if date is not None}
        for name, date in self.activities:
            contacts.setdefault(name, []).append(date)
        self.contacts = {name: min(dates) for name, dates in contacts.items()}
        on_record = [date for _, date in self.activities]
        on_record += [line[3] for line in self.orders if line[1] is not None]
        # Whoever was met earlier may have ordered before anything is on record.
        self.records_begin = min(on_record, default=None)

    def deal_owner(self, deal):
        if len(self.members) == 1:
            return self.members[0]
        return deal[1] if deal[1] is not None else self.owners[deal[0]]

    def line_owner(self, line):
        """Whose an order line is: its customer's owner's, or its own where it has no customer."""
        if line[1] is not None:
            return self.owners[line[1]]
        return self.members[0] if len(self.members) == 1 else line[2]


# Records become waits --------------------------------------------------------------------------


@dataclass
class Wait:
    kind: str
    name: object  # the place of the deal in its table, or the customer
    owner: str | None
    start: int
    end: int | None  # None: still open
    won: bool = False
    number: int = 0  # reorders: how many orders the customer had when the wait began
    amount: int = 0
    blocked: list = field(default_factory=list)  # spans of days on which the customer stands in deals

    @property
    def stratum(self):
        return 0 if self.number <= 1 else 1 if self.number <= 3 else 2


def net_orders(lines):
    """Lines of (id, customer, date, amount) as orders by customer: (day, amount) in order of days."""
    by_id = {}
    for position, (identifier, customer, date, amount) in enumerate(lines):
        key = (customer, True, identifier) if identifier is not None else (customer, False, position)
        by_id.setdefault(key, []).append((date, amount))
    by_day = {}
    for (customer, _, _), parts in by_id.items():
        days = by_day.setdefault(customer, {})
        date = min(part[0] for part in parts)
        days[date] = days.get(date, 0) + sum(part[1] for part in parts)
    result = {}
    for customer, days in by_day.items():
        orders = []
        for date in sorted(days):
            if days[date] > 0:
                orders.append((date, days[date]))
            elif orders:
                latest, amount = orders.pop()
                if amount + days[date] > 0:
                    orders.append((latest, amount + days[date]))
        if orders:
            result[customer] = orders
    return result


def is_used(deal, limit):
    _, _, status, created, closed, _ = deal
    if created is None or created >= limit:
        return False
    return status == "open" or (closed is not None and closed >= created)


class Standing:
    """What the records say on the evening before a day: waits, orders and what they stand for."""

    def __init__(self, case, limit):
        self.case, self.limit = case, limit
        self.orders = net_orders(self.lines())
        self.waits = self.deals() + self.customers()

    def lines(self):
        """The lines that count as sold: order lines, and won deals of those who have no orders."""
        case, limit = self.case, self.limit
        lines = [line for line in case.orders if line[3] < limit]
        orders = net_orders([(i, c, d, a) for i, c, _, d, a in lines if c is not None])
        recent = {case.owners[c] for c, of in orders.items() if any(d >= limit - 365 for d, _ in of)}
        recent |= {case.line_owner(line) for line in lines if line[1] is None and line[3] >= limit - 365}
        self.by_deals = set(case.members) - recent
        kept = [(i, c, d, a) for i, c, _, d, a in lines
                if c is not None and case.owners[c] not in self.by_deals]
        for deal in case.deals:
            customer, _, status, _, closed, amount = deal
            if status == "won" and closed is not None and closed < limit and amount > 0:
                if case.owners[customer] in self.by_deals:
                    kept.append((None, customer, closed, amount))
        return kept

    def deals(self):
        result = []
        for place, deal in enumerate(self.case.deals):
            customer, _, status, created, closed, amount = deal
            if is_used(deal, self.limit):
                ended = status != "open" and closed < self.limit
                result.append(Wait("deal", place, self.case.deal_owner(deal), created,
                                   closed if ended else None, ended and status == "won", 0, amount))
        return result

    def customers(self):
        spans = {}
        for deal in self.case.deals:
            if is_used(deal, self.limit):
                closed = self.limit if deal[2] == "open" else deal[4]
                spans.setdefault(deal[0], []).append((deal[3], min(closed, self.limit - 1)))
        self.in_deals = {
            deal[0] for deal in self.case.deals
            if is_used(deal, self.limit) and (deal[2] == "open" or deal[4] >= self.limit)}
        result = []
        for name, _, _ in self.case.customers:
            owner, blocked = self.case.owners[name], spans.get(name, [])
            dates = [date for date, _ in self.orders.get(name, [])]
            contact = self.case.contacts.get(name)
            begin = self.case.records_begin
            if contact is not None and begin is not None and contact < begin:
                contact = None
            if contact is not None and contact < self.limit and (not dates or contact <= dates[0]):
                end = dates[0] if dates else None
                result.append(Wait("first", name, owner, contact, end, bool(dates), blocked=blocked))
            for number, date in enumerate(dates, start=1):
                end = dates[number] if number < len(dates) else None
                result.append(
                    Wait("reorder", name, owner, date, end, end is not None, number, blocked=blocked))
        return result


# Waits become counts ---------------------------------------------------------------------------


@dataclass
class Counts:
    won: list = field(default_factory=lambda: [0] * len(BINS))
    lost: list = field(default_factory=lambda: [0] * len(BINS))
    days: list = field(default_factory=lambda: [0] * len(BINS))

    def events(self):
        return sum(self.won) + sum(self.lost)

    def add(self, other):
        for mine, theirs in ((self.won, other.won), (self.lost, other.lost), (self.days, other.days)):
            for index in range(len(BINS)):
                mine[index] += theirs[index]


def bin_of(age):
    return next(i for i, (low, high) in enumerate(BINS) if high is None or age <= high)


def days_at_risk(wait, window, limit):
    """The ages at which a wait was at risk in the window, as spans."""
    low = max(wait.start + FIRST_AGE[wait.kind], window)
    high = limit - 1 if wait.end is None else min(wait.end, limit - 1)
    spans = []
    for first, last in sorted(wait.blocked):
        if last < low:
            continue
        if first > high:
            break
        if low < first:
            spans.append((low - wait.start, first - 1 - wait.start))
        low = max(low, last + 1)
    if low <= high:
        spans.append((low - wait.start, high - wait.start))
    return spans


def is_event(wait, window, limit):
    if wait.end is None or not window <= wait.end < limit:
        return False
    return not any(first <= wait.end <= last for first, last in wait.blocked)


def count(waits, window, limit):
    """Three strata of counts; deals and first orders use the first alone."""
    strata = [Counts(), Counts(), Counts()]
    for wait in waits:
        counts = strata[wait.stratum if wait.kind == "reorder" else 0]
        for youngest, oldest in days_at_risk(wait, window, limit):
            for index, (low, high) in enumerate(BINS):
                last = oldest if high is None else min(high, oldest)
                counts.days[index] += max(0, last - max(low, youngest) + 1)
        if is_event(wait, window, limit):
            (counts.won if wait.won else counts.lost)[bin_of(wait.end - wait.start)] += 1
    return strata


@dataclass
class Group:
    first: int
    last: int
    won: int
    lost: int
    days: int


def merged(counts, enough=ENOUGH_EVENTS):
    """Bins joined from young to old until a group has enough events; a rest joins the last one."""
    groups = []
    current = None
    for index in range(len(BINS)):
        one = Group(index, index, counts.won[index], counts.lost[index], counts.days[index])
        if current is None:
            current = one
        else:
            current.last = index
            current.won += one.won
            current.lost += one.lost
            current.days += one.days
        if current.won + current.lost >= enough:
            groups.append(current)
            current = None
    if current is not None:
        if groups:
            last = groups[-1]
            last.last = current.last
            last.won += current.won
            last.lost += current.lost
            last.days += current.days
        else:
            groups.append(current)
    return groups


def hazard(events, days):
    return Fraction(events, days) if days else Fraction(0)


@dataclass
class Table:
    """A kind's life table as one person uses it."""

    kind: str
    window: int
    pooled: bool
    team: list  # Counts by stratum
    own: list
    groups: list  # by stratum, as used
    theta: tuple  # won, lost
    daily: list  # by stratum: (last age or None, won, lost) with the own factors


def strata_used(team):
    """For each stratum of reorders the counts it uses."""
    pooled = Counts()
    for counts in team:
        pooled.add(counts)
    used = []
    for index, counts in enumerate(team):
        if counts.events() >= ENOUGH_EVENTS:
            used.append(counts)
        else:
            used.append(pooled if index == 0 else used[index - 1])
    return used


def own_factor(own, groups, won):
    """How much oftener than the team's: (events + 20) ÷ (events expected at the team's pace + 20)."""
    events, expected = 0, Fraction(0)
    for counts, used in zip(own, groups):
        events += sum(counts.won if won else counts.lost)
        for group in used:
            days = sum(counts.days[group.first:group.last + 1])
            expected += days * hazard(group.won if won else group.lost, group.days)
    return (events + OWN_WEIGHT) / (expected + OWN_WEIGHT)


def with_factors(groups, theta):
    daily = []
    for group in groups:
        won = theta[0] * hazard(group.won, group.days)
        lost = theta[1] * hazard(group.lost, group.days)
        if won + lost > 1:
            won, lost = won / (won + lost), lost / (won + lost)
        daily.append((BINS[group.last][1], float(won), float(lost)))
    return daily


def pools(waits):
    """Whether waits are enough, and of enough persons, to be counted together."""
    return len({w.owner for w in waits}) >= POOL_PERSONS and len(waits) >= POOL_RECORDS


def owned(waits):
    return [wait for wait in waits if wait.owner is not None]


def table(kind, person, waits, limit):
    """The life table of a kind for a person; None where there are too few events."""
    team = owned([wait for wait in waits if wait.kind == kind])
    pooled = pools(team)
    if not pooled:
        team = [wait for wait in team if wait.owner == person]
    ends = [wait.end for wait in team if wait.end is not None]
    if not ends:
        return None
    window = max(limit - 365, min(ends))
    strata = 3 if kind == "reorder" else 1
    everybody = count(team, window, limit)[:strata]
    if sum(counts.events() for counts in everybody) < ENOUGH_EVENTS or limit - window < ENOUGH_DAYS:
        return None
    if not any(sum(counts.won) for counts in everybody):
        return None  # That none ever ends well is more than these tell.
    own = count([wait for wait in team if wait.owner == person], window, limit)[:strata]
    sources = strata_used(everybody) if strata > 1 else everybody
    groups = [merged(counts) for counts in sources]
    theta = (own_factor(own, groups, True), own_factor(own, groups, False))
    daily = [with_factors(used, theta) for used in groups]
    return Table(kind, window, pooled, everybody, own, groups, theta, daily)


# Counts become chances -------------------------------------------------------------------------


def chance(daily, age, days):
    """The chance of the event within so many days, the first at risk at an age."""
    survival, total = 1.0, 0.0
    for last, won, lost in daily:
        if days == 0:
            break
        if last is not None and age > last:
            continue
        n = days if last is None else min(days, last - age + 1)
        stay = (1 - won - lost) ** n
        if won + lost > 0:
            total += survival * won / (won + lost) * (1 - stay)
        survival *= stay
        age += n
        days -= n
    return total


def by_day(daily, age, days):
    """The chance that the event comes on each of so many days."""
    result, survival, index = [], 1.0, 0
    for step in range(days):
        while daily[index][0] is not None and age + step > daily[index][0]:
            index += 1
        _, won, lost = daily[index]
        result.append(survival * won)
        survival *= 1 - won - lost
    return result


class Renewals:
    """How many orders come in so many days: lists of the chances of 0, 1 … 6 or more."""

    def __init__(self, reorders, days):
        self.daily = reorders.daily
        self.fresh = {1: [], 2: [], 3: [], 4: []}
        self.known = {}
        curves = [by_day(daily, 1, days) for daily in self.daily]
        for number in (4, 3, 2, 1):
            curve = curves[self.stratum(number)]
            for n in range(days + 1):
                self.fresh[number].append(self.counts(curve[:n], number))

    @staticmethod
    def stratum(number):
        return 0 if number <= 1 else 1 if number <= 3 else 2

    def counts(self, curve, number):
        """The chances of each number where the next order's chance on each day is known."""
        result = [1 - math.fsum(curve)] + [0.0] * MOST_ORDERS
        for step, share in enumerate(curve):
            later = self.fresh[min(number + 1, 4)][len(curve) - step - 1]
            for more in range(1, MOST_ORDERS):
                result[more] += share * later[more - 1]
        result[MOST_ORDERS] = max(0.0, 1 - math.fsum(result[:MOST_ORDERS]))
        return result

    def of(self, number, age, days):
        """The numbers of orders of a customer who has so many and has waited so long."""
        number = min(number, 4)
        if (number, age, days) not in self.known:
            curve = by_day(self.daily[self.stratum(number)], age, days)
            self.known[number, age, days] = self.counts(curve, number)
        return self.known[number, age, days]


# The worked examples ---------------------------------------------------------------------------


def example_deals():
    rows = """1-10 1-16 W,2-1 2-13 L,2-20 3-26 W,3-5 3-11 W,4-1 5-11 L,4-10 -,5-2 5-22 W,5-20 -,6-12 -,
    6-25 7-9 W,1-5 -,6-1 6-5 L"""
    own = {1, 3, 4, 9}

    def date(short):
        month, of_month = short.split("-")
        return day(f"2026-{int(month):02}-{int(of_month):02}")

    limit = day("2026-07-01")
    waits = []
    for number, row in enumerate(rows.replace("\n", " ").split(","), start=1):
        created, closed, *how = row.split()
        end = date(closed) if how and date(closed) < limit else None
        waits.append(Wait("deal", str(number), "own" if number in own else "other", date(created), end,
                          won=end is not None and how == ["W"]))
    return waits, limit, day("2026-01-08")


def check():
    """The examples of chapter 10.2; prints nothing and ends with an error where one differs."""
    waits, limit, window = example_deals()
    counts = count(waits, window, limit)[0]
    assert counts.won == [2, 0, 1, 1, 0, 0, 0, 0, 0], counts.won
    assert counts.lost == [1, 1, 0, 1, 0, 0, 0, 0, 0], counts.lost
    assert counts.days == [86, 54, 90, 85, 51, 30, 56, 0, 0], counts.days

    def shown(groups):
        return [(g.first, g.last, hazard(g.won, g.days), hazard(g.lost, g.days)) for g in groups]

    groups = merged(counts, enough=2)
    assert shown(groups) == [
        (0, 0, Fraction(1, 43), Fraction(1, 86)), (1, 2, Fraction(1, 144), Fraction(1, 144)),
        (3, 8, Fraction(1, 222), Fraction(1, 222))], shown(groups)

    def near(value, wanted):
        assert abs(value - wanted) < 1e-9, (value, wanted)

    one = (Fraction(1), Fraction(1))
    daily = with_factors(groups, one)
    near(chance(daily, 19, 31), 0.144037168)
    near(chance(daily, 6, 31), 0.191651847)
    single = with_factors(merged(counts), one)
    assert len(single) == 1
    assert round(chance(single, 19, 31), 6) == round(chance(single, 6, 31), 6) == 0.219195
    own = count([wait for wait in waits if wait.owner == "own"], window, limit)[:1]
    theta = (own_factor(own, [groups], True), own_factor(own, [groups], False))
    assert theta == (Fraction(2634696, 2400071), Fraction(2291040, 2360111)), theta
    near(chance(with_factors(groups, theta), 19, 31), 0.157279131)


if __name__ == "__main__":
    check()
    print("The examples of chapter 10.2 hold.")
