"""The steps from one released schema to the next, frozen and numbered; step n takes a database from version n-1 to n.

A step speaks SQL only and never imports a live record: it must still do the same when the records have moved on.
"""

from __future__ import annotations

from typing import Final

from workstation.store.migrations import (
    step_0001_first,
    step_0002_bank_contact,
    step_0003_offer,
    step_0004_packet_facts,
    step_0005_print_mark,
    step_0006_number_masks,
    step_0007_bank_form,
    step_0008_hand_mapping,
    step_0009_revisions,
    step_0010_draft,
    step_0011_backup,
    step_0012_user,
    step_0013_case_bundle,
    step_0014_due_day,
    step_0015_item_container,
    step_0016_search_text,
    step_0017_recognised_text,
    step_0018_trust_roots,
    step_0019_conduct,
    step_0019_keeping,
    step_0019_ledger,
    step_0019_talk,
    step_0020_sources_and_grants,
    step_0021_claims,
    step_0021_list_mapping,
    step_0021_paper_entries,
    step_0021_statement,
    step_0022_lender_table,
    step_0023_case_line,
    step_0024_case_line_key,
    step_0025_case_line_total,
    step_0025_due_source,
    step_0026_filing,
    step_0026_filtered_list,
)

Step = tuple[str, ...]

STEPS: Final[tuple[Step, ...]] = (
    step_0001_first.STATEMENTS,
    step_0002_bank_contact.STATEMENTS,
    step_0003_offer.STATEMENTS,
    step_0004_packet_facts.STATEMENTS,
    step_0005_print_mark.STATEMENTS,
    step_0006_number_masks.STATEMENTS,
    step_0007_bank_form.STATEMENTS,
    step_0008_hand_mapping.STATEMENTS,
    step_0009_revisions.STATEMENTS,
    step_0010_draft.STATEMENTS,
    step_0011_backup.STATEMENTS,
    step_0012_user.STATEMENTS,
    step_0013_case_bundle.STATEMENTS,
    step_0014_due_day.STATEMENTS,
    step_0015_item_container.STATEMENTS,
    step_0016_search_text.STATEMENTS,
    step_0017_recognised_text.STATEMENTS,
    step_0018_trust_roots.STATEMENTS,
    (
        *step_0019_keeping.STATEMENTS,
        *step_0019_ledger.STATEMENTS,
        *step_0019_conduct.STATEMENTS,
        *step_0019_talk.STATEMENTS,
    ),
    step_0020_sources_and_grants.STATEMENTS,
    (
        *step_0021_list_mapping.STATEMENTS,
        *step_0021_paper_entries.STATEMENTS,
        *step_0021_claims.STATEMENTS,
        *step_0021_statement.STATEMENTS,
    ),
    step_0022_lender_table.STATEMENTS,
    step_0023_case_line.STATEMENTS,
    step_0024_case_line_key.STATEMENTS,
    (*step_0025_case_line_total.STATEMENTS, *step_0025_due_source.STATEMENTS),
    (*step_0026_filing.STATEMENTS, *step_0026_filtered_list.STATEMENTS),
)
"""All steps, oldest first; their number is the version that this program writes."""
