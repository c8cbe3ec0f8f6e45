"""Files of at most 500 lines (leading comment not counted), functions of at most 70: what does not fit a screen is split."""

import re
from pathlib import Path

import source
from source import Case, Finding

FILE_LINES = 500
FUNCTION_LINES = 70

_SCOPE = re.compile(r"^\s*(?:template\s*<.*>\s*)?(?:inline\s+)?(?:namespace|class|struct|union|enum|extern)\b", re.S)
_NOT_FUNCTION = re.compile(r"^[^(]*(?<![=!<>+\-*/%&|^])=(?!=)", re.S)


def functions(text: str) -> list[tuple[int, int]]:
    """First and last line of each function body at namespace or class level; lambdas belong to the function around them."""
    code = re.sub(r"^[ \t]*#(?:[^\n\\]|\\.)*(?:\\\n[^\n]*)*", lambda m: re.sub(r"[^\n]", " ", m[0]), source.without_comments_and_strings(text), flags=re.M)
    found = []
    stack = []  # kind of each open brace: scope, function, other; with the offset where its header starts
    header = 0
    for i, c in enumerate(code):
        if c == "{":
            head = code[header:i]
            if any(kind != "scope" for kind, _ in stack):
                kind = "other"
            elif _SCOPE.match(head) and not re.search(r"\)\s*(?:const|noexcept|override|final|\s)*$", head):
                kind = "scope"
            elif "(" in head and not (_NOT_FUNCTION.match(head) and "operator" not in head):
                kind = "function"
            else:
                kind = "other"
            stack.append((kind, header))
            header = i + 1
        elif c == "}" and stack:
            kind, start = stack.pop()
            follows = code[i + 1 :].lstrip()[:1]
            if follows in (",", "{") and kind != "scope":
                header = start  # a member initialiser: the same header goes on
                continue
            if kind == "function":
                first = start + len(code[start:i]) - len(code[start:i].lstrip())
                found.append((source.line_of(code, first), source.line_of(code, i)))
            header = i + 1
        elif c == ";" and all(kind == "scope" for kind, _ in stack):
            header = i + 1
        elif c == ":" and all(kind == "scope" for kind, _ in stack) and re.search(r"\b(?:public|private|protected|signals|slots)\s*$", code[header:i]):
            header = i + 1
    return found


def length_without_header(text: str) -> int:
    lines = text.splitlines()
    header = 0
    while header < len(lines) and (lines[header].startswith("//") or not lines[header].strip()):
        header += 1
    return len(lines) - header


def check(root: Path) -> list[Finding]:
    findings = []
    for path in source.code_files(root):
        text = source.read(path)
        length = length_without_header(text)
        if length > FILE_LINES:
            findings.append(Finding(path, FILE_LINES, f"the file has {length} lines, more than {FILE_LINES}; split it by subject"))
        for first, last in functions(text):
            if last - first + 1 > FUNCTION_LINES:
                findings.append(Finding(path, first, f"this function has {last - first + 1} lines, more than {FUNCTION_LINES}; name its parts and split it"))
    return findings


_BODY = "  work();\n"
_LONG = _BODY * (FUNCTION_LINES - 1)
_FITS = _BODY * (FUNCTION_LINES - 2)
CASES = [
    Case({"core/base/a.cpp": "namespace a {\nint f(int x) {\n" + _FITS + "}\n}\n", "core/base/b.cpp": "// header\n" * 50 + "int a;\n" * FILE_LINES}, []),
    Case({"core/base/a.cpp": "namespace a {\nint f(int x) {\n" + _LONG + "}\n}\n"}, ["core/base/a.cpp:2"]),
    Case({"core/base/a.cpp": "namespace a {\nstruct B {\n  int m = 1;\n  B() : m_a{1}, m_b(2) {\n" + _LONG + "  }\n};\n}\n"}, ["core/base/a.cpp:4"]),
    Case({"core/base/a.cpp": "A::A(int x)\n    : m_a{x},\n      m_b{x} {\n" + _LONG + "}\n"}, ["core/base/a.cpp:1"]),
    Case({"tests/unit/a.cpp": 'TEST_CASE("a { b") {\n  SECTION("x") {\n' + _LONG + "  }\n}\n"}, ["tests/unit/a.cpp:1"]),
    Case({"core/base/a.cpp": "bool A::operator==(const A& o) const {\n" + _LONG + "}\n"}, ["core/base/a.cpp:1"]),
    Case({"core/base/a.cpp": "const int kTable[] = {\n" + "  f(1),\n" * 100 + "};\nvoid f() {}\n"}, []),
    Case({"core/base/a.cpp": "#define X { \\\n {\nvoid f() { g([] {\n" + _LONG + "});\n}\n"}, ["core/base/a.cpp:3"]),
    Case({"core/base/a.cpp": "template <class T>\nstruct A {\n" + "  void f() { g(); }\n" * 100 + "};\n"}, []),
    Case({"core/base/a.cpp": "int a;\n" * (FILE_LINES + 1)}, [f"core/base/a.cpp:{FILE_LINES}"]),
]

if __name__ == "__main__":
    source.main(check, CASES)
