"""Root certificates in the settings: added from a file, refused with a reason, removed with a way back."""

from __future__ import annotations

from tests.received.signed_pdf import authority
from workstation.actions.evidence import trust_roots


def test_a_root_is_added_shown_removed_and_brought_back(driver, tmp_path) -> None:
    (tmp_path / "root.cer").write_bytes(authority().root)
    (tmp_path / "bad.cer").write_bytes(b"hello")
    driver.command("settings")
    driver.workbench.settings.sections.open("safety")
    card = driver.workbench.settings.trust
    driver.answers.paths = [tmp_path / "bad.cer", tmp_path / "root.cer"]
    driver.click(card.add_button)
    assert "bad.cer" in card.note.text()
    driver.click(card.add_button)
    assert card.note.text() == ""
    (shown,) = card.roots.content.rows
    assert shown.subject == "测试根证书"
    assert card.whole.text().replace(" ", "").lower() == shown.id
    driver.click(card.remove_button)
    assert card.roots.content.rows == ()
    driver.click(driver.window._toast.undo)
    desk = driver.window.session.desk
    assert trust_roots.trust_roots(desk) == card.roots.content.rows == (shown,)
