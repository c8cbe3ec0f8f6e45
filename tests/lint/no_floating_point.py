"""No binary floating point in core and drivers: money, points, quantity and rate are distinct integer types."""

import re
from pathlib import Path

import source
from source import Case, Finding

_TYPE = re.compile(r"\b(double|float|_Float\d+|__float\d+)\b")
_LITERAL = re.compile(r"(?<![\w.'])(?:\d[\d']*\.[\d']*(?:[eE][+-]?\d+)?|\.\d[\d']*(?:[eE][+-]?\d+)?|\d[\d']*[eE][+-]?\d+)[fFlL]?(?![\w.])")


def check(root: Path) -> list[Finding]:
    findings = []
    for path in source.code_files(root, ("core", "drivers")):
        text = source.without_comments_and_strings(source.read(path))
        for m in _TYPE.finditer(text):
            findings.append(Finding(path, source.line_of(text, m.start()), f"{m[1]} in {path.relative_to(root).parts[0]}; use Money, Points, Quantity, Rate or an integer"))
        for m in _LITERAL.finditer(text):
            findings.append(Finding(path, source.line_of(text, m.start()), f"floating-point literal {m[0]}; scale it to an integer (fen, thousandths, basis points)"))
    return findings


CASES = [
    Case({"core/base/a.cpp": "// a double\nint a = 0x1e5 + 1'000;  /* float */\nauto s = \"float 1.5\";\nint c = v[0].x;\nint e{1 ... n};\n"
          "auto r = R\"(double 2.5)\";\n", "app/till/a.cpp": "double x = 1.5;\n"}, []),
    Case({"core/base/a.cpp": "int a;\nint b = static_cast<int>(double(a));\n"}, ["core/base/a.cpp:2"]),
    Case({"drivers/card/a.hpp": "inline auto f() { return 1.5; }\ninline auto g() { return 2e3; }\n"}, ["drivers/card/a.hpp:1", "drivers/card/a.hpp:2"]),
    Case({"core/base/a.cpp": "char c = '\"'; float f;\n"}, ["core/base/a.cpp:1"]),
]

if __name__ == "__main__":
    source.main(check, CASES)
