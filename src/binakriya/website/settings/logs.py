"""Structured logs: one JSON line an event in production, readable lines elsewhere; each with the request's id.

No personal data: a traceback shows lines of code, never the values that variables had; and what an exception's message
may quote (numbers of people, addresses of mail, a database's row) is blotted out.
"""

import logging.config
import re
from typing import Any

import structlog

from binakriya.foundation.rules.paths import told_path, told_text

# NIK, phone, NIB, NPWP: nine figures or more in a row, perhaps grouped. Ids of ours are hexadecimal with hyphens.
_NUMBER = re.compile(r"(?<![\w-])\+?\d(?:[ .-]?\d){8,}(?![\w-])")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
# PostgreSQL quotes the whole row, or the key, that it refuses.
_DETAIL = re.compile(r"DETAIL:.*")
_BLOT = "•••"


def blot(text: str) -> str:
    """The text without what may name a person."""
    return _NUMBER.sub(_BLOT, _MAIL.sub(_BLOT, _DETAIL.sub(f"DETAIL: {_BLOT}", text)))


def without_secrets(logger: Any, method: str, event: structlog.typing.EventDict) -> structlog.typing.EventDict:
    """Blots messages and tracebacks, and takes keys out of addresses (foundation.rules.paths)."""
    request = getattr(event.get("_record"), "request", None)
    path = getattr(request, "path", "")
    told = getattr(request, "log_path", "") or told_path(path)
    for key in ("event", "exception"):
        if isinstance(event.get(key), str):
            text = event[key]
            if told != path:
                text = text.replace(path, told)
            event[key] = blot(told_text(text))
    return event


def calm(record: logging.LogRecord) -> bool:
    """What a visitor sent wrongly (a strange host, too many fields, too large a body) is no fault of the software: a
    warning of one line, so that tracebacks stay what someone has to look at."""
    if record.name.startswith("django.security."):
        record.exc_info = record.exc_text = None
        record.levelno, record.levelname = logging.WARNING, "WARNING"
    return True


def logging_config(*, mode: str, level: str) -> None:
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    renderer: structlog.typing.Processor = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if mode == "production"
        else structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback)
    )
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    logging.config.dictConfig(
        {
            "version": 1,
            "disable_existing_loggers": False,
            "formatters": {
                "lines": {
                    "()": structlog.stdlib.ProcessorFormatter,
                    "foreign_pre_chain": shared,
                    "processors": [
                        structlog.processors.format_exc_info,
                        without_secrets,
                        structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                        renderer,
                    ],
                }
            },
            "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "lines", "filters": ["calm"]}},
            "filters": {"calm": {"()": lambda: calm}},
            "root": {"handlers": ["console"], "level": "WARNING"},
            "loggers": {
                "binakriya": {"level": level},
                "django.request": {"level": "ERROR"},
                "django.security": {"level": "WARNING"},
            },
        }
    )
