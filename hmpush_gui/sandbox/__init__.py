"""Push Kit in this process, on a loopback port."""
