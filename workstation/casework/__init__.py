"""One case seen whole: everything known about it, and the gates between its stages."""
