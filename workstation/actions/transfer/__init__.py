"""Cases that go to another desk and come back, and cases fetched from a copy: what differs, what a person decides, what is kept."""
