from django.apps import AppConfig


class QualityConfig(AppConfig):
    name = "binakriya.quality"
    label = "quality"
    verbose_name = "Mutu"
    default_auto_field = "django.db.models.BigAutoField"
