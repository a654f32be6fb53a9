"""Cuts TrueType fonts: reads glyphs as bytes, writes a small font with some of them.

Outlines are copied, not computed, so coordinates stay those of the source. Hinting is dropped: nothing here hints. What
is written is enough for stb_truetype and for browsers: cmap, glyf, loca, head, hhea, hmtx, maxp, kern, name, OS/2, post.
"""

import io
import struct

from fontTools.ttLib import TTFont

# Component flags of the glyf table.
ARGS_ARE_WORDS, HAVE_SCALE, MORE_COMPONENTS = 0x0001, 0x0008, 0x0020
HAVE_XY_SCALE, HAVE_TWO_BY_TWO, HAVE_INSTRUCTIONS = 0x0040, 0x0080, 0x0100


class Source:
    """One font file: characters, raw glyphs, metrics."""

    def __init__(self, path):
        font = TTFont(path, recalcBBoxes=False, recalcTimestamp=False)
        if font.flavor:  # woff2 rearranges glyphs; write it out as plain TrueType first
            plain = io.BytesIO()
            font.flavor = None
            font.save(plain, reorderTables=None)
            plain.seek(0)
            font = TTFont(plain, recalcBBoxes=False, recalcTimestamp=False)
        self.font = font
        self.order = font.getGlyphOrder()
        index = font.getReverseGlyphMap()
        self.characters = {code: index[name] for code, name in font.getBestCmap().items()}
        self.units_per_em = font["head"].unitsPerEm
        self.ascent, self.descent = font["hhea"].ascent, -font["hhea"].descent
        self.metrics = [font["hmtx"][name] for name in self.order]
        self._glyf = font.getTableData("glyf")
        self._loca = list(font["loca"].locations)
        self._kerning = None

    def glyph(self, index):
        return self._glyf[self._loca[index] : self._loca[index + 1]]

    def pairs(self, codes):
        """Kerning between the given characters: {(left glyph, right glyph): units}."""
        if self._kerning is None:
            self._kerning = _kerning_lookups(self.font)
        names = sorted({self.order[self.characters[code]] for code in codes})
        index = self.font.getReverseGlyphMap()
        found = {}
        for left in names:
            for right in names:
                value = _pair_value(self._kerning, left, right)
                if value:
                    found[index[left], index[right]] = value
        return found


def _kerning_lookups(font):
    if "GPOS" not in font:
        if "kern" in font:
            return [table.kernTable for table in font["kern"].kernTables]
        return []
    table = font["GPOS"].table
    indices = {i for f in table.FeatureList.FeatureRecord if f.FeatureTag == "kern" for i in f.Feature.LookupListIndex}
    lookups = []
    for i in sorted(indices):
        subtables = [s.ExtSubTable if s.LookupType == 9 else s for s in table.LookupList.Lookup[i].SubTable]
        subtables = [s for s in subtables if s.LookupType == 2]
        for s in subtables:
            s.coverage_set = frozenset(s.Coverage.glyphs)
            if s.Format == 1:
                s.pair_values = [
                    {r.SecondGlyph: (r.Value1.XAdvance if r.Value1 and hasattr(r.Value1, "XAdvance") else 0)
                     for r in pair_set.PairValueRecord}
                    for pair_set in s.PairSet
                ]  # fmt: skip
                s.position = {name: i for i, name in enumerate(s.Coverage.glyphs)}
        lookups.append(subtables)
    return lookups


def _pair_value(lookups, left, right):
    total = 0
    for lookup in lookups:
        if isinstance(lookup, dict):  # an old kern table
            total += lookup.get((left, right), 0)
            continue
        for s in lookup:  # the first subtable that knows the pair decides
            if left not in s.coverage_set:
                continue
            if s.Format == 1:
                values = s.pair_values[s.position[left]]
                if right in values:
                    total += values[right]
                    break
            else:
                record = s.Class1Record[s.ClassDef1.classDefs.get(left, 0)].Class2Record[
                    s.ClassDef2.classDefs.get(right, 0)
                ]
                total += getattr(record.Value1, "XAdvance", 0) if record.Value1 else 0
                break
    return total


def _components(data):
    """(offset of the glyph index, glyph index) of each component; and where the components end."""
    found, at = [], 10
    while True:
        flags, index = struct.unpack_from(">HH", data, at)
        found.append((at, flags, index))
        at += 4 + (4 if flags & ARGS_ARE_WORDS else 2)
        if flags & HAVE_SCALE:
            at += 2
        elif flags & HAVE_XY_SCALE:
            at += 4
        elif flags & HAVE_TWO_BY_TWO:
            at += 8
        if not flags & MORE_COMPONENTS:
            return found, at


def is_composite(data):
    return len(data) >= 10 and struct.unpack_from(">h", data)[0] < 0


def _without_instructions(data, renumber):
    if len(data) < 10:
        return b""
    contours = struct.unpack_from(">h", data)[0]
    if contours >= 0:
        ends = 10 + 2 * contours
        count = struct.unpack_from(">H", data, ends)[0]
        body = data[ends + 2 + count :]
        return data[:ends] + b"\0\0" + _trimmed(data, ends, body)
    components, end = _components(data)
    result = bytearray(data[:end])
    for at, flags, index in components:
        struct.pack_into(">HH", result, at, flags & ~HAVE_INSTRUCTIONS, renumber[index])
    return bytes(result)


def _trimmed(data, ends, body):
    """The flags and coordinates without the padding that follows them."""
    points = struct.unpack_from(">H", data, ends - 2)[0] + 1 if ends > 10 else 0
    at = coordinates = seen = 0
    while seen < points:
        flag = body[at]
        at += 1
        repeat = 1
        if flag & 8:
            repeat += body[at]
            at += 1
        size = (1 if flag & 2 else 0 if flag & 16 else 2) + (1 if flag & 4 else 0 if flag & 32 else 2)
        coordinates += size * repeat
        seen += repeat
    return body[: at + coordinates]


class Writer:
    """A font with glyphs of one face: add characters, then build. Its .notdef is empty: nothing is drawn with it."""

    def __init__(self, family, license_text=""):
        self.family, self.license_text = family, license_text
        self.glyphs = []  # (source, glyph index in it); 0 is .notdef
        self.known = {}
        self.cmap = {}
        self.kerning = {}

    def _take(self, source, index):
        key = (id(source), index)
        if key not in self.known:
            self.known[key] = len(self.glyphs)
            self.glyphs.append((source, index))
        return self.known[key]

    def add(self, characters):
        """characters: {code point: source}."""
        for code in sorted(characters):
            source = characters[code]
            if not self.glyphs:
                self._take(source, 0)
            self.cmap[code] = self._take(source, source.characters[code])

    def add_kerning(self, source, codes):
        pairs = source.pairs(codes)
        for (left, right), value in pairs.items():
            self.kerning[self._take(source, left), self._take(source, right)] = value

    def build(self):
        at = 0
        while at < len(self.glyphs):  # components are appended while the list is walked
            source, index = self.glyphs[at]
            data = source.glyph(index)
            if is_composite(data):
                for _, _, part in _components(data)[0]:
                    self._take(source, part)
            at += 1
        glyf, loca, metrics = bytearray(), [0], []
        boxes = []
        for source, index in self.glyphs:
            data = source.glyph(index) if metrics else b""
            renumber = {}
            if is_composite(data):
                renumber = {part: self.known[id(source), part] for _, _, part in _components(data)[0]}
            data = _without_instructions(data, renumber)
            boxes.append(struct.unpack_from(">hhhh", data, 2) if data else None)
            glyf += data + b"\0" * (-len(data) % 2)
            loca.append(len(glyf))
            metrics.append(source.metrics[index])
        base = self.glyphs[0][0].font
        short = len(glyf) < 0x20000
        tables = {
            "cmap": _cmap(self.cmap),
            "glyf": bytes(glyf) or b"\0",
            "loca": b"".join(struct.pack(">H", o // 2) if short else struct.pack(">L", o) for o in loca),
            "hmtx": b"".join(struct.pack(">Hh", *m) for m in metrics),
            "head": _head(base, short),
            "hhea": _hhea(base, len(metrics)),
            "maxp": _maxp(self),
            "name": _name(base, self.family, self.license_text),
            "OS/2": _os2(base, self.cmap),
            "post": struct.pack(">LLhhLLLLL", 0x00030000, 0, -100, 50, 0, 0, 0, 0, 0),
        }
        if self.kerning:
            tables["kern"] = _kern(self.kerning)
        return assemble(tables)


def assemble(tables):
    """The bytes of a font file of the given tables."""
    tags = sorted(tables)
    count = len(tags)
    power = 1 << (count.bit_length() - 1)
    header = struct.pack(">LHHHH", 0x00010000, count, power * 16, power.bit_length() - 1, count * 16 - power * 16)
    offset = 12 + 16 * count
    directory, body, head_at = b"", b"", 0
    for tag in tags:
        data = tables[tag]
        padded = data + b"\0" * (-len(data) % 4)
        if tag == "head":
            head_at = offset + len(body)
        directory += struct.pack(">4sLLL", tag.encode(), _checksum(padded), offset + len(body), len(data))
        body += padded
    font = bytearray(header + directory + body)
    struct.pack_into(">L", font, head_at + 8, (0xB1B0AFBA - _checksum(bytes(font))) & 0xFFFFFFFF)
    return bytes(font)


def _checksum(data):
    return sum(struct.unpack(f">{len(data) // 4}L", data)) & 0xFFFFFFFF


def _cmap(cmap):
    runs = []  # code points and glyphs that rise together
    for code in sorted(cmap):
        if runs and code == runs[-1][1] + 1 and cmap[code] == runs[-1][2] + code - runs[-1][0]:
            runs[-1][1] = code
        else:
            runs.append([code, code, cmap[code]])
    low = [r for r in runs if r[1] < 0x10000] + [[0xFFFF, 0xFFFF, 0]]
    count = len(low)
    power = 1 << (count.bit_length() - 1)
    body = b"".join(struct.pack(">H", r[1]) for r in low) + b"\0\0"
    body += b"".join(struct.pack(">H", r[0]) for r in low)
    body += b"".join(struct.pack(">H", (r[2] - r[0]) & 0xFFFF if r[0] < 0xFFFF else 1) for r in low)
    body += b"\0\0" * count
    four = struct.pack(">HHHHHHH", 4, 14 + len(body), 0, count * 2, power * 2, power.bit_length() - 1,
                       (count - power) * 2) + body  # fmt: skip
    if runs[-1][1] < 0x10000:
        return struct.pack(">HHHHL", 0, 1, 3, 1, 12) + four
    twelve = struct.pack(">HHLLL", 12, 0, 16 + 12 * len(runs), 0, len(runs))
    twelve += b"".join(struct.pack(">LLL", *r) for r in runs)
    return struct.pack(">HHHHLHHL", 0, 2, 3, 1, 20, 3, 10, 20 + len(four)) + four + twelve


def _head(base, short):
    head = base["head"]
    date = 3786912000  # the same glyphs are the same bytes, whenever they are cut: 1 January 2024
    return struct.pack(">LLLLHHQQhhhhHHhhh", 0x00010000, 0x00010000, 0, 0x5F0F3CF5, 0x000B, head.unitsPerEm, date, date,
                       head.xMin, head.yMin, head.xMax, head.yMax, 0, 8, 2, 0 if short else 1, 0)  # fmt: skip


def _hhea(base, count):
    hhea = base["hhea"]
    return struct.pack(">LhhhHhhhhhhhhhhhH", 0x00010000, hhea.ascent, hhea.descent, hhea.lineGap, hhea.advanceWidthMax,
                       hhea.minLeftSideBearing, hhea.minRightSideBearing, hhea.xMaxExtent, 1, 0, 0, 0, 0, 0, 0, 0,
                       count)  # fmt: skip


def _maxp(writer):
    """Points and contours are stated for the largest glyph of all; browsers check them."""
    points = contours = all_points = all_contours = parts_max = depth = 0

    def measure(source, index):
        data = source.glyph(index)
        if len(data) < 10:
            return 0, 0, 0, 0
        number = struct.unpack_from(">h", data)[0]
        if number >= 0:
            return struct.unpack_from(">H", data, 8 + 2 * number)[0] + 1 if number else 0, number, 0, 0
        parts = [measure(source, part) for _, _, part in _components(data)[0]]
        return sum(p[0] for p in parts), sum(p[1] for p in parts), len(parts), 1 + max(p[3] for p in parts)

    for source, index in writer.glyphs:
        p, c, parts, level = measure(source, index)
        if parts:
            all_points, all_contours = max(all_points, p), max(all_contours, c)
            parts_max, depth = max(parts_max, parts), max(depth, level)
        else:
            points, contours = max(points, p), max(contours, c)
    return struct.pack(">LHHHHHHHHHHHHHH", 0x00010000, len(writer.glyphs), points, contours, all_points, all_contours, 2,
                       0, 0, 0, 0, 0, 0, parts_max, depth)  # fmt: skip


def _name(base, family, license_text):
    """The notices too, where a licence text is given."""
    texts = {1: family, 2: "Regular", 4: family, 6: family.replace(" ", "")}
    if license_text:
        texts |= {0: base["name"].getDebugName(0) or "", 13: license_text}
    records, storage = b"", b""
    for number, text in sorted(texts.items()):
        data = text.encode("utf-16-be")
        records += struct.pack(">HHHHHH", 3, 1, 0x409, number, len(data), len(storage))
        storage += data
    return struct.pack(">HHH", 0, len(texts), 6 + len(records)) + records + storage


def _os2(base, cmap):
    data = bytearray(base.getTableData("OS/2"))
    struct.pack_into(">HH", data, 64, min(min(cmap), 0xFFFF), min(max(cmap), 0xFFFF))
    return bytes(data)


def _kern(kerning):
    pairs = sorted(kerning.items())
    count = min(len(pairs), 10920)  # what the table's 16-bit length can hold
    power = 1 << (count.bit_length() - 1)
    body = struct.pack(">HHHH", count, power * 6, power.bit_length() - 1, (count - power) * 6)
    body += b"".join(struct.pack(">HHh", *pair, value) for pair, value in pairs[:count])
    return struct.pack(">HHHHH", 0, 1, 0, 6 + len(body), 1) + body


def strip_tables(path, kept):
    """The whole font without hinting and with only these tables; for a face whose layout tables name glyphs."""
    source = Source(path)
    glyf, loca = bytearray(), [0]
    identity = range(len(source.order))
    for index in identity:
        data = _without_instructions(source.glyph(index), identity)
        glyf += data + b"\0" * (-len(data) % 2)
        loca.append(len(glyf))
    tables = {tag: source.font.getTableData(tag) for tag in kept if tag in source.font}
    short = len(glyf) < 0x20000
    tables["glyf"] = bytes(glyf)
    tables["loca"] = b"".join(struct.pack(">H", o // 2) if short else struct.pack(">L", o) for o in loca)
    tables["head"] = _head(source.font, short)
    tables["post"] = struct.pack(">LLhhLLLLL", 0x00030000, 0, -100, 50, 0, 0, 0, 0, 0)
    return source, assemble(tables)
