"""Every setting once: its default, its bounds, and where and how Preferences show it."""

from dataclasses import field

from reader.values import frozen

APPEARANCES = ("system", "light", "dark", "sepia", "contrast-light", "contrast-dark")
_APPEARANCE_WORDS = (
    "As the system",
    "Light",
    "Dark",
    "Sepia",
    "High contrast, light",
    "High contrast, dark",
)
# The sections of Preferences, in their order; one without a setting is not shown.
SECTIONS = ("Reading", "Marks", "Library", "Feeds and network", "Languages", "Files and backup")
EACH = "each"  # as it is set for each feed


@frozen
class Settings:
    """What the reader has chosen. Settings without a label are not in Preferences."""

    appearance: str = field(
        default="system",
        metadata={
            "label": "Colours",
            "section": "Reading",
            "told": "High contrast draws the frames of quoted and reported words more clearly.",
            "choices": APPEARANCES,
            "words": _APPEARANCE_WORDS,
        },
    )
    text_size: int = field(
        default=19,
        metadata={
            "label": "Size of the text",
            "section": "Reading",
            "told": "Ctrl and plus or minus change it too. The column grows with the letters.",
            "unit": " pixels",
            "least": 15,
            "most": 32,
        },
    )
    text_width: int = field(
        default=66,
        metadata={
            "label": "Width of the column",
            "section": "Reading",
            "told": "Letters in a line; 60 to 70 are easy to read. A narrow window has fewer.",
            "unit": " letters",
            "least": 40,
            "most": 96,
            "step": 2,
        },
    )
    text_leading: int = field(
        default=158,
        metadata={
            "label": "Height of a line",
            "section": "Reading",
            "told": "As a share of the size of the text.",
            "unit": " %",
            "least": 140,
            "most": 220,
            "step": 2,
        },
    )
    text_font: str = field(
        default="serif",
        metadata={
            "label": "Font of the text",
            "section": "Reading",
            "told": "Both are part of the program and look the same on every system.",
            "choices": ("serif", "sans"),
            "words": ("Source Serif", "IBM Plex Sans"),
        },
    )
    marks_hidden_at_first: bool = field(
        default=False,
        metadata={
            "label": "Start each article without marks",
            "section": "Marks",
            "told": "Read first, then look. M brings the marks.",
        },
    )
    stronger_voice_marks: bool = field(
        default=False,
        metadata={
            "label": "Stronger voice marks",
            "section": "Marks",
            "told": "A clear frame round quoted and reported words.",
        },
    )
    shows_possible: bool = field(
        default=False,
        metadata={
            "label": "Show less certain marks too",
            "section": "Marks",
            "told": "They are drawn as a thin line, with a question mark at the letter.",
        },
    )
    keeps: str = field(
        default="ask",
        metadata={
            "label": "Keep what is read",
            "section": "Library",
            "told": "Everything stays on this computer. File > Read without keeping makes an "
            "exception for this time.",
            "choices": ("ask", "yes", "no"),
            "words": ("Ask me", "Yes, all of it", "No, nothing"),
        },
    )
    resumes: bool = field(
        default=True,
        metadata={
            "label": "Open the articles of the last time again",
            "section": "Library",
            "told": "Those of the tabs, each where you left it.",
        },
    )
    feed_schedule: str = field(
        default=EACH,
        metadata={
            "label": "How often feeds are checked",
            "section": "Feeds and network",
            "told": "While the program is open. F5 in the library checks all of them now.",
            "choices": (EACH, "by-hand", "daily", "hourly"),
            "words": ("As set for each feed", "Only by hand", "Every day", "Every hour"),
        },
    )
    feed_pages: str = field(
        default=EACH,
        metadata={
            "label": "Whole page of each new article",
            "section": "Feeds and network",
            "told": "Many feeds hold a summary only. The page is fetched once, from its own site.",
            "choices": (EACH, "no", "yes"),
            "words": ("As set for each feed", "No, what the feed holds", "Yes, fetch it"),
        },
    )
    feed_days: int = field(
        default=0,
        metadata={
            "label": "Keep what nobody opened from a feed",
            "section": "Feeds and network",
            "told": "After that it goes to the trash, where it stays 30 days. What you opened, "
            "noted, tagged or put into a collection always stays.",
            "unit": " days",
            "none": "always",
            "least": 0,
            "most": 3_650,
        },
    )
    text_language: str = field(
        default="",
        metadata={
            "label": "Language of an article",
            "section": "Languages",
            "told": "Marks need lists in that language; an article in another one can be read.",
            "choices": ("",),
            "words": ("Found from the text",),
            "offers_more": True,  # once the lists have told which languages are installed
        },
    )
    originals_mb: int = field(
        default=2_000,
        metadata={
            "label": "Room for original files",
            "section": "Files and backup",
            "told": "Beyond it, the oldest go when Preferences are closed. The articles stay, and "
            "so does what you made.",
            "unit": " MB",
            "least": 0,
            "most": 1_000_000,
            "step": 100,
        },
    )
    trash_mb: int = field(
        default=500,
        metadata={
            "label": "Room for the trash",
            "section": "Files and backup",
            "told": "Beyond it, what was thrown away first goes for good before its 30 days are "
            "over.",
            "unit": " MB",
            "least": 0,
            "most": 1_000_000,
            "step": 100,
        },
    )
    backups_mb: int = field(
        default=2_000,
        metadata={
            "label": "Room for copies of the whole library",
            "section": "Files and backup",
            "told": "They are made before a new version changes it, and stay a week in any case. "
            "The daily backups of what you made always stay their week.",
            "unit": " MB",
            "least": 0,
            "most": 1_000_000,
            "step": 100,
        },
    )
    open_tabs: tuple[str, ...] = ()  # ids of the library, in the order of the tabs
    front_tab: str = ""
    front_panel: str = ""  # its id; "" for the first
    has_panel: bool = True
    recent: tuple[str, ...] = ()
    # what those articles are called, as JSON: the title by the path
    recent_titles: str = field(default="", metadata={"holds": "json"})
    lexicons_off: tuple[str, ...] = ()
    library_folder: str = ""
    open_folder: str = ""  # where a file was last chosen, by kind: to read, written, of a lesson
    export_folder: str = ""
    lesson_folder: str = ""
    # "command=key" for each key that the reader has changed
    keys: tuple[str, ...] = field(default=(), metadata={"holds": "keys"})
    # the last choices of each export format, as JSON
    export_choices: str = field(default="", metadata={"holds": "json"})
    geometry: str = ""
    state: str = ""
