"""The first page of the day: what there is to do, over every case."""
