"""Nothing half-done or left from debugging: notes to oneself, disabled code, prints."""

import re
from pathlib import Path

import source
from source import Case, Finding

_NOTE = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
_DISABLED = re.compile(r"^[ \t]*#[ \t]*if[ \t]+0\b", re.M)
_QT_PRINT = re.compile(r"\b(qDebug|qInfo)\b")
_PRINT = re.compile(r"\bstd::(?:cout|cerr|clog)\b|\b(?:std::)?(?:printf|puts)\s*\(|\bfmt::print\b")
# Rooms that have no standard output to speak to; the programs do. A broken assertion may still write to stderr.
SILENT = ("core/", "drivers/", "app/models/", "app/widgets/")


def check(root: Path) -> list[Finding]:
    findings = []
    for path in source.code_files(root, (*source.AREAS, "packaging"), (".cpp", ".hpp", ".cmake", "CMakeLists.txt", ".sh")):
        text = source.read(path)

        def add(offset: int, message: str) -> None:
            findings.append(Finding(path, source.line_of(text, offset), message))

        for m in _NOTE.finditer(text):
            add(m.start(), f"{m[1]} left in the source; do it now or file an issue")
        if not path.name.endswith(source.CODE_SUFFIXES):
            continue
        for m in _DISABLED.finditer(text):
            add(m.start(), "disabled code; delete it, history keeps it")
        code = source.without_comments_and_strings(text)
        for m in _QT_PRINT.finditer(code):
            add(m.start(), f"{m[1]} left from debugging; delete it")
        if str(path.relative_to(root)).startswith(SILENT):
            for m in _PRINT.finditer(code):
                add(m.start(), f"{m[0].strip(' (')} in a room without an output; return the text or an error instead")
    return findings


CASES = [
    Case({"core/base/a.cpp": "// std::cout here, and methods of TODOS\nint n = std::snprintf(b, s, f);\n", "app/ctl/a.cpp": "std::cout << 1;\n"}, []),
    Case({"core/base/a.cpp": "int a;  // TODO later\n"}, ["core/base/a.cpp:1"]),
    Case({"core/base/CMakeLists.txt": "\n# FIXME\n"}, ["core/base/CMakeLists.txt:2"]),
    Case({"app/widgets/a.cpp": "void f() {\n  qDebug() << 1;\n}\n"}, ["app/widgets/a.cpp:2"]),
    Case({"core/base/a.cpp": "void f() { std::cout << 1; }\n#if 0\n#endif\n", "drivers/sim/b.cpp": "auto f() { return printf(x); }\n"},
         ["core/base/a.cpp:1", "core/base/a.cpp:2", "drivers/sim/b.cpp:1"]),
]

if __name__ == "__main__":
    source.main(check, CASES)
