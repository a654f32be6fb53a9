"""Compares two folders of drawn posters and writes a page that shows before | difference | after.

  gallery.py FOLDER COMMIT      reads FOLDER/before and FOLDER/after, each NAME.png with what was said in NAME.txt;
                                writes FOLDER/difference/NAME.png and FOLDER/index.html, a summary to standard output

COMMIT is the line that describes what "before" is. See scripts/gallery.
"""

import html
import os
import sys
from dataclasses import dataclass

from PIL import Image, ImageChops

# Colours of the picture of differences: what changed over what did not, which is shown pale.
CHANGED = (214, 0, 0)
PALE = 0.25

PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>{title}</title>
<style>
  body {{ font: 15px/1.5 sans-serif; margin: 1.5rem; background: #f4f4f2; color: #222; }}
  section {{ margin: 0 0 2.5rem; }}
  h2 {{ font-size: 1.1rem; margin: 0 0 .4rem; }}
  .row {{ display: grid; grid-template-columns: repeat(3, 1fr); gap: .8rem; }}
  .same {{ display: grid; grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr)); gap: .8rem; }}
  img {{ width: 100%; background: #fff; border: 1px solid #ccc; }}
  figure {{ margin: 0; }}
  figcaption, pre {{ font-size: .85rem; color: #555; white-space: pre-wrap; margin: 0; }}
</style>
<h1>{title}</h1>
{body}
</html>
"""


@dataclass
class Comparison:
    """One poster, before and after."""

    name: str
    pixels: int  # that differ; all of them where the sizes differ or one was not drawn
    total: int  # of a picture that holds both
    said: tuple  # what the program printed, before and after

    @property
    def changed(self):
        return self.pixels > 0 or self.said[0] != self.said[1]


def read_picture(path):
    return Image.open(path).convert("RGBA") if os.path.exists(path) and os.path.getsize(path) else None


def read_text(path):
    with open(path, encoding="utf-8", errors="replace") as file:
        return file.read()


def difference_of(before, after):
    """(pixels that differ, a picture that shows where). Pictures of unlike size differ wherever they do not overlap."""
    size = (max(before.width, after.width), max(before.height, after.height))
    canvases = []
    for picture, ground in ((before, (255, 255, 255, 0)), (after, (0, 0, 0, 0))):
        canvas = Image.new("RGBA", size, ground)
        canvas.paste(picture, (0, 0))
        canvases.append(canvas)
    channels = ImageChops.difference(*canvases).split()
    most = channels[0]
    for channel in channels[1:]:
        most = ImageChops.lighter(most, channel)
    mask = most.point(lambda value: 255 if value else 0)
    pale = Image.blend(Image.new("RGB", size, (255, 255, 255)), canvases[1].convert("RGB"), PALE)
    pale.paste(CHANGED, (0, 0), mask)
    return mask.histogram()[255], pale


def compare(folder, name):
    before, after = (read_picture(os.path.join(folder, side, name + ".png")) for side in ("before", "after"))
    said = tuple(read_text(os.path.join(folder, side, name + ".txt")) for side in ("before", "after"))
    if not before or not after:
        total = sum(picture.width * picture.height for picture in (before, after) if picture)
        return Comparison(name, total, total, said)
    pixels, picture = difference_of(before, after)
    if pixels:
        picture.save(os.path.join(folder, "difference", name + ".png"))
    return Comparison(name, pixels, picture.width * picture.height, said)


def figure(folder, side, name, caption):
    path = f"{side}/{name}.png"
    there = os.path.exists(os.path.join(folder, path)) and os.path.getsize(os.path.join(folder, path))
    picture = f'<a href="{path}"><img src="{path}" loading="lazy" alt=""></a>' if there else "<p>not drawn</p>"
    return f"<figure>{picture}<figcaption>{html.escape(caption)}</figcaption></figure>"


def amount(item):
    if not item.pixels:
        return "only what is said"
    return f"{item.pixels:,} pixel{'s' * (item.pixels != 1)}, {100 * item.pixels / item.total:.2f} %"


def page_of(folder, title, changed, same):
    parts = []
    for item in changed:
        sides = (
            ("before", "before\n" + item.said[0]),
            ("difference", "difference"),
            ("after", "after\n" + item.said[1]),
        )
        figures = "".join(figure(folder, side, item.name, caption) for side, caption in sides)
        parts.append(
            f'<section><h2>{html.escape(item.name)}: {amount(item)}</h2><div class="row">{figures}</div></section>'
        )
    figures = "".join(figure(folder, "after", item.name, item.name) for item in same)
    parts.append(f'<section><h2>Unchanged: {len(same)}</h2><div class="same">{figures}</div></section>')
    return PAGE.format(title=html.escape(title), body="\n".join(parts))


def main(folder, commit):
    os.makedirs(os.path.join(folder, "difference"), exist_ok=True)
    names = sorted(
        entry[: -len(".txt")] for entry in os.listdir(os.path.join(folder, "after")) if entry.endswith(".txt")
    )
    items = [compare(folder, name) for name in names]
    changed = sorted((item for item in items if item.changed), key=lambda item: (-item.pixels, item.name))
    same = [item for item in items if not item.changed]
    title = f"{len(changed)} of {len(items)} posters differ from {commit}"
    path = os.path.join(folder, "index.html")
    with open(path, "w", encoding="utf-8") as file:
        file.write(page_of(folder, title, changed, same))
    print(title)
    for item in changed:
        print(f"  {item.name}: {amount(item)}")
    print(f"See {path}")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
