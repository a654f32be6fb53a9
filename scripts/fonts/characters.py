"""Which characters go into the first download, and in which order the others follow."""

import glob
import json
import os
import unicodedata

from faces import ROOT

HERE = os.path.dirname(os.path.abspath(__file__))

# In the first tier of every text face: ASCII, Latin-1, Greek, and the punctuation, arrows and signs of everyday text.
EVERYDAY = (
    [*range(0x20, 0x7F), *range(0xA0, 0x100), *range(0x384, 0x3CF)]
    + [ord(c) for c in "‐–—―‘’“”†‡•‥…‰′″‹›※、。〈〉《》「」『』【】〔〕！（），．／：；？～％＋－＝"]
    + [ord(c) for c in "←↑→↓↔⇐⇒⇔×÷±≈≠≤≥∞√∑∏∫∂∇∈★☆●○■□◆◇▲△▼▽✓①②③④⑤⑥⑦⑧⑨⑩₀₁₂₃₄₅₆₇₈₉⁰⁴⁵⁶⁷⁸⁹"]
)


def _texts(*patterns, without=""):
    for pattern in patterns:
        for path in sorted(glob.glob(os.path.join(ROOT, pattern), recursive=True)):
            if os.path.basename(path) == without:
                continue
            with open(path, encoding="utf-8") as file:
                yield file.read()


def _drawable(code):
    return unicodedata.category(chr(code)) not in ("Cc", "Cs", "Co", "Cn")


def poster_characters():
    """Everyday characters, and those of the default poster and the listed texts."""
    codes = set(EVERYDAY)
    for text in _texts("scripts/fonts/first-tier.txt"):
        codes.update(ord(c) for line in text.splitlines() if not line.startswith("#") for c in line)
    for text in _texts("assets/posters/generative-models.json"):
        # Decoded, because JSON may write a character as \uXXXX; a broken file is not this script's to report.
        try:
            text += json.dumps(json.loads(text), ensure_ascii=False)
        except ValueError:
            pass
        codes.update(map(ord, text))
    return {code for code in codes if _drawable(code)}


def interface_characters():
    """Those of what the page and the programs say to people."""
    codes = set()
    # Any layer may have messages. The formula language's symbol tables are none, nor is the table of readings that
    # commands are found by.
    for folder in sorted(glob.glob(os.path.join(ROOT, "src", "*", ""))):
        if os.path.basename(os.path.dirname(folder)) != "math":
            for text in _texts(folder + "**/*.cpp", folder + "**/*.h", without="pinyin.cpp"):
                codes.update(map(ord, text))
    for text in _texts("web/*.html", "web/*.js", "web/*.mjs"):
        codes.update(map(ord, text))
    return {code for code in codes if _drawable(code)}


def _frequent():
    with open(os.path.join(HERE, "frequency.txt"), encoding="utf-8") as file:
        return [ord(c) for line in file if not line.startswith("#") for c in line.strip()]


FREQUENT = _frequent()
GB2312_HAN = frozenset(FREQUENT)


def groups(codes, earlier):
    """All of a face's characters in the order of slicing, as groups that do not share a slice: GB2312's Chinese by
    frequency, signs and other scripts, then the rest of Chinese. Of Chinese, what no face before this one has (`earlier`)
    is apart from what one has: a text in one of those needs only the former."""
    codes = set(codes)
    frequent = [code for code in FREQUENT if code in codes]
    rest = codes - set(frequent)
    han = {code for code in rest if 0x2E80 <= code < 0x3000 or 0x3400 <= code < 0xA000 or 0xF900 <= code < 0xFB00
           or code >= 0x20000}  # fmt: skip
    alone = [code for code in frequent if code not in earlier]
    shared = [code for code in frequent if code in earlier]
    return [alone, shared, sorted(rest - han), sorted(han - earlier), sorted(han & earlier)]
