"""Sentences and names of the room: (Indonesian, English)."""

ROLES: dict[str, tuple[str, str]] = {
    "role.recommended": ("Disarankan", "Recommended"),
    "role.lightest": ("Teringan", "Lightest"),
    "role.cheapest": ("Termurah", "Cheapest"),
    "role.shipping": ("Berat tagih terkecil", "Smallest shipped weight"),
    "role.paper": ("Tanpa plastik", "Without plastic"),
    "role.stock": ("Kotak siap pakai", "Ready stock box"),
    "role.gift": ("Tampilan hadiah", "Gift presentation"),
    "purpose.shipping": ("pengiriman", "shipping"),
    "purpose.retail": ("penjualan di rak", "retail"),
    "purpose.gift": ("hadiah", "gift"),
    "closing.tape": ("ditutup lakban", "closed with tape"),
    "closing.glue": ("dilem", "glued"),
    "closing.tuck": ("diselipkan", "tucked"),
    "closing.lock": ("dikunci tanpa lem", "locked without glue"),
    "closing.lid": ("ditutup dengan tutup", "closed with its lid"),
    "closing.none": ("tidak ditutup", "not closed"),
    "arrangement.corners": ("bantalan sudut", "corner pads"),
    "arrangement.edges": ("bantalan tepi", "edge pads"),
    "arrangement.faces": ("bantalan di keenam sisi", "pads on all six faces"),
    "cushion": ("bantalan", "the cushion"),
    "wrap": ("bungkus kertas", "paper wrap"),
}

REASONS: dict[str, tuple[str, str]] = {
    "reason.lightest": (
        "Paling ringan dari yang bertahan: {mass:.3f} kg termasuk isi, {own:.0f} g di antaranya kotak.",
        "The lightest that holds: {mass:.3f} kg with its content, {own:.0f} g of it the box.",
    ),
    "reason.cheapest": (
        "Paling murah pada {quantity:,.0f} kotak: Rp {unit:,.0f} per kotak menurut {supplier}.",
        "The cheapest at {quantity:,.0f} boxes: Rp {unit:,.0f} a box, says {supplier}.",
    ),
    "reason.shipping": (
        "Berat tagih terkecil: {charged:.2f} kg dengan pembagi {divisor:,.0f} cm³/kg (berat volume "
        "{volumetric:.2f} kg, "
        "berat nyata {actual:.2f} kg).",
        "The smallest shipped weight: {charged:.2f} kg at a divisor of {divisor:,.0f} cm³/kg (volumetric "
        "{volumetric:.2f} kg, actual {actual:.2f} kg).",
    ),
    "reason.stock": (
        "{box} sudah tersedia: tanpa pisau potong dan tanpa pesanan minimum percetakan.",
        "{box} is ready to buy: no die and no printer's minimum order.",
    ),
    "reason.gift": (
        "Gaya untuk hadiah yang tetap bertahan di perjalanan ini: {style}.",
        "A gift style that still holds on this journey: {style}.",
    ),
    "reason.recommended": (
        "Disarankan karena bertahan di semua tahap dan paling seimbang: berat tagih {charged:.2f} kg, karton "
        "{area:.3f} m².",
        "Recommended because it holds in every leg and is the most balanced: {charged:.2f} kg shipped, "
        "{area:.3f} m² of "
        "board.",
    ),
    "reason.by_hand": (
        "Gaya, karton, atau bantalannya dipilih sendiri: kata “paling” di sini hanya di antara yang cocok dengan "
        "pilihan itu.",
        "Style, board or cushion was chosen by hand: what is best here is best only among what fits that choice.",
    ),
    "reason.plain": (
        "Gaya 0201 biasanya dapat dibuat pembuat kotak tanpa pisau potong khusus.",
        "Style 0201 is usually made without a die of its own.",
    ),
    "reason.padding": (
        "{cushion}, {thickness:.0f} mm, {arrangement}: produk tahan {fragility:.0f} G, bantalan meneruskan "
        "{passed:.0f} G "
        "dari jatuhan {drop:.0f} mm.",
        "{cushion}, {thickness:.0f} mm, {arrangement}: the product withstands {fragility:.0f} G, the cushion passes on "
        "{passed:.0f} G of a fall from {drop:.0f} mm.",
    ),
    "reason.wrap": (
        "Produk lunak: cukup dibungkus, tanpa bantalan.",
        "A soft product: a wrap will do, no cushion.",
    ),
    "reason.paper": (
        "Bantalan kertas: dapat didaur ulang bersama kotaknya.",
        "Paper padding: recycled together with the box.",
    ),
    "reason.enlarged": (
        "Kotak dibuat lebih besar dari kebutuhan ({need} mm menjadi {has} mm) karena gaya ini tidak dibuat "
        "lebih kecil; "
        "sisa ruang diisi.",
        "The box is larger than needed ({need} mm, made {has} mm) because this style is not made smaller; the rest is "
        "filled.",
    ),
    "reason.low_box": (
        "Kotaknya rendah: kuat tekannya di luar bukti rumus, uji tekan satu kotak.",
        "The box is low: its strength is outside what the formula was proved for, have one compressed.",
    ),
}

NOTES: dict[str, tuple[str, str]] = {
    "note.no_prices": (
        "Termurah tidak dihitung: dinas belum punya daftar harga untuk karton ini. Masukkan harga pemasok beserta "
        "tanggalnya.",
        "The cheapest is not computed: the office has no prices for these boards. Enter a supplier's prices with their "
        "date.",
    ),
    "note.no_stock": (
        "Tidak ada kotak siap pakai yang cukup besar dan bertahan. Yang dibutuhkan: bagian dalam {need} mm.",
        "No stock box is large enough and holds. What is needed: an inside of {need} mm.",
    ),
    "note.no_stock_list": (
        "Kotak siap pakai tidak dinilai: dinas belum mencatat satu pun.",
        "Stock boxes are not judged: the office has none on record.",
    ),
    "note.no_gift": (
        "Tidak ada gaya hadiah yang bertahan sendiri di perjalanan ini. Masukkan kotak hadiah ke dalam kotak kirim.",
        "No gift style holds by itself on this journey. Put the gift box into a shipping box.",
    ),
    "note.none_holds": (
        "Tidak ada kemasan dari karton yang tersedia yang bertahan di perjalanan ini. Kendala terakhir: {why}",
        "No pack made of the boards at hand holds on this journey. What stops it: {why}",
    ),
    "note.turned": (
        "Panjang dan lebar ditukar, supaya panjang yang lebih besar.",
        "Length and breadth are swapped, so that the length is the larger.",
    ),
    "note.carriers_differ": (
        "Sumber berbeda untuk {carrier}: pembagi {divisors} cm³/kg. Semua ditampilkan, tanyakan ke agen.",
        "Sources differ on {carrier}: divisors {divisors} cm³/kg. All are shown, ask the agent.",
    ),
    "note.form_needs_faces": (
        "Bentuk tidak balok: bantalan dilubangi sesuai bentuk produk.",
        "Not a block: the pads get a cut-out of the product's shape.",
    ),
}

REFUSALS: dict[str, tuple[str, str]] = {
    "refused.fitment": ("Ini sisipan, bukan kotak.", "This is a fitment, not a box."),
    "refused.open": (
        "Tidak menutup ({faces}): isi dapat jatuh dalam perjalanan.",
        "Does not close ({faces}): the content may fall out on the way.",
    ),
    "refused.purpose": (
        "Bukan gaya untuk {purpose}.",
        "Not a style for {purpose}.",
    ),
    "refused.only_soft": (
        "Hanya untuk produk lunak tanpa bantalan.",
        "Only for soft products without a cushion.",
    ),
    "refused.size": (
        "Bagian dalam {need} mm di luar ukuran gaya ini (terbesar {most} mm).",
        "An inside of {need} mm is beyond this style's sizes (at most {most} mm).",
    ),
    "refused.tuck_bottom": (
        "Alas yang hanya diselipkan terbuka oleh {mass:.2f} kg; anggapan paling berat {most:.1f} kg.",
        "A bottom that is only tucked opens under {mass:.2f} kg; {most:.1f} kg at most is assumed.",
    ),
    "refused.no_board": (
        "Tidak ada karton di persediaan yang cocok untuk gaya ini ({kinds}, {least:.2f}–{most:.1f} mm).",
        "No board in stock suits this style ({kinds}, {least:.2f}–{most:.1f} mm).",
    ),
    "refused.chosen": (
        "{why} Pilih yang lain, atau biarkan pada “Usulkan”.",
        "{why} Choose another, or leave it at “Propose”.",
    ),
    "refused.stock_small": (
        "Bagian dalam {has} mm terlalu kecil, perlu {need} mm.",
        "An inside of {has} mm is too small, {need} mm is needed.",
    ),
    "refused.beaten": (
        "Bertahan, tetapi tidak unggul: {mass:.3f} kg, {volume:.1f} liter.",
        "Holds, but leads in nothing: {mass:.3f} kg, {volume:.1f} litres.",
    ),
    "face.top": ("atas", "top"),
    "face.bottom": ("bawah", "bottom"),
    "face.left": ("kiri", "left"),
    "face.right": ("kanan", "right"),
    "face.front": ("depan", "front"),
    "face.back": ("belakang", "back"),
    "kind.card": ("karton lipat", "card"),
    "kind.corrugated": ("karton gelombang", "corrugated board"),
    "kind.honeycomb": ("sarang lebah", "honeycomb"),
}

PACKING: dict[str, tuple[str, str]] = {
    "closing.say.tape": (
        "Tutup dengan lakban sepanjang sambungan sayap, lewat 5 cm di kedua sisi, atas dan bawah.",
        "Tape along the meeting of the flaps, 5 cm over both sides, above and below.",
    ),
    "closing.say.glue": ("Rekatkan bidang lem, tekan sampai kering.", "Glue the glue areas, press until dry."),
    "closing.say.tuck": (
        "Selipkan tutupnya, lalu amankan dengan satu label atau selotip supaya tidak terbuka di jalan.",
        "Tuck the lid in, then hold it with one label or strip of tape so that it stays shut on the way.",
    ),
    "closing.say.lock": ("Kunci lidahnya ke dalam celah sampai berbunyi.", "Press the tabs into the slots."),
    "closing.say.lid": (
        "Pasang tutupnya, lalu lingkari dengan lakban atau pita di dua arah.",
        "Put the lid on, then run tape or ribbon round it both ways.",
    ),
    "closing.say.none": ("Kotak ini tidak menutup sendiri.", "This box does not close by itself."),
    "filling.none": ("Tidak ada ruang yang perlu diisi.", "Nothing is left to fill."),
    "filling.rest": (
        "Isi sisa ruang {litres:.1f} liter dengan kertas remas, padat, supaya produk dan bantalan tidak bergeser. "
        "Massa kertasnya belum termasuk.",
        "Fill the remaining {litres:.1f} litres with crumpled paper, tightly, so that product and pads cannot move. "
        "The mass of the paper is not included.",
    ),
    "thumb.extremely_fragile": (
        "Anggap luar biasa rapuh: jatuh dari setinggi telapak tangan pun dapat merusaknya.",
        "Take it as extremely fragile: even a fall of a hand's height may break it.",
    ),
    "thumb.very_delicate": (
        "Anggap sangat rapuh: tidak boleh jatuh sama sekali tanpa bantalan.",
        "Take it as very delicate: it must not fall at all without padding.",
    ),
    "thumb.delicate": (
        "Anggap rapuh: jatuh dari meja tanpa bantalan akan merusaknya.",
        "Take it as delicate: a fall from a table without padding would break it.",
    ),
    "thumb.moderate": (
        "Anggap agak rapuh: tahan dipegang dan disenggol, tidak tahan jatuh ke lantai.",
        "Take it as rather delicate: it stands handling and a knock, not a fall to the floor.",
    ),
    "thumb.moderately_rugged": (
        "Anggap cukup tahan: jatuh pelan tidak apa-apa, dilempar dapat merusaknya.",
        "Take it as fairly sturdy: a soft fall is fine, a throw may damage it.",
    ),
    "thumb.rugged": (
        "Anggap tahan: lindungi dari lecet, basah, dan tekanan.",
        "Take it as sturdy: protect it from scratches, wet and pressure.",
    ),
    "thumb.padding": (
        "Beri bantalan setebal {cm:.1f} cm di semua sisi, termasuk atas dan bawah. Bila tidak ada {cushion}, pakai "
        "bahan lain yang lebih tebal, bukan yang lebih tipis.",
        "Pad it {cm:.1f} cm on all sides, above and below too. Without {cushion}, rather thicker than thinner.",
    ),
    "thumb.shake": (
        "Goyangkan kotak yang sudah ditutup: bila terasa atau terdengar bergerak, tambah isian.",
        "Shake the closed box: when you feel or hear it move, add filling.",
    ),
    "thumb.two_boxes": (
        "Jangan biarkan dua barang rapuh bersentuhan di satu kotak: bungkus sendiri-sendiri dan beri sekat.",
        "Never let two delicate things touch in one box: wrap each and part them.",
    ),
    "thumb.test": (
        "Ini perkiraan tanpa uji. Kemas satu, jatuhkan dari {drop:.0f} cm ke lantai pada alas, satu sisi, dan "
        "satu sudut; "
        "bila selamat, baru kirim yang lain.",
        "This is a guess without a test. Pack one, drop it from {drop:.0f} cm to the floor on its base, a side and a "
        "corner; if it survives, ship the others.",
    ),
}

ERRORS: dict[str, tuple[str, str]] = {
    "error.missing": (
        "{field}: belum diisi. {how}",
        "{field}: is not given. {how}",
    ),
    "error.unit": (
        '{field}: "{value}" memakai satuan. Tulis angkanya saja dalam {unit}{example}.',
        '{field}: "{value}" has a unit. Write the figure alone in {unit}{example}.',
    ),
    "error.number": (
        '{field}: "{value}" bukan bilangan. Tulis angkanya saja dalam {unit}, misalnya {like}.',
        '{field}: "{value}" is not a number. Write the figure alone in {unit}, {like} for instance.',
    ),
    "error.two_ways": (
        '{field}: "{value}" dapat berarti dua hal. Tulis {whole} atau dengan koma, dalam {unit}.',
        '{field}: "{value}" may mean two things. Write {whole}, or a comma for decimals, in {unit}.',
    ),
    "error.density": (
        "{field}: {grams:,.1f} g untuk {litres:,.2f} liter tidak mungkin bagi satu produk. Periksa satuannya.",
        "{field}: {grams:,.1f} g for {litres:,.2f} litres cannot be one product. Check the units.",
    ),
    "error.sides": (
        '{field}: "{value}" harus tiga angka dalam mm, panjang x lebar x tinggi, misalnya 220x140x90.',
        '{field}: "{value}" must be three figures in mm, length x breadth x height, such as 220x140x90.',
    ),
    "error.choice": (
        '{field}: "{value}" tidak dikenal. Pilih salah satu: {known}.',
        '{field}: "{value}" is not known. Choose one of: {known}.',
    ),
    "error.quantity": (
        '{field}: "{value}" harus bilangan bulat antara 1 dan 10.000.000.',
        '{field}: "{value}" must be a whole number between 1 and 10,000,000.',
    ),
    "error.columns": (
        "Kolom wajib tidak ada: {missing}. Baris pertama harus memuat nama kolom: {wanted}.",
        "Columns are missing: {missing}. The first line must name the columns: {wanted}.",
    ),
    "error.no_rows": (
        "Tidak ada baris produk di bawah baris judul. Isi satu produk per baris.",
        "There is no product below the head line. Write one product a line.",
    ),
    "error.drawing": (
        "Gambarnya tidak dapat dibuat: {why}",
        "The drawing cannot be made: {why}",
    ),
    "how.size": (
        "Ukur panjang, lebar, dan tinggi dalam mm: 220x140x90.",
        "Measure length, breadth and height in mm: 220x140x90.",
    ),
    "how.mass": ("Timbang dalam gram: 850.", "Weigh in grams: 850."),
    "how.material": ("Sebut bahannya: keramik, rotan, batik.", "Name the material: keramik, rattan, batik."),
    "field.size": ("Ukuran", "Size"),
    "field.mass": ("Massa", "Mass"),
    "field.material": ("Bahan", "Material"),
    "field.journey": ("Perjalanan", "Journey"),
    "field.quantity": ("Jumlah", "Quantity"),
    "field.purpose": ("Keperluan", "Purpose"),
    "field.printing": ("Luas cetakan", "Printing"),
    "field.carrier": ("Kurir", "Carrier"),
}

PATHS: dict[str, tuple[str, str]] = {
    "batch.gone": (
        "Produk ini sudah diarsipkan atau di luar jangkauan Anda.",
        "This product is archived or out of your reach by now.",
    ),
    "batch.failed": (
        "Kemasan produk ini gagal dihitung karena galat. Tidak ada yang hilang; susun di studio, atau coba lagi nanti.",
        "An error kept this product's pack from being computed. Nothing is lost; compose it in the studio, or try again"
        " later.",
    ),
    "batch.does_not_hold": (
        "Tidak ada kemasan yang bertahan di perjalanan ini. Susun di studio dengan karton atau bantalan lain.",
        "No pack holds on this journey. Compose one in the studio with another board or cushion.",
    ),
    "table.needed": ("Kosong. Isi kolom ini.", "Empty. Fill in this column."),
    "table.text": ("“{value}” tidak terbaca.", "“{value}” is not readable."),
    "table.number": (
        "“{value}” bukan bilangan. Tulis misalnya 4,3 atau 1.200.",
        "“{value}” is no number. Write 4.3 or 1200, for example.",
    ),
    "table.whole": (
        "“{value}” bukan bilangan bulat. Tulis misalnya 120.",
        "“{value}” is no whole number. Write 120, for example.",
    ),
    "not_drawn": (
        "Pola gaya ini belum dapat digambar dengan ukuran itu. Pilih gaya lain, atau ubah ukurannya.",
        "The pattern of this style cannot be drawn at that size yet. Choose another style, or change the size.",
    ),
    "table.day": (
        "“{value}” bukan tanggal. Tulis misalnya 16/11/2018.",
        "“{value}” is no day. Write 2018-11-16, for example.",
    ),
    "table.tiers": (
        "“{value}” bukan harga bertingkat. Tulis misalnya 1: 4900; 500: 4300.",
        "“{value}” is no price by tiers. Write 1: 4900; 500: 4300, for example.",
    ),
    "table.size": (
        "“{value}” bukan ukuran. Tulis panjang × lebar × tinggi dalam mm, misalnya 300x200x150.",
        "“{value}” is no size. Write length × breadth × height in mm, 300x200x150 for example.",
    ),
    "table.size2": (
        "“{value}” bukan ukuran lembar. Tulis dua sisi dalam mm, misalnya 1090x790.",
        "“{value}” is no sheet size. Write two sides in mm, 1090x790 for example.",
    ),
    "table.range": (
        "{value} di luar batas, yaitu {least} sampai {most}. Periksa angka dan satuannya.",
        "{value} is out of limits, which are {least} to {most}. Check the figure and its unit.",
    ),
    "table.flute": (
        "“{value}” bukan gelombang yang dikenal. Tulis salah satu: {known}; kosongkan untuk karton tipis.",
        "“{value}” is no flute that is known. Write one of {known}; leave it empty for card.",
    ),
    "table.stiffness": (
        "Kekakuan hanya satu arah. Isi Dx dan Dy, atau kosongkan keduanya.",
        "Stiffness in one direction only. Fill in Dx and Dy, or leave both empty.",
    ),
    "table.sold_by": (
        "“{value}” tidak dikenal. Tulis m2 atau lembar.",
        "“{value}” is not known. Write m2 or sheet.",
    ),
    "table.far": (
        "{value} terlalu jauh di depan: paling jauh {last}. Periksa hari, bulan, dan tahunnya.",
        "{value} lies too far ahead: {last} at the latest. Check day, month and year.",
    ),
    "table.board_unknown": (
        "Karton “{value}” belum ada pada dinas ini. Tambahkan kartonnya dahulu.",
        "The office has no board “{value}” yet. Add the board first.",
    ),
    "table.twice": (
        "Baris ini sama dengan baris {other}. Hapus salah satu.",
        "This row is the same as row {other}. Delete one of them.",
    ),
    "changed.value": ("{what}: dulu {then:,.4g}, sekarang {now:,.4g}.", "{what}: {then:,.4g} then, {now:,.4g} now."),
    "changed.sides": (
        "Ukuran produk: dulu {then} mm, sekarang {now} mm.",
        "Size of the product: {then} mm then, {now} mm now.",
    ),
    "changed.mass": (
        "Massa produk: dulu {then:.3f} kg, sekarang {now:.3f} kg.",
        "Mass of the product: {then:.3f} kg then, {now:.3f} kg now.",
    ),
    "changed.fragility": (
        "Kerapuhan produk: dulu {then:.0f} G, sekarang {now:.0f} G.",
        "Fragility of the product: {then:.0f} G then, {now:.0f} G now.",
    ),
    "changed.unmeasured": (
        "Produk ini tidak lagi punya ukuran, massa, atau bahan yang diketahui.",
        "The product no longer has a known size, mass or material.",
    ),
    "changed.curve": (
        "Kurva {cushion} pada dinas ini sekarang lain.",
        "The office's curve of {cushion} is another one now.",
    ),
    "changed.board": (
        "Karton {board}: tebal, gramatur, atau ECT-nya sekarang lain.",
        "Board {board}: its caliper, grammage or ECT is another one now.",
    ),
    "changed.board_gone": (
        "Karton {board} tidak ada lagi pada dinas ini.",
        "The office no longer has board {board}.",
    ),
    "path.product.size_mm": ("Ukuran produk", "Size of the product"),
    "path.product.mass_kg": ("Massa produk (kg)", "Mass of the product (kg)"),
    "path.product.material": ("Bahan", "Material"),
    "path.fragility.g": ("Kerapuhan (G)", "Fragility (G)"),
    "path.drop_mm": ("Tinggi jatuh (mm)", "Drop height (mm)"),
    "path.box.style": ("Gaya kotak", "Box style"),
    "path.box.board.code": ("Karton", "Board"),
    "path.box.inside_mm": ("Ukuran dalam", "Inside size"),
    "path.box.outside_mm": ("Ukuran luar", "Outside size"),
    "path.box.area_m2": ("Luas karton (m²)", "Area of board (m²)"),
    "path.cushion.material": ("Bantalan", "Cushion"),
    "path.cushion.thickness_mm": ("Tebal bantalan (mm)", "Cushion thickness (mm)"),
    "path.cushion.arrangement": ("Susunan bantalan", "Arrangement of pads"),
    "path.gross_kg": ("Massa kotor (kg)", "Gross mass (kg)"),
    "path.strength.needs_n": ("Kuat tekan yang diperlukan (N)", "Strength needed (N)"),
    "path.strength.has_n": ("Kuat tekan yang ada (N)", "Strength at hand (N)"),
    "path.strength.margin": ("Kelebihan kuat tekan", "Margin of strength"),
    "path.empty_space.outside_share": ("Ruang kosong", "Empty space"),
    "path.cost.unit": ("Biaya per kotak (Rp)", "Cost a box (Rp)"),
    "path.moisture.silica_gel_g": ("Silika gel (g)", "Silica gel (g)"),
    "path.versions.protection": ("Versi mesin hitung", "Version of the engine"),
}

TEXTS: dict[str, tuple[str, str]] = {**ROLES, **REASONS, **NOTES, **REFUSALS, **PACKING, **ERRORS, **PATHS}
