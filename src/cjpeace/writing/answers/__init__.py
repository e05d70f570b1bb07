"""The answers of the commands that only read, in every format."""
