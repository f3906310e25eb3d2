"""The panels beside the page, in the order of their tabs.

To add one, write its module here (a folder where it needs several) and name its class in PANELS.
The window builds tabs, commands, keys, menu entries and the rail of a narrow window from it.
"""

from reader.ui.panels.about.about_panel import AboutPanel
from reader.ui.panels.hedging.hedging_panel import HedgingPanel
from reader.ui.panels.naming.naming_panel import NamingPanel
from reader.ui.panels.notes.notes_panel import NotesPanel
from reader.ui.panels.sourcing.sourcing_panel import SourcingPanel
from reader.ui.panels.wording.wording_panel import WordingPanel
from reader.ui.widgets.panel_shape.panel import Panel

PANELS: tuple[type[Panel], ...] = (
    WordingPanel,
    SourcingPanel,
    HedgingPanel,
    NamingPanel,
    NotesPanel,
    AboutPanel,
)
