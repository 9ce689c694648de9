from django.apps import AppConfig

from binakriya.foundation.words import describe
from binakriya.registry.words import LEDGER_ACTIONS, LEDGER_FIELDS, LEDGER_KINDS


class RegistryConfig(AppConfig):
    name = "binakriya.registry"
    label = "registry"
    verbose_name = "Registri"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # Not before: models are read only once every room is loaded.
        from binakriya.accounts.own_data import add_forgetting, add_own_data  # noqa: PLC0415
        from binakriya.registry.ledger_words import LEDGER_VALUES  # noqa: PLC0415
        from binakriya.registry.operations.forgetting import forget_links  # noqa: PLC0415
        from binakriya.registry.queries.own_data import enterprises_of  # noqa: PLC0415

        add_own_data("enterprises", enterprises_of)
        add_forgetting("enterprises", forget_links)
        describe(actions=LEDGER_ACTIONS, kinds=LEDGER_KINDS, fields=LEDGER_FIELDS, values=LEDGER_VALUES)
