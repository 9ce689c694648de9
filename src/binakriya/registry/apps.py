from django.apps import AppConfig

from binakriya.foundation.words import describe
from binakriya.registry.words import LEDGER_ACTIONS, LEDGER_FIELDS, LEDGER_KINDS


class RegistryConfig(AppConfig):
    name = "binakriya.registry"
    label = "registry"
    verbose_name = "Registri"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        describe(actions=LEDGER_ACTIONS, kinds=LEDGER_KINDS, fields=LEDGER_FIELDS)
