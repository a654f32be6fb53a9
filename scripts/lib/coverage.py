#!/usr/bin/python3
"""Prints how many lines of each source file below a folder of objects were run, and which were not.

  coverage.py ROOT OBJECT-FOLDER      called by scripts/coverage
"""

import collections
import json
import os
import subprocess
import sys


def read_counts(root, folder):
    """{source file: {line: how often it was run}}; a line of several functions counts with the one run most."""
    counts = collections.defaultdict(dict)
    compiled_in = folder.split("/CMakeFiles/")[0]  # a compiler cache may have made the paths relative to it
    for parent, _, names in os.walk(folder):
        for name in names:
            if not name.endswith(".gcno"):
                continue
            command = ["gcov", "--json-format", "--stdout", os.path.join(parent, name)]
            answer = subprocess.run(command, check=True, capture_output=True, text=True, cwd=compiled_in).stdout
            for document in answer.splitlines():
                for file in json.loads(document)["files"]:
                    path = os.path.relpath(os.path.realpath(os.path.join(compiled_in, file["file"])), os.path.realpath(root))
                    for line in file["lines"]:
                        old = counts[path].get(line["line_number"], 0)
                        counts[path][line["line_number"]] = max(old, line["count"])
    return counts


def source_folder(folder):
    """That of the sources that the objects were made of."""
    paths = [os.path.relpath(parent, folder) for parent, _, names in os.walk(folder)
             if any(name.endswith(".gcno") for name in names)]
    if not paths:
        raise SystemExit(f"{folder}: no source file was counted")
    return os.path.commonpath(paths)


def ranges(numbers):
    """"3-5, 9" for [3, 4, 5, 9]."""
    parts = []
    for number in sorted(numbers):
        if parts and parts[-1][1] == number - 1:
            parts[-1][1] = number
        else:
            parts.append([number, number])
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in parts)


def main():
    root, folder = sys.argv[1:]
    counts = read_counts(root, folder)
    # Headers of other layers are there too, for what they define inline.
    own = source_folder(folder)
    total_run = total = 0
    for path in sorted(counts):
        if os.path.dirname(path) != own:
            continue
        lines = counts[path]
        missed = [line for line, count in lines.items() if count == 0]
        run = len(lines) - len(missed)
        total_run, total = total_run + run, total + len(lines)
        print(f"{100 * run / len(lines):5.1f} %  {run:4}/{len(lines):<4}  {path}" +
              (f"   not: {ranges(missed)}" if missed else ""))
    print(f"{100 * total_run / total:5.1f} %  {total_run:4}/{total:<4}  in all")


main()
