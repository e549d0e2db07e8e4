"""What happened with one person's customers, from the first contact to the orders."""

from datetime import date, timedelta

from sample_data.cast import FIRST_BUYS, NEWCOMERS_LIST, NEXT_BUYS, NOTES
from sample_data.days import FIRST_DAY, LAST_DAY, REGISTER, Dice, workday


class Customer:
    def __init__(self, owner, kind, outcome=None, first=None):
        self.owner, self.kind, self.outcome = owner, kind, outcome
        self.first = first  # the first contact recorded
        self.known_since = first
        self.steps = {}  # stage → day, as far as it came by LAST_DAY
        self.activities, self.orders, self.deals, self.contacts = [], [], [], []
        self.letters, self.close, self.flags, self.hint, self.note = ("", "", ""), None, "", "", ""
        self.cls = None

    def did(self, day, kind, hours):
        if day <= LAST_DAY:
            self.activities.append((day, kind, hours))

    @property
    def last(self):
        return max((a[0] for a in self.activities), default=None)


def order_of(product, dice, size):
    """A quantity and an amount at, or a little under, the list price."""
    _, _, price, floor, *_ = product
    quantity = {52000: 1, 36000: dice.between(1, 2), 26000: dice.between(1, 2)}.get(
        price, dice.between(2, 4) if price == 18000 else dice.between(2, 5))
    paid = max(floor, price * dice.between(92, 100) // 100 // 100 * 100)
    quantity = max(1, quantity * size // 100)
    return quantity, quantity * paid


def outcomes(count, rates, dice):
    """How far each first contact will come: as many of each as the rates say, in a shuffled order."""
    visits = round(count * rates[0] / 100)
    proposals = round(visits * rates[1] / 100)
    deals = round(proposals * rates[2] / 100)
    steps = [3] * deals + [2] * (proposals - deals) + [1] * (visits - proposals)
    return dice.shuffled(steps + [0] * (count - visits))


def develop(customer, dice, size):
    """Contact, visit, proposal and first order, as far as the outcome goes and the days allow."""
    day = customer.first
    customer.steps["contact"] = day
    customer.did(day, "contact", "0.25")
    for stage, hours, low, high in [("visit", "2", 3, 10), ("proposal", "3", 3, 11)]:
        if len(customer.steps) > customer.outcome:
            break
        day = workday(day + timedelta(dice.between(low, high)))
        if day > LAST_DAY:
            return
        customer.steps[stage] = day
        customer.did(day, stage, hours)
        if stage == "visit" and dice.chance(35):  # a second visit before the proposal
            customer.did(workday(day + timedelta(2)), "visit", "1.5")
    if customer.outcome == 3:
        day = workday(day + timedelta(dice.between(5, 24)))
        if day <= LAST_DAY:
            customer.steps["deal"] = day
            buy(customer, day, dice.pick(FIRST_BUYS), dice, size)
            customer.did(day, "签约", "2")
            while dice.chance(72):  # filters and service are due again, for as long as they stay
                day = workday(day + timedelta(dice.between(40, 115)))
                buy(customer, day, dice.pick(NEXT_BUYS), dice, size * 6 // 10)


def buy(customer, day, product, dice, size):
    if day <= LAST_DAY:
        quantity, amount = order_of(product, dice, size)
        customer.orders.append([day, amount, product[0], quantity])


def serve(customer, dice, size):
    """A regular customer's year: orders at a rhythm of its own, calls and visits between them."""
    weight = dice.pick([20, 20, 30, 35, 40, 60, 120])
    gap = dice.between(70, 150)
    day = FIRST_DAY + timedelta(dice.between(0, 60))
    since = workday(day) + timedelta(dice.between(3, 8))  # records of contacts begin after an order
    while day <= LAST_DAY:
        buy(customer, workday(day), dice.pick(NEXT_BUYS), dice, size * weight // 100)
        day += timedelta(gap + dice.between(-12, 12))
    keep_in_touch(customer, since, dice, dice.between(9, 16))


def keep_in_touch(customer, day, dice, pace):
    """Calls, visits and service, about every so many days."""
    while day <= LAST_DAY:
        kind, hours = dice.pick([("回访", "0.25")] * 6 + [("visit", "1.5")] * 2 + [("售后", "1")])
        customer.did(workday(day), kind, hours)
        day += timedelta(dice.between(pace * 2 // 3, pace * 4 // 3))


def first_contacts(member, dice):
    """The days of first contact: a few before June, the member's monthly number from June on."""
    days = []
    span = (REGISTER - FIRST_DAY).days - 10
    for i in range(member["early"]):
        days.append(workday(FIRST_DAY + timedelta(8 + span * i // member["early"])))
    for month in range(6, 12):
        last = 22 if month == 11 else 28
        count = member["monthly"] * last // 28
        for i in range(count):
            days.append(workday(date(2026, month, 1 + last * i // count)))
    return [d for d in days if d <= LAST_DAY]


def customers_of(member, number):
    dice, size = Dice(1000 + number), member["size"]
    if member["id"] == "feng":
        return [Customer(member, "list") for _ in range(NEWCOMERS_LIST)], dice
    rows = []
    for _ in range(member["regulars"]):
        customer = Customer(member, "regular")
        customer.known_since = date(2023, 3, 2) + timedelta(7 * dice.between(0, 109))
        serve(customer, dice, size)
        rows.append(customer)
    days = first_contacts(member, dice)
    early = outcomes(member["early"], (80, 70, 55), dice)
    results = early + outcomes(len(days) - len(early), member["rates"], dice)
    for day, outcome in zip(days, results):
        customer = Customer(member, "new", outcome, day)
        develop(customer, dice, size)
        customer.note = dice.pick(NOTES)
        if customer.orders:
            keep_in_touch(customer, customer.orders[0][0] + timedelta(12), dice, 15)
        elif customer.steps.get("visit") or dice.chance(55):
            for _ in range(dice.between(1, 6)):
                customer.did(workday(day + timedelta(dice.between(12, 110))), "回访", "0.25")
        rows.append(customer)
    return rows, dice


def return_some(rows, dice):
    """A few orders come back a fortnight later, in whole or in part."""
    sold = [(c, o) for c in rows for o in list(c.orders) if o[0] < date(2026, 10, 20)]
    for customer, (day, amount, product, quantity) in dice.shuffled(sold)[: len(sold) // 40]:
        back = 1 if quantity > 1 else quantity
        when = workday(day + timedelta(14))
        customer.orders.append([when, -(amount // quantity) * back, product, -back])


def receivables_of(rows, dice):
    """An invoice for every order since April: most paid, some late, two of them very late."""
    table = []
    sales = sorted((o[0], n, o[1]) for n, c in enumerate(rows) for o in c.orders
                   if o[1] > 0 and o[0] >= date(2026, 4, 1))
    late = [s for s in sales if s[0] <= date(2026, 8, 10)]
    very_late = set(dice.shuffled(late)[:2])
    for sale in sales:
        day, n, amount = sale
        due = day + timedelta(dice.pick([30, 30, 45]))
        paid, when = "", ""
        if sale in very_late:
            if dice.chance(50):
                paid, when = str(amount // 4 // 100 * 100), workday(due + timedelta(3)).isoformat()
        else:
            settled = workday(due + timedelta(dice.pick([-6, -3, 0, 2, 5, 12, 25])))
            if settled <= LAST_DAY:
                paid, when = str(amount), settled.isoformat()
        table.append((rows[n], str(amount), due, paid, when))
    return table
