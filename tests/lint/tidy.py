"""clang-tidy with the chosen checks of .clang-tidy. By hand, since it takes seconds a file: tidy.py BUILD_DIR [--since COMMIT] [FILE...]
Without files: every source of the product that the build compiles; with --since: those that differ from COMMIT."""

import argparse
import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def chosen(arguments: argparse.Namespace) -> list[Path]:
    commands = json.loads((arguments.build / "compile_commands.json").read_text(encoding="utf-8"))
    compiled = {Path(c["directory"], c["file"]).resolve() for c in commands}
    product = {p for p in compiled if any(p.is_relative_to(ROOT / area) for area in ("app", "core", "drivers"))}
    if arguments.files:
        return sorted(compiled & {f.resolve() for f in arguments.files})
    if arguments.since:
        names = subprocess.run(["git", "-C", ROOT, "diff", "--name-only", arguments.since], check=True, capture_output=True, text=True)
        return sorted(product & {ROOT / name for name in names.stdout.splitlines()})
    return sorted(product)


def tidy(build: Path, file: Path) -> bool:
    result = subprocess.run(["clang-tidy", "-p", build, "--quiet", file], capture_output=True, text=True)
    if result.stdout.strip():
        print(result.stdout.replace(f"{ROOT}/", ""), flush=True)
    return result.returncode == 0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("build", type=Path)
    parser.add_argument("--since")
    parser.add_argument("files", nargs="*", type=Path)
    arguments = parser.parse_args()
    files = chosen(arguments)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        clean = list(pool.map(lambda file: tidy(arguments.build, file), files))
    print(f"clang-tidy: {len(files)} file(s), {clean.count(False)} with findings")
    sys.exit(0 if all(clean) else 1)


if __name__ == "__main__":
    main()
