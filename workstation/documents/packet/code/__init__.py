"""The QR picture of a packet and its code: what it tells, and how it is found on scans."""
