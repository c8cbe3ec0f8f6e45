"""The systemd units start what is installed: ExecStart names a program of a package, with commands and options that it has; a timer
has its service, a time that says something, and a target; every unit is installed."""

import re
import shutil
import subprocess
from pathlib import Path

import source
from source import Case, Finding

UNITS = "packaging/systemd"
ROOMS = {"kahuictl": ("app/ctl", "app/local"), "kahui-hq": ("app/hq",), "kahui-till": ("app/till",)}


def installed(root: Path) -> tuple[set[str], set[str]]:
    """Programs as absolute paths, and names of units."""
    listed = "\n".join(source.read(path) for path in sorted((root / "packaging/debian").glob("*.install")))
    programs = {"/" + line.split()[0] for line in listed.splitlines() if re.match(r"usr/(bin|lib/kahui)/", line)}
    cmake = source.read(root / "CMakeLists.txt") if (root / "CMakeLists.txt").exists() else ""
    units = set(re.findall(UNITS + r"/([^\s\"]+)", listed + cmake))
    return programs, units


def words_of(root: Path, program: str) -> tuple[set[str], set[str]]:
    """Commands and options that the program's sources declare."""
    text = "\n".join(source.without_comments(source.read(path)) for path in source.code_files(root, ROOMS.get(program, ())))
    commands = set(re.findall(r"add_subcommand\(\s*\"([a-z-]+)\"", text))
    options = {name for names in re.findall(r"add_(?:option|flag)\w*\(\s*\"([^\"]+)\"", text) for name in names.split(",") if name.startswith("-")}
    return commands, options


def calendar_broken(when: str) -> bool:
    """By systemd itself where it is there, else by shape."""
    if shutil.which("systemd-analyze"):
        return subprocess.run(["systemd-analyze", "calendar", when], capture_output=True).returncode != 0
    return not re.fullmatch(r"(?:[\w.,*-]+ )?(?:[\d*,/-]+-[\d*,/-]+-[\d*,/-]+ )?(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?: [A-Za-z/_]+)?", when)


def check_exec(root: Path, path: Path, number: int, line: str, programs: set[str]) -> list[Finding]:
    words = line.split()
    if words[0] not in programs:
        return [Finding(path, number, f"{words[0]} is in no package; install it or name another")]
    program = words[0].rsplit("/", 1)[1]
    if program not in ROOMS:
        return []
    commands, options = words_of(root, program)
    findings = []
    if len(words) > 1 and re.fullmatch(r"[a-z][a-z-]*", words[1]) and words[1] not in commands:
        findings.append(Finding(path, number, f"{program} has no command {words[1]}; name one of its own"))
    if program == "kahuictl" and (len(words) < 2 or not re.fullmatch(r"[a-z][a-z-]*", words[1])):
        findings.append(Finding(path, number, "kahuictl does nothing without a command; name one"))
    findings += [Finding(path, number, f"{program} has no option {word}; name one of its own")
                 for word in words[1:] if word.startswith("--") and word.split("=")[0] not in options]
    return findings


def check_unit(root: Path, path: Path, programs: set[str], units: set[str]) -> list[Finding]:
    findings = [] if path.name in units else [Finding(path, 1, "the unit is not installed; add it to CMakeLists.txt or a .install file")]
    settings = {}
    for number, line in enumerate(source.read(path).splitlines(), 1):
        key, _, value = line.partition("=")
        if line.startswith(("#", "[")) or not value:
            continue
        settings[key] = (number, value)
        if key == "ExecStart":
            findings += check_exec(root, path, number, value, programs)
        if key == "OnCalendar" and calendar_broken(value):
            findings.append(Finding(path, number, f"'{value}' is no time; see systemd.time(7)"))
    if path.suffix == ".service" and "ExecStart" not in settings:
        findings.append(Finding(path, 1, "the service starts nothing; give it ExecStart"))
    if path.suffix == ".timer":
        if not path.with_suffix(".service").exists() and "Unit" not in settings:
            findings.append(Finding(path, 1, "the timer has no service of its name; add it, or Unit="))
        if not any(key in settings for key in ("OnCalendar", "OnUnitActiveSec", "OnBootSec")):
            findings.append(Finding(path, 1, "the timer has no time; give it OnCalendar"))
        if "WantedBy" not in settings:
            findings.append(Finding(path, 1, "nobody starts the timer; give it WantedBy=timers.target"))
    return findings


def check(root: Path) -> list[Finding]:
    programs, units = installed(root)
    paths = [path for path in sorted((root / UNITS).iterdir()) if path.suffix in (".service", ".timer")]
    return [finding for path in paths for finding in check_unit(root, path, programs, units)]


SEED = {
    "packaging/debian/a.install": "usr/bin/kahuictl\nusr/bin/kahui-hq\npackaging/systemd/a.timer usr/lib/systemd/system\n",
    "CMakeLists.txt": 'install(FILES "packaging/systemd/a.service")\n',
    "app/ctl/a.cpp": 'app.add_subcommand("sync", "x"); c->add_option("--store", x); c->add_flag("--nightly", y);\n',
    "packaging/systemd/a.service": "[Service]\nExecStart=/usr/bin/kahuictl sync --store %f --nightly\n",
    "packaging/systemd/a.timer": "[Timer]\nOnCalendar=*-*-* 17:05:00 UTC\n[Install]\nWantedBy=timers.target\n",
}
SERVICE, TIMER = "packaging/systemd/a.service", "packaging/systemd/a.timer"

CASES = [
    Case(SEED, []),
    Case({**SEED, SERVICE: "[Service]\nExecStart=/usr/bin/kahuictl sink --store %f --nightly\n"}, [f"{SERVICE}:2"]),
    Case({**SEED, SERVICE: "[Service]\nExecStart=/usr/bin/kahuictl sync --stores %f\n"}, [f"{SERVICE}:2"]),
    Case({**SEED, SERVICE: "[Service]\nExecStart=/usr/bin/kahuictl --store %f\n"}, [f"{SERVICE}:2"]),
    Case({**SEED, SERVICE: "[Service]\nExecStart=/usr/local/bin/kahuictl sync\n"}, [f"{SERVICE}:2"]),
    Case({**SEED, SERVICE: "[Service]\nNice=10\n"}, [f"{SERVICE}:1"]),
    Case({**SEED, TIMER: "[Timer]\nOnCalendar=*-*-* 25:05\n[Install]\nWantedBy=timers.target\n"}, [f"{TIMER}:2"]),
    Case({**SEED, TIMER: "[Timer]\nPersistent=yes\n"}, [f"{TIMER}:1"]),
    Case({**SEED, "packaging/systemd/b.timer": SEED[TIMER]}, ["packaging/systemd/b.timer:1"]),
]

if __name__ == "__main__":
    source.main(check, CASES)
