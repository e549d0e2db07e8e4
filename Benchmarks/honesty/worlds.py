"""Invented sales histories whose truth is known, and CDNOW's real one, as rows of a workspace.

Each world is drawn day by day from its own seed, so that the same seed gives the same rows. A world
begins long before its records do: at first there are customers of whom nobody wrote down how long
they have been customers. `Truth` says whether the world satisfies the model (waits whose hazards
stay the same, customers apart, months that go well or badly by a factor); worlds that do not are
measured all the same.
"""

import datetime
import importlib.util
import math
import pathlib
import random
from dataclasses import dataclass, field

EPOCH = datetime.date(1970, 1, 1).toordinal()


def day(year, month, of_month=1):
    return datetime.date(year, month, of_month).toordinal() - EPOCH


BEGIN, RECORDS, END = day(2022, 1), day(2024, 1), day(2026, 6, 30)
MONTHS = [day(2025 + (6 + i) // 12, (6 + i) % 12 + 1) for i in range(12)]


@dataclass
class World:
    name: str
    fits: bool  # whether it satisfies the model
    members: list
    customers: list = field(default_factory=list)  # (name, owner, first contact or None)
    orders: list = field(default_factory=list)  # (customer, day, hundredths)
    deals: list = field(default_factory=list)  # (customer, status, created, closed, hundredths)
    months: list = field(default_factory=lambda: list(MONTHS))


@dataclass
class Truth:
    """What a world is drawn from; rates are those of one person."""

    fits: bool = True
    people: int = 5
    contacts: float = 6.0  # new contacts a month
    converts: float = 0.3  # share that ever buys
    first_delay: float = 25.0  # mean days to the first order
    leaves: float = 0.1  # chance that a customer never comes back, after each order
    gap: float = 70.0  # mean days between orders
    gap_shape: float = 1.5
    unlike: float = 0.4  # how unlike customers are (sd of the logarithm of their gaps)
    size: float = 20_000.0
    size_spread: float = 0.7
    offers: float = 0.0  # new deals a month
    win: float = 60.0  # mean days to winning, were there no losing
    lose: float = 60.0
    age_shape: float = 1.5
    zombies: float = 0.1  # deals that nobody ever closes
    growth: float = 0.0  # of new contacts and offers, a month
    month_spread: float = 0.0  # sd of the logarithm of a factor that all share in a month
    rush: float = 0.0  # share of deals won late in a quarter instead
    huge: int = 0  # order sizes of the one huge order, in usual ones
    walk_in: bool = False  # nobody writes down first contacts
    through_deals: bool = False  # whoever buys does so by a deal at first
    long_known: bool = False  # first contacts are on record from before the first order that is


TRUTHS = {
    "steady": Truth(),
    "never back": Truth(leaves=0.55, contacts=14.0, converts=0.5),
    "competing losses": Truth(contacts=0, offers=7.0, win=70, lose=35, zombies=0.05),
    "slow cycles": Truth(contacts=0, offers=4.0, win=320, lose=260, zombies=0.1, age_shape=2.5, size=60_000),
    "deals that linger": Truth(contacts=0, offers=6.0, win=50, lose=50, zombies=0.35),
    "new contacts": Truth(contacts=30, converts=0.2, first_delay=35, leaves=0.8, gap=120),
    "few customers": Truth(contacts=0.5, converts=0.6, leaves=0.03, gap=55),
    "one huge order": Truth(huge=40),
    "team of one": Truth(people=1, contacts=9.0),
    "regular buyers": Truth(contacts=1.5, leaves=0.02, gap=30, gap_shape=6.0, unlike=0.2),
    "good and bad months": Truth(month_spread=0.35),
    "deals and orders": Truth(offers=3.0, win=60, lose=45),
    "contacts through deals": Truth(contacts=14.0, first_delay=45, through_deals=True, leaves=0.4),
    "known for long": Truth(contacts=8.0, converts=0.5, long_known=True),
    "growing": Truth(fits=False, contacts=3.0, growth=0.05, offers=2.0),
    "shrinking": Truth(fits=False, contacts=16.0, growth=-0.05, offers=4.0, leaves=0.2),
    "quick deals": Truth(fits=False, contacts=0, offers=12, win=12, lose=12, zombies=0.05),
    "walk-ins": Truth(fits=False, contacts=10, converts=1.0, first_delay=3, leaves=0.6, walk_in=True),
    "quarter-end rush": Truth(fits=False, contacts=0, offers=7.0, win=60, lose=60, rush=0.6),
}


class Drawing:
    """One world from one seed."""

    def __init__(self, name, seed):
        self.truth, self.dice, self.seed = TRUTHS[name], random.Random(f"{name} {seed}"), seed
        members = [f"p{i}" for i in range(self.truth.people)]
        self.world = World(name, self.truth.fits, members)
        self.of_month = {}
        for person in members:
            for date in self.arrivals(self.truth.contacts):
                self.contact(person, date)
            for date in self.arrivals(self.truth.offers):
                self.offer(person, date)
        if self.truth.huge:
            self.huge_order()

    def arrivals(self, a_month):
        """The days on which something begins, at a rate that may grow month by month."""
        date = float(BEGIN)
        while a_month > 0:
            months = (min(date, END) - RECORDS) / 30.4
            rate = a_month * math.exp(self.truth.growth * max(-12.0, months))
            date += self.dice.expovariate(rate / 30.4)
            if date > END:
                return
            yield int(date)

    def factor(self, date):
        """How well the month of a day goes for everybody."""
        month = datetime.date.fromordinal(date + EPOCH).replace(day=1)
        if month not in self.of_month:
            mine = random.Random(f"{self.world.name} {self.seed} {month}")
            spread = self.truth.month_spread
            self.of_month[month] = math.exp(mine.gauss(-spread * spread / 2, spread))
        return self.of_month[month]

    def amount(self):
        truth = self.truth
        drawn = self.dice.gauss(math.log(truth.size) - truth.size_spread**2 / 2, truth.size_spread)
        return 100_000 * max(1, round(math.exp(drawn) / 1000))

    def wait(self, mean, shape):
        return self.dice.gammavariate(shape, mean / shape)

    def contact(self, person, date):
        name = f"c{len(self.world.customers)}"
        known = (date >= RECORDS or self.truth.long_known) and not self.truth.walk_in
        self.world.customers.append((name, person, date if known else None))
        buys = self.dice.random() < self.truth.converts
        first = date + self.wait(self.truth.first_delay, 1.0)
        if self.truth.through_deals and (buys or self.dice.random() < 0.5):
            self.between(name, date, int(first), "won" if buys else "lost")
        if buys:
            self.buy(name, first)

    def between(self, name, date, closed, status):
        """The deal that stands between a first contact and the first order, or comes to nothing."""
        created = date + int(0.3 * (closed - date))
        if closed < RECORDS:
            return
        amount = self.amount()
        if closed > END:
            self.world.deals.append((name, "open", created, None, amount))
        else:
            self.world.deals.append((name, status, created, closed, amount))

    def buy(self, name, date):
        truth, dice = self.truth, self.dice
        gap = truth.gap * math.exp(dice.gauss(0, truth.unlike))
        while date <= END:
            if date >= RECORDS:
                amount = self.amount()
                if truth.month_spread:
                    amount = 100_000 * max(1, round(amount * self.factor(int(date)) / 100_000))
                self.world.orders.append((name, int(date), amount))
            if dice.random() < truth.leaves:
                return
            date = int(date) + max(1.0, self.wait(gap, truth.gap_shape))

    def offer(self, person, date):
        truth = self.truth
        name = f"c{len(self.world.customers)}"
        won, lost = (date + self.wait(mean, truth.age_shape) for mean in (truth.win, truth.lose))
        closed, status = (int(won), "won") if won <= lost else (int(lost), "lost")
        if self.dice.random() < truth.zombies:
            closed = END + 1000
        if status == "won" and self.dice.random() < truth.rush:
            closed = self.quarter_end(closed)
        if closed < RECORDS:
            return
        self.world.customers.append((name, person, None))
        amount = self.amount()
        if closed > END:
            self.world.deals.append((name, "open", date, None, amount))
            return
        self.world.deals.append((name, status, date, closed, amount))
        if status == "won" and truth.contacts:
            self.world.orders.append((name, closed, amount))

    def quarter_end(self, date):
        """A day in the last ten of the quarter."""
        of = datetime.date.fromordinal(date + EPOCH)
        month = (of.month - 1) // 3 * 3 + 4
        following = datetime.date(of.year + (month > 12), (month - 1) % 12 + 1, 1).toordinal() - EPOCH
        return max(date, following - 1 - self.dice.randint(0, 9))

    def huge_order(self):
        person = self.world.members[0]
        name = next(c[0] for c in self.world.customers if c[1] == person)
        amount = 100_000 * round(self.truth.huge * self.truth.size / 1000)
        self.world.orders.append((name, MONTHS[3] + 11, amount))


def drawn(name, seed):
    return Drawing(name, seed).world


def cdnow(people=10):
    """A tenth of CDNOW's customers, 1997-01 to 1998-06, dealt out to so many people."""
    package = importlib.util.find_spec("lifetimes").origin
    path = pathlib.Path(package).parent / "datasets" / "CDNOW_sample.txt"
    members = [f"p{i}" for i in range(people)]
    customers, orders = {}, []
    for line in path.read_text().splitlines():
        _, number, date, _, amount = line.split()
        name = f"c{number}"
        customers.setdefault(name, (name, members[int(number) % people], None))
        when = day(int(date[:4]), int(date[4:6]), int(date[6:]))
        orders.append((name, when, round(float(amount) * 100)))
    months = [day(1997 + (6 + i) // 12, (6 + i) % 12 + 1) for i in range(12)]
    return World("CDNOW", False, members, list(customers.values()), orders, months=months)

