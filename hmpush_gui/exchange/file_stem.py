"""What a file is called that is named after something of the user's own."""


def file_stem(name: str) -> str:
    """`name` without what some disk would not take; a dash for each such sign."""
    return "".join(sign if sign.isalnum() else "-" for sign in name)
