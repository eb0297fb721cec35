"""A case with an account, opened at its profile."""

from __future__ import annotations

import pytest

from tests.builders import account
from ui.pages.profile.page import ProfilePage
from workstation.actions import cases


@pytest.fixture
def profile(driver, desk) -> ProfilePage:
    case_id = desk.run(cases.new_case, "张三")
    desk.run(cases.save_account, account(case_id=case_id))
    driver.workbench.open_case(case_id)
    return driver.page("profile")
