from django.apps import AppConfig


class PackagingConfig(AppConfig):
    name = "binakriya.packaging"
    label = "packaging"
    verbose_name = "Kemasan"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # Not before: models are read only once every room is loaded.
        from binakriya.foundation.words import describe  # noqa: PLC0415
        from binakriya.packaging.panels import labels_of_product, packs_of_product  # noqa: PLC0415
        from binakriya.packaging.words import LEDGER_ACTIONS, LEDGER_FIELDS, LEDGER_KINDS  # noqa: PLC0415
        from binakriya.products.panels import add_panel  # noqa: PLC0415

        add_panel(packs_of_product)
        add_panel(labels_of_product)
        describe(actions=LEDGER_ACTIONS, kinds=LEDGER_KINDS, fields=LEDGER_FIELDS)
