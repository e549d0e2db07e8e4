#!/usr/bin/env python3
"""How long a slow phone takes to read the index of a search, and from a key to the first hits.

    Benchmarks/search/phone.py FOLDER

FOLDER is that of a tree: words of two and of four signs from the titles of its pages are asked for. It is
opened from the disk in a window of 400 × 800 px with a processor slowed down four times, and again
six times. Needs python3 with playwright and Debian's chromium.
"""

import json
import statistics
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

ROUNDS = 9
READ = """async () => {
  const input = document.querySelector('.search input'), start = performance.now();
  input.focus();
  input.value = '无';
  input.dispatchEvent(new Event('input'));
  while (!document.querySelector('.search-status').textContent) await new Promise(requestAnimationFrame);
  return performance.now() - start;
}"""
FIND = """word => {
  const input = document.querySelector('.search input');
  input.value = word;
  const start = performance.now();
  input.dispatchEvent(new Event('input'));
  document.querySelector('.search-panel').getBoundingClientRect();
  return [performance.now() - start, document.querySelectorAll('.search-panel li').length];
}"""

folder = Path(sys.argv[1]).resolve()
index = (folder / "assets/search-index.js").read_text(encoding="utf-8")
titles = [page[1] for page in json.loads(index[len("salesbookIndex("):-3])["pages"]]
words = sorted({title[:length] for title in titles[7::300] for length in (2, 4)}) + ["客户"]
with sync_playwright() as playwright:
    browser = playwright.chromium.launch(
        executable_path="/usr/bin/chromium", args=["--no-sandbox"])
    for rate in (4, 6):
        reading, finding, hits = [], {word: [] for word in words}, {}
        for _ in range(ROUNDS):
            page = browser.new_context(viewport={"width": 400, "height": 800}).new_page()
            page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": rate})
            page.goto((folder / "index.html").as_uri())
            reading.append(page.evaluate(READ))
            for word in words:
                took, hits[word] = page.evaluate(FIND, word)
                finding[word].append(took)
            page.context.close()
        print(f"{rate} times slower: the index is read after {statistics.median(reading):.0f} ms "
              f"(slowest {max(reading):.0f})")
        for word in words:
            print(f"  {word}: {hits[word]} hits shown after {statistics.median(finding[word]):.1f} ms "
                  f"(slowest {max(finding[word]):.1f})")
    browser.close()
