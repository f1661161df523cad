"""What comes in and goes out in other shapes."""
