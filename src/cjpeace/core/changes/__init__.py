"""What differs between two versions of an agenda, and what a new session makes of one."""
