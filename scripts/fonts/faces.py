"""The faces, in the order in which text falls back from one to the next, and where their files are."""

import glob
import os

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
NPM = os.path.join(ROOT, "build", "deps", "node_modules")
# Where Debian's font packages put their files.
DEBIAN = "/usr/share/fonts/truetype"

# Characters that a face has but must not give, so that the next face does.
#
# Marker's Chinese punctuation is light and sits low: its full-width comma and full stop read as dots at small sizes, and
# its dash is half a character wide, so that two of them leave a gap. All full-width stops, brackets and corner quotes,
# the ellipsis and the dashes therefore come from WenKai, together, so that they match one another. Curly quotes and the
# middle dot stay: Marker's are proportional like WenKai's, and an English apostrophe must match its letters.
#
# Its × ÷ ± ≈ are half as large as its digits, and its √ is a blot.
MARKER_LACKS = "，。、；：！？（）「」『』《》〈〉【】〔〕〖〗〝〞〟［］｛｝．～｡｢｣､…‥—―" "×÷±≈√"

# The bases of keycaps: their boxes are no letters and digits.
EMOJI_LACKS = "".join(map(chr, range(0x80)))

OFL = "This Font Software is licensed under the SIL Open Font License, Version 1.1. https://openfontlicense.org"


class Face:
    def __init__(self, id, name, files, license_files, lacks="", whole=False, interface=False, on_demand=False,
                 license_text=OFL):
        self.id, self.name, self.files, self.license_files = id, name, files, license_files
        self.lacks = {ord(c) for c in lacks}
        self.whole = whole  # one slice, with its layout tables
        self.on_demand = on_demand  # the first download has no more of it than the texts there need
        self.interface = interface  # what the page says to people is drawn in it, not only posters
        self.license_text = license_text


def faces():
    return [
        Face(
            "marker", "LXGW Marker Gothic",
            sorted(glob.glob(f"{NPM}/@fontsource/lxgw-marker-gothic/files/*.woff2")),
            [f"{NPM}/@fontsource/lxgw-marker-gothic/LICENSE"],
            lacks=MARKER_LACKS,
        ),
        Face(
            "wenkai", "LXGW WenKai",
            [f"{DEBIAN}/lxgw-wenkai/LXGWWenKai-Bold.ttf"],
            ["/usr/share/doc/fonts-lxgw-wenkai/copyright"],
        ),
        Face(
            "sans", "Noto Sans SC",
            [f"{NPM}/@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf"],
            [f"{NPM}/@expo-google-fonts/noto-sans-sc/LICENSE_FONT"],
            interface=True,
        ),
        Face(
            "math", "Noto Sans Math",
            [f"{NPM}/@fontsource/noto-sans-math/files/noto-sans-math-latin-400-normal.woff2"],
            [f"{NPM}/@fontsource/noto-sans-math/LICENSE"],
            whole=True,
        ),
        Face(
            "emoji", "Noto Emoji",
            [f"{NPM}/@fontsource/noto-emoji/files/noto-emoji-emoji-400-normal.woff2"],
            [f"{NPM}/@fontsource/noto-emoji/LICENSE"],
            lacks=EMOJI_LACKS,
            on_demand=True,
        ),
        Face(
            "dejavu", "DejaVu Sans",
            [f"{DEBIAN}/dejavu/DejaVuSans.ttf"],
            ["/usr/share/doc/fonts-dejavu-core/copyright"],
            on_demand=True,
            license_text="Bitstream Vera and DejaVu licence; see licenses/dejavu.txt",
        ),
    ]  # fmt: skip


def short_name(path):
    """A path without this machine's part, for the pins."""
    for prefix, label in ((NPM, "npm"), (DEBIAN, "debian")):
        if path.startswith(prefix + "/"):
            return f"{label}:{path[len(prefix) + 1:]}"
    raise ValueError(path)
