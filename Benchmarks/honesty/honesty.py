"""Measures how honest the forecasts are, and prints one table.

    python3 honesty.py [--seeds N] [--worlds NAME,NAME] [--program FILE]

Without --program the reference in Tests/SalesMethodTests/Independent makes the forecasts, with it the
given program (HonestyBenchmark). See `run`.
"""

import argparse
import dataclasses
import statistics
import subprocess
import sys

import rule
import score
import worlds


def forecasts(name, seed, program):
    world = worlds.cdnow() if name == "CDNOW" else worlds.drawn(name, seed)
    mine = rule.Rule(world)
    return list(mine.months()) if program is None else answered(program, world, mine)


def answered(program, world, mine):
    """The same months by the program: rows and questions go in, one line for each comes back."""
    lines = [("member", m) for m in world.members]
    lines += [("customer", c, o, "-" if f is None else f) for c, o, f in world.customers]
    lines += [("order", *order) for order in world.orders]
    lines += [("deal", c, s, b, "-" if e is None else e, a) for c, s, b, e, a in world.deals]
    asked = []
    for today in world.months:
        end = rule.month_of(today)[1]
        for forecast in mine.histories(today, end):
            contacts = " ".join(f"{d}:{n}" for d, n in mine.contacts(forecast.person, today, end))
            target = "-" if forecast.target is None else forecast.target
            lines.append(("ask", forecast.person, today, end, target, contacts))
            asked.append(forecast)
    text = "".join("\t".join(map(str, line)) + "\n" for line in lines)
    result = subprocess.run([program], input=text, capture_output=True, text=True, check=True)
    for forecast, answer in zip(asked, result.stdout.splitlines(), strict=True):
        mean, *quantiles, reach, shown = answer.split("\t")
        forecast.mean, forecast.shown = float(mean), shown == "1"
        forecast.quantiles = dict(zip(rule.SHARES, map(float, quantiles), strict=True))
        forecast.reach = None if reach == "-" else float(reach)
    return asked


def line(label, forecasts, kind):
    s = score.scored(forecasts)
    low, high = score.wilson(s.inside80, s.months)
    low50, high50 = score.wilson(s.inside50, s.months)
    brier = f"{s.brier:.3f} / {s.constant:.3f}" if s.brier is not None else "–"
    return (f"| {label} | {kind} | {s.months} | {s.inside80 / s.months:.3f} [{low:.3f}, {high:.3f}] | "
            f"{s.inside50 / s.months:.3f} [{low50:.3f}, {high50:.3f}] | {s.bias:.2f} | {s.width:.2f} | "
            f"{s.pinball:.4f} | {brier} |")


HEAD = ("| world | | months | 80 % holds | 50 % holds | forecast ÷ actual | width | pinball | "
        "Brier / constant |\n|---|---|--:|---|---|--:|--:|--:|---|")


def alike(group):
    """The same months in units of the world's mean month, so that every world counts alike."""
    mean = statistics.fmean(f.came for f in group)
    return [
        dataclasses.replace(
            f, came=f.came / mean, mean=f.mean / mean, target=f.target and f.target / mean,
            quantiles={q: value / mean for q, value in f.quantiles.items()},
            history=tuple(month / mean for month in f.history))
        for f in group]


def report(by_world):
    print(HEAD)
    inside = [f for group in by_world.values() if group[0].fits for f in alike(group)]
    pooled = [f for group in by_world.values() for f in alike(group)]
    groups = [(name if group[0].fits else f"{name} *", group) for name, group in by_world.items()]
    groups += [("all that satisfy the model", inside), ("all", pooled)]
    for name, group in groups:
        print(line(name, group, "rule"))
        print(line("", [score.trailing(f) for f in group], "trailing mean"))
        print(line("", [score.resampled(f) for f in group], "last six"))
    print("\n\\* does not satisfy the model")
    shown = [f for f in pooled if f.shown]
    for label, group in (("every chance", pooled), ("chances that a page shows", shown)):
        print(f"\n{label}:\n\n| said | times | mean said | reached |\n|---|--:|--:|---|")
        for low, number, said, reached, (least, most) in score.reliability(group):
            print(f"| {low:.0%}–{low + 0.2:.0%} | {number} | {said:.3f} | "
                  f"{reached:.3f} [{least:.3f}, {most:.3f}] |")


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--seeds", type=int, default=10)
    options.add_argument("--worlds", default=",".join([*worlds.TRUTHS, "CDNOW"]))
    options.add_argument("--program")
    asked = options.parse_args()
    by_world = {}
    for name in asked.worlds.split(","):
        seeds = [0] if name == "CDNOW" else range(1, asked.seeds + 1)
        by_world[name] = [f for seed in seeds for f in forecasts(name, seed, asked.program)]
        print(name, file=sys.stderr, flush=True)
    report(by_world)


if __name__ == "__main__":
    main()
