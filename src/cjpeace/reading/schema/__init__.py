"""The JSON Schema of an agenda file, from the definitions that read it."""
