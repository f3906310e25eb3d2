"""Every setting once: its default, its bounds and what Preferences call it."""

from dataclasses import dataclass, field

APPEARANCES = ("system", "light", "dark", "sepia")


@dataclass(frozen=True, slots=True)
class Settings:
    """What the reader has chosen. Settings without a label are not in Preferences."""

    appearance: str = field(
        default="system", metadata={"label": "Colours", "choices": APPEARANCES}
    )
    text_size: int = field(
        default=19, metadata={"label": "Size of the text", "least": 15, "most": 32}
    )
    marks_hidden_at_first: bool = field(
        default=False, metadata={"label": "Start each article without marks"}
    )
    stronger_voice_marks: bool = field(default=False, metadata={"label": "Stronger voice marks"})
    shows_possible: bool = field(default=False, metadata={"label": "Show less certain marks too"})
    recent: tuple[str, ...] = ()
    lexicons_off: tuple[str, ...] = ()
    library_folder: str = ""
    geometry: str = ""
    state: str = ""
