"""The actions of a person that no key takes back, each with the way back that it has instead; `EDITS` are all others."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

WAYS_BACK: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        "It is itself the way back, or the way there again.": frozenset(
            {"edits.undo.take_back", "edits.undo.do_again"}
        ),
        "Taking a file in at length ends in an action that is an edit (`items.record`, `containers.record_several`).": frozenset(
            {
                *("evidence.items.add_file", "evidence.items.receiver", "evidence.letters.add_letter"),
                *(
                    "evidence.containers.add",
                    "evidence.containers.add_from_container",
                    "evidence.containers.add_several",
                ),
            }
        ),
        "Somebody judges and answers for it by name: a further judgement counts, or it is withdrawn with its reason.": frozenset(
            {
                *("evidence.items.verify", "evidence.withdrawn_checks.withdraw_check"),
                *("evidence.items.waive", "evidence.items.explain", "cases.confirm_name"),
                *(
                    "evidence.sources.confirm_source",
                    "evidence.sources.confirm_found",
                    "evidence.sources.withdraw_source",
                ),
                *("evidence.recognition.confirm_recognised", "papers.letter_wording.waive_wording"),
                *("plans.versions.record_approval", "plans.versions.request_approval"),
                *("keep.promise_grants.record_promise_approval", "keep.promise_grants.request_promise"),
                *("oversight.grants.request_grant", "oversight.grants.use_grant"),
                *("oversight.grants.grant_writing", "oversight.grants.keep_written"),
            }
        ),
        "A stage is moved through its gate, and back with a reason.": frozenset({"cases.advance", "cases.reopen"}),
        "What was said or agreed is a log: a further entry corrects, extends or ends it.": frozenset(
            {
                "cases.log_contact",
                *("contacts.complaints.register", "contacts.complaints.answer", "contacts.complaints.close"),
                *("contacts.complaints.extend", "contacts.agreements.override", "contacts.agreements.record_term"),
                *("contacts.vulnerabilities.note", "contacts.vulnerabilities.end"),
                *("keep.replies.record_reply", "keep.replies.record_replies", "keep.replies.note_reply"),
                *("keep.replies.note_oral_agreement", "keep.counter_replies.accept_offer"),
                "keep.counter_replies.record_offer",
            }
        ),
        "A version of a plan never changes: another one is kept, or chosen.": frozenset(
            {
                *("plans.versions.keep_plan", "plans.versions.choose", "plans.options.keep_option"),
                *("plans.options.choose_option", "plans.options.record_counter", "plans.counters.accept_counter"),
                *("plans.shares.plan_all", "plans.two_stage.plan_two_stages"),
            }
        ),
        "Money and promises are a ledger: a reversing or further entry, with its reason, and both stay.": frozenset(
            {
                *("keep.payments.add_payment", "keep.payments.reverse_payment", "keep.promises.take_promise"),
                *("keep.promises.move_promise", "keep.promises.cancel_promise", "keep.ends.state_balance"),
                *("keep.ends.settle", "keep.ends.close", "keep.ends.reopen_account", "keep.schedules.adopt"),
                *("keep.schedules.replan", "keep.schedules.treat_instalment"),
                *("keep.payment_import.import_payments", "keep.balance_import.import_balances"),
                "keep.list_answers.kept_batch",
            }
        ),
        "It left the desk, or was printed: what is on record of it stays true.": frozenset(
            {
                *(
                    "papers.packet.packets.packet",
                    "papers.packet.packets.keep_packet",
                    "papers.batch_export.export_cases",
                ),
                *("printing.outgoing.handing_over", "printing.outgoing.print_jobs", "printing.outgoing.record_print"),
                *("printing.outgoing.release", "transfer.outgoing.prepare_bundle", "transfer.outgoing.hand_over"),
                "transfer.outgoing.record_left",
            }
        ),
        "How a file is looked at or read is no fact: it is turned, or recognised, again.": frozenset(
            {"evidence.items.turn_item", "evidence.recognition.keep_recognised"}
        ),
        "Many cases at once, or a whole one: its own page, or a copy of the desk, takes it back.": frozenset(
            {
                *("imports.import_portfolio", "imports.import_beside", "imports.import_named", "imports.undo_import"),
                *("due_days.answer_due_days", "due_days.ask_again", "due_days.note_due_days"),
                *("filing.archive.archive_case", "filing.archive.archive_cases", "filing.archive.bring_back"),
                *("filing.archive.bring_back_cases", "filing.archive.give_to"),
                *("cases.new_case", "demo.sample_desk.work_sample_case", "written_cases.load_written"),
                *("written_cases.keep_written", "written_cases.advance_through", "written_cases.confirm_written"),
                "written_cases.gather",
                *("transfer.incoming.bundle_file", "transfer.incoming.take_in", "transfer.merging.merge"),
                *("backup.one_case.bring_back", "backup.one_case.bring_back_taken", "backup.one_case.files_taking"),
                *("keep.retention.delete_cases", "keep.retention.run_deletion", "keep.reject_retention.delete_rejects"),
            }
        ),
        "It belongs to the desk and to no case; its own page changes it back.": frozenset(
            {
                *(
                    "filing.views.keep_view",
                    "filing.views.rename_view",
                    "filing.views.drop_view",
                    "settings.save_settings",
                ),
                *("intake.named_columns.remember_names", "keep.list_columns.remember_columns"),
                *("keep.list_columns.forget_columns", "keep.list_columns.forget_of_file"),
                *("keep.list_columns.restore_columns", "banks.bank_contacts.save_bank_contact"),
                *("banks.form_library.bring_in", "banks.form_library.copy_form", "banks.form_library.keep_form"),
                *("banks.form_library.retire_form", "banks.form_library.save_rules"),
                *(
                    "evidence.mappings.forget_mapping",
                    "evidence.mappings.keep_mapping",
                    "evidence.mappings.restore_mapping",
                ),
                *("evidence.trust_roots.add_trust_root", "evidence.trust_roots.keep_trust_root"),
                *("evidence.trust_roots.remove_trust_root", "backup.copying.save_backup_settings"),
                *("transfer.known_desks.remember", "transfer.known_desks.forget", "people.claim"),
                *("people.add_user", "people.change_roles", "people.leave", "people.passphrase_setting"),
                *("people.passphrase_set", "backup.recovery.recovery_maker", "backup.recovery.recovery_keeper"),
                *("server.moving.move_to_server", "server.moving.move_to_folder", "server.seats.write_seat"),
                *("sharing.empty_quarantine", "oversight.grant_keys.keep_key", "oversight.grant_keys.key_making"),
                *("oversight.grant_keys.register", "oversight.grant_keys.forget_key"),
            }
        ),
    }
)
"""Way back → the actions that have it, as `roles` names them."""
