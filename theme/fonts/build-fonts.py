"""Make the static, subset and renamed fonts. Run by build-fonts.sh.

Usage: build-fonts.py PACKAGES OUT
PACKAGES holds the unpacked npm packages; the fonts are written to OUT.
"""
import io
import os
import sys
from pathlib import Path

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable
from fontTools.varLib.instancer import instantiateVariableFont


def codepoints(text):
    """'0041-0043 00D7' -> {0x41, 0x42, 0x43, 0xD7}"""
    found = set()
    for part in text.split():
        first, _, last = part.partition("-")
        found.update(range(int(first, 16), int(last or first, 16) + 1))
    return found


LATIN = codepoints(
    "0020-007E 00A0-00FF 011E-011F 0130-0131 015E-015F 2009-200A 2010-2015 "
    "2018-201E 2020 2022 2026 202F 2030 2032-2033 2039-203A 2044 2060 20AC "
    "20BD 2116 2122 2190-2193 2212 2248 2260 2264-2265"
)
# Letters of the other languages of Europe that are written in Latin, of which most pages have none: a file of their own.
EXTENDED = codepoints("0100-017F 0218-021B 1E80-1E85 1E9E 1EF2-1EF3") - LATIN
CYRILLIC = codepoints("0400-045F 0490-0491 04B0-04B1 2116")

# Letters with marks and rare signs are a file of their own: few pages need them in every face.
BASIC = codepoints("0020-007E 00A0 00AB 00B7 00BB 00D7 2009 2010-2011 2013-2014 2018-201A 201C-201E 2026 202F 20AC 2212")

# Digits and punctuation go into the Cyrillic page fonts too, so that a Russian page
# without a Latin letter in some face need not fetch that face's Latin file.
COMMON = codepoints("0020-0021 0025 0027-003B 003F 00A0 00AB 00BB 2009 2013-2014 2019 2026 202F 2212")

# Characters the sources lack, shown with the glyph of a close relative:
# hyphens with the hyphen-minus, the narrow no-break space with the thin space.
ALIASES = {0x00AD: 0x002D, 0x2010: 0x002D, 0x2011: 0x002D, 0x202F: 0x2009}

# Only what pages use: kerning, ligatures, letters of a language. Fractions and second sets of digits would double the digits.
FEATURES = "kern liga locl ccmp mark mkmk".split()

SERIF = "source-serif-4/files/source-serif-4-{}-opsz-{}.woff2"
SANS = "libre-franklin/files/libre-franklin-{}-wght-{}.woff2"

# family, source, slope, axis values, also write a TTF
FONTS = [
    ("Explainer Serif", SERIF, "normal", {"opsz": 20, "wght": 400}, False),
    ("Explainer Serif", SERIF, "normal", {"opsz": 20, "wght": 600}, True),
    ("Explainer Serif", SERIF, "italic", {"opsz": 20, "wght": 400}, False),
    ("Explainer Display", SERIF, "normal", {"opsz": 60, "wght": 400}, True),
    ("Explainer Sans", SANS, "normal", {"wght": 400}, True),
    ("Explainer Sans", SANS, "normal", {"wght": 600}, True),
]

# Seconds from 1904, the zero of font dates, to 1970.
DATE = int(os.environ.get("SOURCE_DATE_EPOCH", "1735689600")) + 2082844800


def reload(font):
    """Write a font to memory and read it back, so that no state is left over."""
    data = io.BytesIO()
    font.save(data)
    data.seek(0)
    return TTFont(data, recalcTimestamp=False)


def subset(font, unicodes, notdef_outline=False):
    options = Options()
    options.layout_features = FEATURES
    options.hinting = False
    options.glyph_names = False
    options.legacy_kern = False
    options.notdef_outline = notdef_outline
    options.name_IDs = ["*"]
    options.drop_tables += ["BASE", "STAT", "DSIG", "meta"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=unicodes)
    subsetter.subset(font)
    return reload(font)


def apply_weight_alternates(font):
    """Put the glyphs that this weight swaps in (rvrn) straight into cmap.

    Libre Franklin does so for some Cyrillic letters, at 400 and 600 too. Done
    here, it also holds for renderers that do no text shaping.
    """
    gsub = font["GSUB"].table
    if not gsub.FeatureList:
        return
    lookups = {
        index
        for record in gsub.FeatureList.FeatureRecord
        if record.FeatureTag == "rvrn"
        for index in record.Feature.LookupListIndex
    }
    for index in sorted(lookups):
        for table in gsub.LookupList.Lookup[index].SubTable:
            swap = getattr(table, "ExtSubTable", table).mapping
            for cmap in font["cmap"].tables:
                cmap.cmap = {c: swap.get(g, g) for c, g in cmap.cmap.items()}


def narrow_thin_space(font):
    """Libre Franklin's thin space is twice as wide as its space: as it groups thousands, make it thin."""
    glyph = font.getBestCmap().get(0x2009)
    if glyph:
        advance, bearing = font["hmtx"][glyph]
        font["hmtx"][glyph] = (min(advance, font["head"].unitsPerEm // 6), bearing)


def instance(path, axes):
    font = TTFont(path, recalcTimestamp=False)
    font = instantiateVariableFont(font, axes)
    apply_weight_alternates(font)
    narrow_thin_space(font)
    return font


def merge(fonts, folder):
    paths = []
    for number, font in enumerate(fonts):
        paths.append(str(folder / f"part{number}.ttf"))
        font.save(paths[-1])
    font = Merger().merge(paths)
    font.recalcTimestamp = False
    return font


def rename(font, source, family, style, note):
    """The Reserved Font Name may not be used: write a new name table."""
    old = source["name"]
    postscript = f"{family.replace(' ', '')}-{style.replace(' ', '')}"
    version = old.getDebugName(5)
    names = {
        0: old.getDebugName(0),
        1: family,
        2: style,
        3: f"{version.split(';')[0]};{postscript};{note}",
        4: f"{family} {style}",
        5: version,
        6: postscript,
        7: old.getDebugName(7),
        13: old.getDebugName(13)
        or "This Font Software is licensed under the SIL Open Font License, Version 1.1.",
        14: old.getDebugName(14),
        16: family,
        17: style,
    }
    font["name"] = newTable("name")
    font["name"].names = []
    for name_id, text in names.items():
        if text:
            font["name"].setName(text, name_id, 3, 1, 0x409)

    bold, italic = style == "Bold", style == "Italic"
    os2, head = font["OS/2"], font["head"]
    os2.usWeightClass = 700 if bold else 400
    os2.achVendID = "NONE"
    # Bits: 0 italic, 5 bold, 6 regular, 7 use the typographic line metrics.
    os2.fsSelection = (os2.fsSelection & 0x80) | italic | bold << 5
    os2.fsSelection |= (not (bold or italic)) << 6
    head.macStyle = bold | italic << 1
    head.created = head.modified = DATE


def build(packages, out, family, source, slope, axes, with_ttf):
    def part(script):
        return instance(packages / source.format(script, slope), axes)

    def whole_of(unicodes):
        # The three source files overlap (each has a few basic letters), so give each
        # character to one of them. Latin comes first: only it has the Latin kerning.
        parts, left = {}, set(unicodes)
        for script in ("latin", "cyrillic", "latin-ext"):
            font = part(script)
            mine = left & set(font.getBestCmap())
            left -= mine
            parts[script] = subset(font, mine, notdef_outline=True)
        # Latin goes first, so that its .notdef is the one that stays.
        whole = merge([parts[s] for s in ("latin", "latin-ext", "cyrillic")], packages)
        for cmap in whole["cmap"].tables:
            for missing, stand_in in ALIASES.items():
                if stand_in in cmap.cmap:
                    cmap.cmap.setdefault(missing, cmap.cmap[stand_in])
        return reload(whole)

    # The files that most pages fetch are cut from the letters that they had before EXTENDED, so that
    # they stay as they are, byte for byte, whatever is added there.
    usual, whole = whole_of(LATIN | CYRILLIC), whole_of(LATIN | EXTENDED | CYRILLIC)

    style = "Italic" if slope == "italic" else "Bold" if axes["wght"] >= 600 else "Regular"
    stem = f"{family.lower().replace(' ', '-')}-{axes['wght']}"
    if slope == "italic":
        stem += "-italic"

    jobs = [
        ("latin", usual, BASIC, "woff2"),
        ("latin-ext", usual, LATIN - BASIC, "woff2"),
        ("latin-ext-a", whole, EXTENDED, "woff2"),
        ("cyrillic", usual, CYRILLIC | COMMON, "woff2"),
    ]
    if with_ttf:
        jobs.append(("", whole, LATIN | EXTENDED | CYRILLIC, None))
    names = part("latin")
    for note, font, unicodes, flavor in jobs:
        font = subset(reload(font), unicodes, notdef_outline=flavor is None)
        rename(font, names, family, style, note or "all")
        font.flavor = flavor
        target = out / (f"{stem}-{note}.woff2" if flavor else f"{stem}.ttf")
        font.save(target)
        print(f"{target.stat().st_size:7} {target.name}")

    absent = sorted((LATIN | EXTENDED | CYRILLIC) - set(whole.getBestCmap()))
    print("        not in the sources:", " ".join(f"{c:04X}" for c in absent))


if __name__ == "__main__":
    for row in FONTS:
        build(Path(sys.argv[1]), Path(sys.argv[2]), *row)
