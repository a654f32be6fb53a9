"""Reads the drawing of an SVG icon: every element becomes contours of lines, arcs and cubic curves, on the icon's own grid.

Follows SVG 1.1: section 8.3 (path data), 9 (basic shapes) and appendix F.6 (arcs). Anything else in a file is an error.
"""

import math
import re
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass, field

SVG = "{http://www.w3.org/2000/svg}"
# Radius of the circle that is drawn for a contour without length.
TOUCH = 0.35
ARGUMENTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}


class Unreadable(Exception):
    pass


@dataclass
class Line:
    end: tuple


@dataclass
class Arc:
    """Of a circle, up to half of one. `bulge` is the tangent of a quarter of its angle, positive where it turns right."""

    end: tuple
    bulge: float


@dataclass
class Cubic:
    first: tuple
    second: tuple
    end: tuple


@dataclass
class Contour:
    """Each segment begins where the one before ends."""

    start: tuple
    segments: list = field(default_factory=list)
    closed: bool = False
    solid: bool = False  # drawn as a dot of ink instead of an outline

    @property
    def end(self):
        return self.segments[-1].end if self.segments else self.start

    def line(self, to):
        self.segments.append(Line(to))

    def curve(self, first, second, to):
        self.segments.append(Cubic(first, second, to))

    def points(self, steps=8):
        """On the contour, curves in so many steps."""
        result = [self.start]
        for segment in self.segments:
            result.extend(_points(result[-1], segment, steps))
        return result

    def signed_area(self):
        """Positive where it runs clockwise on the screen."""
        points = self.points()
        return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, points[1:] + points[:1])) / 2

    def area(self):
        return abs(self.signed_area())


def reversed_contour(contour):
    result = Contour(contour.end, closed=contour.closed, solid=contour.solid)
    starts = [contour.start] + [segment.end for segment in contour.segments]
    for start, segment in reversed(list(zip(starts, contour.segments))):
        if isinstance(segment, Line):
            result.line(start)
        elif isinstance(segment, Arc):
            result.segments.append(Arc(start, -segment.bulge))
        else:
            result.curve(segment.second, segment.first, start)
    return result


def _points(start, segment, steps):
    if isinstance(segment, Line):
        return [segment.end]
    if isinstance(segment, Arc):
        return [arc_point(start, segment, i / steps) for i in range(1, steps)] + [segment.end]
    return [_cubic(start, segment, i / steps) for i in range(1, steps + 1)]


def _cubic(start, curve, t):
    s = 1 - t
    parts = ((s**3, start), (3 * s * s * t, curve.first), (3 * s * t * t, curve.second), (t**3, curve.end))
    return tuple(sum(part * point[i] for part, point in parts) for i in (0, 1))


def arc_point(start, arc, t):
    """At the part `t` of the arc's angle."""
    angle = 4 * math.atan(arc.bulge)
    chord = complex(*arc.end) - complex(*start)
    if angle == 0:
        place = complex(*start) + chord * t
    else:
        center = complex(*start) + chord / (1 - complex(math.cos(angle), math.sin(angle)))
        place = center + (complex(*start) - center) * complex(math.cos(angle * t), math.sin(angle * t))
    return (place.real, place.imag)


def _add(a, b):
    return (a[0] + b[0], a[1] + b[1])


def _mirrored(point, center):
    return (2 * center[0] - point[0], 2 * center[1] - point[1])


def _raised(start, control, to):
    """The cubic curve's handles that make it the quadratic one."""
    return [tuple(p[i] + 2 / 3 * (control[i] - p[i]) for i in (0, 1)) for p in (start, to)]


def _arc(contour, radii, rotation, large, sweep, to):
    start = contour.end
    rx, ry = abs(radii[0]), abs(radii[1])
    if start == to:
        return
    if rx == 0 or ry == 0:
        contour.line(to)
        return
    turn = math.radians(rotation)
    cos, sin = math.cos(turn), math.sin(turn)
    half = ((start[0] - to[0]) / 2, (start[1] - to[1]) / 2)
    x, y = cos * half[0] + sin * half[1], -sin * half[0] + cos * half[1]
    grown = math.sqrt(max(1, (x / rx) ** 2 + (y / ry) ** 2))
    rx, ry = rx * grown, ry * grown
    rest = max(0, (rx * ry) ** 2 - (rx * y) ** 2 - (ry * x) ** 2) / ((rx * y) ** 2 + (ry * x) ** 2)
    factor = math.sqrt(rest) * (-1 if large == sweep else 1)
    cx, cy = factor * rx * y / ry, -factor * ry * x / rx
    begin = math.atan2((y - cy) / ry, (x - cx) / rx)
    span = math.atan2((-y - cy) / ry, (-x - cx) / rx) - begin
    if sweep and span < 0:
        span += 2 * math.pi
    if not sweep and span > 0:
        span -= 2 * math.pi
    center = (cos * cx - sin * cy + (start[0] + to[0]) / 2, sin * cx + cos * cy + (start[1] + to[1]) / 2)

    def place(u, v):
        return (center[0] + cos * rx * u - sin * ry * v, center[1] + sin * rx * u + cos * ry * v)

    is_circle = abs(rx - ry) < 1e-9
    count = max(1, math.ceil(abs(span) / (math.pi if is_circle else math.pi / 2) - 1e-6))
    step = span / count
    reach = 4 / 3 * math.tan(step / 4)
    for i in range(count):
        a, b = begin + i * step, begin + (i + 1) * step
        end = to if i + 1 == count else place(math.cos(b), math.sin(b))
        if is_circle:
            contour.segments.append(Arc(end, math.tan(step / 4)))
        else:
            contour.curve(
                place(math.cos(a) - reach * math.sin(a), math.sin(a) + reach * math.cos(a)),
                place(math.cos(b) + reach * math.sin(b), math.sin(b) - reach * math.cos(b)),
                end,
            )


def _tokens(data):
    """Letters and numbers in turn; the two flags of an arc may touch what follows them."""
    at, command, taken = 0, "", 0
    pattern = re.compile(r"[\s,]*(?:([A-Za-z])|([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?))")
    flag = re.compile(r"[\s,]*([01])")
    while data[at:].strip():
        is_flag = command in ("A", "a") and taken % 7 in (3, 4)
        match = (flag if is_flag else pattern).match(data, at)
        if not match:
            raise Unreadable(f"path data at “{data[at:at + 12]}”")
        at = match.end()
        if not is_flag and match.group(1):
            command, taken = match.group(1), 0
            yield command
        else:
            taken += 1
            yield float(match.group(1) if is_flag else match.group(2))


def _commands(data):
    tokens = list(_tokens(data))
    i = 0
    while i < len(tokens):
        letter = tokens[i]
        if not isinstance(letter, str) or letter.upper() not in ARGUMENTS:
            raise Unreadable(f"path command “{letter}”")
        count = ARGUMENTS[letter.upper()]
        i += 1
        while True:
            numbers = tokens[i : i + count]
            if len(numbers) < count or any(isinstance(number, str) for number in numbers):
                raise Unreadable(f"numbers of “{letter}”")
            yield letter, numbers
            i += count
            if count == 0 or i >= len(tokens) or isinstance(tokens[i], str):
                break
            letter = {"M": "L", "m": "l"}.get(letter, letter)


def path_contours(data):
    contours, at, handle, last = [], (0, 0), None, ""
    for letter, numbers in _commands(data):
        kind = letter.upper()
        base = at if letter.islower() else (0, 0)
        points = [_add(base, pair) for pair in zip(numbers[0::2], numbers[1::2])]
        if kind == "Z":
            contours[-1].closed = True
            at = contours[-1].start
            last = kind
            continue
        if kind == "M":
            contours.append(Contour(points[0]))
        elif contours[-1].closed:
            contours.append(Contour(at))
        contour = contours[-1]
        if kind == "L":
            contour.line(points[0])
        elif kind == "H":
            contour.line((base[0] + numbers[0], at[1]))
        elif kind == "V":
            contour.line((at[0], base[1] + numbers[0]))
        elif kind == "A":
            _arc(contour, numbers[:2], numbers[2], bool(numbers[3]), bool(numbers[4]), _add(base, numbers[5:]))
        elif kind in "CS":
            first = points[0] if kind == "C" else _mirrored(handle, at) if last in ("C", "S") else at
            contour.curve(first, *points[-2:])
            handle = points[-2]
        elif kind in "QT":
            handle = points[0] if kind == "Q" else _mirrored(handle, at) if last in ("Q", "T") else at
            contour.curve(*_raised(at, handle, points[-1]), points[-1])
        at = contour.end
        last = kind
    return contours


def _ellipse(cx, cy, rx, ry):
    radii = f"{rx} {ry} 0 0 1"
    return path_contours(f"M{cx + rx} {cy}A{radii} {cx - rx} {cy}A{radii} {cx + rx} {cy}Z")[0]


def _rectangle(x, y, width, height, rx, ry):
    r = f"{rx} {ry} 0 0 1"
    data = f"M{x + rx} {y}H{x + width - rx}A{r} {x + width} {y + ry}V{y + height - ry}A{r} {x + width - rx} {y + height}"
    data += f"H{x + rx}A{r} {x} {y + height - ry}V{y + ry}A{r} {x + rx} {y}Z"
    (contour,) = path_contours(data)
    if rx == 0:
        contour.segments = [segment for i, segment in enumerate(contour.segments) if i % 2 == 0]
    return contour


def _element_contours(element):
    def number(name, default="0"):
        return float(element.get(name, default))

    kind = element.tag.removeprefix(SVG)
    if kind == "path":
        return path_contours(element.get("d"))
    if kind == "circle":
        return [_ellipse(number("cx"), number("cy"), number("r"), number("r"))]
    if kind == "ellipse":
        return [_ellipse(number("cx"), number("cy"), number("rx"), number("ry"))]
    if kind == "rect":
        rx, ry = number("rx", element.get("ry", "0")), number("ry", element.get("rx", "0"))
        return [_rectangle(number("x"), number("y"), number("width"), number("height"), rx, ry)]
    if kind == "line":
        return path_contours(f"M{number('x1')} {number('y1')}L{number('x2')} {number('y2')}")
    if kind in ("polyline", "polygon"):
        return path_contours("M" + element.get("points") + ("Z" if kind == "polygon" else ""))
    raise Unreadable(f"element <{kind}>")


def is_covered(contour):
    """Whether the icon's own pen, 2 wide, leaves nothing open within it."""
    return contour.closed and max(size(contour)) < 2.01


def size(contour):
    return [max(side) - min(side) for side in zip(*contour.points())]


def dot(contour):
    """What is to be filled with ink; a mere touch of the pen becomes a circle, which a thin pen shows as well."""
    if max(size(contour)) < 2 * TOUCH:
        contour = _ellipse(*contour.start, TOUCH, TOUCH)
    contour.solid = True
    return contour


def read_icon(path):
    """The contours of the file, in its order."""
    root = ElementTree.parse(path).getroot()
    if root.get("viewBox") != "0 0 24 24":
        raise Unreadable("not on a grid of 24")
    contours = []
    for element in root:
        unknown = set(element.attrib) & {"transform", "style", "class", "stroke-width", "opacity"}
        if unknown:
            raise Unreadable(f"attribute {sorted(unknown)[0]}")
        for contour in _element_contours(element):
            contour.closed |= math.dist(contour.start, contour.end) < 0.02 and bool(contour.segments)
            contours.append(dot(contour) if is_covered(contour) else contour)
    return contours
