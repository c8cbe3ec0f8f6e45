"""What the lints share: the files, C++ text without comments and strings, findings, and the run with its self-test."""

import re
import sys
import tempfile
from pathlib import Path
from typing import Callable, Iterable, NamedTuple

CODE_SUFFIXES = (".cpp", ".hpp")
AREAS = ("app", "core", "drivers", "tests")


class Finding(NamedTuple):
    path: Path
    line: int
    message: str  # what is wrong; what to do


def code_files(root: Path, areas: Iterable[str] = AREAS, suffixes: tuple[str, ...] = CODE_SUFFIXES) -> list[Path]:
    found = []
    for area in areas:
        found += (path for path in (root / area).rglob("*") if path.name.endswith(suffixes) and path.is_file())
    return sorted(found)


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def line_of(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1


_TOKEN = re.compile(
    r"""(?P<comment>//[^\n]*|/\*.*?\*/)
      | (?P<raw>(?:u8|[uUL])?R"(?P<tag>[^()\\\s]{0,16})\(.*?\)(?P=tag)")
      | (?P<string>(?:u8|[uUL])?"(?:\\.|[^"\\\n])*")
      | (?P<char>(?<![0-9a-fA-F])(?:u8|[uUL])?'(?:\\.|[^'\\\n])+')""",
    re.S | re.X,
)


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def without_comments(text: str) -> str:
    """Comments blanked; offsets and line numbers stay."""
    return _TOKEN.sub(lambda m: _blank(m[0]) if m["comment"] else m[0], text)


def without_comments_and_strings(text: str) -> str:
    return _TOKEN.sub(lambda m: _blank(m[0]), text)


def strings(text: str) -> Iterable[tuple[int, str]]:
    """Offset and contents of each string literal; neighbouring literals are joined as the compiler joins them."""
    start, joined, end = None, "", 0
    for m in _TOKEN.finditer(text):
        if m["comment"] or m["char"]:
            continue
        content = m["raw"][m["raw"].index("(") + 1 : m["raw"].rindex(")")] if m["raw"] else m["string"][m["string"].index('"') + 1 : -1]
        if start is not None and not without_comments(text[end : m.start()]).strip():
            joined, end = joined + content, m.end()
            continue
        if start is not None:
            yield start, joined
        start, joined, end = m.start(), content, m.end()
    if start is not None:
        yield start, joined


class Case(NamedTuple):
    """A seeded tree of the self-test: files by path, and what must be found as 'path:line' (nothing: a clean tree)."""

    files: dict[str, str]
    expected: list[str]


def self_test(check: Callable[[Path], list[Finding]], cases: list[Case]) -> None:
    assert any(case.expected for case in cases) and any(not case.expected for case in cases)
    for number, case in enumerate(cases, 1):
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            for name, text in case.files.items():
                path = root / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
            findings = check(root)
            found = sorted({f"{f.path.relative_to(root)}:{f.line}" for f in findings})
        if found != sorted(case.expected):
            details = "\n".join(f"  {f.path.name}:{f.line}: {f.message}" for f in findings)
            sys.exit(f"{Path(sys.argv[0]).name}: self-test {number}: expected {sorted(case.expected)}, found {found}\n{details}")


def main(check: Callable[[Path], list[Finding]], cases: list[Case]) -> None:
    """Self-test first, so that a lint that sees nothing cannot pass; then the tree given as the argument."""
    if len(sys.argv) != 2:
        sys.exit(f"usage: {sys.argv[0]} ROOT")
    self_test(check, cases)
    root = Path(sys.argv[1])
    findings = check(root)
    for f in sorted(findings):
        print(f"{f.path.relative_to(root)}:{f.line}: {f.message}")
    print(f"{Path(sys.argv[0]).name}: {len(findings)} finding(s), self-test of {len(cases)} case(s) passed")
    sys.exit(1 if findings else 0)
