"""Reads the same files with Salesbook and its peers in turn, and prints medians and ratios.

usage: race.py TABLEBENCHMARK FOLDER [ROWS]
Each reading is a process of its own on one thread; CPU seconds of the reading alone, median of 5.
"""

import os
import random
import statistics
import subprocess
import sys

PEERS = {
    "duckdb": """
import duckdb, resource, sys, time
base = duckdb.connect(); base.execute("SET threads TO 1")
start = time.process_time()
print_rows = base.execute("SELECT count(*), sum(amount) FROM read_csv('%s', header=true)" % sys.argv[1]).fetchall()
print(time.process_time() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, print_rows)
""",
    "csv.reader": """
import csv, resource, sys, time
start = time.process_time()
cells = sum(len(row) for row in csv.reader(open(sys.argv[1], newline="", encoding="utf-8")))
print(time.process_time() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, cells)
""",
    "openpyxl": """
import openpyxl, resource, sys, time
start = time.process_time()
sheet = openpyxl.load_workbook(sys.argv[1], read_only=True).active
cells = sum(len(row) for row in sheet.iter_rows(values_only=True))
print(time.process_time() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, cells)
""",
    "calamine": """
import python_calamine, resource, sys, time
start = time.process_time()
rows = python_calamine.CalamineWorkbook.from_path(sys.argv[1]).get_sheet_by_index(0).to_python()
cells = sum(map(len, rows))
print(time.process_time() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, cells)
""",
}


def deals(count):
    """Rows of invented deals, a fiftieth of them with a line break in the product's name."""
    random.seed(1)
    stages = ["初步接洽", "需求确认", "方案/报价", "谈判审核", "赢单", "输单"]
    for number in range(count):
        product = "泵 \"%d\" 型" % (number % 40) if number % 50 else "泵\n第二行"
        yield [
            "D%07d" % number, "C%05d" % random.randrange(5000), "%d.%02d" % (random.randrange(900000), number % 100),
            stages[number % 6], "2025-%02d-%02d" % (number % 12 + 1, number % 28 + 1),
            "2026-%02d-%02d" % (number % 12 + 1, number % 28 + 1), product, "m%d" % (number % 20),
            "华东区域，重点客户，渠道来源展会%d" % (number % 30),
        ]


HEADER = ["deal_id", "customer", "amount", "stage", "created", "expected_close", "product", "sales office", "备注"]


def make(folder, count):
    """The files of the race, made once."""
    import csv

    import openpyxl

    with open(f"{folder}/deals.csv", "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(HEADER)
        writer.writerows(deals(count))
    with open(f"{folder}/customers.csv", "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["customer_id"])
        writer.writerows([["C%05d" % number] for number in range(5000)])
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("deals")
    sheet.append(HEADER)
    for row in deals(count // 10):
        row[2] = float(row[2])
        sheet.append(row)
    book.save(f"{folder}/deals.xlsx")


def main():
    program, folder = sys.argv[1], sys.argv[2]
    make(folder, int(sys.argv[3]) if len(sys.argv) > 3 else 1_000_000)
    table, book = f"{folder}/deals.csv", f"{folder}/deals.xlsx"
    python = lambda name, path: [sys.executable, "-c", PEERS[name], path]
    races = [
        ("CSV, %d MB" % (os.path.getsize(table) >> 20), [
            ("salesbook, cells", [program, "cells", table]),
            ("salesbook, records", [program, "records", table, f"{folder}/customers.csv"]),
            ("duckdb, count and sum", python("duckdb", table)),
            ("csv.reader", python("csv.reader", table)),
        ]),
        ("XLSX, %.1f MB" % (os.path.getsize(book) / 1e6), [
            ("salesbook, cells", [program, "cells", book]),
            ("openpyxl, read-only", python("openpyxl", book)),
            ("python-calamine", python("calamine", book)),
        ]),
    ]
    for title, racers in races:
        times = {name: [] for name, _ in racers}
        memory = {}
        for _ in range(5):
            for name, command in racers:
                seconds, megabytes, what = subprocess.check_output(command, text=True).split(maxsplit=2)
                times[name].append(float(seconds))
                memory[name] = (int(megabytes), what.strip())
        first = statistics.median(times[racers[0][0]])
        print(title)
        for name, _ in racers:
            median = statistics.median(times[name])
            print(f"  {name:24}{median:8.3f} s CPU {median / first:7.2f} x {memory[name][0]:6} MB  {memory[name][1]}")


main()
