"""The wording of a letter to the debtor: what people wrote of the bank is judged, and a reason that stands lets it pass."""

from __future__ import annotations

from hashlib import sha256

from workstation.casework.case_file import CaseFile
from workstation.conversation.wording.check import phrasing_findings
from workstation.conversation.wording.waiver import WordingWaiver
from workstation.errors import Finding
from workstation.profile.bank import BankContact

LETTER = "collection-letter"


def letter_texts(contact: BankContact) -> str:
    """What people wrote and the letter prints, a line each; names and our own sentences beside them are not judged."""
    return "\n".join((contact.query, contact.repay, contact.object_to))


def texts_digest(contact: BankContact) -> str:
    """By which a reason is bound to these texts and no others."""
    return sha256(letter_texts(contact).encode("utf-8", "surrogatepass")).hexdigest()


def letter_findings(file: CaseFile, bank: str) -> tuple[Finding, ...]:
    """What the wording check has against the letter, whatever was decided about it."""
    return phrasing_findings(file.pack.phrases, letter_texts(file.bank_contact(bank)), f"paper.{LETTER}")


def standing_waiver(file: CaseFile, bank: str) -> WordingWaiver | None:
    """The latest reason given for the texts as they are now; None where there is none, or a text was changed since."""
    digest = texts_digest(file.bank_contact(bank))
    return next((one for one in reversed(file.wording_waivers) if (one.bank, one.texts) == (bank, digest)), None)


def waived_words(file: CaseFile, bank: str) -> frozenset[str]:
    """The words that stay."""
    waiver = standing_waiver(file, bank)
    return frozenset(waiver.words) if waiver else frozenset()
