"""A web page that stands alone: one file that fetches nothing and runs nothing."""


def standalone_page(title: str, style: str, content: str) -> str:
    """Return a whole page.

    Args:
        title: Its title, escaped.
        style: Its style sheet.
        content: What stands in it, as markup.
    """
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{title}</title><style>{style}</style></head>"
        f"<body><main>{content}</main></body></html>\n"
    )
