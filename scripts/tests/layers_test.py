#!/usr/bin/python3
"""scripts/layers finds what it is there to find."""

import os
import subprocess
import tempfile
import unittest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


class Layers(unittest.TestCase):
    def run_layers(self, files, layers="low:\nhigh: low\n"):
        with tempfile.TemporaryDirectory() as folder:
            for name, text in {"layers.txt": layers, **files}.items():
                path = os.path.join(folder, name)
                os.makedirs(os.path.dirname(path), exist_ok=True)
                with open(path, "w", encoding="utf-8") as file:
                    file.write(text)
            result = subprocess.run([f"{ROOT}/scripts/layers", folder], capture_output=True, text=True)
            return result.returncode, result.stderr

    def test_down_and_sideways_is_allowed(self):
        files = {"low/a.h": "", "low/b.cpp": '#include "low/a.h"\n', "high/c.h": '#include "low/a.h"\n#include <map>\n'}
        self.assertEqual(self.run_layers(files), (0, ""))

    def test_up_is_not(self):
        status, message = self.run_layers({"low/a.h": '\n#include "high/c.h"\n', "high/c.h": ""})
        self.assertEqual(status, 1)
        self.assertIn("low/a.h:2: 'low' must not include 'high'", message)

    def test_two_types_of_one_name(self):
        one, other = "namespace a {\nstruct Same {\n};\n}\n", "namespace b {\nstruct Same {\n};\n}\n"
        self.assertEqual(self.run_layers({"low/a.h": one, "high/b.h": other}), (0, ""))
        status, message = self.run_layers({"low/a.h": one, "high/b.h": one})
        self.assertEqual(status, 1)
        self.assertIn("a::Same is a type of", message)

    def test_missing_header(self):
        self.assertIn("there is no src/low/x.h", self.run_layers({"high/c.h": '#include "low/x.h"\n'})[1])

    def test_header_without_its_layer(self):
        self.assertIn('write "layer/file.h"', self.run_layers({"low/a.cpp": '#include "a.h"\n', "low/a.h": ""})[1])

    def test_folder_that_is_no_layer(self):
        self.assertIn("not a layer", self.run_layers({"other/a.h": ""})[1])

    def test_circle(self):
        self.assertIn("not written above", self.run_layers({}, "low: high\nhigh: low\n")[1])


if __name__ == "__main__":
    unittest.main()
