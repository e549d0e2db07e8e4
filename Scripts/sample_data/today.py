"""What is known of each customer today: letters, dates, people and deals."""

from datetime import timedelta

from sample_data.cast import FIRST_BUYS, NEXT_BUYS, SURNAMES, TITLES
from sample_data.days import END, LAST_DAY, START, workday


def warmth(customer):
    """How close to a deal a customer is: what the owner would say without any method."""
    if customer.kind == "list":
        return (0, 0)
    age = (START - customer.last).days
    if "proposal" in customer.steps and not customer.orders:
        waiting = (START - customer.steps["proposal"]).days
        return (5 if waiting <= 60 else 1, -waiting)
    if "visit" in customer.steps and not customer.orders:
        return (4 if (START - customer.steps["visit"]).days <= 45 else 1, -age)
    if customer.orders:
        return (3, -age)
    return (2 if (START - customer.first).days <= 75 else 0, -age)


YES, NO, BLANK = (4, 5), (1, 2, 3), ("",)


def letters(pattern, dice):
    return tuple(str(dice.pick({"Y": YES, "N": NO, "U": BLANK}[c])) for c in pattern)


def classify(rows, member, dice):
    """Gives every customer letters and a date, so that the classes come out in sensible numbers."""
    many_a, many_b = member["classes"]
    ranked = sorted(rows, key=warmth, reverse=True)
    for place, customer in enumerate(ranked):
        if customer.kind == "list":
            customer.letters = letters(dice.pick(["UUU", "UUU", "UUU", "UUY", "NUU"]), dice)
            customer.note = "行业展会名单，尚未联系"
        elif place < many_a:
            customer.letters = letters("YYY", dice)
            customer.close = workday(START + timedelta(dice.between(4, 27)))
        elif place < many_a + many_b:
            warm_letters(customer, dice)
        elif customer.orders:
            bought_letters(customer, dice)
        else:
            cold_letters(customer, dice)
        if customer.close and customer.close > LAST_DAY or place < many_a:
            customer.hint = str(dice.between(16, 60) * 1000)
    return ranked


def warm_letters(customer, dice):
    """Two yes, or three with a date that is further off, missing or already past."""
    kind = dice.below(6)
    if kind <= 2:
        customer.letters = letters(["YUY", "YNY", "YYU"][kind], dice)
        customer.close = workday(START + timedelta(dice.between(35, 80)))
    elif kind == 3:
        customer.letters = letters("YYY", dice)
        customer.close = workday(START + timedelta(dice.between(34, 85)))
    elif kind == 4:
        customer.letters = letters("YYY", dice)
        customer.close = workday(START - timedelta(dice.between(20, 60)))  # overdue
    else:
        customer.letters = letters("UYY", dice)


def bought_letters(customer, dice):
    """Has bought: buys again next year, or has nothing in mind for now."""
    if dice.chance(70):
        customer.letters = letters(dice.pick(["YYY", "YYN", "YYU"]), dice)
        customer.close = workday(START + timedelta(dice.between(95, 260)))
    else:
        customer.letters = letters(dice.pick(["YNN", "YUN", "NYN"]), dice)


def cold_letters(customer, dice):
    """No deal in sight: some letters still open, most of them plainly no."""
    far = customer.outcome or 0
    if dice.chance(86 if far == 0 else 68):
        customer.letters = letters("NNN", dice)
        if dice.chance(12):
            customer.flags = dice.pick(["do_not_contact", "closed_down"])
    else:
        customer.letters = letters(dice.pick(["NUU", "NNY", "UNN", "YNN", "UUY", "NYN"]), dice)
        if dice.chance(20):
            customer.close = workday(START - timedelta(dice.between(15, 90)))  # overdue


def people_at(customer, number, dice):
    """One or two contacts whose roles agree with the letter A, which some of them replace."""
    if customer.kind == "list" and dice.chance(60):
        return
    m, a, n = customer.letters
    name = "示例·" + SURNAMES[number % len(SURNAMES)] + "某"
    if a == "":
        role, reach = dice.pick([("unknown", ""), ("decision", "no"), ("unknown", "yes")])
    elif int(a) >= 4:
        role, reach = "decision", "yes"
        if dice.chance(20):  # the contacts alone say it
            customer.letters = (m, "", n)
    else:
        role, reach = dice.pick([("influence", "yes"), ("user", "yes")])
    customer.contacts.append((name, dice.pick(TITLES[role]), role, reach))
    if role == "decision" and dice.chance(40):
        other = "示例·" + SURNAMES[(number + 7) % len(SURNAMES)] + "某"
        customer.contacts.append((other, dice.pick(TITLES["user"]), "user", "yes"))


def deals_of(customer, dice):
    if "visit" not in customer.steps and not (customer.kind == "regular" and customer.close):
        return
    created = customer.steps.get("visit") or customer.last
    amount = customer.hint or str(dice.between(16, 60) * 1000)
    product = dice.pick(FIRST_BUYS)[0]
    if customer.kind == "new" and customer.orders:
        won, first = customer.steps["deal"], customer.orders[0]
        customer.deals.append((str(first[1]), "赢单", "won", created, "", won, first[2]))
        created = customer.last  # what they buy next is a deal of its own
        product = dice.pick(NEXT_BUYS)[0]
    if customer.close and customer.close > LAST_DAY:
        days = (customer.close - START).days
        stage = "初步接洽" if days > 90 else "需求确认" if customer.close > END else "方案报价"
        if stage == "方案报价" and dice.chance(50):
            stage = "谈判审核"
        customer.deals.append((amount, stage, "open", created, customer.close, "", product))
    elif customer.close:
        customer.deals.append((amount, "方案报价", "open", created, customer.close, "", product))
    elif "proposal" in customer.steps and not customer.orders:
        closed = workday(customer.steps["proposal"] + timedelta(dice.between(20, 50)))
        if closed <= LAST_DAY:
            customer.deals.append((amount, "输单", "lost", created, "", closed, product))
        else:
            customer.deals.append((amount, "方案报价", "open", created, "", "", product))
