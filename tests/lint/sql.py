"""SQL stands in the store alone: elsewhere it would bypass the journal, and text put together at run time invites injection."""

import re
from pathlib import Path

import source
from source import Case, Finding

STORES = ("core/store/", "app/hqdb/")
_SQL = re.compile(
    r"\b(?:SELECT\s.+\sFROM\s|INSERT\s+(?:OR\s+\w+\s+)?INTO\s|REPLACE\s+INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s|"
    r"(?:CREATE|DROP|ALTER)\s+(?:UNIQUE\s+|TEMP\s+)?(?:TABLE|INDEX|TRIGGER|VIEW)\s|PRAGMA\s+\w|BEGIN\s+IMMEDIATE|ATTACH\s+DATABASE)",
    re.S,
)


def check(root: Path) -> list[Finding]:
    findings = []
    for path in source.code_files(root, ("app", "core", "drivers")):
        if str(path.relative_to(root)).startswith(STORES):
            continue
        text = source.read(path)
        for offset, literal in source.strings(text):
            if _SQL.search(literal):
                findings.append(Finding(path, source.line_of(text, offset), "SQL outside the store; add a method to core/ports and write the statement in core/store"))
    return findings


CASES = [
    Case({"core/store/a.cpp": 'auto q = "SELECT a FROM b WHERE c=?";\n', "app/ctl/a.cpp": 'auto s = "Select a product from the list"; // SELECT a FROM b\n'}, []),
    Case({"app/ctl/a.cpp": 'int x;\nauto q = "SELECT a "\n  "FROM b WHERE c=" + name;\n'}, ["app/ctl/a.cpp:2"]),
    Case({"core/till/a.cpp": 'auto q = R"(\nDELETE FROM sale)";\n'}, ["core/till/a.cpp:1"]),
    Case({"drivers/host/a.cpp": 'exec("PRAGMA synchronous=OFF");\n'}, ["drivers/host/a.cpp:1"]),
]

if __name__ == "__main__":
    source.main(check, CASES)
