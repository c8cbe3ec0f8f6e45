"""The command line and headquarters need no Qt. Usage: headless.py ROOT BUILD

A configuration without Qt (preset `headless`) must not look for it, and must compile each of its files by the very command
that BUILD compiled it by: what was built there is then what a build without Qt makes, and needs no second compiling. The
programs of BUILD link neither Qt nor a display library.
"""

import json
import pathlib
import re
import subprocess
import sys
import tempfile

PROGRAMS = ("kahuictl", "kahui-hq")
DISPLAY = re.compile(r"lib(Qt|X11|xcb|xkb|wayland|GL|EGL)")
OBJECT = re.compile(r" -o (\S+)")
SAME = ("CMAKE_BUILD_TYPE", "KAHUI_SANITIZE", "CMAKE_UNITY_BUILD")  # of BUILD, for the configuration beside it
QT_FOUND = re.compile(r"^Qt6?[A-Za-z]*_DIR:[A-Z]+=/.*$", re.MULTILINE)


def commands(build):
    """Object file -> the command that makes it, with the build folder taken out of both."""
    entries = json.loads((build / "compile_commands.json").read_text())
    return objects(entry["command"].replace(str(build), "BUILD") for entry in entries)


def objects(lines):
    return {OBJECT.search(line)[1]: line for line in lines}


def compared(without_qt, built):
    """What is wrong with the commands of the configuration without Qt, beside those of the build."""
    if not without_qt:
        return ["the configuration without Qt compiles nothing"]
    findings = []
    for made, command in without_qt.items():
        if made not in built:
            findings.append(f"{made}: the build makes no such file; give the build folder of packaging/test")
        elif command != built[made]:
            findings.append(f"{made}: it is compiled otherwise when Qt is there; look in the LINK lists of its room")
    return findings


def display_libraries(program):
    text = "".join(
        subprocess.run([*tool, program], capture_output=True, text=True, check=True).stdout for tool in (["readelf", "-d"], ["ldd"])
    )
    return sorted({line.split()[0] for line in text.splitlines() if line.strip() and DISPLAY.search(line)})


def self_test():
    same = objects(["c++ -O2 -o core/a.o -c a.cpp"])
    assert not compared(same, {**same, "window.o": "c++ -I/qt6 -o window.o -c window.cpp"})
    assert compared(same, objects(["c++ -O2 -I/qt6 -o core/a.o -c a.cpp"])), "a file that saw Qt was let pass"
    assert compared(same, {}) and compared({}, same), "a file that was not built was let pass"
    assert DISPLAY.search("(NEEDED) Shared library: [libQt6Core.so.6]") and not DISPLAY.search("[libsqlite3.so.0]")
    assert QT_FOUND.search("A=1\nQt6_DIR:PATH=/usr/lib\n") and not QT_FOUND.search("Qt6_DIR:PATH=Qt6_DIR-NOTFOUND\n")


def main():
    self_test()
    root, build = (pathlib.Path(argument).resolve() for argument in sys.argv[1:3])
    findings = []
    with tempfile.TemporaryDirectory() as folder:
        other = pathlib.Path(folder).resolve()
        cache = (build / "CMakeCache.txt").read_text()
        options = [f"-D{line}" for line in cache.splitlines() if line.startswith(tuple(f"{name}:" for name in SAME))]
        configure = ["cmake", "--preset", "headless", "-B", other, "--no-warn-unused-cli", *options]
        subprocess.run(configure, cwd=root, check=True, stdout=subprocess.DEVNULL)
        if found := QT_FOUND.search((other / "CMakeCache.txt").read_text()):
            findings.append(f"packaging/cmake: {found[0]}: Qt is looked for although KAHUI_GUI is OFF; move the find_package() behind it")
        without_qt = commands(other)
    findings += compared(without_qt, commands(build))
    for program in PROGRAMS:
        findings += [f"{program}: links {library}; look in the LINK lists of the rooms it uses" for library in display_libraries(build / "bin" / program)]
    for finding in findings:
        print(finding)
    print(f"headless: {len(without_qt)} files are compiled as without Qt, {len(findings)} findings")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
