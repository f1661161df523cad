"""Takes pictures of the running program, to be looked at; `__main__` says how."""
