"""The style of the page: the design's colours in light and dark, or none; lines as patterns."""

from reader.core.lexicon.lexicon import Category

_LIGHT = {
    "page": "#fcfbf8",
    "text": "#1f1d1a",
    "quiet": "#55514a",
    "line": "#d9d5cc",
    "edge": "#8a857a",
    "band": "#ede8dc",
    "raised": "#fff",
    "hedge": "#55606c",
    "lemon": "#ffeb5c",
    "apricot": "#ffc77d",
    "lilac": "#d9b0ff",
}
_DARK = {
    "page": "#1b1b1c",
    "text": "#e6e2d9",
    "quiet": "#b1aca2",
    "line": "#3b3a39",
    "edge": "#85807a",
    "band": "#2f2c27",
    "raised": "#2c2c2f",
    "hedge": "#c3c5c8",
    "lemon": "#645e00",
    "apricot": "#7a4a00",
    "lilac": "#57399a",
}
_BLACK = {
    **dict.fromkeys(("text", "quiet", "edge", "hedge"), "#111"),
    **dict.fromkeys(("page", "raised"), "#fff"),
    **dict.fromkeys(("line", "lemon", "apricot", "lilac"), "#ddd"),
    "band": "#e8e8e8",
}
_SLOTS = "#8f2402 #9e651d #47552c #00564a #007c9d #0b4fab #68266e #c10f66".split()
_SLOTS_IN_THE_DARK = "#f79469 #fbcc3f #8e9305 #399d8d #92dcfb #8b8fbe #d090fe #fa447d".split()

_LAYOUT = """
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--text);
font:19px/1.58 "Source Serif 4","Source Serif Pro",Georgia,"Times New Roman",serif}
header,main,footer,nav{max-width:964px;margin:0 auto;padding:0 24px}
main{padding-top:24px}header~main{padding-top:0}
h1,.headline{font-size:34px;line-height:40px;font-weight:600;margin:12px 0;text-wrap:balance}
h2,h3,.facts,.dateline,.kicker,.caption,.standing-note,table,details,footer,nav,.method,.key{
font-family:"IBM Plex Sans","Segoe UI",system-ui,sans-serif}
h2{font-size:17px;line-height:24px;margin:32px 0 8px}h3{font-size:14px;margin:16px 0 4px}
p{margin:0 0 15px;overflow-wrap:anywhere}
.facts,.kicker,.dateline,.caption,.standing-note,.key{font-size:13px;line-height:19px;
color:var(--quiet)}
.standfirst{font-size:21px;line-height:30px}
.caption{border-left:2px solid var(--edge);padding-left:12px}
.subheading{font-size:21px;font-weight:600;margin:15px 0;font-family:inherit}
.z{display:grid;grid-template-columns:minmax(0,600px) minmax(0,292px);column-gap:24px}
.z>[data-n]{position:relative}
.z>[data-n]::before{content:attr(data-n);position:absolute;right:100%;margin-right:6px;
font:12px/30px "IBM Plex Sans",sans-serif;color:var(--quiet)}
.cards{font-size:13px;line-height:18px;margin-bottom:15px}
details{margin-bottom:3px}summary{cursor:pointer;color:var(--quiet)}
summary b{display:inline-block;min-width:18px;line-height:16px;text-align:center;
border-radius:3px;background:var(--c,var(--hedge));color:var(--page);font-size:11px}
.source>summary b,.note>summary b{background:none;color:var(--text);
box-shadow:inset 0 0 0 1px var(--edge)}
details[open]{background:var(--raised);border:1px solid var(--edge);border-radius:8px;
padding:6px 10px}
details p{margin:6px 0 0;color:var(--text)}
section{max-width:916px}
.wide{overflow-x:auto}
table{border-collapse:collapse;font-size:13px;line-height:19px}
td,th{text-align:left;vertical-align:top;padding:4px 14px 4px 0;
border-bottom:1px solid var(--line)}th{font-weight:600;color:var(--quiet)}
.method,.method ul,section>ul{font-size:13px;line-height:19px;padding-left:0}
li{margin-left:18px;overflow-wrap:anywhere}
footer{border-top:1px solid var(--line);margin-top:32px;padding-top:12px;padding-bottom:32px;
font-size:13px;line-height:19px;color:var(--quiet)}
a{color:inherit}.gap{color:var(--quiet)}
:focus-visible{outline:2px solid #1b5fb0;outline-offset:2px}
@media(max-width:900px){.z{grid-template-columns:minmax(0,1fr)}.cards{columns:2}
.z>[data-n]{padding-left:24px}.z>[data-n]::before{right:auto;left:0;margin:0}}
@media(max-width:480px){header,main,footer,nav{padding:0 16px}.cards{columns:1}
h1,.headline{font-size:27px;line-height:33px}body{font-size:18px}}
"""
_MARKS = """
mark{background:none;color:inherit;padding:0 0 4px;-webkit-print-color-adjust:exact;
print-color-adjust:exact}
mark.lower{padding-bottom:9px}
mark.hedging{--c:var(--hedge);--t:transparent}
sup,.who{font:600 10px/1 "IBM Plex Sans",sans-serif;vertical-align:super;padding-left:1px;
color:var(--quiet)}
.who{margin-left:2px;padding:1px 4px;border:1px solid var(--edge);border-radius:8px}
.direct{background:var(--band);-webkit-print-color-adjust:exact;print-color-adjust:exact}
.indirect{padding-top:4px;background:linear-gradient(var(--edge),var(--edge)) 0 0/100% 1px
no-repeat,linear-gradient(var(--edge),var(--edge)) 0 0/1px 6px no-repeat,
linear-gradient(var(--edge),var(--edge)) 100% 0/1px 6px no-repeat;
-webkit-print-color-adjust:exact;print-color-adjust:exact}
.pen{-webkit-print-color-adjust:exact;print-color-adjust:exact}
.lemon{background:var(--lemon);box-shadow:-3px 0 var(--text)}
.apricot{background:var(--apricot);border-left:4px double var(--text)}
.lilac{background:var(--lilac);border-left:3px dashed var(--text)}
.pen.bar{border-left:1.5px solid var(--text)}
details.note{background:var(--raised);box-shadow:none;border-left-color:var(--text)}
"""
_PRINT = """
@media print{body{font-size:10.6pt;line-height:15.4pt;background:#fff;color:#000}
header,main,footer,nav{max-width:none;padding:0}.z{grid-template-columns:minmax(0,1fr) 5cm}
.cards{columns:1;font-size:8pt;line-height:10pt}details:not(.note)>p{display:none}
details[open]:not(.note){border:0;padding:0}.z>[data-n]{padding-left:0}
section,table,.method{break-inside:auto}h1,h2,h3{break-after:avoid}.wide{overflow:visible}}
"""
_HIGH = {"thick": 3.4, "thin": 1.8, "dashed": 2.6, "dash-dot": 2.4, "square-dots": 1.6, "bar": 3.4}
_THINNER = 0.62  # the weight of a line under somebody else's words


def style_sheet(*, is_black: bool) -> str:
    """Return the style of a page.

    Args:
        is_black: Black and white only: no colour, and no dark page.
    """
    if is_black:
        colours = _colours(_BLACK, ["#222"] * 8, "13%")
    else:
        dark = _colours(_DARK, _SLOTS_IN_THE_DARK, "24%")
        colours = f"{_colours(_LIGHT, _SLOTS, '15%')}@media screen and (prefers-color-scheme:dark)"
        colours += f"{{{dark}}}"
    lines = "".join(f"mark.{name}{{{body}}}" for name, body in _lines().items())
    return f"{colours}{_LAYOUT}{_MARKS}{lines}{_PRINT}".replace("\n", " ")


def _colours(tokens: dict[str, str], slots: list[str], tint: str) -> str:
    named = ";".join(f"--{name}:{value}" for name, value in tokens.items())
    marks = (
        f".s{number}{{--c:{color};--t:color-mix(in srgb,{color} {tint},transparent)}}"
        for number, color in enumerate(slots, start=1)
    )
    return f":root{{{named}}}{''.join(marks)}"


def _lines() -> dict[str, str]:
    """Return for each line style, and for each in a source's words, what draws it."""
    made: dict[str, str] = {}
    for weight, suffix in ((1.0, ""), (_THINNER, ".source")):
        tint = "linear-gradient(var(--t),var(--t)) 0 3px/100% calc(100% - 6px) no-repeat"
        if suffix:
            tint = (
                "repeating-linear-gradient(135deg,var(--t) 0 1.5px,transparent 1.5px 5px) "
                "0 3px/100% calc(100% - 6px) no-repeat"
            )
        for name, layers in _layers(weight).items():
            made[f"{name}{suffix}"] = f"background:{','.join((*layers, tint))}"
    made["possible"] = "--t:transparent"
    made["wave"] = (
        "text-decoration:underline wavy var(--c) 1.6px;text-underline-offset:4px;"
        "text-decoration-skip-ink:none"
    )
    made["wave.source"] = "text-decoration-thickness:1px"
    return made


def _layers(weight: float) -> dict[str, tuple[str, ...]]:
    """Return the backgrounds that draw each line; widths as the design has them."""

    def bar(height: float, up: float = 0) -> str:
        return (
            f"linear-gradient(var(--c),var(--c)) 0 calc(100% - {up:g}px)/"
            f"100% {max(1, height * weight):g}px no-repeat"
        )

    def pieces(height: float, *stops: float) -> str:
        edges = list(zip(("var(--c)", "transparent") * 2, stops, stops[1:], strict=False))
        told = ",".join(f"{color} {left:g}px {right:g}px" for color, left, right in edges)
        return (
            f"repeating-linear-gradient(90deg,{told}) 0 100%/100% "
            f"{max(1, height * weight):g}px no-repeat"
        )

    caps = tuple(
        f"linear-gradient(var(--c),var(--c)) {side} 100%/1.5px 7px no-repeat"
        for side in ("0", "100%")
    )
    dot = 1.6 if weight == 1 else 1.15
    dots = f"radial-gradient(circle at 2px 2px,var(--c) {dot}px,transparent {dot + 0.3:g}px)"
    teeth = "repeating-linear-gradient(90deg,var(--c) 0 1.5px,transparent 1.5px 5px)"
    return {
        "thick": (bar(_HIGH["thick"]),),
        "thin": (bar(_HIGH["thin"]),),
        "double": (bar(1.5), bar(1.5, 3.4)),
        "thick-thin": (bar(1.1), bar(2.6, 2.7)),
        "dashed": (pieces(_HIGH["dashed"], 0, 6, 9),),
        "dash-dot": (pieces(_HIGH["dash-dot"], 0, 7, 9.6, 12, 14),),
        "dotted": (f"{dots} 0 100%/5px 4px repeat-x",),
        "comb": (bar(1.6, 3.4), f"{teeth} 0 100%/100% {5 * weight:g}px no-repeat"),
        "thin-caps": (bar(1.5), *caps),
        "square-dots": (pieces(_HIGH["square-dots"], 0, 1.6, 4),),
        "double-caps": (bar(1.2), bar(1.2, 2.8), *caps),
        "bar": (bar(_HIGH["bar"]), *caps),
    }


def line_of(category: Category | None, panel: str) -> str:
    """Return the name of the line under the marks of a category; "thin" where it has no known one.

    Lists of hedges call their lines by other names, as the design does.
    """
    line = category.line if category else "thin"
    line = _OF_HEDGES.get(line, line) if panel == "hedging" else line
    return line if line in _NAMES else "thin"


def slot_class(category: Category | None, panel: str) -> str:
    """Return the classes that colour a mark: hedges have one neutral ink, and no slot."""
    return f"{panel} s{category.slot}" if category and panel == "wording" else panel


_OF_HEDGES = {"thin": "thin-caps", "double-thin": "double-caps"}
_NAMES = frozenset((*_layers(1), "wave"))
