"""What is too large for any form is refused by its head."""

from typing import Any

import pytest
from tests.people import World


@pytest.mark.django_db
@pytest.mark.parametrize("length", ["999999999", "21000000000000000000000"])
def test_a_body_beyond_every_form_is_refused_before_it_is_read(world: World, settings: Any, length: str) -> None:
    client = world.client("officer")
    answer = client.post("/produk/daftar/", {"file": ""}, headers={"Content-Length": length}, CONTENT_LENGTH=length)
    assert answer.status_code == 413
    assert "Berkas terlalu besar" in answer.content.decode()
