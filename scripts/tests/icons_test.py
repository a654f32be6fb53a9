#!/usr/bin/python3
"""The icons' table, and how their drawings are read."""

import importlib.machinery
import importlib.util
import math
import os
import re
import sys
import tempfile
import unittest
import zlib

sys.dont_write_bytecode = True
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, "scripts", "icons"))

from outlines import Arc, Cubic, Line, Unreadable, path_contours, read_icon, reversed_contour  # noqa: E402

loader = importlib.machinery.SourceFileLoader("icons_build", os.path.join(ROOT, "scripts", "icons", "build"))
build = importlib.util.module_from_spec(importlib.util.spec_from_loader("icons_build", loader))
loader.exec_module(build)


def rounded(points):
    return [tuple(round(coordinate, 3) for coordinate in point) for point in points]


def read(elements):
    with tempfile.NamedTemporaryFile("w", suffix=".svg") as file:
        file.write(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">{elements}</svg>')
        file.flush()
        return read_icon(file.name)


class Outlines(unittest.TestCase):
    def test_lines(self):
        (contour,) = path_contours("m1 2 3 4h-1V9L0,0")
        self.assertEqual(contour.points(), [(1, 2), (4, 6), (3, 6), (3, 9), (0, 0)])
        self.assertFalse(contour.closed)

    def test_numbers_without_blanks(self):
        (contour,) = path_contours("M.5.5-1e0-2.5a1 1 0 012 0")
        self.assertEqual(contour.points()[:2], [(0.5, 0.5), (-1, -2.5)])
        self.assertEqual(rounded([contour.end]), [(1, -2.5)])

    def test_a_closed_contour_is_followed_from_its_start(self):
        first, second = path_contours("M1 1h2v2zl5 5")
        self.assertTrue(first.closed)
        self.assertEqual(second.points(), [(1, 1), (6, 6)])

    def test_curves_mirror_their_handles(self):
        (contour,) = path_contours("M0 0c0 1 1 2 2 2s2-1 2-2")
        self.assertEqual(contour.segments[1], Cubic((3, 2), (4, 1), (4, 0)))
        (contour,) = path_contours("M0 0q3 3 6 0t6 0")
        self.assertEqual(rounded([contour.segments[1].first, contour.segments[1].end]), [(8, -2), (12, 0)])

    def test_arcs_of_circles_stay_arcs(self):
        (contour,) = path_contours("M0 0a5 5 0 0 1 5 5")
        self.assertAlmostEqual(contour.segments[0].bulge, math.tan(math.pi / 8))
        (contour,) = path_contours("M0 0a5 5 0 0 0 5 5")
        self.assertAlmostEqual(contour.segments[0].bulge, -math.tan(math.pi / 8))
        for point in path_contours("M5 0a5 5 0 1 1 0-.01")[0].points():
            self.assertAlmostEqual(math.dist(point, (0, -0.005)), 5, delta=0.01)
        self.assertEqual([type(s) for s in path_contours("M0 0a3 5 0 0 1 3 5")[0].segments], [Cubic])
        self.assertEqual(path_contours("M0 0a0 5 0 0 1 3 5")[0].segments, [Line((3, 5))])

    def test_shapes(self):
        elements = '<circle cx="12" cy="12" r="10"/><rect x="2" y="3" width="4" height="5" rx="1"/>'
        elements += '<ellipse cx="12" cy="5" rx="9" ry="3"/><line x1="1" x2="2" y1="3" y2="4"/>'
        elements += '<polyline points="1 1 5 5 9 1"/>'
        circle, rectangle, ellipse, line, polyline = read(elements)
        self.assertAlmostEqual(circle.area(), math.pi * 100, delta=10)
        self.assertAlmostEqual(rectangle.area(), 20 - (4 - math.pi), delta=0.05)
        self.assertEqual(sum(isinstance(segment, Arc) for segment in rectangle.segments), 4)
        self.assertAlmostEqual(ellipse.area(), math.pi * 27, delta=3)
        self.assertEqual(line.points(), [(1, 3), (2, 4)])
        self.assertFalse(polyline.closed)

    def test_what_the_pen_covers_is_solid(self):
        ring, dot, touch = read('<circle cx="9" cy="9" r="2"/><circle cx="9" cy="9" r="1"/><path d="M5 5h.01"/>')
        self.assertEqual([ring.solid, dot.solid, touch.solid], [False, True, True])
        self.assertGreater(touch.area(), 0.3)

    def test_what_is_not_understood_is_said(self):
        for element in ('<text/>', '<path d="M1 1X2"/>', '<path d="M1"/>', '<path d="M1 1" transform="scale(2)"/>'):
            with self.assertRaises(Unreadable, msg=element):
                read(element)

    def test_reversed(self):
        (contour,) = path_contours("M0 0h4a2 2 0 0 1 2 2c0 3 1 4 2 4")
        back = reversed_contour(contour)
        self.assertEqual(rounded(back.points()), rounded(reversed(contour.points())))


class Table(unittest.TestCase):
    def test_what_is_filled(self):
        contours = read('<path d="M2 2h9v9H2z"/><path d="M20 2h-4"/><path d="M2 20h9v-4"/>')
        kinds = [kind for kind, _ in build.kinds_of(contours, None)]
        self.assertEqual(kinds, [build.STROKED_AND_FILLED, build.STROKED, build.STROKED])
        kinds = [kind for kind, _ in build.kinds_of(contours, "0 1+2")]
        self.assertEqual(kinds, [build.STROKED_AND_FILLED, build.STROKED, build.STROKED, build.FILLED])
        self.assertEqual({kind for kind, _ in build.kinds_of(contours, "none")}, {build.STROKED})

    def test_a_line_that_closes_what_is_filled(self):
        contours = read('<path d="M2 2h9v9"/><path d="M12 2v9H3"/>')
        kinds = build.kinds_of(contours, "=1 0")
        self.assertEqual([kind for kind, _ in kinds], [build.STROKED_AND_FILLED, build.STROKED_AND_FILLED])
        self.assertEqual([contour.closed for _, contour in kinds], [False, True])

    def test_mistakes(self):
        for text in ("rocket | 火箭\n", "a | 一 | b\na | 二 | c\n", "a |  | b\n"):
            with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
                file.write(text)
                file.flush()
                with self.assertRaises(build.Mistake, msg=text):
                    build.read_table(file.name)
        with self.assertRaises(build.Mistake):
            build.source([("no-such-icon", "无", "none", None)], build.ICONS)

    def test_size(self):
        text = build.source(build.read_table(), build.ICONS)
        numbers = re.search(r"kOutlines\[\] = \{(.*?)\};", text, re.S).group(1)
        outlines = bytes(int(number) for number in numbers.split(",") if number.strip())
        words = re.search(r"kTexts\[\] =(.*?);", text, re.S).group(1).encode()
        self.assertLess(len(zlib.compress(outlines, 9)) + len(zlib.compress(words, 9)), 48_000)


if __name__ == "__main__":
    unittest.main()
