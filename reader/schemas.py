"""Names of published forms of data, such as "close-reader/lesson/1", and their numbers."""


def is_later(schema: object, known: str) -> bool:
    """Tell whether a later version of the program wrote data of a form that is known here.

    Args:
        schema: What the data say of themselves.
        known: The newest form that is known here.
    """
    if not isinstance(schema, str):
        return False
    kind, _, number = schema.rpartition("/")
    ours, _, newest = known.rpartition("/")
    return kind == ours and number.isdecimal() and int(number[:9]) > int(newest)
