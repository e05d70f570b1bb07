"""Files as git has them at a revision."""
