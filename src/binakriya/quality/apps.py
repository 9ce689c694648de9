from django.apps import AppConfig


class QualityConfig(AppConfig):
    name = "binakriya.quality"
    label = "quality"
    verbose_name = "Mutu"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # Not before: models are read only once every room is loaded.
        from binakriya.foundation.words import describe  # noqa: PLC0415
        from binakriya.quality import round_words, rubric_words  # noqa: PLC0415

        describe(
            actions=rubric_words.LEDGER_ACTIONS | round_words.LEDGER_ACTIONS,
            kinds=rubric_words.LEDGER_KINDS | round_words.LEDGER_KINDS,
            fields=rubric_words.LEDGER_FIELDS | round_words.LEDGER_FIELDS,
        )
