"""Words that a person reads go through tr(). A heuristic: literals handed to what shows text, literals that read like a sentence, and Han
characters. What is right all the same stands in untranslated_allowed.txt."""

import re
from pathlib import Path

import source
from source import Case, Finding

# Dates, discounts and the like are not words to swap (9.5 折, 5% off): the formatter holds both languages in code.
FORMATTER = "app/models/formatter.cpp"
ROOMS = ("app/widgets/", "app/models/", "app/till/")
ALLOWED = "tests/lint/untranslated_allowed.txt"
_SHOWS = re.compile(
    r"\b(?:set(?:Text|WindowTitle|ToolTip|StatusTip|WhatsThis|PlaceholderText|AccessibleName|AccessibleDescription|LabelText|InformativeText|Title|"
    r"Prefix|Suffix)|addItem|addAction|addRow|addTab|insertItem|Q(?:Label|PushButton|ToolButton|CheckBox|RadioButton|GroupBox|Action))\s*[({]\s*"
    r"(?:QStringLiteral|QLatin1String|QString::fromUtf8|QString)?\s*\(?\s*(?:u8|u)?$"
)
_TRANSLATED = re.compile(r"\b(?:tr|translate|QT_TR_NOOP|QT_TRANSLATE_NOOP)\s*\([^()]*$")
_WORD = re.compile(r"[A-Za-z]{2,}")
_SENTENCE = re.compile(r"^[A-Z][a-z']+(?:,? [a-z']+)+[ .!?…]*$")
_HAN = re.compile(r"[\u4e00-\u9fff]")


def allowed(root: Path) -> set[tuple[str, str]]:
    path = root / ALLOWED
    if not path.is_file():
        return set()
    lines = (line for line in source.read(path).splitlines() if line and not line.startswith("#"))
    return {tuple(line.split(": ", 1)) for line in lines}


def check(root: Path) -> list[Finding]:
    findings = []
    exceptions = allowed(root)
    used = set()
    for path in source.code_files(root, ("app",)):
        name = str(path.relative_to(root))
        if not name.startswith(ROOMS) or name == FORMATTER:
            continue
        text = source.read(path)
        code = source.without_comments(text)
        for offset, literal in source.strings(text):
            before = code[max(0, offset - 200) : offset]
            words = re.sub(r"%L?\d+|%n", "", literal)
            shown = bool(_SHOWS.search(before)) and bool(_WORD.search(words))
            if not (shown or _SENTENCE.match(words) or _HAN.search(words)) or _TRANSLATED.search(before):
                continue
            if (name, literal) in exceptions:
                used.add((name, literal))
                continue
            findings.append(Finding(path, source.line_of(text, offset), f'"{literal}" is read by people; wrap it in tr(), or list it in {ALLOWED}'))
    for name, literal in sorted(exceptions - used):
        findings.append(Finding(root / ALLOWED, 1, f'"{name}: {literal}" is no longer needed; delete the line'))
    return findings


CASES = [
    Case({"app/widgets/a.cpp": 'b->setText(tr("Pay now"));\nb->setText(QStringLiteral("%1"));\nb->setObjectName("payButton");\nb->setText("+");\n'
          'f(tr("a %1 b").arg("x"), QCoreApplication::translate("C", "Take the card"));\n// "Take the card"\n', "app/ctl/a.cpp": 'p("Take the card");\n',
          FORMATTER: 'return n + "折";\n'}, []),
    Case({"app/widgets/a.cpp": 'x();\nb->setText("Pay");\n'}, ["app/widgets/a.cpp:2"]),
    Case({"app/widgets/a.cpp": 'auto* b = new QPushButton(QStringLiteral("Pay"), this);\n'}, ["app/widgets/a.cpp:1"]),
    Case({"app/models/a.cpp": 'return QStringLiteral("The card is blocked.");\n'}, ["app/models/a.cpp:1"]),
    Case({"app/models/a.cpp": 'return {"", "付款"};\n'}, ["app/models/a.cpp:1"]),
    Case({"app/widgets/a.cpp": 'l->addItem("中文");\n', ALLOWED: "# why\napp/widgets/a.cpp: 中文\n"}, []),
    Case({"app/widgets/a.cpp": "", ALLOWED: "app/widgets/a.cpp: 中文\n"}, [f"{ALLOWED}:1"]),
]

if __name__ == "__main__":
    source.main(check, CASES)
