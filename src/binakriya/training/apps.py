from django.apps import AppConfig


class TrainingConfig(AppConfig):
    name = "binakriya.training"
    label = "training"
    verbose_name = "Pembinaan"
    default_auto_field = "django.db.models.BigAutoField"
