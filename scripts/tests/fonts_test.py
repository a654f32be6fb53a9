#!/usr/bin/python3
"""The built fonts: complete, disjoint, and with the outlines of the fonts they were cut from."""

import gzip
import hashlib
import io
import json
import os
import sys
import unittest

sys.dont_write_bytecode = True
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, "scripts", "fonts"))

from fontTools.ttLib import TTFont  # noqa: E402

from characters import FREQUENT, GB2312_HAN  # noqa: E402
from faces import MARKER_LACKS, faces  # noqa: E402

FONTS = os.path.join(ROOT, "build", "fonts")


def codes(piece):
    found, end = [], 0
    for step, more in zip(piece["ranges"][::2], piece["ranges"][1::2]):
        found += range(end + step, end + step + more + 1)
        end += step + more
    return found


class Fonts(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with open(os.path.join(FONTS, "manifest.json"), encoding="utf-8") as file:
            cls.manifest = json.load(file)
        cls.faces = {face["id"]: face for face in cls.manifest["faces"]}
        cls.data = {}
        for face in cls.manifest["faces"]:
            for piece in face["slices"]:
                with open(os.path.join(FONTS, piece["file"]), "rb") as file:
                    cls.data[piece["file"]] = file.read()

    def covered(self, id):
        return {code for piece in self.faces[id]["slices"] for code in codes(piece)}

    def test_order_of_fallback(self):
        self.assertEqual([face["id"] for face in self.manifest["faces"]], ["marker", "wenkai", "sans", "math", "emoji", "dejavu"])

    def test_files_are_what_the_manifest_says(self):
        for face in self.manifest["faces"]:
            self.assertTrue(os.path.getsize(os.path.join(FONTS, face["license"])) > 1000)
            for piece in face["slices"]:
                data = self.data[piece["file"]]
                self.assertEqual(len(gzip.compress(data, 9, mtime=0)), piece["gzip_bytes"])
                self.assertIn(f".{hashlib.sha256(data).hexdigest()[:8]}.", piece["file"])

    def test_slices_of_a_face_are_disjoint(self):
        for face in self.manifest["faces"]:
            seen = set()
            for piece in face["slices"]:
                self.assertEqual(seen & set(codes(piece)), set(), piece["file"])
                seen.update(codes(piece))

    def test_first_tier_is_the_first_slice(self):
        for face in self.manifest["faces"]:
            others = ["first_tier" in p for p in face["slices"]][1 if "first_tier" in face["slices"][0] else 0 :]
            self.assertEqual(others, [False] * len(others))
            self.assertTrue("first_tier" in face["slices"][0] or face["id"] == "emoji", face["id"])

    def test_the_most_frequent_characters_are_in_the_first_tier_or_everyday(self):
        for id in ("marker", "sans"):
            soon = {c for p in self.faces[id]["slices"] if "first_tier" in p or "everyday" in p for c in codes(p)}
            self.assertEqual(set(FREQUENT[:1000]) - soon, set())
        soon = [p for face in self.manifest["faces"] for p in face["slices"] if "everyday" in p]
        self.assertLess(sum(p["gzip_bytes"] for p in soon), 450_000)

    def test_all_that_the_sources_offer_is_in_a_slice(self):
        for face in faces():
            offered = set()
            for path in face.files:
                offered |= TTFont(path).getBestCmap().keys()
            private = {c for c in offered if 0xE000 <= c < 0xF900 or c >= 0xF0000}
            self.assertEqual(offered - private - face.lacks - self.covered(face.id), set(), face.id)

    def test_what_only_a_fallback_has_is_apart_from_what_it_shares(self):
        marker = self.covered("marker")
        for piece in self.faces["wenkai"]["slices"][1:]:
            han = GB2312_HAN & set(codes(piece))
            self.assertTrue(han <= marker or han.isdisjoint(marker), piece["file"])

    def test_slice_has_exactly_its_characters(self):
        for face in self.manifest["faces"]:
            for piece in face["slices"]:
                cmap = TTFont(io.BytesIO(self.data[piece["file"]])).getBestCmap()
                self.assertEqual(sorted(cmap), codes(piece), piece["file"])

    def test_all_of_gb2312(self):
        self.assertEqual(len(GB2312_HAN), 6763)
        self.assertEqual(GB2312_HAN - self.covered("wenkai"), set())
        self.assertEqual(GB2312_HAN - self.covered("sans"), set())
        self.assertGreater(len(GB2312_HAN & self.covered("marker")), 6000)

    def test_marker_leaves_chinese_punctuation_to_wenkai(self):
        lacks = set(map(ord, MARKER_LACKS))
        self.assertEqual(lacks & self.covered("marker"), set())
        self.assertGreaterEqual(self.covered("wenkai") | self.covered("sans"), lacks)

    def test_outlines_and_advances_are_the_sources(self):
        for face in faces():
            originals = {}
            for path in face.files:
                font = TTFont(path)
                for code, name in font.getBestCmap().items():
                    originals.setdefault(code, (font, name))
            pieces = self.faces[face.id]["slices"]
            # Every slice of a small face; of a large one the first, the last and some between.
            for piece in pieces[:: max(1, len(pieces) // 6)] + pieces[-1:]:
                font = TTFont(io.BytesIO(self.data[piece["file"]]))
                glyphs = font["glyf"]
                for code, name in font.getBestCmap().items():
                    original, other = originals[code]
                    self.assertEqual(font["hmtx"][name], original["hmtx"][other], hex(code))
                    points = glyphs[name].getCoordinates(glyphs)
                    expected = original["glyf"][other].getCoordinates(original["glyf"])
                    self.assertEqual([list(part) for part in points], [list(part) for part in expected], hex(code))

    def test_formula_face_has_its_table_and_every_glyph_it_names(self):
        piece = self.faces["math"]["slices"][0]
        font = TTFont(io.BytesIO(self.data[piece["file"]]))
        self.assertEqual(len(self.faces["math"]["slices"]), 1)
        self.assertEqual(font["maxp"].numGlyphs, 4060)
        self.assertGreater(len(font["MATH"].table.MathVariants.VertGlyphCoverage.glyphs), 100)

    def test_latin_kerning_survives(self):
        piece = self.faces["sans"]["slices"][0]
        font = TTFont(io.BytesIO(self.data[piece["file"]]))
        cmap = font.getBestCmap()
        self.assertLess(font["kern"].kernTables[0].kernTable[cmap[ord("A")], cmap[ord("V")]], 0)


if __name__ == "__main__":
    unittest.main()
