"""The words that tell how a source speaks and how it knows, by our own list."""

import re
from collections.abc import Mapping
from typing import Literal

Channel = Literal[
    "interview",
    "statement",
    "press-conference",
    "speech",
    "hearing",
    "document",
    "letter",
    "post",
    "published-work",
    "other-media",
]
Knowledge = Literal["witness", "participant", "document", "hearsay", "official-duty"]
_OUTLET = (
    r"(?:the )?(?:[A-Z][\w’'&-]* ){0,3}(?:News|Times|Post|Journal|Guardian|Herald|Tribune|Gazette"
    r"|Mail|Telegraph|Independent|Chronicle|Radio|TV|Television|Sky|Fox|Reuters|Interfax"
    r"|Bloomberg"
    r"|(?!MPs?\b|US\b|EU\b|UN\b|UK\b|MEPs?\b)[A-Z]{2,5})\b"
    r"|(?:the|a|an|its|our|sister|state|local|public|\w+ian|\w+ish|\w+ese|\w+can)"
    r"(?: [a-z]+){0,2}? "
    r"(?:newspaper|channel|news agency|magazine|broadcaster|station|television|radio|tabloid|paper"
    r"|news site|website|podcast)\b"
)
CHANNELS: Mapping[Channel, re.Pattern[str]] = {
    "other-media": re.compile(
        r"\b(?:told|tells|telling|speaking to|spoke to|speaking on|interview with|interviewed by"
        r"|quoted by|quoted in|appearing on|statement to)"
        rf" (?:{_OUTLET})"
    ),
    "press-conference": re.compile(
        r"\b(?:press|news|media) (?:conference|briefing)\b"
        r"|\b(?:at|in|during) a (?:\w+ )?briefing\b"
        r"|\b(?:told|telling|speaking to) (?:\w+ )?(?:reporters|journalists|the press)\b"
    ),
    "hearing": re.compile(
        r"\btestif(?:y|ies|ied|ying)\b|\btestimony\b|\bunder oath\b"
        r"|\b(?:told|telling|tells) (?:the |a |an )?(?:\w+ )?(?:court|jury|judges?|hearing|inquiry"
        r"|inquest|tribunal|committee|parliament|MPs|lawmakers|senators|council|magistrates)\b"
        r"|\bin (?:court|parliament)\b"
    ),
    "statement": re.compile(
        r"\b(?:press|news) release\b|\bcommuniqu[eé]\b"
        r"|\b(?:in|through|issued|released|read|to) (?:a|an|the|its|his|her|their) "
        r"(?:\w+ ){0,3}statement\b|\bstatement (?:said|says|read)\b"
    ),
    "post": re.compile(
        r"\b(?:re)?tweet(?:s|ed|ing)?\b|\bposted\b|\bin (?:a|an|the) (?:\w+ )?(?:post|thread)\b"
        r"|\bon (?:Twitter|X|Facebook|Instagram|Telegram|TikTok|YouTube|Mastodon|Bluesky|LinkedIn"
        r"|Reddit|Truth Social|social media)\b"
    ),
    "letter": re.compile(
        r"\b(?:in|by) (?:a|an|the|his|her|their)? ?(?:\w+ )?(?:letter|e-?mail)\b"
    ),
    "speech": re.compile(
        r"\b(?:in|during) (?:a|an|the|his|her) (?:\w+ )?(?:speech|address|sermon|lecture)\b"
        r"|\b(?:told|telling|speaking (?:to|at|before)) (?:a|an|the) (?:\w+ )?"
        r"(?:crowd|rally|audience|conference|meeting|congregation|delegates|assembly|vigil|ceremony)\b"
    ),
    "published-work": re.compile(
        r"\bin (?:a|an|the|his|her|their) (?:\w+ )?(?:book|memoirs?|column|essay|blog|article"
        r"|op-ed|paper)\b|\bwrites in\b|\bwrote in\b"
    ),
    "document": re.compile(
        r"\b(?:in|according to|citing) (?:a|an|the|its|their)? ?(?:\w+ ){0,2}(?:report|reports"
        r"|documents?|records|filings?|study|survey|minutes|memo|court papers|figures|statistics"
        r"|lawsuit|indictment|audit)\b"
    ),
    "interview": re.compile(
        r"\binterviews?\b|\btold (?:me|us)\b|\bby (?:tele)?phone\b|\bover the phone\b"
        r"|\bphone call\b|\bwhen asked\b|\basked (?:whether|if|about|how|why|what)\b"
    ),
}
KNOWLEDGE: Mapping[Knowledge, re.Pattern[str]] = {
    "witness": re.compile(
        r"\b(?:eye)?witness(?:es)?\b|\bonlookers?\b|\bbystanders?\b|\bpassers?-by\b"
        r"|\bwho (?:had |has |have )?(?:saw|seen|witnessed|watched|heard)\b"
        r"|\bwho (?:was|were) (?:there|present|nearby|standing|passing|at the scene)\b",
        re.IGNORECASE,
    ),
    "participant": re.compile(
        r"\bparticipants?\b|\battendees?\b|\bsurvivors?\b|\bnegotiators?\b"
        r"|\bwho (?:had |has |have )?(?:took part|taken part|attended|survived|helped|worked on"
        r"|negotiated|joined|organi[sz]ed)\b"
        r"|\bwho (?:was|were) (?:involved|among|part of|in the room)\b"
        r"|\binvolved in\b|\bpresent at\b",
        re.IGNORECASE,
    ),
    "document": re.compile(
        r"\b(?:citing|according to|based on) (?:\w+ ){0,3}(?:documents?|records|figures|data"
        r"|statistics|reports?|filings?|emails)\b"
        r"|\b(?:has|have|had|who) (?:seen|read|reviewed|obtained|saw) (?:\w+ ){0,3}"
        r"(?:documents?|report|letter|memo|emails|files|plans?|draft)\b",
        re.IGNORECASE,
    ),
    "hearsay": re.compile(
        r"\b(?:familiar with|briefed (?:on|about)|with (?:\w+ )?knowledge of|aware of|close to"
        r"|(?:was|were|been) told|(?:had|have|has) heard|heard from)\b",
        re.IGNORECASE,
    ),
    "official-duty": re.compile(
        r"\bspokes(?:man|woman|person|people)\b|\bin charge of\b|\bresponsible for\b"
        r"|\bwho (?:leads?|led|heads?|headed|runs?|oversees?|oversaw|commands?|chairs?"
        r"|is leading|is investigating)\b"
        r"|\bleading the (?:investigation|inquiry|search|operation)\b",
        re.IGNORECASE,
    ),
}
FIRST_PERSON = re.compile(
    r"\b(?:I|[Ww]e) (?:(?:just|only|also|even|then|all) )?"
    r"(?:saw|heard|watched|witnessed|smelled|felt)\b"
)
