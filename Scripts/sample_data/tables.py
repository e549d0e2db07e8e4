"""The tables as text, by their file names."""

import csv
import io

from sample_data.cast import MEMBERS, PRODUCTS, TEAMS
from sample_data.days import COMPANY_DAY_OFF

FILES = {}


def table(name, header, rows):
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    FILES[name + ".csv"] = text.getvalue()


def people_tables():
    table("teams", ["team", "name", "parent"], [(t, n, "") for t, n in TEAMS])
    heads = {m["team"]: m["id"] for m in MEMBERS if m.get("role") == "manager"}
    table("team", ["member", "name", "team", "role", "manager", "hours_per_day", "selling_share",
                   "days_off", "start"],
          [(m["id"], m["name"], m["team"], m.get("role", "member"),
            "" if m.get("role") else heads[m["team"]], "8", m["share"], m.get("off", ""),
            m.get("start", "")) for m in MEMBERS])
    table("products", ["product", "kind", "list_price", "floor_price", "promotion_start",
                       "promotion_end"],
          [(p[0], p[1], p[2], p[3], *(p[4] or ("", ""))) for p in PRODUCTS])
    table("calendar", ["date", "kind", "name", "status"],
          [(COMPANY_DAY_OFF.isoformat(), "off", "公司年会", "official")])


def iso(day):
    return day.isoformat() if day else ""


def phone_of(customer, number):
    """A number that no telephone has: no subscriber's begins with 0."""
    return f"021-0{number}00-{int(customer.id[1:]):04d}"


def address_of(customer):
    return f"示例路{int(customer.id[1:])}号"


def customer_tables(everyone):
    table("customers", ["customer_id", "name", "owner", "M", "A", "N", "close_date", "segment",
                        "value_hint", "flags", "first_contact", "last_contact", "address", "note"],
          [(c.id, c.name, c.owner["id"], *c.letters, iso(c.close), c.segment, c.hint, c.flags,
            iso(c.known_since), iso(c.last), address_of(c), c.note) for c in everyone])
    table("contacts", ["customer", "contact_name", "title", "role", "reachable", "phone"],
          [(c.id, *person, phone_of(c, n)) for c in everyone for n, person in enumerate(c.contacts)])
    deals = [(c, d) for c in everyone for d in c.deals]
    table("deals", ["deal_id", "customer", "amount", "stage", "status", "created",
                    "expected_close", "closed", "owner", "product"],
          [(f"D{n:04d}", c.id, amount, stage, status, iso(created), expected and iso(expected),
            closed and iso(closed), c.owner["id"], product)
           for n, (c, (amount, stage, status, created, expected, closed, product))
           in enumerate(deals, 1)])


def event_tables(everyone, bills):
    orders = sorted(((o[0], c.id, o, c) for c in everyone for o in c.orders), key=lambda r: r[:2])
    table("orders", ["order_id", "customer", "date", "amount", "product", "qty", "contact", "owner"],
          [(f"O{n:04d}", c.id, iso(o[0]), o[1], o[2], o[3],
            c.contacts[0][0] if c.contacts else "", c.owner["id"])
           for n, (_, _, o, c) in enumerate(orders, 1)])
    acts = sorted((a[0], c.id, a, c) for c in everyone for a in set(c.activities))
    table("activities", ["customer", "date", "type", "owner", "hours", "done"],
          [(c.id, iso(a[0]), a[1], c.owner["id"], a[2], "yes") for _, _, a, c in acts])
    table("receivables", ["customer", "amount", "due", "paid", "paid_date"],
          [(c.id, amount, iso(due), paid, when) for c, amount, due, paid, when in bills])
