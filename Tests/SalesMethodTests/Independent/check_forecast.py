"""Recomputes forecasts with scipy and compares them with the program's.

Reads a JSON file: a list of cases, each with its inputs and what the program made of them. Prints
one line for every number that differs by more than its tolerance and ends with 1; ends with 0 where
all agree.
"""

import json
import sys

import numpy as np
from scipy import stats

MIDPOINTS = 200


def posterior(case):
    s, t = case["successes"], case["trials"]
    return s + 0.5, t - s + 0.5


def wins(case, contacts):
    """P(0), P(1) … customers out of so many contacts, in the end."""
    a, b = posterior(case)
    counts = np.arange(contacts + 1)
    rho = case["rho"]
    if rho == 0:
        return stats.betabinom.pmf(counts, contacts, a, b)
    kappa = 1 / rho - 1
    shares = (np.arange(MIDPOINTS) + 0.5) / MIDPOINTS
    rates = stats.beta.ppf(shares, a, b)
    return np.mean(
        [stats.betabinom.pmf(counts, contacts, kappa * p, kappa * (1 - p)) for p in rates], axis=0
    )


def convolved(left, right):
    return np.convolve(left, right)


def amounts(case, customers, chances):
    """P(0), P(1) … steps of the grid, for a distribution of customers and other amounts."""
    sizes = case["sizes"]
    order = np.bincount(sizes) / len(sizes)
    buyers = np.array(case["buyersByOrders"], dtype=float)
    customer = np.zeros(1)
    power = np.array([1.0])
    for share in buyers / buyers.sum():
        power = convolved(power, order)
        grown = np.zeros(max(len(customer), len(power)))
        grown[: len(customer)] += customer
        grown[: len(power)] += share * power
        customer = grown
    others = np.array([1.0])
    for part, chance in zip(case["others"], chances):
        step = np.zeros(part + 1)
        step[0] += 1 - chance
        step[part] += chance
        others = convolved(others, step)
    last = max(k for k, mass in enumerate(customers) if mass > 1e-15)
    total = np.zeros(last * (len(customer) - 1) + 1)
    power = np.array([1.0])
    for count in range(last + 1):
        total[: len(power)] += customers[count] * power
        power = convolved(power, customer)
    return convolved(total, others)


def check(case, number):
    wrong = []

    def compare(name, ours, theirs, tolerance):
        if abs(ours - theirs) > tolerance:
            wrong.append(f"case {number}: {name}: {ours!r} is not {theirs!r}")

    target = case["target"]
    pmf = wins(case, case["contacts"])
    ever = amounts(case, pmf, case["chances"])
    steps = np.arange(len(ever))
    compare("ever", case["ever"], ever[target:].sum(), 3e-9)
    mean = (steps * ever).sum()
    compare("mean", case["mean"], mean, 1e-5 * max(1, mean))
    deviation = np.sqrt(((steps - mean) ** 2 * ever).sum())
    compare("sd", case["sd"], deviation, 1e-4 * max(1, deviation))
    cumulative = np.cumsum(ever)
    for share, ours in case["quantiles"]:
        theirs = int(np.argmax(cumulative >= share))
        if ours != theirs and abs(cumulative[min(ours, theirs)] - share) > 1e-8:
            wrong.append(f"case {number}: quantile {share}: {ours} is not {theirs}")
    confident = case.get("contactsForConfidence")
    if confident is not None:
        reached = amounts(case, wins(case, confident), case["chances"])[target:].sum()
        if reached < case["confidence"] - 1e-8:
            wrong.append(f"case {number}: {confident} contacts reach only {reached}")
        if confident > 0:
            less = amounts(case, wins(case, confident - 1), case["chances"])[target:].sum()
            if less >= case["confidence"] + 1e-8:
                wrong.append(f"case {number}: {confident - 1} contacts reach {less} already")
    return wrong


def check_interval(case, number):
    s, n = case["successes"], case["trials"]
    low = 0 if s == 0 else stats.beta.ppf(0.1, s + 0.5, n - s + 0.5)
    high = 1 if s == n else stats.beta.ppf(0.9, s + 0.5, n - s + 0.5)
    ours = case["interval"]
    if max(abs(ours[0] - low), abs(ours[1] - high)) > 1e-10:
        return [f"case {number}: interval {ours} is not {[low, high]}"]
    return []


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        cases = json.load(file)
    wrong = []
    for number, case in enumerate(cases):
        wrong += check(case, number) + check_interval(case, number)
    print("\n".join(wrong) if wrong else f"{len(cases)} cases agree")
    return 1 if wrong else 0


sys.exit(main())
