#!/usr/bin/env python3
"""How long a plan's page takes on a slow phone until it answers, and how tall it is when folded.

    Benchmarks/team/phone.py PAGE.html [ROUNDS]

A window of 400 × 800 px and a processor slowed down four times. Scripts are deferred, so that a page answers
when its DOMContentLoaded event is over. Needs python3 with playwright and Debian's chromium.
"""

import statistics
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

place, rounds = Path(sys.argv[1]).resolve(), int(sys.argv[2]) if len(sys.argv) > 2 else 9
ready = ("(() => { const t = performance.getEntriesByType('navigation')[0];"
         " return [t.domContentLoadedEventEnd, t.loadEventEnd]; })()")
with sync_playwright() as playwright:
    browser = playwright.chromium.launch(
        executable_path="/usr/bin/chromium", args=["--no-sandbox"])
    times = []
    for _ in range(rounds):
        page = browser.new_context(viewport={"width": 400, "height": 800}).new_page()
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
        page.goto(place.as_uri())
        page.wait_for_timeout(50)
        times.append(page.evaluate(ready))
        height = page.evaluate("document.documentElement.scrollHeight")
        page.context.close()
    browser.close()
answers, loaded = zip(*times)
print(f"answers after {statistics.median(answers):.0f} ms (slowest {max(answers):.0f}), loaded after "
      f"{statistics.median(loaded):.0f} ms; {height} px tall at 400 px")
