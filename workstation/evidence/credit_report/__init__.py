"""A credit report 个人信用报告 of the PBoC credit reference centre: read by what it prints, compared with a case."""
