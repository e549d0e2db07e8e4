"""Reads the same files with Salesbook and its peers in turn, and prints medians and ratios.

usage: race.py TABLEBENCHMARK FOLDER [ROWS] [ROUNDS]
Each reading is a process of its own on one thread. Printed are the CPU seconds of the reading alone
(median and range), how many times Salesbook's they are, the most memory of the whole process, and
what was read. The files are the same in every run.
"""

import datetime
import os
import random
import statistics
import subprocess
import sys

DUCKDB = """
import duckdb, resource, sys, time
base = duckdb.connect(); base.execute("SET threads TO 1")
start = time.process_time()
answer = base.execute("QUERY" % sys.argv[1]).fetchall()
print(time.process_time() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, answer)
"""

PEERS = {
    # Every cell as text, and looked at: the nearest to splitting a file into cells.
    "duckdb text": DUCKDB.replace(
        "QUERY", "SELECT count(COLUMNS(*)) FROM read_csv('%s', header=true, all_varchar=true)"),
    # Every cell by the type that DuckDB finds for its column.
    "duckdb typed": DUCKDB.replace(
        "QUERY", "SELECT count(COLUMNS(*)) FROM read_csv('%s', header=true)"),
    # The same, kept in memory as records are.
    "duckdb table": DUCKDB.replace(
        "QUERY", "CREATE TABLE deals AS FROM read_csv('%s', header=true)"),
    # One column of nine: DuckDB then does not make the others' values.
    "duckdb sum": DUCKDB.replace(
        "QUERY", "SELECT count(*), sum(amount) FROM read_csv('%s', header=true)"),
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
    """Rows of invented deals: a tenth have quotes in the product's name, a fiftieth a line break."""
    random.seed(1)
    stages = ["初步接洽", "需求确认", "方案/报价", "谈判审核", "赢单", "输单"]
    for number in range(count):
        product = "离心泵 %d 型" % (number % 40)
        if number % 10 == 0:
            product = '泵 "%d" 型' % (number % 40)
        if number % 50 == 7:
            product = "泵\n第二行"
        yield [
            "D%07d" % number, "C%05d" % random.randrange(5000),
            "%d.%02d" % (random.randrange(900000), number % 100), stages[number % 6],
            "2025-%02d-%02d" % (number % 12 + 1, number % 28 + 1),
            "2026-%02d-%02d" % (number % 12 + 1, number % 28 + 1), product, "m%d" % (number % 20),
            "华东，重点,展会%d" % (number % 30),
        ]


HEADER = [
    "deal_id", "customer", "amount", "stage", "created", "expected_close", "product",
    "sales office", "备注",
]


def make(folder, count):
    """The files of the race."""
    import csv

    with open(f"{folder}/deals.csv", "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(HEADER)
        writer.writerows(deals(count))
    with open(f"{folder}/customers.csv", "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["customer_id"])
        writer.writerows([["C%05d" % number] for number in range(5000)])
    make_shared(f"{folder}/shared.xlsx", count // 10)
    make_inline(f"{folder}/inline.xlsx", count // 10)


def make_shared(path, count):
    """A workbook as Excel writes it: shared texts, and dates that are numbers with a format."""
    import xlsxwriter

    with xlsxwriter.Workbook(path, {"default_date_format": "yyyy-mm-dd"}) as book:
        sheet = book.add_worksheet("deals")
        sheet.write_row(0, 0, HEADER)
        for number, row in enumerate(deals(count), 1):
            row[2] = float(row[2])
            row[4], row[5] = (datetime.date.fromisoformat(day) for day in row[4:6])
            sheet.write_row(number, 0, row)


def make_inline(path, count):
    """A workbook as openpyxl writes it: every text in its cell."""
    import openpyxl

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("deals")
    sheet.append(HEADER)
    for row in deals(count):
        row[2] = float(row[2])
        sheet.append(row)
    book.save(path)


def workbook_race(program, title, path):
    """A workbook and its readers."""
    return (title + ", %.1f MB" % (os.path.getsize(path) / 1e6), [
        ("salesbook, cells", [program, "cells", path]),
        ("openpyxl, read-only", python("openpyxl", path)),
        ("python-calamine", python("calamine", path)),
    ])


def python(peer, path):
    """The command of a peer."""
    return [sys.executable, "-c", PEERS[peer], path]


def run(title, racers, rounds):
    """Lets all read in turn and prints what came out; the first is what the others are held to."""
    times = {name: [] for name, _ in racers}
    other = {}
    for _ in range(rounds):
        for name, command in racers:
            seconds, *rest = subprocess.check_output(command, text=True).split(maxsplit=2)
            times[name].append(float(seconds))
            other[name] = rest
    print(title)
    first = statistics.median(times[racers[0][0]])
    for name, _ in racers:
        median, memory = statistics.median(times[name]), int(other[name][0])
        spread = "(%.3f–%.3f)" % (min(times[name]), max(times[name]))
        print(
            f"  {name:24}{median:8.3f} s {spread:16}{median / first:7.2f} x{memory:7} MB"
            f"  {other[name][1].strip()[:60]}", flush=True)


def main():
    program, folder = sys.argv[1], sys.argv[2]
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 1_000_000
    rounds = int(sys.argv[4]) if len(sys.argv) > 4 else 5
    make(folder, count)
    table = f"{folder}/deals.csv"
    title = "CSV, %d rows, %.0f MB: " % (count, os.path.getsize(table) / 1e6)
    run(title + "split into cells", [
        ("salesbook, cells", [program, "cells", table]),
        ("duckdb, cells as text", python("duckdb text", table)),
        ("duckdb, count and sum", python("duckdb sum", table)),
        ("csv.reader", python("csv.reader", table)),
    ], rounds)
    run(title + "typed and checked", [
        ("salesbook, records", [program, "records", table, f"{folder}/customers.csv"]),
        ("duckdb, typed", python("duckdb typed", table)),
        ("duckdb, into a table", python("duckdb table", table)),
        ("duckdb, count and sum", python("duckdb sum", table)),
    ], rounds)
    rows = "XLSX, %d rows, " % (count // 10)
    run(*workbook_race(program, rows + "shared texts", f"{folder}/shared.xlsx"), rounds)
    run(*workbook_race(program, rows + "texts in cells", f"{folder}/inline.xlsx"), rounds)


main()
