"""Errors, findings and what to measure: (Indonesian, English). An error says the rule and a way out."""

ERRORS: dict[str, tuple[str, str]] = {
    "error.not_a_number": (
        "{field}: harus bilangan dalam {unit}. Tulis angkanya saja, tanpa satuan.",
        "{field}: must be a number in {unit}. Write the figure alone, without its unit.",
    ),
    "error.not_positive": (
        "{field}: {value} {unit} tidak mungkin, paling kecil {least} {unit}. Ukur ulang atau periksa satuannya.",
        "{field}: {value} {unit} cannot be, the least is {least} {unit}. Measure again or check the unit.",
    ),
    "error.too_small": (
        "{field}: {value} {unit} terlalu kecil, paling kecil {least} {unit}. Periksa satuannya.",
        "{field}: {value} {unit} is too small, the least is {least} {unit}. Check the unit.",
    ),
    "error.too_large": (
        "{field}: {value} {unit} terlalu besar, paling besar {most} {unit}. Periksa satuannya.",
        "{field}: {value} {unit} is too large, the most is {most} {unit}. Check the unit.",
    ),
    "error.three_sides": (
        "{field}: perlu tiga angka, panjang × lebar × tinggi dalam mm.",
        "{field}: needs three figures, length × breadth × height in mm.",
    ),
    "error.unknown": (
        '{field}: "{value}" tidak dikenal. Pilih salah satu: {known}.',
        '{field}: "{value}" is not known. Choose one of: {known}.',
    ),
    "error.empty": (
        "{field}: kosong. Isi sekurangnya satu.",
        "{field}: is empty. Give at least one.",
    ),
    "error.beyond_standard": (
        "{field}: {value:.1f} kg di luar {standard} (sampai {most:.0f} kg). Pakai standar untuk kemasan lebih berat "
        "atau bagi menjadi beberapa koli.",
        "{field}: {value:.1f} kg is beyond {standard} (up to {most:.0f} kg). Use a standard for heavier packs or "
        "divide it into several parcels.",
    ),
    "error.not_up_and_down": (
        "{field}: uji ke-{test:.0f} tidak mengikuti tangga (turun satu langkah setelah rusak, naik satu langkah "
        "setelah selamat). Pakai regresi probit.",
        "{field}: test {test:.0f} does not follow the staircase (one step down after damage, one step up after "
        "survival). Use the probit regression.",
    ),
    "error.one_outcome": (
        "{field}: semua uji berakhir sama. Lanjutkan sampai ada yang selamat dan ada yang rusak.",
        "{field}: all tests ended alike. Go on until some survive and some break.",
    ),
    "error.separated": (
        "{field}: semua yang rusak lebih tinggi daripada semua yang selamat, sebaran tidak dapat ditaksir. Uji di "
        "antara {survived:.0f} dan {failed:.0f} mm, atau pakai uji apit.",
        "{field}: every damage lies above every survival, the spread cannot be estimated. Test between "
        "{survived:.0f} and {failed:.0f} mm, or use the bracket test.",
    ),
    "error.reversed": (
        "{field}: yang rusak di {failed:.0f} mm lebih rendah daripada yang selamat di {survived:.0f} mm. Pakai uji "
        "tangga atau regresi probit.",
        "{field}: damage at {failed:.0f} mm lies below survival at {survived:.0f} mm. Use a staircase or the probit "
        "regression.",
    ),
    "error.flat_probit": (
        "{field}: kerusakan tidak bertambah dengan tinggi. Periksa catatan atau tambah uji.",
        "{field}: damage does not grow with height. Check the record or test more.",
    ),
    "error.too_few": (
        "{field}: perlu sekurangnya {least:.0f}, ada {value:.0f}.",
        "{field}: needs at least {least:.0f}, there are {value:.0f}.",
    ),
    "error.not_a_cushion": (
        "{field}: tegangan tidak naik dengan energi (b = {b:.3g}). Ini bukan kurva bantalan: periksa satuan.",
        "{field}: stress does not rise with energy (b = {b:.3g}). These points are no cushion curve: check the units.",
    ),
    "error.bottoms_out": (
        "{field}: {value:.0f} mm akan mampat {strain:.0%}, lebih dari {most:.0%} yang dapat dipakai: bantalan rata. "
        "Pakai tebal sekurangnya {least:.0f} mm.",
        "{field}: {value:.0f} mm would be compressed by {strain:.0%}, more than the usable {most:.0%}: it bottoms out. "
        "Use at least {least:.0f} mm.",
    ),
    "error.beyond_curve": (
        "{field}: energi {value:.1f} kPa di luar kurva terukur ({least:.1f} sampai {most:.1f} kPa): bantalan dapat "
        "rata. Pakai bantalan lebih tebal, luas lebih besar, atau ukur kurvanya di sana.",
        "{field}: energy {value:.1f} kPa lies beyond the measured curve ({least:.1f} to {most:.1f} kPa): the cushion "
        "may bottom out. Use a thicker cushion, a larger area, or measure the curve there.",
    ),
    "error.stress_outside": (
        "{field}: {value:.1f} kPa di luar yang dapat dipakai ({least:.1f} sampai {most:.1f} kPa). Ubah luas tumpuan.",
        "{field}: {value:.1f} kPa lies outside the usable {least:.1f} to {most:.1f} kPa. Change the bearing area.",
    ),
    "error.stress_too_low": (
        "{field}: pada {value:.2f} kPa bahan ini terlalu keras untuk {fragility:.0f} G, setebal apa pun. Kecilkan luas "
        "tumpuan sampai sekurangnya {least:.2f} kPa.",
        "{field}: at {value:.2f} kPa this material is too hard for {fragility:.0f} G, however thick. Make the bearing "
        "area smaller, to at least {least:.2f} kPa.",
    ),
    "error.no_humidity_table": (
        "{field}: tersedia 20, 40, 50 atau 60 %.",
        "{field}: there are values for 20, 40, 50 or 60 %.",
    ),
    "error.not_calibratable": (
        '{field}: "{value}" bukan anggapan yang dapat diubah.',
        '{field}: "{value}" is not an assumption that can be changed.',
    ),
    "error.calibration_range": (
        '{field}: {value} untuk "{code}" harus di antara {least} dan {most}.',
        '{field}: {value} for "{code}" must lie between {least} and {most}.',
    ),
    "error.product_larger": (
        "{field}: isi produk {value:.0f} cm³ melebihi kotak {most:.0f} cm³. Ukur ulang.",
        "{field}: a product of {value:.0f} cm³ exceeds the box of {most:.0f} cm³. Measure again.",
    ),
    "error.outside_smaller": (
        "{field}: ukuran luar lebih kecil daripada ukuran dalam. Periksa ukurannya.",
        "{field}: the outside is smaller than the inside. Check the sizes.",
    ),
    "error.confidence": (
        "{field}: harus di antara 0,5 dan 0,999.",
        "{field}: must lie between 0.5 and 0.999.",
    ),
}

FINDINGS: dict[str, tuple[str, str]] = {
    "board.fails": (
        "{board} gagal menahan tumpukan pada {humidity:.0f} % RH setelah {days:.0f} hari ({leg}): perlu {need:.1f} kN, "
        "ada {has:.1f}.",
        "{board} fails stacking at {humidity:.0f} % RH after {days:.0f} days ({leg}): needs {need:.1f} kN, has "
        "{has:.1f}.",
    ),
    "board.holds": (
        "{board} menahan tumpukan pada {humidity:.0f} % RH setelah {days:.0f} hari ({leg}): perlu {need:.2f} kN, ada "
        "{has:.2f}.",
        "{board} holds the stack at {humidity:.0f} % RH after {days:.0f} days ({leg}): needs {need:.2f} kN, has "
        "{has:.2f}.",
    ),
    "board.not_stacked": (
        "{board} cukup: tidak ada yang ditumpuk di atasnya.",
        "{board} will do: nothing is stacked on it.",
    ),
    "board.too_heavy": (
        "{board} terlalu lemah untuk {mass:.1f} kg, paling berat {most:.1f} kg.",
        "{board} is too weak for {mass:.1f} kg, {most:.1f} kg at most.",
    ),
    "board.too_large": (
        "{board} terlalu lemas untuk sisi {side:.0f} mm, paling panjang {most:.0f} mm.",
        "{board} is too limp for a side of {side:.0f} mm, {most:.0f} mm at most.",
    ),
    "board.none_holds": (
        "Tidak ada karton di persediaan yang menahan. Terkuat: {board}, perlu {need:.1f} kN, ada {has:.1f} ({leg}). "
        "Kurangi tinggi tumpukan, tambah sekat penahan, atau pakai karton lebih kuat.",
        "No board in stock holds. The strongest: {board}, needs {need:.1f} kN, has {has:.1f} ({leg}). Lower the stack, "
        "add supporting partitions, or use a stronger board.",
    ),
    "board.item222": (
        "{board} di bawah Item 222 untuk {mass:.1f} kg: perlu ECT {need:.1f} N/mm, ada {has:.1f}.",
        "{board} is below Item 222 for {mass:.1f} kg: needs ECT {need:.1f} N/mm, has {has:.1f}.",
    ),
    "board.item222_burst": (
        "{board} di bawah Item 222 untuk {mass:.1f} kg: perlu kuat pecah {need:.0f} kPa, ada {has:.0f}.",
        "{board} is below Item 222 for {mass:.1f} kg: needs a burst of {need:.0f} kPa, has {has:.0f}.",
    ),
    "board.item222_puncture": (
        "{board} di bawah Item 222 untuk {mass:.1f} kg: perlu ketahanan tusuk {need:.0f} in·oz/in, ada {has:.0f}.",
        "{board} is below Item 222 for {mass:.1f} kg: needs a puncture of {need:.0f} in·oz/in, has {has:.0f}.",
    ),
    "box.too_small": (
        "Kotak {has} mm terlalu kecil, perlu bagian dalam {need} mm.",
        "The box of {has} mm is too small, an inside of {need} mm is needed.",
    ),
    "mckee.low_box": (
        "Keliling {ratio:.1f} kali tinggi, lebih dari {most:.0f}: rumus McKee tidak teruji untuk kotak serendah ini. "
        "Uji tekan kotaknya.",
        "The perimeter is {ratio:.1f} times the height, more than {most:.0f}: McKee's formula is not proved for so low "
        "a box. Have the box compressed.",
    ),
    "mckee.not_slotted": (
        "Rumus McKee berlaku untuk kotak gaya 0201; untuk gaya {style} dipakai pengali {factor:.2f} sebagai anggapan.",
        "McKee's formula is for slotted boxes; for style {style} a factor of {factor:.2f} is assumed.",
    ),
    "stack.extrapolated": (
        "Lebih dari 180 hari: pengali waktu diteruskan dari tabel.",
        "Beyond 180 days: the time multiplier is continued from the table.",
    ),
    "stack.interpolated": (
        "Pengali dibaca di antara dua titik tabel ({what}).",
        "The multiplier is read between two points of the table ({what}).",
    ),
    "cushion.stress_only_assumed": (
        "Tegangan statis untuk {cushion} adalah anggapan. Titik uji ASTM D1596 akan memberi luas terbaik.",
        "The static stress for {cushion} is assumed. ASTM D1596 points would give the best area.",
    ),
    "cushion.pads_meet": (
        "Bantalan sudut saling bertemu; dipakai bantalan penuh di tiap sisi.",
        "The corner pads would meet; full pads on each face are used.",
    ),
    "cushion.too_soft_full": (
        "Bahkan bantalan penuh di sisi terkecil menekan {value:.1f} kPa, lebih dari {most:.1f} kPa. Pakai bahan lebih "
        "keras.",
        "Even a full pad on the smallest face is loaded with {value:.1f} kPa, more than {most:.1f} kPa. Use a harder "
        "material.",
    ),
    "cushion.buckling": (
        "Tumpuan {area:.0f} mm² lebih kecil daripada {least:.0f} mm²: bantalan dapat tertekuk. Dipakai yang "
        "lebih besar.",
        "A pad of {area:.0f} mm² is smaller than {least:.0f} mm²: it may buckle. The larger one is used.",
    ),
    "cushion.face_small": (
        "Sisi terkecil hanya menumpu {area:.0f} mm², di bawah {least:.0f} mm²: bantalan di sisi itu dapat tertekuk. "
        "Isi rapat ruang di sekitarnya, atau pilih bahan yang lebih tipis.",
        "The smallest face bears only {area:.0f} mm², less than {least:.0f} mm²: the cushion there may buckle. Fill "
        "the room around it tightly, or choose a thinner material.",
    ),
    "cushion.under_loaded": (
        "Setelah diperbesar, tegangan {value:.2f} kPa di bawah {least:.2f} kPa: bantalan terasa keras. Pakai bahan "
        "lebih lunak atau potong tumpuan.",
        "Once enlarged, the stress of {value:.2f} kPa is below {least:.2f} kPa: the cushion acts hard. Use a softer "
        "material or cut the pads.",
    ),
    "cushion.not_box": (
        "Produk tidak berbentuk balok: bantalan sudut tidak menumpu. Dipakai bantalan berlubang sesuai bentuk.",
        "The product is not a block: corner pads would not bear. Pads with a cut-out of its shape are used.",
    ),
    "cushion.creep": (
        "Bantalan menipis bila lama dibebani; cadangan {reserve:.0%} sudah ditambahkan. Periksa bila disimpan lebih "
        "dari {days:.0f} hari.",
        "A cushion thins under long load; a reserve of {reserve:.0%} is added. Check when stored beyond {days:.0f} "
        "days.",
    ),
    "cushion.wide_fit": (
        "Kecocokan kurva lemah (R² {r2:.2f}): jangan dipakai tanpa uji jatuh.",
        "The curve fits weakly (R² {r2:.2f}): do not use it without a drop test.",
    ),
    "cushion.passes_too_much": (
        "Bantalan ini meneruskan {passed:.0f} G, produk tahan {fragility:.0f} G. Pakai bantalan lebih tebal.",
        "This cushion passes on {passed:.0f} G, the product withstands {fragility:.0f} G. Use a thicker cushion.",
    ),
    "cushion.none": (
        "Produk lunak tahan {fragility:.0f} G: tidak perlu bantalan, cukup dibungkus.",
        "A soft product withstands {fragility:.0f} G: no cushion is needed, a wrap will do.",
    ),
    "vibration": (
        "Getaran: truk bergetar terkuat di bawah 20 Hz. Produk tidak boleh longgar di kotak; uji getar satu jam "
        "sebelum pengiriman pertama.",
        "Vibration: trucks shake most below 20 Hz. The product must not be loose in the box; run one hour of vibration "
        "before the first shipment.",
    ),
    "test.step_size": (
        "Langkah {step:.0f} mm di luar 0,5 sampai 2 kali simpangan baku {deviation:.0f} mm: taksiran lemah.",
        "The step of {step:.0f} mm lies outside 0.5 to 2 standard deviations of {deviation:.0f} mm: a weak estimate.",
    ),
    "test.few": (
        "Hanya {n:.0f} kejadian yang dihitung; selang kepercayaan lebar. Lebih baik 15 uji atau lebih.",
        "Only {n:.0f} events count; the interval is wide. 15 tests or more are better.",
    ),
    "test.narrow": (
        "Tangga terlalu sempit untuk menaksir sebaran; dipakai 0,53 kali langkah.",
        "The staircase is too narrow to estimate the spread; 0.53 times the step is used.",
    ),
    "test.same_sample": (
        "Tiap jatuhan harus dengan contoh baru: contoh yang sudah pernah jatuh mungkin sudah lemah.",
        "Each drop needs a fresh sample: one that fell before may be weakened.",
    ),
    "moisture.mould": (
        "{material}: jamur dapat tumbuh mulai {threshold:.0f} % RH; perjalanan ini {humidity:.0f} % selama {days:.0f} "
        "hari. Keringkan dahulu, lalu tutup rapat dengan penghalang dan silika gel.",
        "{material}: mould can grow from {threshold:.0f} % RH; this journey has {humidity:.0f} % for {days:.0f} days. "
        "Dry it first, then seal it in a barrier with silica gel.",
    ),
    "moisture.corrosion": (
        "{material}: dapat berkarat mulai {threshold:.0f} % RH; perjalanan ini {humidity:.0f} %. Tutup rapat dengan "
        "penghalang dan silika gel, jangan sentuh dengan tangan telanjang.",
        "{material}: may corrode from {threshold:.0f} % RH; this journey has {humidity:.0f} %. Seal it in a barrier "
        "with silica gel, do not touch it with bare hands.",
    ),
    "moisture.none": (
        "{material}: tidak perlu penghalang lembap pada perjalanan ini.",
        "{material}: needs no moisture barrier on this journey.",
    ),
    "moisture.product_water": (
        "Silika gel tidak dapat mengeringkan produknya sendiri: produk harus kering (air di bawah 15 %) sebelum "
        "ditutup.",
        "Silica gel cannot dry the product itself: it must be dry (water below 15 %) before sealing.",
    ),
    "moisture.sources_differ": (
        "Sumber berbeda untuk air bahan: 80, 120 atau 140 g/kg. Dipakai {value:.0f}.",
        "Sources differ on the water of parts: 80, 120 or 140 g/kg. {value:.0f} is used.",
    ),
    "empty.over": (
        "Ruang kosong {share:.1%} melebihi {most:.0%} yang diperbolehkan UE mulai 2030 (bantalan dihitung kosong).",
        "Empty space of {share:.1%} exceeds the {most:.0%} that the EU allows from 2030 (padding counts as empty).",
    ),
    "empty.within": (
        "Ruang kosong {share:.1%}, dalam batas {most:.0%} UE (bantalan dihitung kosong).",
        "Empty space of {share:.1%}, within the EU's {most:.0%} (padding counts as empty).",
    ),
    "empty.conflict": (
        "Ada sumber yang menulis 40 %; itu berasal dari usulan terdahulu.",
        "Some sources write 40 %; that comes from an earlier proposal.",
    ),
    "carrier.rounding_unknown": (
        "Pembulatan {carrier} tidak diketahui; ditulis tanpa pembulatan.",
        "The rounding of {carrier} is not known; written unrounded.",
    ),
    "carrier.over": (
        "{carrier}: {what} melebihi batas {most} {unit}.",
        "{carrier}: {what} exceeds the limit of {most} {unit}.",
    ),
    "fragility.far": (
        "Nilai kerapuhan yang dinyatakan, {g:.0f} G, jauh di luar yang biasa untuk bahan ini ({low:.0f} sampai "
        "{high:.0f} G). Periksa laporan ujinya; bila benar, kemasan ini memakainya.",
        "The declared fragility, {g:.0f} G, lies far outside what is usual for this material ({low:.0f} to "
        "{high:.0f} G). Check the test report; if it is right, this pack uses it.",
    ),
    "fragility.rule_of_thumb": (
        "Tanpa uji, ini perkiraan. Kaidah: bila retak saat jatuh dari pinggang ke lantai kayu, anggap rapuh.",
        "Without a test this is a guess. Rule of thumb: if it cracks falling from the waist to a wooden floor, take it "
        "as delicate.",
    ),
    "sensitivity.decides": (
        "{what}: dari {low:g} ke {high:g} mengubah karton dari {from_board} ke {to_board}.",
        "{what}: from {low:g} to {high:g} changes the board from {from_board} to {to_board}.",
    ),
    "sensitivity.thickness": (
        "{what}: dari {low:g} ke {high:g} mengubah tebal bantalan dari {from_mm:.0f} ke {to_mm:.0f} mm.",
        "{what}: from {low:g} to {high:g} changes the cushion from {from_mm:.0f} to {to_mm:.0f} mm.",
    ),
    "sensitivity.none": (
        "{what}: dari {low:g} ke {high:g} tidak mengubah apa pun.",
        "{what}: from {low:g} to {high:g} changes nothing.",
    ),
}

MEASURE: dict[str, tuple[str, str]] = {
    "measure.cushion": (
        "Tidak ada faktor bantalan terpercaya untuk {cushion}. Jatuhkan beban di atasnya (ASTM D1596) sekurangnya di "
        "lima tegangan statis, lalu cocokkan kurvanya; atau pakai bahan lain.",
        "There is no trustworthy cushion factor for {cushion}. Drop weights on it (ASTM D1596) at five static stresses "
        "or more and fit the curve; or use another material.",
    ),
    "measure.material": (
        "Tidak ada pita kerapuhan untuk bahan “{material}”. Periksa namanya (misalnya keramik, rotan, kayu, kulit, "
        "kain); bila memang bahan lain, lakukan uji jatuh tangga dengan sekurangnya 10 contoh.",
        "There is no fragility band for the material “{material}”. Check its name (such as ceramic, rattan, wood, "
        "leather, textile); if it is another material indeed, run a staircase drop test with 10 samples or more.",
    ),
    "measure.stiffness": (
        "Kekakuan lentur {board} tidak ada. Minta hasil uji lentur empat titik (ISO 5628) dari pabrik karton.",
        "The bending stiffness of {board} is missing. Ask the mill for a four-point bending test (ISO 5628).",
    ),
    "measure.burst": (
        "Kuat pecah {board} tidak ada. Minta hasil uji Mullen (ISO 2759) dari pemasok.",
        "The bursting strength of {board} is missing. Ask the supplier for a Mullen test (ISO 2759).",
    ),
    "measure.puncture": (
        "Ketahanan tusuk {board} tidak ada. Minta hasil uji tusuk (ISO 3036) dari pemasok.",
        "The puncture resistance of {board} is missing. Ask the supplier for a puncture test (ISO 3036).",
    ),
    "measure.item222": (
        "Kotak seberat {mass:.1f} kg atau sebesar ini melewati baris terakhir Item 222. Pakai dinding ganda atau tiga, "
        "atau kurangi isi.",
        "A box of {mass:.1f} kg or of this size is beyond the last row of Item 222. Take double or triple wall, or "
        "pack less.",
    ),
    "measure.card": (
        "{board}: kertas karton tipis bukan karton gelombang, kuat tekannya tidak dapat dihitung. Jangan ditumpuk, "
        "atau uji tekan (ISO 12048).",
        "{board}: card is no corrugated board, its compression strength cannot be computed. Do not stack it, or have "
        "it compressed (ISO 12048).",
    ),
    "measure.carrier": (
        "{carrier} menagih menurut golongan ukuran, bukan berat. Tanyakan tarifnya.",
        "{carrier} charges by size class, not by weight. Ask for its tariff.",
    ),
}

SENTENCES: dict[str, tuple[str, str]] = {**ERRORS, **FINDINGS, **MEASURE}
