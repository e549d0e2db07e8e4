"""Pages and workbooks as lines and cells, with nothing but Python's own library."""

import html.parser
import re
import xml.etree.ElementTree as tree
import zipfile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
AMOUNT = re.compile(r"^[¥$€]?[-−]?[¥$€]?[\d,]+(\.\d+)?$")


def number(text):
    """An amount or a count as a number; nothing where the text is more, or less, than one."""
    text = text.strip()
    if not AMOUNT.match(text):
        return None
    return float(re.sub(r"[¥$€,]", "", text).replace("−", "-"))


class Table:
    """A table of a page: its caption, the rows above, and the last rows, which say the total."""

    def __init__(self):
        self.caption, self.head, self.body, self.foot = "", [], [], []


class Page(html.parser.HTMLParser):
    """A page's lines, each with its block and whether a table holds it, and the page's tables."""

    BREAKS = {"p", "h1", "h2", "h3", "h4", "li", "div", "section", "dt", "figure", "summary", "tr"}
    EMPTY = {"br", "img", "input", "meta", "link", "hr", "wbr", "col", "source"}

    def __init__(self, text):
        super().__init__()
        self.lines, self.tables, self.pairs = [], [], []
        self.open, self.text, self.part, self.cells = [], "", None, None
        self.feed(text)
        self.broken()

    def broken(self):
        text, self.text = " ".join(self.text.split()), ""
        if text:
            tabled = any(tag == "table" for tag, _ in self.open)
            self.lines.append((self.block(), tabled, text))

    def block(self):
        """The classes of what is open, the outer first."""
        return " ".join(classes for _, classes in self.open)

    def handle_starttag(self, tag, attributes):
        if tag in self.EMPTY:
            return
        classes = dict(attributes).get("class") or ""
        if tag == "table":
            self.broken()
            self.tables.append(Table())
            self.part = self.tables[-1].body
        elif tag == "thead":
            self.part = self.tables[-1].head
        elif tag in ("tbody", "tfoot"):
            self.part = getattr(self.tables[-1], {"tbody": "body", "tfoot": "foot"}[tag])
        elif tag == "tr":
            self.broken()
            self.cells = []
        elif tag in ("td", "th") and self.cells is not None:
            self.text += " \t"
            spans = int(dict(attributes).get("colspan") or 1)
            self.cells += [""] * spans
            self.start = len(self.cells) - spans
        elif tag in self.BREAKS or tag == "caption":
            self.broken()
        self.open.append((tag, classes))

    def handle_endtag(self, tag):
        if tag in self.EMPTY:
            return
        if tag == "caption":
            self.tables[-1].caption = " ".join(self.text.split())
        if tag == "tr" and self.cells is not None:
            cells, self.cells = [" ".join(c.split()) for c in self.cells], None
            self.part.append(cells)
        if tag in self.BREAKS or tag in ("caption", "table"):
            self.broken()
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        if self.open and self.open[-1][0] in ("script", "style"):
            return
        self.text += data
        if self.cells:
            self.cells[self.start] += data


def workbook(path):
    """A workbook's sheets by name, each as rows of cells: (column, text or number)."""
    book = zipfile.ZipFile(path)
    shared = [
        "".join(t.text or "" for t in item.iter(MAIN + "t"))
        for item in tree.fromstring(book.read("xl/sharedStrings.xml")).iter(MAIN + "si")]
    names = [s.get("name") for s in tree.fromstring(book.read("xl/workbook.xml")).iter(MAIN + "sheet")]
    sheets = {}
    for index, name in enumerate(names, 1):
        rows = sheets[name] = []
        for row in tree.fromstring(book.read(f"xl/worksheets/sheet{index}.xml")).iter(MAIN + "row"):
            cells = {}
            for cell in row.iter(MAIN + "c"):
                value = cell.find(MAIN + "v")
                if value is None or value.text is None:
                    continue
                column = re.match("[A-Z]+", cell.get("r"))[0]
                kind = cell.get("t")
                cells[column] = (shared[int(value.text)] if kind == "s" else value.text
                                 if kind in ("str", "b", "e") else float(value.text))
            if cells:
                rows.append(cells)
    return sheets


def events(text):
    """The events of a calendar, each as its properties by name; long lines are joined again."""
    found, event = [], None
    for line in text.replace("\r\n", "\n").replace("\n ", "").split("\n"):
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            event = {}
        elif line == "END:VEVENT":
            found.append(event)
            event = None
        elif event is not None:
            event[name.partition(";")[0]] = value
    return found
