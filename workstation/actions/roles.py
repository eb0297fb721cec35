"""Who may run which action: `Desk.run` asks here before anything happens, and nobody else judges it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Final, Literal

Need = Literal["anybody", "works", "supervises", "recovers"]
"""anybody: it changes nothing that a person did. works: an agent or a supervisor. supervises: a supervisor who is here.
recovers: a supervisor, or whoever opened the desk by its recovery key.
"""

_ROOM: Final = "workstation.actions."

ANYBODY: Final = frozenset(
    {
        *(
            "opening.change_passphrase",
            "upkeep.check_vault",
            "upkeep.quarantine_orphans",
            "upkeep.set_aside_later",
            "upkeep.list_maker",
        ),
        *("due_days.unclear_due_days", "due_days.changed_due_days", "due_days.due_days_to_check"),
        "contacts.complaints.report",
        *("case_files.reading.read_case", "case_files.reading.read_part", "case_files.reading.other_cases"),
        "case_files.written_mistakes.mistakes",
        *(
            "cases.load_case",
            "cases.case_zone",
            "cases.usual_pack",
            "filing.archive.is_archived",
            "filing.views.kept_views",
            "imports.plan_data",
            "imports.plan_file",
            "imports.plan_said",
            "imports.headings_of",
            "intake.named_columns.planned_as_named",
            "intake.named_columns.remembered_names",
        ),
        *("duplicates.account_elsewhere", "duplicates.person_elsewhere"),
        *("banks.bank_contacts.all_banks", "banks.bank_contacts.bank_contacts"),
        *("banks.bank_forms.case_form", "banks.bank_forms.case_form_source"),
        *("banks.form_library.form_intake", "banks.form_library.form_of_bank", "banks.form_library.form_source"),
        *("banks.form_library.offered_forms", "banks.form_mapping.code_labels", "banks.form_mapping.form_sketch"),
        *(
            "evidence.containers.container_of",
            "evidence.credit_reports.report_reader",
            "evidence.items.duplicates_elsewhere",
            "evidence.items.item",
            "evidence.items.item_bytes",
            "evidence.items.item_reader",
            "evidence.recognition.recogniser",
            "evidence.recognition.recognised_of",
        ),
        *("evidence.withdrawn_checks.all_checks", "evidence.withdrawn_checks.withdrawn_checks"),
        *("evidence.sorting.sorter", "evidence.sorting.beginnings"),
        *("evidence.items.item_turn", "evidence.masks.copy_rule", "evidence.masks.copy_source"),
        "evidence.cards.cards_source",
        *("keep.list_columns.planned_with", "keep.list_columns.remembered"),
        *("evidence.masks.proposed_masks", "evidence.mappings.file_tables", "evidence.mappings.kept_mappings"),
        *("evidence.mappings.taught", "evidence.sources.item_source"),
        *("evidence.trust_roots.trust_roots", "evidence.trust_roots.root_bytes"),
        *("evidence.mappings.layouts", "evidence.statements.income_reader", "evidence.statements.statement_reader"),
        *("integrity.check_desk", "integrity.desk_checker"),
        *(
            "keep.accounts.case_of",
            *(
                "keep.reading.at_rest",
                "keep.reading.cases_waking",
                "keep.reading.cases_with",
                "keep.reading.cases_without",
                "keep.reading.files_of",
                "keep.reading.read_aside",
            ),
            *("plans.claims.payments_in_list", "plans.claims.payments_reader"),
            "day.reading.day_of_work",
            *("reports.figures.bucket_lines", "reports.figures.movement_lines", "reports.figures.packet_lines"),
            *(
                "keep.registers.coming",
                "keep.registers.oral_register",
                "keep.registers.rate_lines",
                "keep.register_tables.write_listing",
            ),
            *(
                "keep.registers.reviews",
                "keep.retention.past_runs",
                "keep.retention.retention_lines",
                "keep.reject_retention.reject_lines",
            ),
            "keep.payment_import.plan_payments",
            "keep.payment_import.plan_payment_file",
            "keep.balance_import.plan_balances",
            "keep.balance_import.plan_balance_file",
            "keep.payment_import.plan_payment_list",
            "keep.balance_import.plan_balance_list",
            "keep.earlier_imports.balances_of_import",
            "keep.earlier_imports.payment_rows_taken",
        ),
        *("oversight.grants.read_request", "oversight.grants.requests_of", "oversight.grant_keys.own_key"),
        *(
            "oversight.grant_keys.registered",
            "oversight.timeline.line_reasons",
            "oversight.timeline.timeline",
            "oversight.timeline.write_timeline",
        ),
        *("oversight.timeline.own_timeline", "oversight.timeline.origin_entries"),
        *("oversight.log.log_checker", "oversight.log.verify_log", "oversight.log.export_log"),
        *("papers.packet.check.check_source", "papers.packet.packets.packet_source", "papers.packet.packets.paper"),
        *("papers.packet.packets.paper_kinds", "papers.packet.packets.paper_source"),
        *(
            "papers.packet.packets.printed_packets",
            "papers.workbooks.portfolio_source",
            "papers.batch_export.cases_found",
        ),
        *("papers.workbooks.workbook", "papers.workbooks.workbook_source"),
        *("printing.left_before.left_before", "printing.outgoing.jobs_of", "printing.outgoing.print_records"),
        *("printing.outgoing.jobs_by_case", "printing.outgoing.printed_before", "printing.outgoing.ready_by_case"),
        *("printing.outgoing.ready_jobs", "printing.outgoing.source_of"),
        *("people.known_of", "people.people", "people.supervisors", "people.colleagues", "people.vouching"),
        *(
            "opening.count_opening",
            "opening.enter",
            "imports.kept_rejects",
            "imports.past_imports",
            "sharing.also_open",
            "sharing.quarantine_held",
            "server.seats.server_of",
        ),
        *("transfer.incoming.arrival", "transfer.known_desks.is_known", "transfer.known_desks.known_desks"),
        *("transfer.known_desks.own_identity", "transfer.known_desks.own_key_file", "transfer.known_desks.own_public"),
        *("transfer.known_desks.recipient", "transfer.known_desks.refuse_own", "transfer.merging.plan_merge"),
        *("transfer.known_desks.own_fingerprint", "transfer.outgoing.ancestors", "transfer.outgoing.bundles_of"),
        "transfer.outgoing.case_extent",
        *("backup.copying.back_up", "backup.copying.backup_work", "backup.copying.desk_id", "backup.copying.history"),
        *("backup.copying.is_due", "backup.copying.is_kept_in_files", "backup.copying.judge_place"),
        *("backup.copying.record_copy", "backup.copying.record_failure", "backup.copying.refuse_moved"),
        *("backup.copying.settings_of", "backup.one_case.plan_case", "backup.one_case.own_copies"),
        *("backup.recovery.has_recovery", "backup.recovery.recovery_sheet"),
        *("drafts.drafts_of", "drafts.drop_drafts", "drafts.keep_drafts", "drafts.keep_place", "drafts.place_of"),
        *("drafts.bring_typing", "drafts.rename_person", "drafts.typing_person"),
        *("people.own_passphrase_setting", "people.passphrase_change", "people.passphrase_changed"),
    }
)
"""Reading, upkeep, a person's own passphrase, and their own typing that is not saved: nobody else sees it."""

WORKS: Final = frozenset(
    {
        *("cases.new_case", "cases.save_debtor", "cases.save_account", "cases.remove_account", "cases.save_budget"),
        "cases.save_statement",
        *("edits.undo.take_back", "edits.undo.do_again"),
        "cases.confirm_name",
        *(
            "written_cases.keep_written",
            "written_cases.advance_through",
            "written_cases.load_written",
            "written_cases.confirm_written",
        ),
        "written_cases.gather",
        *("contacts.complaints.answer", "contacts.complaints.close", "contacts.complaints.extend"),
        *("contacts.complaints.register", "contacts.agreements.override", "contacts.agreements.record_term"),
        *("contacts.vulnerabilities.end", "contacts.vulnerabilities.note"),
        *(
            "filing.archive.archive_case",
            "filing.archive.archive_cases",
            "filing.archive.bring_back",
            "filing.archive.bring_back_cases",
            "filing.archive.give_to",
        ),
        *("filing.views.keep_view", "filing.views.rename_view", "filing.views.drop_view"),
        *("cases.save_conversation", "cases.choose_pack", "cases.log_contact", "cases.advance", "cases.reopen"),
        *("due_days.answer_due_days", "due_days.ask_again", "due_days.note_due_days"),
        *("imports.import_beside", "imports.import_named", "imports.import_portfolio", "imports.undo_import"),
        *("intake.named_columns.remember_names", "settings.save_settings"),
        *("banks.bank_contacts.save_bank_contact", "banks.form_library.bring_in", "banks.form_library.copy_form"),
        *("banks.form_library.keep_form", "banks.form_library.retire_form", "banks.form_library.save_rules"),
        *("backup.copying.save_backup_settings", "backup.one_case.bring_back", "demo.sample_desk.work_sample_case"),
        *("backup.one_case.bring_back_taken", "backup.one_case.files_taking"),
        *(
            "evidence.recognition.confirm_recognised",
            "evidence.recognition.keep_recognised",
            *(
                "evidence.recognition.confirm_recognised",
                "evidence.recognition.keep_recognised",
                "evidence.containers.add",
            ),
            "evidence.items.add_file",
            "evidence.items.change_facts",
            "evidence.items.receiver",
        ),
        *("evidence.containers.add_from_container", "evidence.credit_reports.add_reported"),
        *("evidence.letters.add_letter", "evidence.containers.add_several", "evidence.containers.record_several"),
        *("evidence.items.record", "evidence.items.record_all", "evidence.items.turn_item"),
        *("evidence.withdrawn_checks.withdraw_check", "evidence.sorting.assign"),
        *("evidence.items.verify", "evidence.items.withdraw", "evidence.masks.save_number_masks"),
        "evidence.masks.forget_number_masks",
        *("evidence.sources.confirm_source", "evidence.sources.confirm_found", "evidence.sources.withdraw_source"),
        *("evidence.trust_roots.add_trust_root", "evidence.trust_roots.keep_trust_root"),
        "evidence.trust_roots.remove_trust_root",
        *("evidence.mappings.forget_mapping", "evidence.mappings.keep_mapping", "evidence.mappings.restore_mapping"),
        *("papers.batch_export.export_cases", "papers.packet.packets.keep_packet", "papers.packet.packets.packet"),
        *("plans.counters.accept_counter", "plans.options.choose_option", "plans.options.keep_option"),
        *(
            "plans.options.record_counter",
            "plans.shares.plan_all",
            "plans.two_stage.plan_two_stages",
            "plans.versions.choose",
            "plans.versions.keep_plan",
        ),
        "plans.two_stage.plan_two_stages",
        *("plans.versions.record_approval", "plans.versions.request_approval"),
        *("keep.ends.close", "keep.ends.reopen_account", "keep.ends.settle", "keep.ends.state_balance"),
        *("plans.lender_tables.keep_table", "plans.lender_tables.drop_table"),
        *("plans.claims.keep_claim", "plans.claims.drop_claim", "plans.claims.add_fact", "plans.claims.withdraw_fact"),
        *("keep.payments.add_payment", "keep.payments.reverse_payment", "keep.payment_import.import_payments"),
        *("keep.balance_import.import_balances", "keep.list_answers.kept_batch"),
        "keep.list_columns.remember_columns",
        *("keep.list_columns.forget_columns", "keep.list_columns.forget_of_file", "keep.list_columns.restore_columns"),
        *("keep.counter_replies.accept_offer", "keep.counter_replies.record_offer"),
        *("keep.promises.cancel_promise", "keep.promises.move_promise", "keep.promises.take_promise"),
        *("keep.replies.note_oral_agreement", "keep.replies.note_reply"),
        *("keep.replies.record_reply", "keep.replies.record_replies"),
        *("keep.schedules.adopt", "keep.schedules.replan", "keep.schedules.treat_instalment"),
        *("printing.outgoing.handing_over", "printing.outgoing.print_jobs", "printing.outgoing.record_print"),
        *("printing.outgoing.release", "people.claim"),
        *("oversight.grants.request_grant", "oversight.grants.use_grant"),
        *("keep.promise_grants.record_promise_approval", "keep.promise_grants.request_promise"),
        *("papers.letter_wording.waive_wording", "papers.entries.save_entries"),
        *("transfer.incoming.bundle_file", "transfer.incoming.take_in", "transfer.known_desks.forget"),
        *("transfer.known_desks.remember", "transfer.merging.merge", "transfer.outgoing.hand_over"),
        *("transfer.outgoing.prepare_bundle", "transfer.outgoing.record_left"),
    }
)
"""An agent's work. What counts as a supervisor's within it takes the name from `Desk.supervisor`, which refuses without one."""

SUPERVISES: Final = frozenset(
    {
        *("server.moving.move_to_server", "server.moving.move_to_folder", "server.seats.write_seat"),
        "sharing.empty_quarantine",
        *("keep.retention.delete_cases", "keep.retention.run_deletion", "keep.reject_retention.delete_rejects"),
        *("oversight.grants.grant_writing", "oversight.grants.keep_written", "oversight.grant_keys.keep_key"),
        *("oversight.grant_keys.key_making", "oversight.grant_keys.register", "oversight.grant_keys.forget_key"),
        *("evidence.items.explain", "evidence.items.waive"),
        *("people.add_user", "people.change_roles", "people.leave"),
        *("backup.recovery.recovery_maker", "backup.recovery.recovery_keeper"),
    }
)

RECOVERS: Final = frozenset({"people.passphrase_setting", "people.passphrase_set"})
"""Where everybody who may look after the people has forgotten their passphrase, the recovery key lets them in again."""


def need_of(action: Callable[..., Any]) -> Need:
    """What an action asks of whoever runs it; one that is listed nowhere asks for a person who works."""
    while isinstance(action, partial):
        action = action.func
    name = f"{getattr(action, '__module__', '')}.{getattr(action, '__qualname__', '')}".removeprefix(_ROOM)
    if name in SUPERVISES:
        return "supervises"
    if name in RECOVERS:
        return "recovers"
    return "anybody" if name in ANYBODY else "works"
