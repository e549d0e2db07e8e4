"""The tables of the course's examples: Lin's history of part 4, and the ten customers of part 3."""

from datetime import date, timedelta

from sample_data.days import workday
from sample_data.tables import table

# Days from the first contact to the first order, and orders in thousands: twelve customers bought. Both
# in the middle took the same time, and an order is 35,000 on average. The second orders of three of them
# came more than a month later; part 4 states them, and leaves them out of a month's plan.
LAGS = (9, 12, 15, 18, 21, 24, 24, 33, 39, 46, 58, 75)
SIZES = (12, 15, 18, 22, 25, 28, 33, 38, 42, 52, 60, 75)

# Ten customers: revenue in thousands, hours, the letters of MAN and the expected close.
REVENUE = (420, 260, 110, 60, 50, 40, 30, 15, 10, 5)
HOURS = (12, 10, 14, 16, 14, 12, 10, 6, 4, 2)
LETTERS = ((4, 4, 4, "2026-09-18"), (4, 4, 2, "2026-06-26"), (2, 4, 4, "2026-07-10"),
           (4, 2, 2, ""), (4, 4, 2, "2026-06-12"), (1, 2, 1, ""), (4, 5, 5, "2026-05-22"),
           ("", 2, 4, ""), (2, 1, 2, ""), (4, 4, 5, "2026-05-29"))


def course_tables():
    backsolve()
    ten_customers("pareto", "甲乙丙丁戊己庚辛壬癸")
    ten_customers("pareto-en", "abcdefghij")


def workdays(first, count):
    days = []
    while len(days) < count:
        if workday(first) == first:
            days.append(first)
        first += timedelta(1)
    return days


def without(lags, lag):
    """The lags but for one of those that are equal to this one."""
    at = lags.index(lag)
    return [*lags[:at], *lags[at + 1:]]


def fitting(days, lags):
    """The lags in an order in which every one of them ends on a working day."""
    if not days:
        return []
    for lag in lags:
        end = days[0] + timedelta(lag)
        if workday(end) == end:
            rest = fitting(days[1:], without(lags, lag))
            if rest is not None:
                return [lag, *rest]
    return None


def backsolve():
    """240 customers first contacted, four a day; 96 visited, 36 with a proposal, 12 who bought."""
    days = workdays(date(2025, 11, 3), 140)
    customers, activities, first = [], [], []
    for number in range(240):
        day = number // 4
        key = f"K{number + 1:03d}"
        customers.append((key, key, "lin", 4, 4, 2, days[day].isoformat(), "do_not_contact"))
        activities.append((key, days[day].isoformat(), "首次接触"))
        if number % 5 not in (1, 3):
            continue
        activities.append((key, days[day + 2].isoformat(), "拜访"))
        visit = number // 5 * 2 + (number % 5 == 3)
        if visit % 8 not in (1, 4, 6):
            continue
        activities.append((key, days[day + 4].isoformat(), "方案"))
        if visit % 8 == (1, 4, 6)[visit // 8 % 3]:
            first.append((key, days[day]))
    lags = fitting([day for _, day in first], [LAGS[i * 7 % 12] for i in range(12)])
    orders = []
    for buyer, ((key, day), lag) in enumerate(zip(first, lags)):
        won = day + timedelta(lag)
        orders.append((key, won, SIZES[buyer * 5 % 12]))
    table("examples/backsolve/customers",
          ["customer_id", "name", "owner", "M", "A", "N", "first_contact", "flags"], customers)
    table("examples/backsolve/activities", ["customer", "date", "type"],
          sorted(activities, key=lambda row: (row[1], row[0])))
    table("examples/backsolve/orders", ["order_id", "customer", "date", "amount"],
          [(f"O{n:02d}", key, day.isoformat(), size * 1000)
           for n, (key, day, size) in enumerate(sorted(orders, key=lambda row: row[1]), 1)])


def ten_customers(example, names):
    """Ten customers with half a year's revenue and hours, one visit a month."""
    days = workdays(date(2025, 11, 3), 120)
    people, orders, activities = [], [], []
    for number, (name, revenue, hours, letters) in enumerate(
            zip(names, REVENUE, HOURS, LETTERS)):
        key = f"K{number + 1:02d}"
        people.append((key, name, *letters))
        parts = 3 if revenue > 100 else 1
        for part in range(parts):
            amount = revenue // parts + (revenue % parts if part == 0 else 0)
            orders.append((key, days[12 + number * 3 + part * 30].isoformat(), amount * 1000))
        for visit in range(2):
            activities.append((key, days[8 + number * 5 + visit * 50].isoformat(), "回访", hours // 2))
    table(f"examples/{example}/customers",
          ["customer_id", "name", "M", "A", "N", "close_date"], people)
    table(f"examples/{example}/orders", ["order_id", "customer", "date", "amount"],
          [(f"O{n:02d}", *row) for n, row in enumerate(sorted(orders, key=lambda r: r[1]), 1)])
    table(f"examples/{example}/activities", ["customer", "date", "type", "hours"],
          sorted(activities, key=lambda row: (row[1], row[0])))
