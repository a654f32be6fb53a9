#!/usr/bin/python3
"""scripts/lib/gallery.py counts what differs, shows where, and puts it first.

Pictures are read by Debian's python3-pil (scripts/setup pictures).
"""

import os
import subprocess
import sys
import tempfile
import unittest

from PIL import Image

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
WHITE, INK = (255, 255, 255, 255), (10, 20, 30, 255)


class Gallery(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        for side in ("before", "after"):
            os.mkdir(os.path.join(self.folder, side))

    def path(self, *parts):
        return os.path.join(self.folder, *parts)

    def draw(self, side, name, size=(8, 6), dots=(), said=""):
        picture = Image.new("RGBA", size, WHITE)
        for dot in dots:
            picture.putpixel(dot, INK)
        picture.save(self.path(side, name + ".png"))
        self.say(side, name, said)

    def say(self, side, name, said):
        with open(self.path(side, name + ".txt"), "w", encoding="utf-8") as file:
            file.write(said)

    def run_gallery(self):
        command = [sys.executable, f"{ROOT}/scripts/lib/gallery.py", self.folder, "abc1234 A change"]
        lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
        with open(self.path("index.html"), encoding="utf-8") as file:
            return lines, file.read()

    def test_counts_pixels_and_puts_the_most_changed_first(self):
        self.draw("before", "a-little")
        self.draw("after", "a-little", dots=[(1, 1)])
        self.draw("before", "more")
        self.draw("after", "more", dots=[(1, 1), (2, 1), (7, 5)])
        self.draw("before", "same", dots=[(3, 3)])
        self.draw("after", "same", dots=[(3, 3)])
        lines, page = self.run_gallery()
        self.assertEqual(lines[0], "2 of 3 posters differ from abc1234 A change")
        self.assertEqual(lines[1:3], ["  more: 3 pixels, 6.25 %", "  a-little: 1 pixel, 2.08 %"])
        self.assertLess(page.index("more: 3 pixels"), page.index("a-little: 1 pixel,"))
        self.assertIn("Unchanged: 1", page)
        with Image.open(self.path("difference", "a-little.png")) as difference:
            red = [(x, y) for y in range(6) for x in range(8) if difference.getpixel((x, y)) == (214, 0, 0)]
        self.assertEqual(red, [(1, 1)])

    def test_a_picture_that_grew_differs_where_it_grew(self):
        self.draw("before", "grown", size=(8, 6))
        self.draw("after", "grown", size=(8, 7))
        self.assertIn("  grown: 8 pixels, 14.29 %", self.run_gallery()[0])

    def test_one_that_is_no_longer_drawn(self):
        self.draw("before", "refused")
        self.say("after", "refused", "error: <what> is wrong")
        lines, page = self.run_gallery()
        self.assertIn("  refused: 48 pixels, 100.00 %", lines)
        self.assertIn("error: &lt;what&gt; is wrong", page)

    def test_a_warning_that_went(self):
        self.draw("before", "quiet", said="warning: it is too long")
        self.draw("after", "quiet")
        self.assertIn("  quiet: only what is said", self.run_gallery()[0])


if __name__ == "__main__":
    unittest.main()
