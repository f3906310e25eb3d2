"""The rules of attribution in words, for the card."""

from PySide6.QtCore import QCoreApplication


def rule_words(rule: str) -> str:
    """Return in words how an attribution was found; a rule is one name or two, outer first."""
    words = {
        "participle": _tr("a verb in -ing"),
        "to": _tr("a verb after “to”"),
        "that": _tr("“that” follows the verb"),
        "clause": _tr("a whole clause follows the verb"),
        "wh-clause": _tr("a question word follows the verb"),
        "noun phrase": _tr("the thing named after the verb"),
        "preposition": _tr("“about”, “of” or “against” follows the verb"),
        "infinitive": _tr("“to” and a verb follow"),
        "told to": _tr("the one addressed stands between"),
        "quotation": _tr("a quotation follows the verb"),
        "colon": _tr("a name and a colon"),
        "colon after the cue": _tr("a colon follows the verb"),
        "after its content": _tr("the speaker stands after the words"),
        "inverted": _tr("the verb stands before the speaker"),
        "any verb": _tr("the verb is in no list"),
        "source phrase": _tr("a phrase such as “according to”"),
        "state": _tr("what somebody is said to feel"),
        "verb and noun": _tr("a verb and a noun such as “made the claim”"),
        "gerund": _tr("a verb in -ing follows"),
        "answer": _tr("“so”, “yes” or “no” stands for the words"),
        "study": _tr("“In a poll …”"),
        "impression": _tr("it seems so; nobody is named"),
        "passive": _tr("the passive"),
        "relative clause": _tr("“which critics say …”"),
        "as": _tr("“as … said”"),
        "asked": _tr("a question without its asker"),
        "announced": _tr("the sentence announces a quotation"),
        "transcript": _tr("a name at the head of a paragraph"),
        "interview": _tr("an answer in an interview"),
        "goes on": _tr("a quotation after the speaker’s, probably theirs"),
        "signed": _tr("a name after a dash"),
        "noun": _tr("a noun such as “claim”"),
        "noun with its object": _tr("a noun such as “criticism of”"),
        "refusal": _tr("a refusal to speak"),
        "set by the reader": _tr("you"),
    }
    return ", ".join(words.get(part, part) for part in rule.split(", "))


def _tr(words: str) -> str:
    return QCoreApplication.translate("Card", words)
