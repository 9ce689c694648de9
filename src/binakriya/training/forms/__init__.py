"""Forms of training."""

from binakriya.training.forms.people import (
    FindTicketForm,
    OfficerRegisterForm,
    ParticipantForm,
    RegisterForm,
    ReissueForm,
    RevokeForm,
    ScanForm,
    TestForm,
    VerifyForm,
)
from binakriya.training.forms.planning import (
    ActivityForm,
    AnswerForm,
    CancelForm,
    CopyForm,
    LetterForm,
    PractitionerForm,
    ProgrammeForm,
    SessionForm,
)
from binakriya.training.forms.report import (
    FIGURE_FIELDS,
    FactsForm,
    OfficialForm,
    PhotoForm,
    PhotoWordsForm,
    TextForm,
    facts_initial,
)

__all__ = [
    "FIGURE_FIELDS",
    "ActivityForm",
    "AnswerForm",
    "CancelForm",
    "CopyForm",
    "FactsForm",
    "FindTicketForm",
    "LetterForm",
    "OfficerRegisterForm",
    "OfficialForm",
    "ParticipantForm",
    "PhotoForm",
    "PhotoWordsForm",
    "PractitionerForm",
    "ProgrammeForm",
    "RegisterForm",
    "ReissueForm",
    "RevokeForm",
    "ScanForm",
    "SessionForm",
    "TestForm",
    "TextForm",
    "VerifyForm",
    "facts_initial",
]
