"""What the room keeps: rubrics with their versions and pictures."""

from binakriya.quality.models.rubrics import LevelPhoto, LevelPhotoFile, Rubric, RubricVersion

__all__ = ["LevelPhoto", "LevelPhotoFile", "Rubric", "RubricVersion"]
