"""Translations are complete and fresh. lrelease ends with 0 on unfinished strings, so this is the gate."""

import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

import source
from source import Case, Finding

FOLDER = "resources/translations"
# Numerus forms by language; English source strings need a file for their plurals only.
FORMS = {"zh_CN": 1, "en": 2}
PLURALS_ONLY = {"en"}
_PLACEHOLDER = re.compile(r"%(?:L?\d{1,2}|n)")
_HALF_WIDTH = re.compile(r"[\u4e00-\u9fff][,;:!?.](?!\d)")
_TR = re.compile(r"\btr\s*\(|\btranslate\s*\(|\bQT_TR(?:ANSLATE)?_NOOP\b")

Key = tuple[str, str, str, bool]  # context, source, comment, with a number


def lupdate_program() -> str:
    program = shutil.which("lupdate", path="/usr/lib/qt6/bin") or shutil.which("lupdate")
    if not program:
        sys.exit("lupdate is missing; packaging/test installs it (qt6-l10n-tools)")
    return program


def messages(path: Path) -> list[tuple[Key, ET.Element]]:
    found = []
    for context in ET.parse(path).getroot().iter("context"):
        for m in context.iter("message"):
            key = (context.findtext("name", ""), m.findtext("source", ""), m.findtext("comment", ""), m.get("numerus") == "yes")
            found.append((key, m))
    return found


def wanted(root: Path) -> set[Key]:
    """What lupdate finds in the sources now, into a file that holds nothing yet."""
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / "fresh.ts"
        subprocess.run([lupdate_program(), "-silent", "-locations", "none", "-extensions", "cpp,hpp", "-I", str(root), str(root / "app"), "-ts", str(fresh)],
                       check=True, capture_output=True)
        return {key for key, _ in messages(fresh)} if fresh.exists() else set()


def line_in(text: str, key: Key) -> int:
    escaped = key[1].replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;").replace("'", "&apos;")
    at = text.find(f"<source>{escaped}</source>")
    return source.line_of(text, at) if at >= 0 else 1


def faults(language: str, key: Key, message: ET.Element) -> list[str]:
    translation = message.find("translation")
    if translation is None:
        return ["has no translation; add one"]
    if translation.get("type"):
        return [f"is {translation.get('type')}; translate it and remove the attribute, or run update_translations if the source is gone"]
    forms = [form.text or "" for form in translation.iter("numerusform")] if key[3] else [translation.text or ""]
    found = []
    if key[3] and len(forms) != FORMS[language]:
        found.append(f"has {len(forms)} plural form(s); {language} has {FORMS[language]}")
    for form in forms:
        have, want = set(_PLACEHOLDER.findall(form)), set(_PLACEHOLDER.findall(key[1]))
        if not form.strip():
            found.append("is empty; translate it")
        elif have - want or want - have - ({"%n"} if key[3] else set()):
            found.append(f"has the placeholders {sorted(have)}, the source has {sorted(want)}; make them the same")
        if language == "zh_CN" and _HALF_WIDTH.search(form):
            found.append(f"has half-width punctuation after a Han character in '{form}'; write ，；：！？。")
    return found


def check(root: Path) -> list[Finding]:
    sources = source.code_files(root, ("app",))
    first = next((path for path in sources if _TR.search(source.without_comments_and_strings(source.read(path)))), None)
    if first is None:
        return []  # a tree without a translatable string; untranslated.py watches the strings themselves
    now = wanted(root)
    if not now:
        return [Finding(first, 1, "tr() is used but lupdate finds no string; mind that it needs Q_OBJECT or Q_DECLARE_TR_FUNCTIONS")]
    findings = []
    for language in FORMS:
        path = root / FOLDER / f"kahui_{language}.ts"
        if not path.is_file():
            findings.append(Finding(first, 1, f"{FOLDER}/{path.name} is missing; build the target update_translations"))
            continue
        text = source.read(path)
        have = {}
        for key, message in messages(path):
            have[key] = message
            if language in PLURALS_ONLY and not key[3]:
                continue
            for fault in faults(language, key, message):
                findings.append(Finding(path, line_in(text, key), f"'{key[1]}' ({key[0]}) {fault}"))
        need = {key for key in now if key[3]} if language in PLURALS_ONLY else now
        for key in sorted(need - have.keys()):
            findings.append(Finding(path, 1, f"'{key[1]}' ({key[0]}) is in the sources and not here; build update_translations and translate it"))
        for key in sorted(have.keys() - now):
            findings.append(Finding(path, line_in(text, key), f"'{key[1]}' ({key[0]}) is no longer in the sources; build update_translations"))
    return findings


def _ts(*entries: str) -> str:
    body = "\n".join(entries)
    return f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n<TS version="2.1">\n<context>\n<name>Till</name>\n{body}\n</context>\n</TS>\n'


def _entry(text: str, translation: str, numerus: str = "") -> str:
    return f"<message{numerus}><source>{text}</source>{translation}</message>"


_NUMERUS = ' numerus="yes"'
_CPP = 'class Till : public QObject {\n  Q_OBJECT\n  void f() {\n    a(tr("Pay %1"));\n    a(tr("%n line(s)", nullptr, 3));\n  }\n};\n'
_PAY = _entry("Pay %1", "<translation>付款 %1</translation>")
_LINES = _entry("%n line(s)", "<translation><numerusform>%n 行</numerusform></translation>", _NUMERUS)
_EN = _ts(_entry("%n line(s)", "<translation><numerusform>%n line</numerusform><numerusform>%n lines</numerusform></translation>", _NUMERUS))
_ZH_PATH = f"{FOLDER}/kahui_zh_CN.ts"


def _tree(zh: str, en: str = _EN) -> dict[str, str]:
    return {"app/widgets/till.hpp": _CPP, _ZH_PATH: zh, f"{FOLDER}/kahui_en.ts": en}


CASES = [
    Case(_tree(_ts(_PAY, _LINES)), []),
    Case(_tree(_ts(_PAY.replace("<translation>", '<translation type="unfinished">'), _LINES)), [f"{_ZH_PATH}:6"]),
    Case(_tree(_ts(_PAY, _LINES, _entry("Old", '<translation type="vanished">旧</translation>'))), [f"{_ZH_PATH}:8"]),
    Case(_tree(_ts(_PAY, _LINES, _entry("Old", "<translation>旧</translation>"))), [f"{_ZH_PATH}:8"]),
    Case(_tree(_ts(_PAY.replace("付款 %1", "付款 %2"), _LINES)), [f"{_ZH_PATH}:6"]),
    Case(_tree(_ts(_PAY.replace("付款 %1", "付款: %1"), _LINES)), [f"{_ZH_PATH}:6"]),
    Case(_tree(_ts(_PAY.replace("付款 %1", ""), _LINES)), [f"{_ZH_PATH}:6"]),
    Case(_tree(_ts(_LINES)), [f"{_ZH_PATH}:1"]),
    Case(_tree(_ts(_PAY, _LINES), _ts(_LINES)), [f"{FOLDER}/kahui_en.ts:6"]),
    Case({"app/widgets/till.hpp": _CPP}, ["app/widgets/till.hpp:1"]),
]

if __name__ == "__main__":
    source.main(check, CASES)
