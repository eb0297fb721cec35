"""What sets up and checks the project; nothing here ships."""
