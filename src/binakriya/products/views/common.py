"""What the room's views share."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from binakriya.accounts.doors import Visit
from binakriya.accounts.rules import Deed, Refused
from binakriya.products.words import reason_of

# A thing is the office's own, the class's, or the maker's: the same pages, and each reaches only their own.
READS = (Deed.PRODUCTS_READ, Deed.OWN_ENTERPRISE)
WRITES = (Deed.PRODUCTS_WRITE, Deed.OWN_ENTERPRISE)


def tell_refusal(request: Visit, refused: Refused) -> None:
    messages.error(request, reason_of(refused))


def removed(request: Visit, sentence: str, undo: str, **kwargs: object) -> None:
    """A toast that offers to take it back."""
    messages.success(request, sentence, extra_tags=f"toast undo:{reverse(undo, kwargs=kwargs)}")


def nothing_changed(request: Visit) -> None:
    messages.info(request, _("Tidak ada yang berubah."))


def to_product(product_id: object) -> HttpResponse:
    return redirect("products:product", product_id=product_id)
