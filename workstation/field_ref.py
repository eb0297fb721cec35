"""The fields that findings point at, by name: a mistyped reference does not type-check."""

from __future__ import annotations

from enum import StrEnum


class FieldRef(StrEnum):
    """``<area>.<field>`` as a `Finding` carries it in ``subject`` and a page navigates to it; compares and prints as that text.

    An area is an entity (debtor, case, bank, …) or a form (print, mapping). Rows with an id are plain texts, ``account.<id>``.
    """

    DEBTOR_ADDRESSES = "debtor.addresses"
    DEBTOR_CHILDREN = "debtor.children"
    DEBTOR_CONTACTS = "debtor.contacts"
    DEBTOR_EMPLOYER = "debtor.employer"
    DEBTOR_HOUSING = "debtor.housing"
    DEBTOR_MARITAL = "debtor.marital"
    DEBTOR_NAME = "debtor.name"
    DEBTOR_OTHER_DEPENDANTS = "debtor.other_dependants"
    DEBTOR_PHONES = "debtor.phones"
    DEBTOR_RESIDENT_ID = "debtor.resident_id"

    CASE_ACCOUNTS = "case.accounts"
    CASE_BUDGET = "case.budget"
    CASE_CONTACTS = "case.contacts"
    CASE_LANGUAGE = "case.language"
    CASE_PACK = "case.pack"
    CASE_REASON = "case.reason"
    CASE_REASON_FROM = "case.reason_from"
    CASE_REASON_NOTE = "case.reason_note"
    CASE_REASON_TO = "case.reason_to"
    CASE_REPAYMENT_PROPOSAL = "case.repayment_proposal"
    CASE_REPAYMENT_SOURCE = "case.repayment_source"
    CASE_REQUESTS = "case.requests"
    CASE_STAGE = "case.stage"

    DESK_ADDRESS = "desk.address"
    DESK_AGAIN = "desk.again"
    DESK_AGENT = "desk.agent"
    DESK_DESK_NAME = "desk.desk_name"
    DESK_FOLDER = "desk.folder"
    DESK_PASSPHRASE = "desk.passphrase"
    DESK_PLACE = "desk.place"
    DESK_ROLE = "desk.role"
    DESK_SERVER = "desk.server"

    PERSON_AGAIN = "person.again"
    PERSON_NAME = "person.name"
    PERSON_PASSPHRASE = "person.passphrase"
    PERSON_ROLES = "person.roles"

    BANK_BANK = "bank.bank"

    CONTACT_AT = "contact.at"
    CONTACT_NOTE = "contact.note"

    COMPLAINT_ABOUT = "complaint.about"
    COMPLAINT_CHANNEL = "complaint.channel"
    COMPLAINT_COMPLAINANT = "complaint.complainant"
    COMPLAINT_KIND = "complaint.kind"
    COMPLAINT_NOTE = "complaint.note"
    COMPLAINT_OUTCOME = "complaint.outcome"
    COMPLAINT_RECEIVED_AT = "complaint.received_at"

    OVERRIDE_NUMBER = "override.number"
    OVERRIDE_REASON = "override.reason"

    TERM_KIND = "term.kind"
    TERM_NOTE = "term.note"
    TERM_VALUE = "term.value"

    VULNERABILITY_CONSENT = "vulnerability.consent"
    VULNERABILITY_CONSENT_ON = "vulnerability.consent_on"
    VULNERABILITY_KIND = "vulnerability.kind"
    VULNERABILITY_PACE_DAYS = "vulnerability.pace_days"
    VULNERABILITY_REFERRAL = "vulnerability.referral"
    VULNERABILITY_SINCE_ON = "vulnerability.since_on"

    APPROVAL_BY = "approval.by"
    APPROVAL_NOTE = "approval.note"
    APPROVAL_AUTHORITY = "approval.authority"

    GRANT_CODE = "grant.code"
    GRANT_UNTIL = "grant.until"

    KEEP_AGREED = "keep.agreed"
    KEEP_AMOUNT = "keep.amount"
    KEEP_CHASE_ON = "keep.chase_on"
    KEEP_CONSENT = "keep.consent"
    KEEP_INSTALMENT = "keep.instalment"
    KEEP_KIND = "keep.kind"
    KEEP_PARTY = "keep.party"
    KEEP_ON = "keep.on"
    KEEP_REASON = "keep.reason"
    KEEP_TO = "keep.to"

    REPLY_AGAIN_ON = "reply.again_on"
    REPLY_MEND = "reply.mend"
    REPLY_REFUSAL = "reply.refusal"
    REPLY_REPLIED_AT = "reply.replied_at"
    REPLY_VALID_UNTIL = "reply.valid_until"

    WORDING_REASON = "wording.reason"

    WAIVER_REASON = "waiver.reason"
    WAIVER_SUPERVISOR = "waiver.supervisor"

    MAPPING_AMOUNT = "mapping.amount"
    MAPPING_DAY = "mapping.day"
    MAPPING_LOSS = "mapping.loss"
    MAPPING_NAME = "mapping.name"

    BANK_FORM_MAPPING = "bank_form.mapping"
    BANK_FORM_TITLE = "bank_form.title"

    PRINT_COPIES = "print.copies"
    PRINT_PART = "print.part"
    PRINT_PER_SHEET = "print.per_sheet"
    PRINT_PRINTER = "print.printer"
