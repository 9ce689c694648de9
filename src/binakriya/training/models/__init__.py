"""What training stores."""

from binakriya.training.models.certificates import Certificate, CertificateRun, CertificateSeries
from binakriya.training.models.participation import Attendance, Notice, Registration, TestResult
from binakriya.training.models.photos import Photo
from binakriya.training.models.plan import Activity, Answer, Engagement, Invitation, Official, Programme, Session
from binakriya.training.models.texts import ReportText

__all__ = [
    "Activity",
    "Answer",
    "Attendance",
    "Certificate",
    "CertificateRun",
    "CertificateSeries",
    "Engagement",
    "Invitation",
    "Notice",
    "Official",
    "Photo",
    "Programme",
    "Registration",
    "ReportText",
    "Session",
    "TestResult",
]
