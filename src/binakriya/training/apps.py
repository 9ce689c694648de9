from django.apps import AppConfig

from binakriya.foundation.words import describe
from binakriya.training.words import LEDGER_ACTIONS, LEDGER_FIELDS, LEDGER_KINDS


class TrainingConfig(AppConfig):
    name = "binakriya.training"
    label = "training"
    verbose_name = "Pembinaan"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        describe(actions=LEDGER_ACTIONS, kinds=LEDGER_KINDS, fields=LEDGER_FIELDS)
