"""How a box is put together, in the order of the folds, in the words of the person who does it."""

from __future__ import annotations

from typing import Final

from binakriya.engines.boxes.words import Text

OPEN_TUBE: Final = Text(
    "Tegakkan selongsong yang sudah dilem sampai keempat dindingnya siku.",
    "Open the glued tube until its four walls are square.",
)
BOTTOM_FLAPS: Final = Text(
    "Balik. Lipat ke dalam sayap pendek alas, lalu sayap panjangnya, dan rekatkan lakban pada garis temunya.",
    "Turn over. Fold in the short flaps of the bottom, then the long ones, and tape the line where they meet.",
)
TOP_FLAPS: Final = Text(
    "Isi. Lipat sayap pendek, lalu sayap panjang, dan tutup dengan lakban.",
    "Fill. Fold the short flaps, then the long ones, and close with tape.",
)
PLAIN_BOTTOM: Final = Text(
    "Lipat lidah debu alas ke dalam, lalu selipkan tutup alas.",
    "Fold in the dust flaps of the bottom, then tuck in the bottom lid.",
)
SNAP_BOTTOM: Final = Text(
    "Kunci alas: 1 lipat sayap belakang, 2 kedua sayap samping, 3 sayap depan, lalu tekan lidahnya sampai mengunci.",
    "Lock the bottom: 1 fold the back flap, 2 both side flaps, 3 the front flap, and press its tongue until it snaps.",
)
AUTO_BOTTOM: Final = Text(
    "Tekan dua sudut yang berseberangan: dinding tegak dan alas terbuka sendiri. Tekan alas sampai rata.",
    "Press two opposite corners: the walls stand up and the bottom unfolds. Press the bottom flat.",
)
TUCK_LID: Final = Text(
    "Isi. Lipat lidah debu, lalu selipkan tutup ke balik dinding depan.",
    "Fill. Fold in the dust flaps, then tuck the lid in behind the front.",
)
ENDS_UP: Final = Text(
    "Lipat ke atas dinding depan dan belakang, lalu telinganya ke dalam.",
    "Fold up the front and back walls, then their ears inwards.",
)
ROLL_SIDES: Final = Text(
    "Tegakkan dinding samping, gulung menutup telinga, dan tekan lidahnya ke lubang alas.",
    "Raise the side walls, roll them over the ears, and press their tabs into the slots of the base.",
)
ROLL_FRONT: Final = Text(
    "Gulung juga dinding depan dan kunci di alas.", "Roll the front wall over too and lock it in the base."
)
LID_INSIDE: Final = Text(
    "Isi, turunkan tutup, dan selipkan sayap depannya ke dalam.", "Fill, close the lid and tuck its front inside."
)
LID_MAILER: Final = Text(
    "Isi dan turunkan tutup. Sayap depannya diselipkan ke dalam, atau direkatkan di luar dengan lakban.",
    "Fill and close the lid. Its front is tucked inside, or taped down outside.",
)
GLUE_TRAYS: Final = Text(
    "Tegakkan dinding badan dan tutup, lalu rekatkan lidah sudut di sisi dalam dinding samping.",
    "Raise the walls of body and lid, and glue the corner tabs to the inside of the side walls.",
)
PUT_LID_ON: Final = Text(
    "Isi badan, lalu sorongkan tutup dari atas.", "Fill the body, then slide the lid down over it."
)
HALVES: Final = Text(
    "Tutup sayap badan dan sayap tutup dengan lakban: sayap pendek dahulu.",
    "Close the flaps of body and lid with tape, short flaps first.",
)
SLIDE_IN: Final = Text("Masukkan baki atau barang dari ujungnya.", "Slide the tray or the product in from one end.")
OPEN_TUBES: Final = Text(
    "Tegakkan kedua selongsong yang sudah dilem sampai dindingnya siku.",
    "Open both glued sleeves until their walls are square.",
)
PUSH_IN: Final = Text(
    "Baringkan selongsong dalam dan masukkan barang dari ujungnya.",
    "Lay the inner sleeve down and push the product in from one end.",
)
SLIDE_OVER: Final = Text(
    "Sorongkan selongsong luar dari atas sampai rata, sehingga kedua ujung tertutup.",
    "Slide the outer sleeve down from above until flush, so that both ends are closed.",
)
WRAP_ROUND: Final = Text(
    "Letakkan barang di panel tengah, lipat dinding depan dan belakang ke atas, lalu panel atas.",
    "Place the product on the middle panel, fold up front and back, then the top panel.",
)
WRAP_ENDS: Final = Text(
    "Lipat sayap ujung: dinding dahulu, lalu alas dan atas.", "Fold the end flaps: those of the walls, then the others."
)
WRAP_CLOSE: Final = Text(
    "Tutup dengan panel kelima dan rekatkan dengan lakban.", "Close with the fifth panel and tape it down."
)
PILLOW_GLUE: Final = Text(
    "Lengkungkan kedua panel dan rekatkan lidah samping di dalam.", "Curve both panels and glue the side tab inside."
)
PILLOW_CLOSE: Final = Text(
    "Isi. Tekan ujung bawah ke dalam, lalu ujung atas di luarnya.",
    "Fill. Press in the lower ends, then the upper over them.",
)
GABLE_CLOSE: Final = Text(
    "Isi. Rapatkan kedua atap sampai gagang bertemu, lalu ikat gagangnya dengan pita.",
    "Fill. Bring the roofs together until the handles meet, and tie the handles with a ribbon.",
)
STRIPS: Final = Text(
    "Letakkan sekat memanjang dengan alur di atas.", "Stand the strips along with their slots upwards."
)
STRIPS_IN: Final = Text(
    "Masukkan sekat melintang dari atas sampai rata.", "Push the strips across down into them until flush."
)
PAD_FOLD: Final = Text(
    "Lipat kedua sisi bantalan dan rekatkan lidahnya. Buat delapan buah.",
    "Fold both sides of the pad and glue its tab. Make eight.",
)
PAD_PLACE: Final = Text("Pasang satu di setiap sudut barang.", "Put one on each corner of the product.")
PADS_STACK: Final = Text(
    "Susun lembar utuh di bawah, lembar berlubang di atasnya, semua sejajar; rekatkan bila perlu.",
    "Lay the whole pads below and the cut ones on them, edges flush; glue them if need be.",
)
PADS_FILL: Final = Text("Letakkan barang di dalam lubang.", "Lay the product into the hole.")
