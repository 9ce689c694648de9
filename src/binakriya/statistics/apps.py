from django.apps import AppConfig


class StatisticsConfig(AppConfig):
    name = "binakriya.statistics"
    label = "statistics"
    verbose_name = "Statistik"
    default_auto_field = "django.db.models.BigAutoField"
