"""The days of the sample, China's working days among them, and choices made without chance."""

from datetime import date, timedelta

FIRST_DAY = date(2025, 11, 3)  # the history begins
REGISTER = date(2026, 6, 1)  # from here on every first contact is written down
LAST_DAY = date(2026, 11, 22)  # what happened is known up to here
START = date(2026, 12, 1)  # the month to plan: its first day is t0
END = date(2026, 12, 31)
COMPANY_DAY_OFF = date(2026, 12, 18)

# China's days off and make-up workdays that fall into the history.
OFF = [(date(2026, 1, 1), 3), (date(2026, 2, 15), 9), (date(2026, 4, 4), 3), (date(2026, 5, 1), 5),
       (date(2026, 6, 19), 3), (date(2026, 9, 25), 3), (date(2026, 10, 1), 7)]
HOLIDAYS = {start + timedelta(i) for start, days in OFF for i in range(days)}
MAKE_UP = {date(2026, 1, 4), date(2026, 2, 14), date(2026, 2, 28), date(2026, 5, 9),
           date(2026, 9, 20), date(2026, 10, 10)}


class Dice:
    """A small deterministic generator (a 64-bit linear congruence, its high bits)."""

    def __init__(self, seed):
        self.state = seed * 2654435761 + 1

    def below(self, n):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % n

    def between(self, low, high):
        return low + self.below(high - low + 1)

    def chance(self, percent):
        return self.below(100) < percent

    def pick(self, items):
        return items[self.below(len(items))]

    def shuffled(self, items):
        items = list(items)
        for i in range(len(items) - 1, 0, -1):
            j = self.below(i + 1)
            items[i], items[j] = items[j], items[i]
        return items


def is_workday(day):
    return day in MAKE_UP or (day.weekday() < 5 and day not in HOLIDAYS)


def workday(day):
    """The day itself, or the next working day."""
    while not is_workday(day):
        day += timedelta(1)
    return day
