#!/usr/bin/env python3
"""Writes the manual page from the program's own help.

    make manual          # Documentation/mathtutor.1 from .build/release/mathtutor
"""
import json
import subprocess
import sys


def escape(text):
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return "\n".join("\\&" + line if line[:1] in ".'" else line for line in text.split("\n"))


def block(text):
    """Indented lines stay as they are; the others flow."""
    lines, verbatim = [], False
    for line in text.strip("\n").split("\n"):
        if line.startswith("  ") != verbatim:
            verbatim = not verbatim
            lines.append(".nf\n.RS" if verbatim else ".RE\n.fi")
        lines.append(".PP" if line == "" else escape(line))
    if verbatim:
        lines.append(".RE\n.fi")
    return lines


def name(argument):
    names = argument.get("names") or []
    words = [("-" if n["kind"] == "short" else "--") + n["name"] for n in names]
    value = argument.get("valueName", "")
    if not words:
        return f"<{value}>"
    return ", ".join(words) + (f" <{value}>" if argument["kind"] == "option" else "")


EVERYWHERE = {"home", "data", "profile", "language", "plain", "ascii", "color", "json", "version", "help"}


def is_common(argument):
    return any(n["name"] in EVERYWHERE for n in argument.get("names") or [])


def arguments(command, common=False):
    lines = []
    for argument in command.get("arguments") or []:
        if is_common(argument) != common:
            continue
        if not argument.get("shouldDisplay", True) or not argument.get("abstract"):
            continue
        lines += [".TP", ".B " + escape(name(argument)), escape(argument["abstract"])]
    return lines


def section(command, path):
    lines = [f'.SS "{escape(" ".join(path))}"', escape(command.get("abstract", ""))]
    if command.get("discussion"):
        lines += [".PP"] + block(command["discussion"])
    lines += arguments(command)
    for child in command.get("subcommands") or []:
        if child["commandName"] != "help":
            lines += section(child, path + [child["commandName"]])
    return lines


def main():
    binary, target = sys.argv[1:3]
    dump = json.loads(subprocess.run(
        [binary, "--experimental-dump-help"], check=True, capture_output=True, text=True).stdout)
    root = dump["command"]
    lines = ['.TH MATHTUTOR 1 "" "MathTutor" "User Commands"', ".SH NAME",
             "mathtutor \\- " + escape(root["abstract"].rstrip(".")), ".SH SYNOPSIS",
             ".B mathtutor\n[command] [options]", ".SH DESCRIPTION"]
    lines += block(root.get("discussion", ""))
    first = root["subcommands"][0]
    lines += [".SH OPTIONS", "These belong to every command."] + arguments(first, common=True)
    lines += [".SH COMMANDS"]
    for command in root["subcommands"]:
        if command["commandName"] != "help":
            lines += section(command, [command["commandName"]])
    lines += [".SH FILES", ".TP", ".I ~/.local/share/mathtutor",
              "The record, the models and your own problems; another folder with \\-\\-home.",
              ".SH ENVIRONMENT", ".TP", ".B MATHTUTOR_HOME", "The folder for all that is written.",
              ".TP", ".B MATHTUTOR_DATA", "The folder of the problems.",
              ".TP", ".B MATHTUTOR_NOW", "The time, for repeatable runs.",
              ".TP", ".B NO_COLOR, ACCESSIBLE", "No colors; lines in place of screens."]
    with open(target, "w") as file:
        file.write("\n".join(lines) + "\n")


main()
