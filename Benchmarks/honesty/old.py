"""What the rule before this one says of the same months: an earlier `salesbook` plans each of them.

    python3 old.py PROGRAM [--seeds N] [--worlds NAME,NAME]

PROGRAM is a `salesbook` built from commit 17e486b or earlier. For each month it gets a workspace of
what was on record the evening before, and the same target. Its plan's interval, mean and chance are
those of `forecast` in the plan as JSON; a plan without a forecast is counted as such and left out.
That rule counts rates from contacts and sizes from orders alone, so in worlds that have deals only the
day a deal was created is its contact, and a deal that was won is an order.
"""

import argparse
import csv
import datetime
import json
import pathlib
import subprocess
import tempfile

import honesty
import rule
import score
import worlds

SETTINGS = """title: Honesty
calendar: { country: none }
funnel: [contact, deal]
estimate: { months: 6, confidence: 0.8 }
"""


def text(number):
    return "" if number is None else datetime.date.fromordinal(number + worlds.EPOCH).isoformat()


def table(folder, name, head, rows):
    with open(folder / f"{name}.csv", "w", newline="") as file:
        csv.writer(file).writerows([head, *rows])


def units(amount):
    return f"{amount // 100}.{amount % 100:02}"


def write(folder, world, today, end, targets):
    """The workspace as it was on the evening before a day."""
    data = folder / "Content" / "data"
    data.mkdir(parents=True)
    (folder / "salesbook.yaml").write_text(SETTINGS)
    seen = {c for c, d, _ in world.orders if d < today} | {d[0] for d in world.deals if d[2] < today}
    known = [c for c in world.customers if c[0] in seen or (c[2] is not None and c[2] < today)]
    table(data, "team", ["member", "name"], [(m, m) for m in world.members])
    table(data, "customers", ["customer_id", "name", "owner", "first_contact"],
          [(c, c, o, text(f)) for c, o, f in known])
    met = {d[0]: d[2] for d in world.deals} | {c: f for c, _, f in known if f is not None}
    table(data, "activities", ["customer", "date", "type"],
          [(c, text(met[c]), "contact") for c, _, _ in known if c in met])
    sold = world.orders or [(c, e, a) for c, s, _, e, a in world.deals if s == "won"]
    table(data, "orders", ["customer", "date", "amount"],
          [(c, text(d), units(a)) for c, d, a in sold if d < today and a > 0])
    table(data, "deals", ["customer", "amount", "status", "created", "closed"],
          [(c, units(a), s if e is not None and e < today else "open", text(b),
            text(e) if e is not None and e < today else "")
           for c, s, b, e, a in world.deals if b < today])
    years = range(datetime.date.fromordinal(today + worlds.EPOCH).year - 3,
                  datetime.date.fromordinal(end + worlds.EPOCH).year + 2)
    table(data, "calendar", ["date", "kind"], [(f"{year}-01-01", "off") for year in years])
    goals = [{"id": m, "owner": m, "dimension": "performance", "metric": "amount", "unit": "元",
              "target": t / 100, "start": text(today), "end": text(end)} for m, t in targets.items()]
    (data / "goals.json").write_text(json.dumps(goals))


def planned(program, folder, person, today):
    result = subprocess.run(
        [program, "plan", "-s", folder, "--person", person, "--month", text(today)[:7], "--now", text(today),
         "--format", "json", "-q"], capture_output=True, text=True, timeout=120)
    return json.loads(result.stdout) if result.returncode == 0 else result.stderr


def forecasts(program, name, seed):
    """The forecasts of a world, and of the plans that have none what they expect and what came."""
    world = worlds.cdnow() if name == "CDNOW" else worlds.drawn(name, seed)
    mine = rule.Rule(world)
    found, without = [], []
    for today in world.months:
        end = rule.month_of(today)[1]
        mine.case.today = today
        told = list(mine.histories(today, end))
        with tempfile.TemporaryDirectory() as place:
            targets = {f.person: f.target for f in told if f.target}
            write(pathlib.Path(place), world, today, end, targets)
            for f in told:
                if not f.target:
                    continue
                plan = planned(program, place, f.person, today)
                said = plan.get("forecast") if isinstance(plan, dict) else None
                if not said:
                    streams = plan.get("streams") if isinstance(plan, dict) else None
                    if streams:
                        without.append((100 * (streams["openPipeline"] + streams["repeat"]), f.came))
                    continue
                f.mean = said["mean"] * 100
                f.quantiles = {float(q): v * 100 for q, v in said["quantiles"].items()}
                f.reach = said["probability"]["inPeriod"]
                found.append(f)
    return found, without


def main():
    options = argparse.ArgumentParser()
    options.add_argument("program")
    options.add_argument("--seeds", type=int, default=1)
    options.add_argument("--worlds", default=",".join([*worlds.TRUTHS, "CDNOW"]))
    asked = options.parse_args()
    print(honesty.HEAD)
    pooled = []
    for name in asked.worlds.split(","):
        group, without = [], []
        for seed in [0] if name == "CDNOW" else range(1, asked.seeds + 1):
            some, none = forecasts(asked.program, name, seed)
            group += some
            without += none
        pooled += group
        if group:
            print(honesty.line(name, group, "old rule"), flush=True)
        if without:
            ratio = sum(said for said, _ in without) / max(1, sum(came for _, came in without))
            print(f"| {name} | without a forecast | {len(without)} | | | {ratio:.2f} | | | |", flush=True)
    print(honesty.line("all", pooled, "old rule"))


if __name__ == "__main__":
    main()
