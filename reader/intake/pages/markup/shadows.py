"""Shadows that a page declares: what an element holds is shown where the shadow has its slots."""

from lxml.html import HtmlElement

_MOST = 1_000  # shadows of a page
_HELD = frozenset({"open", "closed"})


def is_shadow(template: HtmlElement) -> bool:
    """Tell whether a template is the shadow of an element, which a browser shows in its place."""
    return template.get("shadowrootmode") in _HELD


def fill_slots(tree: HtmlElement) -> None:
    """Put the parts of each element with a shadow into its slots; those without are not shown."""
    shadows = [one for one in tree.iter("template") if is_shadow(one)]
    for shadow in shadows[:_MOST]:
        slots = _slots(shadow)
        host = shadow.getparent()
        if host is not None:
            _fill(host, shadow, slots)


def _slots(shadow: HtmlElement) -> dict[str, HtmlElement]:
    """Return the first slot of each name that belongs to a shadow itself."""
    found: dict[str, HtmlElement] = {}
    for slot in shadow.iter("slot"):
        if next(slot.iterancestors("template"), None) is shadow:
            found.setdefault(slot.get("name") or "", slot)
    return found


def _fill(host: HtmlElement, shadow: HtmlElement, slots: dict[str, HtmlElement]) -> None:
    nameless = slots.get("")
    parts = [one for one in host if one is not shadow]
    loose = f"{host.text or ''}{shadow.tail or ''}"
    filled: set[str] = set()
    if nameless is not None and loose.strip():
        filled.add("")
        _clear(nameless, host)
        nameless.text, host.text, shadow.tail = loose, None, None
    elif loose.strip():
        host.text, shadow.tail = None, None
        _set_aside(host, loose)
    for part in parts:
        name = part.get("slot") or ""
        slot = slots.get(name)
        if slot is None:
            part.set("hidden", "")
        if nameless is None and part.tail and part.tail.strip():
            _set_aside(host, part.tail)
            part.tail = None
        if slot is None:
            continue
        if name not in filled:
            filled.add(name)
            _clear(slot, host)
        slot.append(part)


def _set_aside(host: HtmlElement, words: str) -> None:
    """Keep words that have no slot as what is not shown."""
    unseen = host.makeelement("div", {"hidden": ""})
    unseen.text = words
    host.append(unseen)


def _clear(slot: HtmlElement, host: HtmlElement) -> None:
    """Take out what a slot shows where nothing is put into it; it is not shown."""
    unseen = host.makeelement("div", {"hidden": ""})
    unseen.text, slot.text = slot.text, None
    unseen.extend(list(slot))
    if len(unseen) or (unseen.text and unseen.text.strip()):
        host.append(unseen)
