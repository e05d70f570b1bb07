"""From YAML text to an agenda, or to all that is wrong with it, each with its place."""
