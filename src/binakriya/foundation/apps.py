from django.apps import AppConfig


class FoundationConfig(AppConfig):
    name = "binakriya.foundation"
    label = "foundation"
    verbose_name = "Pondasi"
    default_auto_field = "django.db.models.BigAutoField"
