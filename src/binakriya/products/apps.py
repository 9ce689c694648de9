from django.apps import AppConfig


class ProductsConfig(AppConfig):
    name = "binakriya.products"
    label = "products"
    verbose_name = "Produk"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # Not before: models are read only once every room is loaded.
        from binakriya.accounts.own_data import add_own_data  # noqa: PLC0415
        from binakriya.foundation.words import describe  # noqa: PLC0415
        from binakriya.products import ledger_words  # noqa: PLC0415
        from binakriya.products.operations.followers import move, move_back  # noqa: PLC0415
        from binakriya.products.queries.own_data import products_of_person  # noqa: PLC0415
        from binakriya.products.queries.panels import products_panel  # noqa: PLC0415
        from binakriya.registry.followers import add_follower  # noqa: PLC0415
        from binakriya.registry.panels import add_panel  # noqa: PLC0415

        add_own_data("products", products_of_person)
        add_panel(products_panel)
        add_follower("products", move, move_back)
        describe(
            actions=ledger_words.LEDGER_ACTIONS,
            kinds=ledger_words.LEDGER_KINDS,
            fields=ledger_words.LEDGER_FIELDS,
            values=ledger_words.LEDGER_VALUES,
        )
