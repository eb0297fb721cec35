"""One entry of the checklist: its facts, checks and waivers."""
