"""Keys of any type as messages and paths write them."""


def key_text(key: object) -> str:
    """A key as it is written in YAML.

    >>> [key_text(key) for key in ("a", 5, True, None)]
    ['a', '5', 'true', 'null']
    """
    if key is None:
        return "null"
    if isinstance(key, bool):
        return "true" if key else "false"
    return str(key)


def step(key: object) -> str | int:
    """A key as a step of a path."""
    return key if isinstance(key, int) and not isinstance(key, bool) else key_text(key)
