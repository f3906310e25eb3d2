"""Line ends of mail and saved pages, as programs and transfers of all times have written them."""

_LOOKED_AT = 50_000  # bytes that show how lines end


def with_line_feeds(data: bytes) -> bytes:
    """Return bytes whose lines end in a feed where they ended in a return alone, or in two.

    Old Macintosh programs wrote the return alone; a transfer that takes a file for one of plain
    feeds puts a second return before each.
    """
    start = data[:_LOOKED_AT]
    doubled = start.count(b"\r\r\n")
    if doubled and 2 * doubled > start.count(b"\n"):
        return data.replace(b"\r\r\n", b"\n")
    if b"\r" in start and b"\n" not in start:
        return data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return data
