"""Includes follow the arrows: those of the DEPENDS lists, and the fixed ones of the architecture (core/README.md)."""

import re
from pathlib import Path

import source
from source import Case, Finding

# What a room may ever see, whatever its DEPENDS say. A new arrow is therefore written down twice, once here.
_VALUES = {"core/base"}
_FACTS = _VALUES | {"core/catalog", "core/member", "core/programme", "core/journal"}
_RULES = _FACTS | {"core/pricing", "core/loyalty", "core/sale"}
_DRIVERS = {f"drivers/{room}" for room in ("card", "pcsc", "nfc", "magstripe", "printer", "sim", "host")}
_USE_CASES = _RULES | {"core/report", "core/sync", "core/ports"}
ALLOWED = {
    "core/base": set(),
    "core/catalog": _VALUES,
    "core/member": _VALUES,
    "core/programme": _VALUES,
    "core/journal": _VALUES,
    "core/pricing": _FACTS,
    "core/loyalty": _FACTS | {"core/pricing"},
    "core/sale": _FACTS | {"core/pricing", "core/loyalty"},
    "core/ports": _FACTS,
    "core/store": _FACTS | {"core/ports"},
    "core/report": _RULES | {"core/ports"},
    "core/sync": _RULES | {"core/ports"},
    "core/till": _USE_CASES,
    "core/hq": _USE_CASES,
    **{driver: {"core/base", "core/ports"} | _DRIVERS for driver in _DRIVERS},
    "app/widgets": {"core/base", "app/models"},
    # What a wedge types into the window goes to the drivers before a screen sees it.
    "app/wedge": _FACTS | {"core/ports", "drivers/card", "drivers/magstripe"},
    "app/models": _USE_CASES | {"core/till"},
    # Opens the store, or finds the process that holds it and speaks to that one.
    "app/local": _USE_CASES | {"core/till", "core/store", "app/net"},
    "app/sheets": _RULES | {"core/report", "core/ports"},
    "app/net": _USE_CASES,
    "app/hqdb": _USE_CASES | {"core/store", "core/hq"},
}
# A screen holds an immutable snapshot and the receipt in it, which are values; the till that makes them stays out of its sight.
VALUE_HEADERS = {"app/widgets": {"core/till/snapshot.hpp", "core/sale/receipt.hpp"}}
# The programs, where concrete classes meet, see every room.
PROGRAMS = {"app/till", "app/hq", "app/ctl", "app/nfc"}
QT_ROOMS = {"app/widgets", "app/models", "app/wedge", "app/till"}

_INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(["<])([^">]+)[">]', re.M)
_ROOM = re.compile(r"kahui_room\(\s*(\w+)([^)]*)\)")
_LINKED = re.compile(r"\bkahui_(\w+)")


def declared(root: Path) -> dict[str, tuple[str, set[str]]]:
    """Folder -> (room, rooms it names), from the kahui_room() of each folder."""
    rooms = {}
    for area in ("core", "drivers", "app"):
        for path in sorted((root / area).glob("*/CMakeLists.txt")):
            m = _ROOM.search(re.sub(r"#[^\n]*", "", source.read(path)))
            if m:
                words = m[2].split()
                depends = words[words.index("DEPENDS") + 1 :] if "DEPENDS" in words else []
                plain = depends[: depends.index("LINK")] if "LINK" in depends else depends
                linked = _LINKED.findall(m[2])
                rooms[f"{area}/{path.parent.name}"] = (m[1], set(plain) | set(linked))
    return rooms


def reachable(folder: str, rooms: dict[str, tuple[str, set[str]]]) -> set[str]:
    folder_of = {name: where for where, (name, _) in rooms.items()}
    seen, open_ends = set(), [folder]
    while open_ends:
        for name in rooms.get(open_ends.pop(), ("", set()))[1]:
            target = folder_of.get(name)
            if target and target not in seen:
                seen.add(target)
                open_ends.append(target)
    return seen


def judge(folder: str, target: str, rooms: dict[str, tuple[str, set[str]]]) -> str | None:
    if folder == target or folder.startswith("tests/"):
        return None
    if target.startswith("tests/"):
        return "the product includes a test; move what is shared into the product"
    if target.startswith("app/") and not folder.startswith("app/"):
        return f"nothing outside app may see app; put what {folder} needs behind an interface in core/ports"
    if folder in PROGRAMS:
        return None
    if folder not in ALLOWED:
        return f"{folder} has no place in the architecture; give it one in tests/lint/includes.py"
    if target not in ALLOWED[folder]:
        return f"the architecture has no arrow {folder} -> {target}; go through a room that {folder} may see, or through core/ports"
    if folder in rooms and target not in reachable(folder, rooms):
        return f"{target} is not reachable through the DEPENDS of {folder}/CMakeLists.txt; add the arrow there or drop the include"
    return None


def check(root: Path) -> list[Finding]:
    rooms = declared(root)
    findings = []
    for folder in rooms:
        path = root / folder / "CMakeLists.txt"
        if folder in reachable(folder, rooms):
            findings.append(Finding(path, 1, f"{folder} depends on itself in a circle; break it with an interface in core/ports"))
        for target in sorted(reachable(folder, rooms)):
            # Drivers see the values inside the ports' signatures, so what ports depend on is reachable for the linker only.
            through_ports = folder.startswith("drivers/") and target in ALLOWED["core/ports"]
            if folder in ALLOWED and target not in ALLOWED[folder] and not through_ports and not _passes(folder, target):
                findings.append(Finding(path, 1, f"DEPENDS leads from {folder} to {target}, against the architecture; drop that arrow"))
    for path in source.code_files(root):
        where = path.relative_to(root).parts
        folder = "/".join(where[:2])
        text = source.without_comments(source.read(path))
        for m in _INCLUDE.finditer(text):
            line = source.line_of(text, m.start(1))
            name = m[2]
            if re.match(r"Q[A-Z]|Qt[A-Z]\w*/", name) and where[0] != "tests" and folder not in QT_ROOMS:
                findings.append(Finding(path, line, f"{folder} includes Qt ({name}); only {', '.join(sorted(QT_ROOMS))} may"))
            parts = name.split("/")
            if parts[0] in source.AREAS and len(parts) >= 3:
                message = None if name in VALUE_HEADERS.get(folder, ()) else judge(folder, "/".join(parts[:2]), rooms)
                if message:
                    findings.append(Finding(path, line, message))
                if not (root / name).is_file():
                    findings.append(Finding(path, line, f"{name} does not exist; includes are by path from the root"))
            elif m[1] == '"' and not name.endswith(".moc"):
                findings.append(Finding(path, line, f'"{name}" is not a path from the root; write "{folder}/{name}" or use <> for libraries'))
    return findings


def _passes(folder: str, target: str) -> bool:
    """Widgets link the models and with them all that the models see; only their own includes are held to the short list."""
    return folder == "app/widgets" and target in ALLOWED["app/models"]


_CORE = {
    "core/base/CMakeLists.txt": "kahui_room(base LINK fmt::fmt)\n",
    "core/base/numbers.hpp": "#include <string>\n",
    "core/catalog/CMakeLists.txt": "kahui_room(catalog DEPENDS base)\n",
    "core/catalog/product.hpp": '#include "core/base/numbers.hpp"\n',
    "core/ports/CMakeLists.txt": "kahui_room(ports DEPENDS catalog)\n",
    "core/ports/store.hpp": '#include "core/catalog/product.hpp"\n',
    "core/store/CMakeLists.txt": "kahui_room(store DEPENDS ports LINK sqlite)\n",
    "core/store/sqlite_store.hpp": '#include "core/ports/store.hpp"\n#include "core/base/numbers.hpp"\n',
    "core/till/CMakeLists.txt": "kahui_room(till DEPENDS ports)\n",
    "drivers/sim/CMakeLists.txt": "kahui_room(sim DEPENDS ports)\n",
    "app/ctl/main.cpp": '#include "core/store/sqlite_store.hpp"\n',
    "app/models/basket.hpp": "#include <QAbstractTableModel>\n",
    "core/till/snapshot.hpp": "",
    "app/widgets/view.hpp": '#include "core/till/snapshot.hpp"\n',
}
CASES = [
    Case(_CORE, []),
    Case(_CORE | {"core/till/till.cpp": '// #include "core/store/sqlite_store.hpp"\n\n#include "core/store/sqlite_store.hpp"\n'}, ["core/till/till.cpp:3"]),
    Case(_CORE | {"core/till/CMakeLists.txt": "kahui_room(till DEPENDS ports store)\n"}, ["core/till/CMakeLists.txt:1"]),
    Case(_CORE | {"drivers/sim/a.cpp": '#include "core/ports/store.hpp"\n#include "core/store/sqlite_store.hpp"\n'}, ["drivers/sim/a.cpp:2"]),
    Case(_CORE | {"drivers/sim/a.cpp": '#include "core/catalog/product.hpp"\n'}, ["drivers/sim/a.cpp:1"]),
    Case(_CORE | {"drivers/sim/a.hpp": "", "core/store/b.cpp": '#include "drivers/sim/a.hpp"\n'}, ["core/store/b.cpp:1"]),
    Case(_CORE | {"core/base/CMakeLists.txt": "kahui_room(base DEPENDS catalog)\n"},
         ["core/base/CMakeLists.txt:1", "core/catalog/CMakeLists.txt:1"]),
    Case(_CORE | {"core/catalog/CMakeLists.txt": "kahui_room(catalog)\n"}, ["core/catalog/product.hpp:1", "core/store/sqlite_store.hpp:2"]),
    Case(_CORE | {"core/base/text.cpp": "#include <QString>\n"}, ["core/base/text.cpp:1"]),
    Case(_CORE | {"app/ctl/a.cpp": "#include <QtCore/QString>\n"}, ["app/ctl/a.cpp:1"]),
    Case(_CORE | {"core/ports/a.cpp": '#include "app/models/basket.hpp"\n'}, ["core/ports/a.cpp:1"]),
    Case(_CORE | {"app/widgets/a.cpp": '#include "app/models/basket.hpp"\n#include "core/ports/store.hpp"\n'}, ["app/widgets/a.cpp:2"]),
    Case(_CORE | {"core/till/till.hpp": "", "app/widgets/a.cpp": '#include "core/till/till.hpp"\n'}, ["app/widgets/a.cpp:1"]),
    Case(_CORE | {"core/catalog/a.cpp": '#include "product.hpp"\n'}, ["core/catalog/a.cpp:1"]),
    Case(_CORE | {"core/catalog/a.cpp": '#include "core/base/gone.hpp"\n'}, ["core/catalog/a.cpp:1"]),
    Case(_CORE | {"core/catalog/a.cpp": '#include "tests/unit/x.hpp"\n', "tests/unit/x.hpp": ""}, ["core/catalog/a.cpp:1"]),
    Case(_CORE | {"core/extra/a.cpp": '#include "core/base/numbers.hpp"\n'}, ["core/extra/a.cpp:1"]),
]

if __name__ == "__main__":
    source.main(check, CASES)
