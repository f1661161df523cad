"""What other people wrote, broken in every way: each reader says so in a sentence."""
