#!/usr/bin/env python3
"""Prints the plans of a company by `salesbook export pdf --all`, and the same pages by Chromium alone.

    Benchmarks/team/print.py PROGRAM MEMBERS

Chromium alone is one browser that opens each page of a site that is built already and prints it, driven by
Playwright. Needs python3 with playwright (its browsers are not needed) and Debian's chromium.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

program, members = sys.argv[1], int(sys.argv[2])
here = Path(__file__).parent
when = ["--month", "2026-12", "--now", "2026-11-23"]
with tempfile.TemporaryDirectory() as folder:
    work = Path(folder)
    company = work / "company"
    subprocess.run([here.parent / "site/make-team", company, str(members)], check=True)

    def timed(*command):
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        return time.perf_counter() - start

    building = timed(program, "build", "-s", company, *when, "-o", work / "site")
    exporting = timed(program, "export", "pdf", "-s", company, "--all", *when, "-o", work / "pdf")
    pages = sorted((work / "site/plans").glob("*/2026-12.html"))
    start = time.perf_counter()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page()
        for place in pages:
            page.goto(place.as_uri())
            page.pdf(path=str(work / f"{place.parent.name}.pdf"), prefer_css_page_size=True,
                     tagged=True, outline=True)
        browser.close()
    bare = time.perf_counter() - start
    print(f"{len(pages)} plans: build {building:.1f} s; export pdf --all {exporting:.1f} s "
          f"({(exporting - building) / len(pages):.2f} s a plan beside building); "
          f"Chromium alone {bare:.1f} s ({bare / len(pages):.2f} s a plan); "
          f"throughput {bare / (exporting - building):.2f} of Chromium's, "
          f"{bare / exporting:.2f} with building")
