#!/usr/bin/python3
"""The command line as specs/command-line.md promises it: exit statuses, one line an error, both languages."""

import json
import os
import struct
import subprocess
import tempfile
import unittest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SIXIANG = os.path.join(ROOT, "build", "native", "sixiang")
POSTER = os.path.join(ROOT, "assets", "posters", "generative-models.json")
DONE, WRONG_INPUT, USAGE, FILE_TROUBLE = 0, 1, 2, 3


def run(*arguments, text=b"", locale="C.UTF-8", stdout=subprocess.PIPE):
    environment = {**os.environ, "LC_ALL": locale, "SIXIANG_FONTS": os.path.join(ROOT, "build", "fonts")}
    if isinstance(text, str):
        text = text.encode()
    return subprocess.run([SIXIANG, *arguments], input=text, stdout=stdout, stderr=subprocess.PIPE, env=environment,
                          timeout=60, check=False)  # fmt: skip


def document(members):
    return '{"format": "sixiang-poster", "version": 2, "title": {"text": "x"}' + members + "}"


class CommandLine(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def path(self, name):
        return os.path.join(self.folder, name)

    def assert_refused(self, result, status, *parts):
        message = result.stderr.decode()
        self.assertEqual(result.returncode, status, message)
        self.assertEqual(message.count("\n"), 1, message)
        self.assertTrue(message.startswith("sixiang: "), message)
        for part in parts:
            self.assertIn(part, message)

    def test_help_and_version(self):
        for arguments in [["--help"], ["-h"], ["render", "--help"], ["check", "-h"], ["layout", "-h"], ["schema", "-h"],
                          ["import", "-h"], ["outline", "-h"], ["formula", "-h"]]:
            english, chinese = run(*arguments), run(*arguments, "--lang", "zh")
            self.assertEqual((english.returncode, english.stderr), (DONE, b""))
            self.assertIn("Usage: sixiang", english.stdout.decode())
            self.assertIn("用法: sixiang", chinese.stdout.decode())
            self.assertNotIn("ption", chinese.stdout.decode())
        self.assertRegex(run("--version").stdout.decode(), r"^sixiang \d+\.\d+\.\d+\n$")

    def test_wrong_calls(self):
        out = self.path("out.png")
        for arguments, part in [
            ([], "no command"),
            (["paint"], 'no command "paint"'),
            (["render"], "POSTER is missing"),
            (["render", POSTER], "--output is missing"),
            (["render", POSTER, "-o"], "--output is to be followed by a value"),
            (["render", POSTER, "-o", "poster.jpg"], 'expected a file that ends in png, found "poster.jpg"'),
            (["render", POSTER, "-o", out, "--bogus"], 'not expected here: "--bogus"'),
            (["render", POSTER, POSTER, "-o", out], "not expected here"),
            (["render", POSTER, "-o", out, "-o", out], "--output is given twice"),
            (["check", "--lang", "fr", POSTER], 'expected en or zh, found "fr"'),
            (["formula", "-x"], 'not expected here: "-x"'),
            (["formula", "x", "--inline", "--display"], "exclude each other"),
            (["formula", "x", "--size", "3"], "4 to 2048"),
        ]:
            with self.subTest(arguments):
                self.assert_refused(run(*arguments), USAGE, part)
        for size in ["63", "16385", "0", "-1", "1e3", "100.5", "abc", "", "99999999999999999999"]:
            with self.subTest(size):
                result = run("render", POSTER, "-o", out, "--size", size)
                self.assert_refused(result, USAGE, f'--size: expected a whole number, 64 to 16384, found "{size}"')
                result = run("render", POSTER, "-o", out, "--size", size, "--lang=zh")
                self.assert_refused(result, USAGE, f'--size: 应为 64 至 16384 的整数，实为 "{size}"')
        self.assertFalse(os.path.exists(out))

    def test_language(self):
        missing = self.path("missing.json")
        for locale, arguments, words in [
            ("C", [], "there is no such file"),
            ("zh_CN.UTF-8", [], "不存在"),
            ("zh_CN.UTF-8", ["--lang", "en"], "there is no such file"),
            ("C", ["--lang", "zh"], "不存在"),
        ]:
            self.assert_refused(run("check", missing, *arguments, locale=locale), FILE_TROUBLE, missing, words)
            self.assert_refused(run(*arguments, "check", missing, locale=locale), FILE_TROUBLE, missing, words)

    def test_files_that_cannot_be_read_or_written(self):
        self.assert_refused(run("check", self.folder), FILE_TROUBLE, "it is a folder")
        self.assert_refused(run("check", ""), FILE_TROUBLE, "no such file")
        self.assert_refused(run("check", "--fonts", self.folder, POSTER), FILE_TROUBLE, "manifest.json", "scripts/build")
        self.assert_refused(run("render", POSTER, "-o", self.folder), FILE_TROUBLE, "it is a folder")
        self.assert_refused(run("render", POSTER, "-o", self.path("no/out.png")), FILE_TROUBLE, "cannot write")
        self.assert_refused(run("render", POSTER, "-o", "/dev/full"), FILE_TROUBLE, "no space is left")
        warned = document(', "fonts": {"title": "nowhere"}')
        with open("/dev/full", "wb") as full:
            for arguments in [["--help"], ["--version"], ["check", "-"], ["layout", "-"], ["render", "-", "-o", "-"],
                              ["formula", "x"], ["formula", "x", "--tree"], ["formula", "x", "-o", "-"]]:  # fmt: skip
                with self.subTest(arguments):
                    self.assert_refused(run(*arguments, text=warned, stdout=full), FILE_TROUBLE, "stdout: cannot write")

    def test_damaged_fonts(self):
        whole = os.path.join(ROOT, "build", "fonts")
        for name in os.listdir(whole):
            os.symlink(os.path.join(whole, name), self.path(name))
        name = next(name for name in os.listdir(whole) if name.startswith("marker-0."))
        with open(os.path.join(whole, name), "rb") as file:
            data = file.read()
        flipped = data[:5000] + bytes([data[5000] ^ 4]) + data[5001:]
        for changed in [flipped, data[:-1], data[: len(data) // 2], b"", data + b"\0"]:
            os.remove(self.path(name))
            with open(self.path(name), "wb") as file:
                file.write(changed)
            for arguments in [["check", POSTER], ["layout", POSTER], ["formula", "x"]]:
                result = run(*arguments, "--fonts", self.folder)
                self.assert_refused(result, FILE_TROUBLE, name, "damaged", "scripts/build")
                self.assertEqual(result.stdout, b"")

    def test_documents_that_are_none(self):
        for text, parts in [
            (b"", ["line 1, column 1", "empty"]),
            ("四象".encode("gbk"), ["UTF-8"]),
            ("{}".encode("utf-16"), ["UTF-16"]),
            (b"[" * 10_000_000, ["larger than 2 MiB"]),
            (b"[" * 1_000_000, ["nested too deeply"]),
            (b'{"format": NaN}', ["line 1, column 12", "finite"]),
            (document(', "palette": {"ink": "mauve"}'), ["palette.ink", "expected a colour", "mauve"]),
            (document(', "page": {"width": 1e999}'), ["too large"]),
            (document(', "title": {"text": "y"}'), ["twice"]),
            (document(', "sections": null'), ["sections", "expected a list", "null"]),
        ]:
            with self.subTest(parts):
                self.assert_refused(run("check", "-", text=text), WRONG_INPUT, "stdin: ", *parts)
                self.assert_refused(run("render", "-", "-o", self.path("out.png"), text=text), WRONG_INPUT, *parts)
        self.assertEqual(os.listdir(self.folder), [])

    def test_sizes(self):
        def size_of(page, size):
            picture = run("render", "-", "-o", "-", *size, text=document(f', "page": {page}')).stdout
            self.assertEqual(picture[:8], b"\x89PNG\r\n\x1a\n")
            return struct.unpack(">II", picture[16:24])

        self.assertEqual(size_of('{"width": 200, "height": 100}', []), (200, 100))
        self.assertEqual(size_of('{"width": 200, "height": 100}', ["--size", "64"]), (64, 32))
        self.assertEqual(size_of('{"width": 16384, "height": 64}', ["--size", "16384"]), (16384, 64))
        tall = document(', "page": {"width": 1080, "height": 8000}')
        for size in ["16384", "8192"]:
            result = run("render", "-", "-o", "-", "--size", size, text=tall)
            self.assert_refused(result, WRONG_INPUT, "64 megapixels")

    def test_output_replaces_the_file_and_keeps_a_link(self):
        target, link = self.path("target.png"), self.path("link.png")
        with open(target, "wb") as file:
            file.write(b"old")
        os.symlink("target.png", link)
        self.assertEqual(run("render", POSTER, "-o", link, "--size", "64").returncode, DONE)
        self.assertTrue(os.path.islink(link))
        with open(target, "rb") as file:
            self.assertEqual(file.read(4), b"\x89PNG")
        self.assertEqual(sorted(os.listdir(self.folder)), ["link.png", "target.png"])

    def test_a_newer_format_is_shown_with_a_warning(self):
        newer = '{"format": "sixiang-poster", "version": 3, "layout": "pipeline", "title": {"text": "x"}}'
        self.assertIn("format version 3", run("check", "-", text=newer).stdout.decode())
        result = run("render", "-", "-o", self.path("out.png"), text=newer)
        self.assertEqual(result.returncode, DONE)
        self.assertRegex(result.stderr.decode(), r"^warning: .*format version 3.*\n$")

    def test_a_mistake_in_a_formula_is_a_warning_of_every_command(self):
        text = document(', "sections": [{"id": "a", "title": "b", "content": [{"text": "$\\\\fraq{1}{2}$"}]}]')
        for arguments, stream in [(["check", "-"], "stdout"), (["render", "-", "-o", self.path("out.png")], "stderr")]:
            for language, word in [("en", "warning: a.content.0: "), ("zh", "警告：a.content.0：")]:
                result = run(*arguments, "--lang", language, text=text)
                self.assertEqual(result.returncode, DONE)
                lines = getattr(result, stream).decode().splitlines()
                self.assertTrue(lines and all(line.startswith(word) for line in lines), lines)
        result = run("layout", "-", text=text)
        self.assertEqual((result.returncode, result.stderr), (DONE, b""))
        self.assertEqual(json.loads(result.stdout)["diagnostics"][0]["severity"], "error")
        self.assertEqual(run("check", "-", text=document("")).stdout, b"")

    def test_a_hint_is_no_warning(self):
        text = document(', "sections": [{"id": "a", "title": "b", "content": [{"text": "x^2 + y_i"}]}]')
        for language, word in [("en", "hint: a.content.0: "), ("zh", "提示：a.content.0：")]:
            result = run("check", "-", "--lang", language, text=text)
            self.assertEqual((result.returncode, result.stdout), (DONE, b""))
            self.assertTrue(result.stderr.decode().startswith(word), result.stderr)
        diagnostic = json.loads(run("layout", "-", text=text).stdout)["diagnostics"][0]
        self.assertEqual((diagnostic["severity"], diagnostic["offset"], diagnostic["length"]), ("hint", 0, 9))

    def test_formulas_beyond_the_limit_are_refused_at_once(self):
        self.assertEqual(run("formula", "a" * 4096).returncode, DONE)
        for source in ["a" * 4097, "中" * 30_000, "a" * 100_000]:
            result = run("formula", source, "-o", self.path("out.png"))
            self.assert_refused(result, WRONG_INPUT, f"has {len(source)} characters", "at most 4096")
        self.assert_refused(run("formula", "a" * 5000, "--lang", "zh"), WRONG_INPUT, "公式有 5000 个字符", "最多 4096 个")
        self.assertEqual(os.listdir(self.folder), [])

    def test_a_brief_becomes_a_poster(self):
        brief = os.path.join(ROOT, "tests", "cases", "briefs", "a2-energy-ring.md")
        poster, report = self.path("poster.json"), self.path("report.json")
        imported = run("import", brief, "-o", poster, "--report", report)
        self.assertEqual((imported.returncode, imported.stdout), (DONE, b""))
        self.assertIn("line 14: Faint line drawing", imported.stderr.decode())
        with open(report, encoding="utf-8") as file:
            entries = json.load(file)
        self.assertEqual({key for entry in entries for key in entry}, {"line", "text", "why"})
        self.assertIn("核能 下一篇再讲", [entry["text"] for entry in entries])
        self.assertEqual(run("layout", brief).stdout, run("layout", poster).stdout)
        with open(brief, "rb") as file, open(poster, "rb") as written:
            self.assertEqual(run("import", "-", "-o", "-", text=file.read()).stdout, written.read())
        chinese = run("import", brief, "-o", poster, "--lang", "zh").stderr.decode()
        self.assertIn("第 14 行：Faint line drawing", chinese)
        self.assertIn("line 2: front matter", run("import", brief, "--reading").stdout.decode())

    def test_several_briefs_in_one_file(self):
        text = "---\n# 01-a\n## 甲\n- 一\n---\n# 02-b\n## 乙\n- 二\n"
        self.assertEqual(run("import", "-", "-o", self.path("p.json"), text=text).returncode, DONE)
        for number, title in [(1, "甲"), (2, "乙")]:
            with open(self.path(f"p-{number}.json"), encoding="utf-8") as file:
                self.assertEqual(json.load(file)["sections"][0]["title"], title)

    def test_what_is_no_brief_is_refused(self):
        self.assert_refused(run("import", "-", text="只有一句话"), WRONG_INPUT, "no sections")
        self.assert_refused(run("import", "-", text="\n" * 6000), WRONG_INPUT, "5,000 lines")
        self.assert_refused(run("import", "-", text="四象海报".encode("gbk")), WRONG_INPUT, "UTF-8")
        self.assert_refused(run("import", self.path("none.md")), FILE_TROUBLE)

    def test_an_outline_is_the_poster(self):
        outline, poster = self.path("poster.md"), self.path("poster.json")
        self.assertEqual(run("outline", POSTER, "-o", outline).returncode, DONE)
        imported = run("import", outline, "-o", poster)
        self.assertEqual((imported.returncode, imported.stderr), (DONE, b""))
        with open(POSTER, "rb") as file, open(poster, "rb") as written:
            self.assertEqual(file.read(), written.read())
        with open(outline, "rb") as file:
            text = file.read()
        self.assertEqual(run("outline", "-", text=text).stdout, text)
        self.assertEqual(run("layout", outline).stdout, run("layout", POSTER).stdout)
        self.assertIn("line 1: front matter", run("import", outline, "--reading").stdout.decode())

    def test_a_wrong_outline_is_refused_with_its_line(self):
        text = "---\nsixiang:\n---\n# x\n## a\n- b <!-- {\"color\": \"blu\"} -->\n"
        self.assert_refused(run("import", "-", text=text), WRONG_INPUT, "line 6: expected a colour")
        chinese = run("import", "-", "--lang", "zh", text=text)
        self.assertIn("第 6 行：应为颜色", chinese.stderr.decode())
        newer = document("").replace('"version": 2', '"version": 3')
        self.assert_refused(run("outline", "-", text=newer), WRONG_INPUT, "format version 3")

    def test_the_schema_is_the_one_in_specs(self):
        with open(os.path.join(ROOT, "specs", "poster.schema.json"), "rb") as file:
            self.assertEqual(run("schema").stdout, file.read())

    def test_json(self):
        layout = json.loads(run("layout", POSTER).stdout)
        self.assertEqual(layout["page"], [1080, 1080])
        self.assertIn("gan.content.1", [block["id"] for block in layout["blocks"]])
        formula = json.loads(run("formula", "--inline", "--", "-x").stdout)
        self.assertGreater(formula["width"], 0.5)
        self.assertEqual(formula["diagnostics"], [])


if __name__ == "__main__":
    unittest.main()
