"""How honest forecasts were: what was said of each person's month against what came."""

import dataclasses
import math
import statistics
from dataclasses import dataclass

from rule import SHARES

NORMAL = statistics.NormalDist()


@dataclass
class Score:
    months: int
    inside80: int
    inside50: int
    bias: float  # sum of forecasts ÷ sum of what came
    width: float  # mean width of the 80 % interval ÷ mean of what came
    pinball: float  # mean pinball loss over five quantiles ÷ mean of what came
    brier: float | None
    chances: int
    constant: float | None  # the score of always saying the share reached


def wilson(inside, number, z=1.96):
    share = inside / number
    middle = share + z * z / (2 * number)
    half = z * math.sqrt(share * (1 - share) / number + z * z / (4 * number * number))
    return max(0.0, (middle - half) / (1 + z * z / number)), min(1.0, (middle + half) / (1 + z * z / number))


def loss(quantiles, came):
    return statistics.fmean(
        max(q * (came - value), (q - 1) * (came - value)) for q, value in quantiles.items())


def scored(forecasts):
    number = len(forecasts)
    mean = statistics.fmean(f.came for f in forecasts)
    said = [f for f in forecasts if f.reach is not None]
    hits = [float(f.came >= f.target) for f in said]
    share = statistics.fmean(hits) if hits else None
    return Score(
        number,
        sum(f.quantiles[0.1] <= f.came <= f.quantiles[0.9] for f in forecasts),
        sum(f.quantiles[0.25] <= f.came <= f.quantiles[0.75] for f in forecasts),
        statistics.fmean(f.mean for f in forecasts) / mean,
        statistics.fmean(f.quantiles[0.9] - f.quantiles[0.1] for f in forecasts) / mean,
        statistics.fmean(loss(f.quantiles, f.came) for f in forecasts) / mean,
        statistics.fmean((f.reach - hit) ** 2 for f, hit in zip(said, hits)) if hits else None,
        len(hits), share * (1 - share) if hits else None)


def like(forecast, mean, quantiles, reach):
    return dataclasses.replace(
        forecast, mean=mean, quantiles=quantiles, reach=None if forecast.target is None else reach)


def trailing(forecast):
    """The mean of the last six months, and a normal spread as wide as theirs."""
    mean, spread = statistics.fmean(forecast.history), statistics.stdev(forecast.history)
    quantiles = {q: max(0.0, mean + spread * NORMAL.inv_cdf(q)) for q in SHARES}
    target = forecast.target or 0
    reach = 1 - NORMAL.cdf((target - mean) / spread) if spread else float(mean >= target)
    return like(forecast, mean, quantiles, reach)


def resampled(forecast):
    """One of the last six months again, each as likely."""
    months = sorted(forecast.history)
    quantiles = {q: months[math.ceil(q * len(months)) - 1] for q in SHARES}
    reach = statistics.fmean(float(month >= (forecast.target or 0)) for month in months)
    return like(forecast, statistics.fmean(months), quantiles, reach)


def reliability(forecasts):
    """For each fifth of the scale: how many chances, their mean, and the share reached."""
    rows = []
    for low in (0.0, 0.2, 0.4, 0.6, 0.8):
        of = [f for f in forecasts
              if f.reach is not None and (low <= f.reach < low + 0.2 or low == 0.8 and f.reach == 1)]
        if of:
            reached = sum(f.came >= f.target for f in of)
            rows.append((low, len(of), statistics.fmean(f.reach for f in of), reached / len(of),
                         wilson(reached, len(of))))
    return rows
