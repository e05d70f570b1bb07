"""Changes to the text of an agenda that leave every other byte as it was."""
