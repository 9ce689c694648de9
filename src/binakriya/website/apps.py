from django.apps import AppConfig


class WebsiteConfig(AppConfig):
    name = "binakriya.website"
    label = "website"
    verbose_name = "Situs"
    default_auto_field = "django.db.models.BigAutoField"
