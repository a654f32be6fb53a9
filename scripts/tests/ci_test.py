#!/usr/bin/python3
"""The last line of .ci/run adds up what the tests and the checks say, and nothing that goes wrong is lost."""

import os
import shutil
import subprocess
import tempfile
import unittest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


class ContinuousIntegration(unittest.TestCase):
    def run_with(self, test, check, part="oracle"):
        """(exit status, last line) where scripts/test and that part of scripts/check are these commands."""
        with tempfile.TemporaryDirectory() as folder:
            os.makedirs(os.path.join(folder, ".ci"))
            os.makedirs(os.path.join(folder, "scripts"))
            shutil.copy(os.path.join(ROOT, ".ci", "run"), os.path.join(folder, ".ci", "run"))
            others = f"[ \"$1\" = {part} ] || {{ echo '0 passed, 0 failed'; exit 0; }}"
            for name, command in (("test", test), ("check", others + "\n" + check)):
                path = os.path.join(folder, "scripts", name)
                with open(path, "w", encoding="utf-8") as file:
                    file.write(f"#!/bin/sh\n{command}\n")
                os.chmod(path, 0o755)
            result = subprocess.run([os.path.join(folder, ".ci", "run")], capture_output=True, text=True)
            return result.returncode, result.stdout.splitlines()[-1]

    def test_adds_up(self):
        self.assertEqual(self.run_with("echo '3 passed, 0 failed'", "echo '4 passed, 0 failed'"), (0, "7 passed, 0 failed"))

    def test_goes_on_after_a_failure(self):
        answer = self.run_with("echo '3 passed, 2 failed'; exit 1", "echo '4 passed, 0 failed'")
        self.assertEqual(answer, (1, "7 passed, 2 failed"))

    def test_a_part_that_fails_stops_no_other(self):
        parts = "if [ \"$1\" = format ]; then exit 1; fi; echo '1 passed, 0 failed'"
        status, line = self.run_with("echo '3 passed, 0 failed'", parts, part='"$1"')
        self.assertEqual(status, 1)
        self.assertRegex(line, r"^\d+ passed, 1 failed$")
        self.assertGreater(int(line.split()[0]), 3 + 3)

    def test_one_that_ends_without_its_line(self):
        self.assertEqual(self.run_with("echo stopped", "echo '4 passed, 0 failed'"), (1, "4 passed, 1 failed"))

    def test_one_that_ends_badly_though_its_line_is_good(self):
        answer = self.run_with("echo '3 passed, 0 failed'", "echo '4 passed, 0 failed'; exit 3")
        self.assertEqual(answer, (1, "7 passed, 1 failed"))


if __name__ == "__main__":
    unittest.main()
