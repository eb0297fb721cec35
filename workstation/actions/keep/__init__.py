"""What happens to accounts after the bank's answer: adopted schedules, payments, promises, replies and ends."""
