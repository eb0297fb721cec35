"""What was said: reasons, requests, the contact log and the rules of conduct."""
