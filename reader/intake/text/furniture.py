"""What a web page puts around a story: share bars, menus, notes, credits, lists of links."""

import re

_LONGEST_BAR = 120
_FEWEST_ICONS = 5
_FEWEST_LINKS = 3
_LONGEST_ITEM = 4  # words
_LONGEST_LINK = 160
_LONGEST_CAPTION = 400
_LONGEST_NOTE = 600
_ICONS = re.compile(r"(?i)\bicon(?!i)|(?<!sil)(?<!lex)icon\b")
_WORDS = re.compile(r"[^\W\d_][\w-]*")
_SHARE = frozenset(
    "share tweet print email e-mail facebook twitter x whatsapp linkedin pinterest reddit "
    "telegram copy link save comments comment like follow subscribe login log in sign up in menu "
    "home search close skip to content main navigation newsletter newsletters advertisement "
    "advertisment ad sponsored more next previous back top play pause mute vk rss flipboard mail "
    "messenger pocket instapaper on this via and listen bookmark gift article page story us "
    "bluesky threads mastodon instagram youtube tiktok".split()
)
_SECTIONS = _SHARE | frozenset(
    "news sport sports business opinion weather politics world culture travel tech technology "
    "science health money video videos photos live podcast podcasts lifestyle arts food style "
    "cookie cookies settings privacy policy terms conditions of use service services contact "
    "about advertise jobs careers help accessibility manage consent preferences puzzles shop "
    "games uk us europe america local national international climate education obituaries letters "
    "our your".split()
)
_BAR = re.compile(r"\s+[|·•/]\s+|\s*[|·•]\s*")
_AGO = re.compile(
    r"(?i)(?:(?:last )?(?:updated|published|posted|modified)\s*:?\s*)?"
    r"(?:\d{1,3}|an?|one|two|three) (?:second|minute|min|hour|hr|day|week|month)s? ago\.?"
)
_MORE = (
    r"(?:read (?:more|also|next)|also read|related(?: (?:articles?|stories|news|topics|posts|"
    r"content|coverage|links))?|more (?:on|from|stories)\b[^.!?]{0,60}|see also|recommended"
    r"(?: (?:for you|stories|reading))?|trending(?: now)?|most (?:read|popular|viewed)|"
    r"you (?:may|might) also like|watch(?: now)?|listen(?: now)?|don[’']?t miss|top stories|"
    r"latest (?:news|stories))"
)
_MORE_HEAD = re.compile(rf"(?i){_MORE}\s*[:…»>]*")
_MORE_LINE = re.compile(rf"(?i){_MORE}\s*[:|»>]\s*\S.*")
_NOTE = re.compile(
    r"(?i)(?:\(?(?:editor[’']?s[’']? note|correction|clarification|disclaimer|disclosure)\s*[:–—-]"
    r"|this (?:article|story|piece|report) (?:was|has been|is|had been) (?:amended|updated|"
    r"corrected|originally|first published|republished)\b"
    r"|this (?:article|story) (?:was|has been|is) (?:part of|published|produced|supported)\b"
    r"|follow us on\b|follow \S+ on (?:twitter|facebook|x|instagram|telegram)\b"
    r"|(?:sign up|subscribe) (?:to|for) (?:our\b|(?:the|my|this)\b[^.]{0,60}\b(?:newsletter|"
    r"briefing|digest|e-?mail|podcast|channel|feed)s?\b)|download (?:our|the) app\b"
    r"|the (?:views|opinions)(?:,? and opinions)? expressed (?:here(?:in)?\b|above\b|below\b|"
    r"in (?:this|the) (?:article|column|piece|post|story|commentary)\b|[^.]{0,80}?\b(?:are "
    r"(?:those|(?:his|her|their|my|the author[’']?s) own|solely)|do not (?:necessarily )?"
    r"(?:reflect|represent))\b)|the statements, views and\b"
    r"|(?:©|\(c\)|copyright) ?(?:©|\(c\))? ?\d{4}|all rights reserved\b"
    r"|support (?:our|independent|quality) (?:journalism|work|reporting)\b"
    r"|get (?:our|the) (?:\w+ ){0,3}newsletter\b)"
)
_AGENCIES = r"getty images|getty|afp|reuters|ap|epa|tass|ria novosti|sputnik|xinhua|anadolu|pa"
_CREDIT = re.compile(
    r"(?i)(?:[(\[](?=[^()\[\]]*(?:(?-i:[A-Z][\w.]*\s?/\s?[A-Z])|"
    r"\bphotos?(?:\s?[:/)\]]|\s(?:by|courtesy|credit|via)\b)|"
    r"\bimages? (?:by|courtesy|from|via)\b|getty|reuters|\bafp\b|\bap\b|\bepa\b))"
    r"[^()\[\]]{3,80}[)\]]\Z"
    r"|(?:^|[.|(–—-]\s?)(?:photo(?:graph)?|picture|image|credit|illustration)"
    r"(?: by(?-i:(?=:|\s?[A-Z@]))|:| courtesy)\s?[^.]{2,80}"
    rf"|©[^.]{{2,60}}|/\s?(?:{_AGENCIES})\b[^.]{{0,30}}|\bvia (?:{_AGENCIES})\Z"
    rf"|(?-i:[^\s.A-Z])[.!?] (?:{_AGENCIES})"
    r"|\b(?:afp|reuters|ap|epa) photo\s?/[^.]{2,60})\.?\Z"
)


def reason_to_leave_out(block: str) -> str:
    """Return why a block of text does not belong to the story, or ""."""
    icons = len(_ICONS.findall(block))
    if icons >= _FEWEST_ICONS and len(block.split()) <= 4 * icons:
        return "icon names of the page"
    if opens_link_list(block) or (is_link_line(block) and _MORE_LINE.fullmatch(block)):
        return "“read more” list"
    if _AGO.fullmatch(block):
        return "how long ago it appeared"
    if _is_bar(block):
        return "menu or share bar"
    words = _WORDS.findall(block.lower()) if len(block) < _LONGEST_BAR else []
    if words and all(word in _SHARE for word in words) and not block.endswith((".", "!", "?")):
        return "menu or share bar"
    return ""


def _is_bar(block: str) -> bool:
    """Tell whether a line is a row of short links: "Home | News | Sport"."""
    items = [item for item in _BAR.split(block) if item] if len(block) < _LONGEST_BAR else []
    if len(items) < _FEWEST_LINKS:
        return False
    words = [_WORDS.findall(item.lower()) for item in items]
    return all(0 < len(item) <= _LONGEST_ITEM and _SECTIONS.issuperset(item) for item in words)


def opens_link_list(block: str) -> bool:
    """Tell whether a line announces links to other stories: "Read more:", "Related"."""
    return len(block) < 80 and _MORE_HEAD.fullmatch(block) is not None


def is_link_line(block: str) -> bool:
    """Tell whether a line below "Read more" may be the title of another story."""
    return len(block) < _LONGEST_LINK and not block.rstrip("\"”’')").endswith((".", ":", ";"))


def is_standing_note(block: str) -> bool:
    """Tell whether a block is one of the notes that a paper repeats from story to story."""
    return len(block) < _LONGEST_NOTE and _NOTE.match(block) is not None


def is_caption(block: str) -> bool:
    """Tell whether a block ends in the credit of a picture."""
    return len(block) < _LONGEST_CAPTION and _CREDIT.search(block) is not None
