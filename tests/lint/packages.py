"""The Debian packages are built from the packages that packaging/build installs: Build-Depends and packaging/dependencies agree."""

import re
from pathlib import Path

import source
from source import Case, Finding

CONTROL = "packaging/debian/control"
DEPENDENCIES = "packaging/dependencies"


def listed(text: str) -> set[str]:
    found, section = set(), ""
    for line in text.splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif section in ("build", "gui") and line and not line.startswith("#"):
            found.add(line)
    return found


def check(root: Path) -> list[Finding]:
    control = source.read(root / CONTROL)
    m = re.search(r"^Build-Depends:(.*(?:\n[ \t].*)*)", control, re.M)
    wanted = {word.split()[0] for word in m[1].split(",") if word.strip()} - {"debhelper-compat"} if m else set()
    installed = listed(source.read(root / DEPENDENCIES))
    findings = [Finding(root / CONTROL, 1, f"{name} is in {DEPENDENCIES} and not in Build-Depends; add it") for name in installed - wanted]
    findings += [Finding(root / DEPENDENCIES, 1, f"{name} is in Build-Depends and not here; add it to [build] or [gui]") for name in wanted - installed]
    return findings


CASES = [
    Case({CONTROL: "Source: a\nBuild-Depends: debhelper-compat (= 13),\n g++, cmake (>= 3.25)\n\nPackage: b\nDepends: x\n",
          DEPENDENCIES: "# x\n[build]\ng++\n\n[gui]\ncmake\n[test]\ncatch2\n"}, []),
    Case({CONTROL: "Build-Depends: g++\n", DEPENDENCIES: "[build]\ng++\ncmake\n"}, [f"{CONTROL}:1"]),
    Case({CONTROL: "Build-Depends: g++, cmake\n", DEPENDENCIES: "[build]\ng++\n"}, [f"{DEPENDENCIES}:1"]),
]

if __name__ == "__main__":
    source.main(check, CASES)
