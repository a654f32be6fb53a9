#!/usr/bin/python3
"""What the documents say about the project is so: every file that they name is there, every script too."""

import glob
import os
import re
import unittest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
DOCUMENTS = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "specs/*.md", "specs/decisions/*.md"]

# `src/math/tree.h`, and what a command in backticks names; build/ is made, * and … stand for several.
PATH = re.compile(r"(?<![\w./*-])((?:src|tests|scripts|specs|web|assets|\.ci)/[\w./*-]*[\w*])")
LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")


def documents():
    for pattern in DOCUMENTS:
        yield from sorted(glob.glob(os.path.join(ROOT, pattern)))


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


class Documents(unittest.TestCase):
    def test_named_files_exist(self):
        seen = 0
        for document in documents():
            for span in re.findall(r"`([^`]+)`", read(document)):
                for path in PATH.findall(span):
                    seen += 1
                    full = os.path.join(ROOT, path)
                    found = glob.glob(full) or glob.glob(full + ".*")  # a header and its source go by one name
                    self.assertTrue(found, f"{os.path.relpath(document, ROOT)} names {path}, which is not there")
        self.assertGreater(seen, 50)

    def test_links_lead_somewhere(self):
        for document in documents():
            prose = re.sub(r"```.*?```|`[^`]*`", "", read(document), flags=re.S)
            for target in LINK.findall(prose):
                path = os.path.join(os.path.dirname(document), target)
                self.assertTrue(os.path.exists(path), f"{os.path.relpath(document, ROOT)} links to {target}")

    def test_presets_exist(self):
        presets = set(re.findall(r'"name": "(\w+)"', read(os.path.join(ROOT, "CMakePresets.json"))))
        named = re.findall(r"--preset (\w+)", "".join(map(read, documents())))
        self.assertLessEqual(set(named), presets)


if __name__ == "__main__":
    unittest.main()
