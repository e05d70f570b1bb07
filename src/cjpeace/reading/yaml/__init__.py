"""YAML text to plain data, with its faults, and where in the text things stand."""
