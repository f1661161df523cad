"""How PowerShell, cmd and the C runtime of Windows read a command, by their own rules.

PowerShell: about_Quoting_Rules and about_Special_Characters. cmd: phases 1 (percent),
2 (carets and quotes) of its parser. C runtime: "Parsing C command-line arguments".
"""

import re

_SINGLE = "'\u2018\u2019\u201a\u201b"


def powershell_string(text: str, start: int = 0) -> tuple[str, int]:
    """The value of a single-quoted string at `start`, and where it ends."""
    assert text[start] in _SINGLE
    value, place = "", start + 1
    while True:
        if text[place] not in _SINGLE:
            value, place = value + text[place], place + 1
        elif place + 1 < len(text) and text[place + 1] in _SINGLE:
            # Two quotes are one: the first of them.
            value, place = value + text[place], place + 2
        else:
            return value, place + 1


def powershell_words(line: str, variables: dict[str, str]) -> list[str]:
    """The words of a command; a backtick before a line end goes on in the next line."""
    words, place = [], 0
    line = line.replace("`\n", " ")
    while place < len(line):
        if line[place] == " ":
            place += 1
        elif line[place] in _SINGLE:
            word, place = powershell_string(line, place)
            words.append(word)
        elif line[place] == '"':
            end = line.index('"', place + 1)
            words.append(_expanded(line[place + 1 : end], variables))
            place = end + 1
        else:
            plain = re.match(r"[^\s'\"`$;|&(){}@#<>]+", line[place:])
            assert plain, line[place:]
            words.append(plain[0])
            place += len(plain[0])
    return words


def _expanded(text: str, variables: dict[str, str]) -> str:
    assert "`" not in text
    return re.sub(r"\$((?:env:)?\w+)", lambda match: variables[match[1]], text)


def cmd_line(typed: str, variables: dict[str, str], *, delayed: bool = False) -> str:
    """The command line a program gets of what is typed into cmd.

    Where `delayed` is on, an exclamation mark takes a variable's name away.
    """

    # What names no variable stays when it is typed; in a file it would go.
    def value(match: re.Match[str]) -> str:
        return variables.get(match[1], match[0])

    line = re.sub(r"%([^%\n]+)%", value, typed)
    out, quoted, place = "", False, 0
    while place < len(line):
        char = line[place]
        if char == "^" and not quoted:
            place += 1
            if line[place] == "\n":
                # The line end goes, and what comes after is taken as it is.
                place += 1
            out += line[place]
        else:
            assert char != "\n", "the command ends here"
            assert quoted or char not in "&|<>()", f"cmd takes {char} for itself"
            quoted ^= char == '"'
            out += char
        place += 1
    assert not (delayed and "!" in out)
    return out


def c_arguments(line: str) -> list[str]:
    """What a program of the C runtime finds in its command line."""
    arguments, word, quoted, started, place = [], "", False, False, 0
    while place < len(line):
        slashes = len(line[place:]) - len(line[place:].lstrip("\\"))
        place += slashes
        is_quote = place < len(line) and line[place] == '"'
        word += "\\" * (slashes // 2 if is_quote else slashes)
        started |= slashes > 0
        if is_quote and slashes % 2:
            word, place = word + '"', place + 1
        elif is_quote:
            quoted, started, place = not quoted, True, place + 1
        elif place < len(line) and line[place] in " \t" and not quoted:
            if started:
                arguments.append(word)
            word, started, place = "", False, place + 1
        elif place < len(line) and not slashes:
            word, started, place = word + line[place], True, place + 1
    assert not quoted
    return [*arguments, word] if started else arguments
