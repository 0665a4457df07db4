"""Makes the two faces of functions/adapters/pdf/fonts out of Inter as its authors ship it.

    npm pack @expo-google-fonts/inter@0.4.2 && tar xzf expo-google-fonts-inter-0.4.2.tgz
    pip install fonttools==4.68.0
    python3 scripts/faces/make.py package

Latin, Greek, Cyrillic, Vietnamese, punctuation, arrows and currency signs. Contextual alternates stay out: they cost half
of a report's time. Figures are tabular by the character map itself, so that nobody has to ask for them; commas, points
and signs keep their width. The same font and the same fonttools give the same bytes.
"""
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

LETTERS = (
    "U+0020-007E,U+00A0-024F,U+0259,U+02BB-02BC,U+0300-0304,U+0306-030C,U+0323,U+0328,U+0370-03FF,U+0400-052F,"
    "U+1E00-1EFF,U+2002-200B,U+2010-2015,U+2018-201E,U+2020-2022,U+2026,U+202F,U+2030,U+2032-2033,U+2039-203A,"
    "U+20A0-20C0,U+2116,U+2122,U+2190-2193,U+2212,U+2215,U+2248,U+2260,U+2264-2265,U+25B2,U+25BC,U+25CF,U+2713"
)
FEATURES = ["kern", "mark", "mkmk", "locl", "tnum"]
FACES = {"400Regular/Inter_400Regular.ttf": "Inter-Regular.ttf", "600SemiBold/Inter_600SemiBold.ttf": "Inter-SemiBold.ttf"}
PLACE = Path(__file__).parents[2] / "functions/adapters/pdf/fonts"


def make(source: Path, target: Path) -> None:
    font = TTFont(source, recalcTimestamp=False)
    options = subset.Options(layout_features=FEATURES, hinting=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=subset.parse_unicodes(LETTERS))
    subsetter.subset(font)
    give_tabular_figures(font)
    font.save(target)
    print(f"{target.name}: {target.stat().st_size} bytes, {len(font.getBestCmap())} characters")


def give_tabular_figures(font: TTFont) -> None:
    substitutions = font["GSUB"].table
    lookups = {
        place
        for record in substitutions.FeatureList.FeatureRecord
        if record.FeatureTag == "tnum"
        for place in record.Feature.LookupListIndex
    }
    tabular = {}
    for place in lookups:
        for table in substitutions.LookupList.Lookup[place].SubTable:
            tabular.update(getattr(getattr(table, "ExtSubTable", table), "mapping", {}))
    for table in font["cmap"].tables:
        for figure in range(ord("0"), ord("9") + 1):
            if table.cmap.get(figure) in tabular:
                table.cmap[figure] = tabular[table.cmap[figure]]


if len(sys.argv) != 2:
    sys.exit(__doc__)
for source, target in FACES.items():
    make(Path(sys.argv[1]) / source, PLACE / target)
