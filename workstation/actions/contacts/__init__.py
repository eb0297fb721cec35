"""Who may be contacted and when, complaints, and what makes a person vulnerable."""
