from django.apps import AppConfig


class PassportConfig(AppConfig):
    name = "binakriya.passport"
    label = "passport"
    verbose_name = "Paspor"
    default_auto_field = "django.db.models.BigAutoField"
