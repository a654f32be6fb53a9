#!/usr/bin/python3
"""Writes valid inputs of every fuzz target to start from, where random bytes would take long to become any.

  tests/fuzz/seeds.py FOLDER      FOLDER/<target>/<number>, the same in every run; what is there already stays
"""

import glob
import json
import os
import random
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
HEAD = {"format": "sixiang-poster", "version": 2, "title": {"text": "四象"}}
STYLE_BYTES = 10  # of a label: fuzz_label.cpp takes its style from them


def lines_of(name, folder="cases"):
    with open(os.path.join(ROOT, "tests", folder, name), encoding="utf-8") as file:
        return file.read().splitlines()


def posters():
    for path in sorted(glob.glob(f"{ROOT}/assets/posters/*.json") + glob.glob(f"{ROOT}/tests/cases/posters/*.json")):
        with open(path, encoding="utf-8") as file:
            yield json.load(file)


def texts(value):
    """Every text under a key "text", wherever it stands."""
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
        if isinstance(inner, (dict, list)):
            yield from texts(inner)
        elif key == "text" and isinstance(inner, str):
            yield inner


def documents():
    """Whole posters, and each section as a poster of its own: short ones are tried more often."""
    for poster in posters():
        yield json.dumps(poster, ensure_ascii=False, separators=(",", ":")).encode()
        for section in poster.get("sections", []):
            yield json.dumps({**HEAD, "sections": [section]}, ensure_ascii=False, separators=(",", ":")).encode()


def formulas():
    for line in lines_of("formulas.txt"):
        name, separator, source = line.partition(": ")
        if separator and not name.startswith("#"):
            yield source.encode()
    for line in lines_of("latex.txt", "oracle"):
        if not line.startswith("# "):
            yield line.encode()
    for line in lines_of("unicode-math.tsv"):
        yield line.split("\t")[0].encode()


def markup():
    return (line.split("\t")[2].encode() for line in lines_of("mathml.tsv"))


def labels():
    style = random.Random(1)
    sources = {text for poster in posters() for text in texts(poster)}
    for cases in ("line-breaking.txt", "line-breaking-chinese.txt"):
        sources.update(line[5:] for line in lines_of(cases) if line.startswith("text "))
    for source in sorted(sources):
        yield style.randbytes(STYLE_BYTES) + source.encode()


def bytes_of(count, lengths):
    """For targets that read any bytes as something: long enough for what they do to add up."""
    numbers = random.Random(2)
    return (numbers.randbytes(numbers.choice(lengths)) for _ in range(count))


def briefs():
    """Briefs, and outlines of posters."""
    for path in sorted(glob.glob(f"{ROOT}/tests/cases/briefs/*.md") + glob.glob(f"{ROOT}/tests/golden/outlines/*.md")):
        if not path.endswith("README.md"):
            with open(path, "rb") as file:
                yield file.read()


TARGETS = {
    "brief": briefs,
    "document": documents,
    "formula": formulas,
    "label": labels,
    "mathml": markup,
    "commands": lambda: bytes_of(64, (20, 60, 130, 400, 1024)),
    "raster": lambda: bytes_of(64, (30, 100, 300, 1024)),
}


def main():
    for target, inputs in TARGETS.items():
        folder = os.path.join(sys.argv[1], target)
        os.makedirs(folder, exist_ok=True)
        for number, data in enumerate(inputs()):
            with open(os.path.join(folder, f"{number:04}"), "wb") as file:
                file.write(data)


main()
