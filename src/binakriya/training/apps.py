from django.apps import AppConfig

from binakriya.foundation.words import describe
from binakriya.training.words import LEDGER_ACTIONS, LEDGER_FIELDS, LEDGER_KINDS


class TrainingConfig(AppConfig):
    name = "binakriya.training"
    label = "training"
    verbose_name = "Pembinaan"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # Not before: models are read only once every room is loaded.
        from binakriya.accounts.own_data import add_own_data  # noqa: PLC0415
        from binakriya.packaging.queries.classes import add_classes  # noqa: PLC0415
        from binakriya.products.queries.scope import add_reach  # noqa: PLC0415
        from binakriya.registry.followers import add_follower  # noqa: PLC0415
        from binakriya.registry.panels import add_panel  # noqa: PLC0415
        from binakriya.training.operations.followers import move, move_back  # noqa: PLC0415
        from binakriya.training.queries.classes import classes_taught  # noqa: PLC0415
        from binakriya.training.queries.own_data import registrations_of  # noqa: PLC0415
        from binakriya.training.queries.panels import activities_of  # noqa: PLC0415
        from binakriya.training.queries.taught import makers_taught  # noqa: PLC0415

        add_own_data("registrations", registrations_of)
        add_classes(classes_taught)
        add_panel(activities_of)
        add_reach(makers_taught)
        add_follower("training", move, move_back)
        describe(actions=LEDGER_ACTIONS, kinds=LEDGER_KINDS, fields=LEDGER_FIELDS)
