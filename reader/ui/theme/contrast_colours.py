"""The two themes of high contrast, one row a token; a test measures what is written here.

Text stands at 7:1 at least on everything it can stand on, and every line that carries meaning
at 4.5:1: borders of controls, frames of voices, marks, hedges, focus. Separators are only
decoration. Contrast is that of WCAG 2.
"""

CONTRAST_TOKENS: dict[str, tuple[str, str]] = {  # light, dark
    "page": ("#FFFFFF", "#000000"),
    "chrome": ("#F4F4F4", "#000000"),
    "panel": ("#FAFAFA", "#0C0C0C"),
    "raised": ("#FFFFFF", "#141414"),
    "text": ("#000000", "#FFFFFF"),
    "text2": ("#262626", "#F0F0F0"),
    "line": ("#6E6E6E", "#8A8A8A"),
    "line2": ("#404040", "#BDBDBD"),
    "accent": ("#003C86", "#A5D0FF"),
    "on": ("#FFFFFF", "#000000"),
    "accent_wash": ("#DCE8F8", "#10294A"),
    "hover": ("#E8E8E8", "#262626"),
    "focus": ("#0040B0", "#A5D0FF"),
    "band": ("#ECECEC", "#1E1E1E"),
    "hedge": ("#1E1E1E", "#EAEAEA"),
    "warn": ("#5C3200", "#FFD98F"),
    "warn_wash": ("#FFF3DC", "#2C2108"),
    "swatch": ("#CFCFCF", "#505050"),
}
CONTRAST_SLOTS: tuple[tuple[str, str], ...] = (  # of the wording palette: light, dark
    ("#7A1E00", "#FFB08C"),  # rust
    ("#6A4300", "#FFDD66"),  # ochre
    ("#3A4620", "#C3C94A"),  # olive
    ("#00483E", "#66CFBE"),  # teal
    ("#00566F", "#A9E6FF"),  # azure
    ("#083A82", "#BBBFF0"),  # indigo
    ("#541A5A", "#E2BAFF"),  # violet
    ("#8E0744", "#FFA3BF"),  # rose
)
