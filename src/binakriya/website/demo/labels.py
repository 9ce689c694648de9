"""Labels of one product of the demo, for Indonesia and the EU. All that is stated for them is made up, and the label
says so in its brand."""

from decimal import Decimal
from pathlib import Path

from binakriya.accounts.rules import Actor
from binakriya.engines.labels.drawing import pdf
from binakriya.packaging import operations
from binakriya.packaging.queries.labels import label_version, labels_held
from binakriya.packaging.rules.labels import Choice
from binakriya.products.operations import state_particulars
from binakriya.products.queries import products_for_packing
from binakriya.products.rules.particulars import Part, Particulars
from binakriya.website.demo.event import DAY, at

MATERIAL = "batik"
STATED = Particulars(
    brand="CONTOH Kharisma",
    story={
        "id": "Data contoh. Dibatik di Tangerang Selatan dengan malam dan canting.",
        "en": "Sample data. Drawn in wax by hand in South Tangerang.",
    },
    audience="general",
    answers={"food_contact": False, "skin_contact": True, "animal": False, "battery": False, "wood_packing": False},
    address="Jalan Contoh 1, Serpong, Tangerang Selatan",
    contact="contoh@contoh.example",
    identifier="CONTOH-1",
    composition=(Part("katun", Decimal(100)),),
    net_amount=Decimal(1),
    net_unit="piece",
    care=("wash-hand", "bleach-no", "iron-1"),
    member_state="IE",
    responsible_person="Contoh Ltd, 1 Sample Street, Dublin",
    destinations=("ID", "EU"),
)
DRAWN = (("ID", "label-contoh-indonesia.pdf"), ("EU", "label-contoh-uni-eropa.pdf"))


def label_one(*, out: Path, by: Actor) -> list[str]:
    """Drafts of two labels, kept and written as PDF 1:1; names of the files. What stands already is left as it is."""
    product = next((one for one in products_for_packing(by=by) if one.material == MATERIAL and one.is_sample), None)
    if product is None:
        return []
    out.mkdir(parents=True, exist_ok=True)
    made_at = at(16, 15, 45)
    held = {
        one.destination: one.label_id
        for one in labels_held(product_ids=[product.product_id]).get(product.product_id, ())
    }
    if not held:
        state_particulars(product_id=product.product_id, given=STATED, by=by, now=made_at)
    written = []
    for destination, name in DRAWN:
        label_id = held.get(destination) or operations.save_label(
            product_id=product.product_id,
            choice=Choice(destination, size="hang-tag-60x110"),
            by=by,
            now=made_at,
            on=DAY,
            is_sample=True,
        )
        layout = label_version(label_id=label_id, by=by).one.layout
        if layout is not None:
            (out / name).write_bytes(pdf(layout))
            written.append(name)
    return written
