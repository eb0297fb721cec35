"""Reports over every case: buckets, movements between them, packets and their answers; each figure with its formula and cases."""
