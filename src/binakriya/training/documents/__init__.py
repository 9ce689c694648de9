"""The documents of a training activity: frozen dataclasses in, the bytes of PDF or DOCX out.

Plain Python, without Django, clock or database. A `Press` (fonts and compiler) is made once and handed to every
function that makes a PDF; `created` is the moment written into the file.

*Letterhead*: the head of an office's paper · *facts*: what is known of an activity · *texts*: default texts written
from the facts, which an officer may edit · *block*, *section*: content that makes both PDF and DOCX.
"""

from binakriya.foundation.press.letterheads import Letterhead
from binakriya.foundation.press.press import DocumentError, FontsMissing, Press
from binakriya.foundation.press.words import Language, Phrase, Text
from binakriya.training.documents.attendance import AttendanceSheet, Attendee, attendance_pdf
from binakriya.training.documents.certificate import (
    Certificate,
    Material,
    certificate_pdf,
    certificate_png,
    certificates_pdf,
)
from binakriya.training.documents.facts import (
    ActivityFacts,
    Counts,
    Employment,
    Exports,
    Group,
    LegalBasis,
    Official,
    Opening,
    Practitioner,
    Problem,
    Quote,
    Spending,
    TestResult,
)
from binakriya.training.documents.invitation import Invitation, Session, invitation_pdf
from binakriya.training.documents.parts import Contact, Photo, Signatory, blocks_of
from binakriya.training.documents.poster import Poster, poster_pdf
from binakriya.training.documents.release import (
    RELEASE_KEYS,
    Release,
    compose_release,
    release_docx,
    release_pdf,
    release_texts,
)
from binakriya.training.documents.report import (
    Annexes,
    Issued,
    Letter,
    Present,
    Report,
    compose_report,
    report_docx,
    report_pdf,
)
from binakriya.training.documents.report_texts import HEADINGS, REPORT_KEYS, report_texts
from binakriya.training.documents.ticket import Ticket, ticket_pdf, ticket_png, tickets_pdf

__all__ = [
    "HEADINGS",
    "RELEASE_KEYS",
    "REPORT_KEYS",
    "ActivityFacts",
    "Annexes",
    "AttendanceSheet",
    "Attendee",
    "Certificate",
    "Contact",
    "Counts",
    "DocumentError",
    "Employment",
    "Exports",
    "FontsMissing",
    "Group",
    "Invitation",
    "Issued",
    "Language",
    "LegalBasis",
    "Letter",
    "Letterhead",
    "Material",
    "Official",
    "Opening",
    "Photo",
    "Phrase",
    "Poster",
    "Practitioner",
    "Present",
    "Press",
    "Problem",
    "Quote",
    "Release",
    "Report",
    "Session",
    "Signatory",
    "Spending",
    "TestResult",
    "Text",
    "Ticket",
    "attendance_pdf",
    "blocks_of",
    "certificate_pdf",
    "certificate_png",
    "certificates_pdf",
    "compose_release",
    "compose_report",
    "invitation_pdf",
    "poster_pdf",
    "release_docx",
    "release_pdf",
    "release_texts",
    "report_docx",
    "report_pdf",
    "report_texts",
    "ticket_pdf",
    "ticket_png",
    "tickets_pdf",
]
