"""Words that have no place in notes and letters: found, told with calmer ones, and kept from papers until a reason is given."""
