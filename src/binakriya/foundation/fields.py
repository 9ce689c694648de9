"""Model fields of the foundation."""

from typing import Any

from django.db import models

from binakriya.foundation.encryption import decrypt, decrypt_bytes, encrypt, encrypt_bytes


class EncryptedTextField(models.TextField):
    """Encrypted in the database, plain in Python. It cannot be searched: keep a blind index beside it."""

    description = "Encrypted text"

    @property
    def seal_label(self) -> str:
        """What the value is bound to: it does not open in another field."""
        return f"{self.model._meta.label_lower}.{self.name}"

    def get_prep_value(self, value: Any) -> Any:
        value = super().get_prep_value(value)
        return value if value is None else encrypt(str(value), label=self.seal_label)

    def from_db_value(self, value: str | None, expression: Any, connection: Any) -> str | None:
        return value if value is None else decrypt(value, label=self.seal_label)


class EncryptedFileField(models.FileField):
    """A file that is sealed on disk: `seal` before it is saved, `unseal` what was read."""

    description = "Encrypted file"

    @property
    def seal_label(self) -> str:
        """What the file is bound to: it does not open in another field."""
        return f"{self.model._meta.label_lower}.{self.name}"

    def seal(self, data: bytes) -> bytes:
        return encrypt_bytes(data, label=self.seal_label)

    def unseal(self, stored: bytes) -> bytes:
        """Raises UnknownKey."""
        return decrypt_bytes(stored, label=self.seal_label)
