from django.apps import AppConfig


class RegistryConfig(AppConfig):
    name = "binakriya.registry"
    label = "registry"
    verbose_name = "Registri"
    default_auto_field = "django.db.models.BigAutoField"
