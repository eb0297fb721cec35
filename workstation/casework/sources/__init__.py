"""Which figures of an application a proof may show, and where each was confirmed."""
