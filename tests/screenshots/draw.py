"""Draws a screen as a PNG file.

usage: draw.py COLUMNSxROWS PNG <SCREEN

SCREEN is what `tmux capture-pane -p -e` prints. Lines, blocks and braille are drawn here, so that
they join and look alike whatever the font; all else comes from the first of FONTS that is there.
"""
import re
import sys
from PIL import Image, ImageDraw, ImageFont

SIZE = 20  # of the font, in pixels
MARGIN = 12
INK, PAPER, RED = (222, 222, 216), (24, 24, 26), (240, 100, 88)
SHADES = 16  # of each ink in the file, from the paper on: enough for smooth edges
BOLD, FAINT, UNDERLINE, REVERSE = 1, 2, 4, 7
FONTS = [  # plain, bold; DejaVu Sans Mono lacks the letters with two marks
    ("NotoSansMono-Regular.ttf", "NotoSansMono-Bold.ttf"),
    ("LiberationMono-Regular.ttf", "LiberationMono-Bold.ttf"),
    ("JetBrainsMono-Regular.ttf", "JetBrainsMono-Bold.ttf"),
]
FILLINGS = {"░": 4, "▒": 2, "▓": 1}  # one point of so many


def load_fonts():
    for pair in FONTS:
        try:
            return [ImageFont.truetype(name, SIZE) for name in pair]
        except OSError:
            continue
    sys.exit("draw.py: install a font, one of: " + ", ".join(plain for plain, bold in FONTS))


def attributes_after(codes, old):
    """Returns (attributes, colour) after the numbers of one SGR sequence."""
    attributes, colour = old
    for code in (int(number or 0) for number in codes.split(";")):
        if code == 0:
            attributes, colour = frozenset(), INK
        elif code in (BOLD, FAINT, UNDERLINE, REVERSE):
            attributes = attributes | {code}
        elif code == 22:
            attributes = attributes - {BOLD, FAINT}
        elif code in (24, 27):
            attributes = attributes - {code - 20}
        elif code in (31, 91, 39, 49):
            colour = colour if code == 49 else INK if code == 39 else RED
        else:
            sys.exit("draw.py: SGR %d is not known here" % code)
    return attributes, colour


def read_cells(text):
    """Yields (column, row, character, attributes, colour)."""
    state = (frozenset(), INK)
    for y, line in enumerate(text.split("\n")):
        x = 0
        for codes, character in re.findall(r"\x1b\[([0-9;]*)m|([^\x1b])", line):
            if character:
                yield x, y, character, *state
                x += 1
            else:
                state = attributes_after(codes, state)


def draw_block(draw, box, character, ink):
    """Draws what fills or crosses its cell; says whether the character is such a one."""
    left, top, right, bottom = box
    code, width, height = ord(character), right - left + 1, bottom - top + 1
    middle, centre = left + width // 2, top + height // 2
    if 0x2581 <= code <= 0x2588:
        draw.rectangle((left, bottom + 1 - round(height * (code - 0x2580) / 8), right, bottom), ink)
    elif character in FILLINGS:
        step = FILLINGS[character]
        draw.point([(x, y) for y in range(top, bottom + 1) for x in range(left, right + 1)
                    if (x + y * 2) % step == 0 and (step < 4 or y % 2 == 0)], ink)
    elif character in "─━┄┴":
        thick = 1 if character == "━" else 0
        for x in range(left, right + 1):
            if character != "┄" or (x - left) % 4 < 2:
                draw.line((x, centre - thick, x, centre + thick), ink)
        if character == "┴":
            draw.line((middle, top, middle, centre), ink)
    elif character == "│":
        draw.line((middle, top, middle, bottom), ink)
    elif 0x2800 <= code <= 0x28ff:
        for bit, (column, row) in enumerate(((0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2),
                                             (0, 3), (1, 3))):
            if code >> bit & 1:
                x, y = left + width * (1 + 2 * column) // 4, top + height * (1 + 2 * row) // 8
                draw.rectangle((x - 1, y - 1, x + 1, y + 1), ink)
    else:
        return False
    return True


def palette():
    """Returns an image whose palette has the shades of both inks."""
    image = Image.new("P", (1, 1))
    image.putpalette([p + (i - p) * shade // (SHADES - 1) for ink in (INK, RED)
                      for shade in range(SHADES) for p, i in zip(PAPER, ink)])
    return image


def picture(columns, rows, text):
    plain, bold = load_fonts()
    width, (ascent, descent) = round(plain.getlength("M")), plain.getmetrics()
    height = ascent + descent
    image = Image.new("RGB", (columns * width + 2 * MARGIN, rows * height + 2 * MARGIN), PAPER)
    draw = ImageDraw.Draw(image)
    for x, y, character, attributes, colour in read_cells(text):
        ink, paper = (PAPER, colour) if REVERSE in attributes else (colour, PAPER)
        if FAINT in attributes:
            ink = tuple((a * 3 + b * 2) // 5 for a, b in zip(ink, paper))
        left, top = MARGIN + x * width, MARGIN + y * height
        box = (left, top, left + width - 1, top + height - 1)
        if paper != PAPER:
            draw.rectangle(box, paper)
        if character != " " and not draw_block(draw, box, character, ink):
            draw.text((left, top + ascent), character, ink, bold if BOLD in attributes else plain,
                      anchor="ls")
        if UNDERLINE in attributes:
            draw.line((left, top + ascent + 2, box[2], top + ascent + 2), ink)
    return image


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    columns, rows = (int(number) for number in sys.argv[1].split("x"))
    text = sys.stdin.buffer.read().decode("utf-8")
    image = picture(columns, rows, text)
    image.quantize(palette=palette(), dither=Image.Dither.NONE).save(sys.argv[2], optimize=True)


main()
