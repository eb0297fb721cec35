"""A bank's list on its way into the desk and out of it again, in bounded memory."""
