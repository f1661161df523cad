"""Push Kit with no window: what it accepts, what it answers, how to ask it."""
