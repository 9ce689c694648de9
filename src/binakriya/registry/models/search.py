from django.db import models


class SearchText(models.Model):
    """The words by which an enterprise is found. Full-text indexes stand on it (migration 0002)."""

    enterprise = models.OneToOneField("registry.Enterprise", on_delete=models.CASCADE, related_name="search")
    words = models.TextField()

    def __str__(self) -> str:
        return self.words[:40]
