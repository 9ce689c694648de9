from django.apps import AppConfig


class PassportConfig(AppConfig):
    name = "binakriya.passport"
    label = "passport"
    verbose_name = "Paspor"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # Not before: models are read only once every room is loaded.
        from binakriya.foundation.words import describe  # noqa: PLC0415
        from binakriya.passport.panels import passport_of_product  # noqa: PLC0415
        from binakriya.passport.words import LEDGER_ACTIONS, LEDGER_FIELDS, LEDGER_KINDS  # noqa: PLC0415
        from binakriya.products.panels import add_panel  # noqa: PLC0415

        add_panel(passport_of_product)

        describe(actions=LEDGER_ACTIONS, kinds=LEDGER_KINDS, fields=LEDGER_FIELDS)
