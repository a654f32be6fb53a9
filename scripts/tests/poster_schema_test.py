#!/usr/bin/python3
"""The posters that come with the project validate; what the parser refuses, the schema refuses where a schema can say so.

The validator is Debian's python3-jsonschema (scripts/setup validator). That the schema names the same fields, ranges and
words as the parser is tested in tests/unit/model/schema_test.cpp.
"""

import glob
import json
import os
import unittest

import jsonschema

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

# What binds fields to each other is beyond a schema. Which words are colours of CSS, and what rgb() takes, it leaves open,
# and so where a tab is a blank and where the \\t of \\theta that lost a backslash.
BEYOND = ("used twice", "no node has the id", "the diagram has no nodes", "there is no tile")
BEYOND += ("no section has the id", "holds no sections of its own")
BEYOND += ('the text "cream"', 'the text "corral"', 'the text "rgb(1,2)"', 'the text "$ heta$"')


def read(*path):
    with open(os.path.join(ROOT, *path), encoding="utf-8") as file:
        return file.read()


def cases():
    """(name, expected message, members) of tests/cases/bad-posters/values.txt"""
    for block in read("tests", "cases", "bad-posters", "values.txt").split("\n## ")[1:]:
        name, expected, members = block.split("\n", 2)
        yield name, expected.removeprefix("!! "), members.strip()


class PosterSchema(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        schema = json.loads(read("specs", "poster.schema.json"))
        jsonschema.Draft202012Validator.check_schema(schema)
        cls.validator = jsonschema.Draft202012Validator(schema)

    def test_our_posters_validate(self):
        files = glob.glob(f"{ROOT}/assets/posters/*.json") + glob.glob(f"{ROOT}/tests/cases/posters/*.json")
        self.assertGreater(len(files), 12)
        for file in files:
            with self.subTest(file):
                self.assertEqual([error.message for error in self.validator.iter_errors(json.loads(read(file)))], [])

    def test_bad_posters_do_not(self):
        refused = 0
        for name, expected, members in cases():
            inner = expected.startswith("emphasis: ")
            title = '"title": {"text": ""' + (", " + members + "}" if inner else "}, " + members)
            poster = json.loads('{"format": "sixiang-poster", "version": 2, ' + title + "}")
            with self.subTest(name):
                valid = self.validator.is_valid(poster)
                self.assertEqual(valid, any(words in expected for words in BEYOND))
                refused += not valid
        self.assertGreater(refused, 70)

    def test_unknown_members_are_allowed(self):
        poster = json.loads(read("assets", "posters", "generative-models.json"))
        poster["x-tool"] = {"anything": [1, None]}
        poster["$schema"] = "poster.schema.json"
        poster["sections"][0]["note"] = "…"
        self.assertTrue(self.validator.is_valid(poster))


if __name__ == "__main__":
    unittest.main()
