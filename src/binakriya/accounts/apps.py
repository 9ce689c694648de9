from django.apps import AppConfig

from binakriya.accounts.words import LEDGER_ACTIONS, LEDGER_FIELDS, LEDGER_KINDS, LEDGER_VALUES
from binakriya.foundation.words import describe


class AccountsConfig(AppConfig):
    name = "binakriya.accounts"
    label = "accounts"
    verbose_name = "Akun"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        describe(actions=LEDGER_ACTIONS, kinds=LEDGER_KINDS, fields=LEDGER_FIELDS, values=LEDGER_VALUES)
