"""After any sequence of slot operations exactly the right passphrases open the desk; released headers open for good."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import mkdtemp

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tests.store.stored import CHEAP
from workstation.errors import Refused
from workstation.identity import name_key
from workstation.store import keys as slots
from workstation.store.files import write_whole
from workstation.store.header import FORM_1, FORM_2, HEADER, check_sum, parsed, read_header, write_header

FROZEN = Path(__file__).parents[1] / "files" / "desks" / "header-1.json"
"""Written by the last program that knew form 1 only."""
FROZEN_PASSPHRASE = "风和日丽 correct horse"
FROZEN_KEYS = slots.Keys(
    bytes.fromhex("d98b7db0d664e6aa247a747233d7aa3304c1fd52dd15ef429e31da876ee4e31a"),
    bytes.fromhex("aaf92a60c5bbbe954223006b172969136ba841a07f7feb517a62905d470a206c"),
)
RECOVERY = bytes(range(32))
NAMES = ("林协商", "Ｗａｎｇ Min", "wang min", "赵主管", "Ångström", "A\u030angstro\u0308m")
PASSPHRASES = tuple(f"a passphrase, number {number}" for number in range(4))


def code(act: Callable[[], object]) -> str:
    with pytest.raises(Refused) as refused:
        act()
    return refused.value.findings[0].code


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_whole(tmp_path / HEADER, slots.new_keys(PASSPHRASES[0], CHEAP, "林协商")[1])
    return tmp_path


@pytest.fixture
def older(tmp_path: Path) -> Path:
    write_whole(tmp_path / HEADER, FROZEN.read_bytes())
    return tmp_path


def form(folder: Path) -> str:
    return json.loads((folder / HEADER).read_bytes())["form"]


class Slots(RuleBasedStateMachine):
    """Whoever the model says can open can, with their passphrase alone."""

    @initialize(named=st.booleans())
    def make(self, named: bool) -> None:
        self.folder = Path(mkdtemp())
        self.keys, header = slots.new_keys(PASSPHRASES[0], CHEAP, NAMES[0] if named else "")
        write_whole(self.folder / HEADER, header)
        self.open: dict[str, str] = {name_key(NAMES[0] if named else ""): PASSPHRASES[0]}
        self.recovery: bytes | None = None
        self.generation: int | None = None

    def try_(self, act: Callable[[], object], expected: str) -> bool:
        """Whether the act went through, having been refused exactly as the model says."""
        if expected:
            before = (self.folder / HEADER).read_bytes()
            assert code(act) == expected
            assert (self.folder / HEADER).read_bytes() == before
        else:
            act()
        return not expected

    def refusal(self, name: str) -> str:
        return "" if name_key(name) in self.open else "person_unknown"

    @rule(name=st.sampled_from(NAMES), passphrase=st.sampled_from(PASSPHRASES))
    def add(self, name: str, passphrase: str) -> None:
        expected = "person_exists" if name_key(name) in self.open else ""
        if self.try_(lambda: slots.add_person(self.folder, self.keys, name, passphrase), expected):
            self.open[name_key(name)] = passphrase

    @rule(name=st.sampled_from(NAMES))
    def remove(self, name: str) -> None:
        expected = self.refusal(name) or ("person_last" if len(self.open) == 1 else "")
        if self.try_(lambda: slots.remove_person(self.folder, name), expected):
            del self.open[name_key(name)]

    @rule(name=st.sampled_from(NAMES), old=st.sampled_from(PASSPHRASES), new=st.sampled_from(PASSPHRASES))
    def change(self, name: str, old: str, new: str) -> None:
        wrong = "passphrase_wrong" if self.open.get(name_key(name)) != old else ""
        if self.try_(lambda: slots.change_passphrase(self.folder, old, new, name), self.refusal(name) or wrong):
            self.open[name_key(name)] = new

    @rule(name=st.sampled_from(NAMES), new=st.sampled_from(PASSPHRASES))
    def reset(self, name: str, new: str) -> None:
        if self.try_(lambda: slots.set_passphrase(self.folder, self.keys, name, new), self.refusal(name)):
            self.open[name_key(name)] = new

    @rule(name=st.sampled_from(NAMES))
    def name_the_first(self, name: str) -> None:
        clash = name_key(name) in self.open
        expected = "person_exists" if "" not in self.open or clash else ""
        if self.try_(lambda: slots.name_person(self.folder, name), expected):
            self.open[name_key(name)] = self.open.pop("")

    @rule(recovery=st.sampled_from((RECOVERY, RECOVERY[::-1])))
    def recover(self, recovery: bytes) -> None:
        slots.set_recovery(self.folder, self.keys, recovery)
        self.recovery = recovery

    @rule()
    def no_recovery(self) -> None:
        slots.remove_recovery(self.folder)
        self.recovery = None

    @rule(generation=st.integers(0, 2**60))
    def count(self, generation: int) -> None:
        write_header(self.folder, replace(read_header(self.folder), generation=generation))
        self.generation = generation

    @invariant()
    def the_right_ones_open(self) -> None:
        assert {name_key(name) for name in slots.people(self.folder)} == set(self.open)
        for name, passphrase in self.open.items():
            assert slots.open_keys(self.folder, passphrase, name) == self.keys
            others = [one for one in PASSPHRASES if one != passphrase]
            for wrong in others if name else [one for one in others if one not in self.open.values()]:
                assert code(lambda: slots.open_keys(self.folder, wrong, name)) == "passphrase_wrong"  # noqa: B023
        assert slots.has_recovery(self.folder) == (self.recovery is not None)
        for recovery in (RECOVERY, RECOVERY[::-1]):
            if recovery == self.recovery:
                assert slots.open_with_recovery(self.folder, recovery) == self.keys
            else:
                expected = "recovery_wrong" if self.recovery else "recovery_none"
                assert code(lambda: slots.open_with_recovery(self.folder, recovery)) == expected  # noqa: B023
        assert read_header(self.folder).generation == self.generation


TestSlots = Slots.TestCase
TestSlots.settings = settings(max_examples=40, stateful_step_count=12, deadline=None)


def test_the_frozen_header_opens(older: Path) -> None:
    assert slots.open_keys(older, FROZEN_PASSPHRASE).database == FROZEN_KEYS.database
    assert slots.open_keys(older, FROZEN_PASSPHRASE).vault == FROZEN_KEYS.vault
    assert slots.people(older) == ("",)


def test_opening_and_counting_keep_form_1(older: Path) -> None:
    write_header(older, replace(read_header(older), generation=7))
    slots.open_keys(older, FROZEN_PASSPHRASE)
    assert form(older) == FORM_1
    assert json.loads((older / HEADER).read_bytes())["generation"] == 7


def test_a_named_person_of_an_older_desk_keeps_the_passphrase(older: Path) -> None:
    slots.name_person(older, " 林 协商 ")
    assert (form(older), slots.people(older)) == (FORM_2, ("林 协商",))
    opened = slots.open_keys(older, FROZEN_PASSPHRASE, "林　协商")
    assert (opened.database, opened.person) == (FROZEN_KEYS.database, "林 协商")


def test_a_new_passphrase_moves_the_slot_into_form_2(older: Path) -> None:
    slots.name_person(older, "林协商")
    assert [slot.form for slot in read_header(older).slots] == [FORM_1]
    slots.change_passphrase(older, FROZEN_PASSPHRASE, PASSPHRASES[1])
    assert [slot.form for slot in read_header(older).slots] == [FORM_2]
    assert slots.open_keys(older, PASSPHRASES[1]).database == FROZEN_KEYS.database


def test_a_passphrase_alone_tells_whose_it_is(folder: Path) -> None:
    slots.add_person(folder, slots.open_keys(folder, PASSPHRASES[0]), "赵主管", PASSPHRASES[1])
    assert [slots.open_keys(folder, one).person for one in PASSPHRASES[:2]] == ["林协商", "赵主管"]
    assert code(lambda: slots.open_keys(folder, PASSPHRASES[2])) == "passphrase_wrong"
    slots.change_passphrase(folder, PASSPHRASES[1], PASSPHRASES[2])
    assert slots.open_keys(folder, PASSPHRASES[2]).person == "赵主管"


def test_a_name_takes_no_other_persons_passphrase(folder: Path) -> None:
    slots.add_person(folder, slots.open_keys(folder, PASSPHRASES[0]), "赵主管", PASSPHRASES[1])
    assert code(lambda: slots.open_keys(folder, PASSPHRASES[0], "赵主管")) == "passphrase_wrong"
    assert code(lambda: slots.open_keys(folder, PASSPHRASES[0], "某人")) == "person_unknown"


@pytest.mark.parametrize("weak", ["", "   ", "1234567"])
def test_nobody_gets_a_weak_passphrase(folder: Path, weak: str) -> None:
    keys, before = slots.open_keys(folder, PASSPHRASES[0]), (folder / HEADER).read_bytes()
    for act in (
        lambda: slots.add_person(folder, keys, "赵主管", weak),
        lambda: slots.set_passphrase(folder, keys, "林协商", weak),
    ):
        assert code(act) in {"passphrase_empty", "passphrase_short"}
    assert (folder / HEADER).read_bytes() == before


@pytest.mark.parametrize(
    ("name", "expected"),
    [("", "person_name_empty"), ("  ", "person_name_empty"), ("a\nb", ""), ("a\x00b", "person_name_empty"),
     ("\u200b", "person_name_empty"), ("字" * 64, ""), ("字" * 65, "person_name_long"), ("\ufdfa" * 20, "person_name_long")],
)  # fmt: skip
def test_names_are_clean(folder: Path, name: str, expected: str) -> None:
    keys = slots.open_keys(folder, PASSPHRASES[0])
    if expected:
        assert code(lambda: slots.add_person(folder, keys, name, PASSPHRASES[1])) == expected
    else:
        slots.add_person(folder, keys, name, PASSPHRASES[1])
        assert slots.open_keys(folder, PASSPHRASES[1], name) == keys


def forge(folder: Path, change: Callable[[dict], object]) -> None:
    body = json.loads((folder / HEADER).read_bytes())
    change(body)
    body.pop("check", None)
    (folder / HEADER).write_text(json.dumps(body | {"check": check_sum(body)}))


@pytest.mark.parametrize(
    "change",
    [
        lambda body: body["slots"][0].update(name="赵主管"),
        lambda body: body["slots"][0].update(salt="00" * 16),
        lambda body: body["slots"][0].update(nonce="00" * 12),
        lambda body: body["slots"][0].update(bound=FORM_1),
        lambda body: body["argon2id"].update(memory_kib=32),
        lambda body: body["slots"][0].update(wrapped=body["slots"][1]["wrapped"]),
    ],
)
def test_a_slot_opens_as_what_it_was_sealed_as_alone(folder: Path, change: Callable[[dict], object]) -> None:
    keys = slots.open_keys(folder, PASSPHRASES[0])
    slots.set_recovery(folder, keys, RECOVERY)
    forge(folder, change)
    assert code(lambda: slots.open_keys(folder, PASSPHRASES[0])) == "passphrase_wrong"


@pytest.mark.parametrize(
    "change",
    [
        lambda body: body.update(slots=[]),
        lambda body: body.update(slots=body["slots"] * 2),
        lambda body: body["slots"][0].update(kind="recovery"),
        lambda body: body["slots"][0].update(kind="owner"),
        lambda body: body["slots"][0].update(name=7),
        lambda body: body["slots"][0].update(name="x" * 65),
        lambda body: body["slots"][0].update(wrapped="00"),
        lambda body: body["slots"][0].update(bound="concord-desk-3"),
        lambda body: body["slots"][0].pop("salt"),
        lambda body: body.update(slots={"0": 1}),
        lambda body: body.update(generation="3"),
        lambda body: body.update(generation=True),
        lambda body: body.update(generation=-1),
        lambda body: body.update(form="concord-desk-3"),
    ],
)
def test_a_confused_header_is_damaged(folder: Path, change: Callable[[dict], object]) -> None:
    forge(folder, change)
    assert code(lambda: slots.open_keys(folder, PASSPHRASES[0])) == "desk_header_damaged"


def test_any_flipped_byte_of_form_2_is_damage(folder: Path) -> None:
    slots.set_recovery(folder, slots.open_keys(folder, PASSPHRASES[0]), RECOVERY)
    whole = (folder / HEADER).read_bytes()
    for at in range(len(whole)):
        try:
            found = parsed(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        except (ValueError, TypeError, KeyError, AttributeError):
            continue
        assert found == parsed(whole), at  # white space only


def test_a_recovery_key_of_another_length_is_a_mistake_of_the_caller(folder: Path) -> None:
    keys = slots.open_keys(folder, PASSPHRASES[0])
    with pytest.raises(ValueError, match="32"):
        slots.set_recovery(folder, keys, b"short")
    with pytest.raises(ValueError, match="32"):
        slots.open_with_recovery(folder, b"short")


def test_keys_are_never_shown(folder: Path) -> None:
    keys = slots.open_keys(folder, PASSPHRASES[0])
    assert repr(keys) == "Keys(…)"
    assert len({keys.database, keys.vault, keys.master}) == 3
