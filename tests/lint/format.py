"""Every source is as clang-format 14 with the repository's .clang-format leaves it. With --fix: writes it so."""

import shutil
import subprocess
import sys
from pathlib import Path

import source
from source import Case, Finding


def clang_format() -> str:
    program = shutil.which("clang-format-14") or shutil.which("clang-format")
    if not program:
        sys.exit("clang-format is missing; packaging/test installs it")
    return program


def check(root: Path) -> list[Finding]:
    files = source.code_files(root)
    if not files:
        return []
    style = root / ".clang-format"
    result = subprocess.run([clang_format(), f"--style=file:{style}" if style.is_file() else "--style=Google", "--dry-run", *map(str, files)],
                            capture_output=True, text=True)
    if result.returncode:
        sys.exit(f"clang-format failed: {result.stderr.strip()}")
    first = {}
    for line in result.stderr.splitlines():
        parts = line.split(":", 3)
        if len(parts) == 4 and "-Wclang-format-violations" in parts[3]:
            first.setdefault(Path(parts[0]), int(parts[1]))
    return [Finding(path, line, "not formatted (first place); run python3 tests/lint/format.py --fix .") for path, line in first.items()]


def fix(root: Path) -> None:
    subprocess.run([clang_format(), "-i", f"--style=file:{root / '.clang-format'}", *(str(f.path) for f in check(root))], check=True)


CASES = [
    Case({".clang-format": "BasedOnStyle: Google\n", "core/base/a.cpp": "int f() { return 1; }\n"}, []),
    Case({".clang-format": "BasedOnStyle: Google\n", "core/base/a.cpp": "int a;\nint  f(){return 1;}\nint  b;\n"}, ["core/base/a.cpp:2"]),
]

if __name__ == "__main__":
    if sys.argv[1:2] == ["--fix"] and len(sys.argv) == 3:
        fix(Path(sys.argv[2]).resolve())
    else:
        source.main(check, CASES)
