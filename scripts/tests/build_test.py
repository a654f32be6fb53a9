#!/usr/bin/python3
"""scripts/build asks for all that it compiles with: on a clean checkout nothing is there but what it asked for."""

import os
import shutil
import subprocess
import tempfile
import unittest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


class Build(unittest.TestCase):
    def steps(self, *arguments):
        """What it runs, a line each, where every step only says its name and arguments."""
        with tempfile.TemporaryDirectory() as folder:
            scripts = os.path.join(folder, "scripts")
            shutil.copytree(os.path.join(ROOT, "scripts", "lib"), os.path.join(scripts, "lib"))
            shutil.copy(os.path.join(ROOT, "scripts", "build"), scripts)
            log = os.path.join(folder, "log")
            for name in ("setup", "fonts/build", "web/assemble"):
                path = os.path.join(scripts, name)
                os.makedirs(os.path.dirname(path), exist_ok=True)
                with open(path, "w", encoding="utf-8") as file:
                    file.write(f'#!/bin/sh\necho {name} "$@" >>"{log}"\n')
                os.chmod(path, 0o755)
            with open(os.path.join(scripts, "lib", "compile.sh"), "w", encoding="utf-8") as file:
                file.write(f'compile() {{ echo compile "$@" >>"{log}"; }}\n')
            subprocess.run([os.path.join(scripts, "build"), *arguments], check=True, capture_output=True)
            with open(log, encoding="utf-8") as file:
                return file.read().splitlines()

    def test_page_needs_the_command_line(self):
        for arguments in ((), ("web",)):
            steps = self.steps(*arguments)
            self.assertEqual(steps[0], "setup native web fonts")
            self.assertLess(steps.index("compile release sixiang"), steps.index("web/assemble"))
            self.assertEqual(steps[-1], "web/assemble")

    def test_command_line_alone(self):
        self.assertEqual(self.steps("native"), ["setup native fonts", "fonts/build", "compile release sixiang"])


if __name__ == "__main__":
    unittest.main()
