"""Guideline living costs beside the categories of a household's spending, for its size, by the rules of its case."""

from __future__ import annotations

from workstation.casework.case_file import CaseFile
from workstation.policy.guidelines import EXPENSES
from workstation.policy.rules import Source
from workstation.wording import Wording


def usual_costs(file: CaseFile, words: Wording) -> dict[str, str]:
    """What is usually spent a month on each category, for the debtor and the dependants on record; what no source tells is empty,
    what it tells of several categories together says so.

    Nothing at all in a currency that the rules do not speak of, or where they know no guideline.
    """
    if not file.pack.guidelines or file.budget.currency != file.pack.currency:
        return {}
    return {name: _usual(file, name, words) for name in EXPENSES}


def guideline_source(file: CaseFile, words: Wording) -> str:
    """Where the guidelines were read, in the words of the language where it has some, without what is remarked in brackets."""
    return "；".join(dict.fromkeys(_source_name(one.source, words) for one in file.pack.guidelines))


def _source_name(source: Source, words: Wording) -> str:
    key = f"source_name.{source.id}"
    return words.text(key) if words.has(key) else source.name.partition("（")[0]


def _usual(file: CaseFile, name: str, words: Wording) -> str:
    one = file.pack.guideline(name)
    if one is None:
        return words.text("usual.none")
    amount = one.monthly(1 + file.debtor.dependants, file.pack.currency).grouped()
    return words.text("usual.together" if len(one.categories) > 1 else "usual.alone", {"amount": amount})
