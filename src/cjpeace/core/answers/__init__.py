"""Questions about an agenda on a day, and what there is to say."""
