"""What the room keeps: rubrics with their versions and pictures; rounds, scorings and results."""

from binakriya.quality.models.results import ProductResult, RoundResult
from binakriya.quality.models.rounds import Assessor, Assignment, Recusal, Round, RoundProduct, RoundRubric
from binakriya.quality.models.rubrics import LevelPhoto, LevelPhotoFile, Rubric, RubricVersion
from binakriya.quality.models.scorings import Defect, Save, Scoring

__all__ = [
    "Assessor",
    "Assignment",
    "Defect",
    "LevelPhoto",
    "LevelPhotoFile",
    "ProductResult",
    "Recusal",
    "Round",
    "RoundProduct",
    "RoundResult",
    "RoundRubric",
    "Rubric",
    "RubricVersion",
    "Save",
    "Scoring",
]
