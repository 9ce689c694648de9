"""Header words as data: for each field the phrases that offices, associations and forms use, Indonesian and English.

Phrases are written as `normal_header` leaves them: small letters, abbreviations spelt out, no brackets. A phrase counts
when all its words stand in the header; the longer phrase wins over the shorter. Fields that begin with `x_` are known
not to be any other: their columns are kept as they are (`other`), and don't compete for the real ones.
"""

from __future__ import annotations


def _pairs(text: str) -> dict[str, str]:
    """ "word = meaning; word = meaning"."""
    return dict(_pair(part) for part in text.replace("\n", " ").split(";") if part.strip())


def _pair(text: str) -> tuple[str, str]:
    word, _, meaning = text.partition("=")
    return word.strip(), meaning.strip()


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _phrases(text: str) -> dict[str, tuple[str, ...]]:
    """Blocks "field: phrase | phrase ..." parted by empty lines."""
    found: dict[str, tuple[str, ...]] = {}
    for block in text.strip().split("\n\n"):
        name, _, rest = block.partition(":")
        found[name.strip()] = tuple(" ".join(phrase.split()) for phrase in rest.split("|"))
    return found


ABBREVIATIONS = _pairs(
    """
thn = tahun; th = tahun; bln = bulan; tgl = tanggal; jml = jumlah; jmlh = jumlah; jlh = jumlah; jum = jumlah; kel =
kelurahan; kec = kecamatan; kab = kabupaten; ds = desa; nm = nama; nma = nama; almt = alamat; alm = alamat; telp =
telepon; tlp = telepon; tlpn = telepon; telpon = telepon; tel = telepon; phone = telepon; telephone = telepon; hape
= hp; handphone = hp; ponsel = hp; selular = hp; seluler = hp; mobile = hp; whatsapp = wa; whatsap = wa; watsap =
wa; whatapps = wa; ket = keterangan; prsh = perusahaan; persh = perusahaan; perus = perusahaan; prusahaan =
perusahaan; kd = kode; kap = kapasitas; domicile = domisili; kpsts = kapasitas; prshn = perusahaan; perush =
perusahaan; ush = usaha; krywn
= karyawan; kary = karyawan; pgw = pegawai; tk = tenaga kerja; tenker = tenaga kerja; naker = tenaga kerja; omset =
omzet; omzat = omzet; omst = omzet; omzt = omzet; prod = produk; product = produk; products = produk; invest =
investasi; inv = investasi; no = nomor; nmr = nomor; nomer = nomor; number = nomor; lk = laki; lki = laki; pr =
perempuan; prp = perempuan; wanita = perempuan; pria = laki; laki2 = laki; lelaki = laki; male = laki; female =
perempuan; jns = jenis; mail = email; surel = email; imel = email; ttl = tempat tanggal lahir; tmpt = tempat; tpt =
tempat; lhr = lahir; kodepos = kode pos; address = alamat; name = nama; owner = pemilik; business = usaha;
enterprise = usaha; shop = toko; company = perusahaan; employees = karyawan; workers = pekerja; turnover = omzet;
revenue = omzet; sales = penjualan; district = kecamatan; village = kelurahan; merk = merek; brand = merek; tdaftar
= terdaftar; pertahun = per tahun; perbulan = per bulan; year = tahun; month = bulan; st = status; bermerek = merek;
bermerk = merek; jalan = jalan; jln = jalan; jl = jalan; thun = tahun; lama2 = lama; ikm = usaha; umkm = usaha; ukm
= usaha; wub = usaha; agt = anggota; angg = anggota; pengrajin = perajin; pengerajin = perajin; crafter = perajin;
kk = kartu keluarga; jwb = jawab; tilpon = telepon; tilp = telepon; tilpun = telepon; telefon = telepon; telpun =
telepon; pemlik = pemilik; cp = kontak; no. = nomor; tki = tenaga kerja; jk = jenis kelamin; alt = alamat; bday =
tanggal lahir; dob = tanggal lahir; personil = personel; men = laki; man = laki; women = perempuan; woman =
perempuan; mobilephone = hp; cellphone = hp; cell = hp; desc = keterangan; qty = jumlah; nohp = nomor hp; nowa =
nomor wa; notelp = nomor telepon; stat = status; kmdt = komoditi; rek = rekening; prov = provinsi; vol = volume; sat
= satuan; age = umur; nmusaha = nama usaha; namausaha = nama usaha; namapemilik = nama pemilik; thnberdiri = tahun
berdiri; jenama = merek; kriya = kerajinan; location = lokasi; located = lokasi; telephon = telepon; handpone = hp;
millions =
juta; turn = omzet; ngaran = nama; ngaranna = nama; nami = nama; wasta = nama; jeneng = nama; jenenge = nama; asma =
nama; asmane = nama; gaduh = pemilik; boga = pemilik; duwe = pemilik; kagungan = pemilik; kacamatan = kecamatan;
kalurahan = kelurahan; katerangan = keterangan; katrangan = keterangan; taun = tahun; wulan = bulan; sabulan = per
bulan; sabulanna = per bulan; sewulan = per bulan; sebulan = per bulan; sataun = per tahun; setaun = per tahun;
setahun = per tahun; pagawe = pegawai; pegawe = pegawai; rewang = pekerja; digawe = pekerja; nyambut = pekerja; cacah =
jumlah; cacahe = jumlah; karajinan = kerajinan; damelan = produk; didamel = produk; gawean = produk; gaweyan = produk;
dagangan = produk; dodolan = penjualan; panghasilan = penghasilan; pametu = penghasilan; asil = hasil; ngadeg = berdiri;
madeg = berdiri; wiwit = mulai; mimiti = mulai; padumukan = alamat; panggonan = lokasi; pamilik = pemilik; juragan =
pemilik
"""
    """Also the Sundanese and Javanese words that offices in Java use for the same columns."""
)

FILLERS = _words(
    """
a ada adalah aktif anda apakah atau b bapak berapa bila bisa c contoh d dalam dan dari dengan di dihasilkan dihubungi
diisi dimiliki diproduksi e harap ibu ini isi itu jika juga kakak kapan ke kira kira2 lengkap masing memiliki misal
misalnya mohon nya of oleh opsional orang org pada per please rata rp rupiah saat saudara sdr sebutkan sekarang sesuai
silahkan silakan tersebut the total tulis tuliskan untuk utama wajib ya yang your nu sing kang ti is do what where
when how did we my
    """
)

FIELDS = _phrases(
    """
number: nomor | nomor urut | urut | # | nour | nomor urt

business_name: workshop | workshop nama | studio | studio nama | maker | label usaha | nama label | exhibitor | nama
exhibitor | nama tenant | tenant | nama pt | nama cv | nama ud | nama produk usaha |
nama usaha produk | usaha merek | merek nama usaha |
nama merek produk | nama produk merek | nama usaha toko | nama ikm merek | nama lapak | nama gerai | nama outlet |
trade nama | store nama | nama usaha dagang | nama perusahaan merek | nama komersial | usaha toko | nama industri
kecil | nama kios | nama usaha | nama perusahaan | usaha | perusahaan | nama usaha merek | nama merek | nama toko |
toko | nama kelompok usaha | nama industri | nama unit usaha | unit usaha | nama badan usaha | nama brand | nama
tempat usaha | nama rumah produksi | nama workshop | nama bengkel | nama produksi | nama dagang | merek usaha | nama
perusahaan usaha | badan usaha nama | nama sentra | nama galeri | nama butik | identitas usaha nama | data usaha nama
| profil usaha nama | nama bisnis | bisnis | nama unit | usaha nama | perusahaan nama | nama kerajinan | nama perajin
usaha

owner_name: artisan | artisan nama | nama artisan | perajin nama | pengrajin nama | nama pemilik lengkap | pemilik
nama lengkap | full nama | nama pelaku industri | nama penanggung jawab
usaha | penanggung jawab perusahaan | nama pemohon | pemohon | nama calon peserta | contact nama | nama narahubung |
narahubung | nama kontak person | nama wirausahawan | nama pimpinan usaha | nama pemilik ktp | nama founder | founder
| atas nama | nama penanggungjawab | penanggungjawab | pic | nama pic | proprietor | nama pemilik | pemilik | nama
lengkap | nama | nama pengusaha | pengusaha | nama pelaku usaha | pelaku usaha | nama pemilik usaha | pemilik usaha |
nama peserta | peserta | nama anggota | anggota nama | nama pimpinan | pimpinan | penanggung jawab | nama penanggung
jawab | nama perajin | perajin | nama ketua | nama pemilik perusahaan | nama pengelola | pengelola | direktur | nama
direktur | contact person | kontak person | nama kontak | nama ktp | nama orang | identitas pemilik nama | data
pemilik nama | pemilik nama | nama wirausaha | wirausaha | nama pemilik pengelola | nama pendaftar | nama responden |
responden | nama pemilik penanggung jawab | nama pelaku | pemilik perusahaan | pemilik pengelola | pemilik penanggung
jawab | nama anggota pemilik | pemilik pimpinan | mitra binaan | nama mitra binaan | nama mitra | nama debitur | nama
nasabah | nama penerima | penerima | nama tenant | nama seniman | seniman | nama pengrajin pemilik | nama kepala usaha
| nama ktp lengkap | nama sesuai ktp | nama depan | nama asli

business_and_owner: nama usaha nama pemilik | nama pemilik nama usaha | nama usaha pemilik | nama pemilik usaha nama
usaha | nama perusahaan pemilik | nama perusahaan nama pemilik | usaha pemilik | perusahaan pemilik

nik: nomor induk ktp | resident id | identity card | identity card nomor | citizen id | ktp id | nomor ktp pemilik |
nik penanggung
jawab | national id | id number | identity number | nik sesuai ktp | nomor ktp
penanggung jawab | nomor kependudukan | nomor identitas ktp | national id number | ktp nik | nik | nomor ktp | ktp |
nomor induk kependudukan | nomor identitas | nik ktp | nomor ktp nik | nik pemilik | id card | nomor nik | induk
kependudukan | identitas ktp

birth: tempat dan tanggal lahir | place date birth | kota tanggal lahir | lahir tempat tanggal | tempat tanggal lahir
| tempat lahir tanggal lahir | lahir | kelahiran | tempat tanggal kelahiran

birth_place: place birth | birthplace | kabupaten lahir | kota kelahiran | asal lahir | daerah lahir | tempat lahir |
kota lahir | tempat kelahiran

born: tanggal lahir pemilik | date of birth | birthdate | tanggal bulan tahun lahir | hari lahir | tanggal lahir
peserta | tanggal lahir | birth date | date birth | tanggal kelahiran | birthday | lahir tanggal

phone: nomor telepon seluler | telepon genggam | nomor telepon genggam | telepon bergerak | kontak pic | nomor wa
aktif | contact nomor | nomor kontak wa | telepon penanggung jawab | nomor selular | hp pemilik | hubungi | call | hp
| telepon | telepon hp | nomor hp | nomor telepon | wa | nomor wa | hp wa | nomor hp wa | kontak | nomor kontak |
contact | telepon wa | nomor telepon hp | nomor telepon wa | handphone | telepon pemilik | telepon usaha | kontak hp |
telepon rumah | telepon kantor | fax telepon | nomor dihubungi | kontak wa | hp email | telepon email | nomor hp email
| nomor telepon email | kontak email | email hp | email telepon

email: alamat surel | surat elektronik | pos elektronik | email aktif | gmail | email peserta | email perusahaan |
alamat surat elektronik | email contact | email | e mail | alamat email | alamat e mail | email pemilik | email usaha
| email address

street: bumi | where workshop | where usaha | workshop lokasi | where lokasi | street | street alamat | business
alamat | alamat lengkap usaha | alamat industri | alamat galeri | alamat
produksi usaha | tempat produksi | alamat penanggung jawab | alamat surat | alamat sesuai ktp | home alamat | tempat
tinggal | alamat korespondensi | full alamat | alamat | alamat rt rw | alamat usaha rt rw | alamat rumah rt rw |
alamat usaha | alamat jalan | jalan | alamat rumah | alamat perusahaan | lokasi | lokasi usaha | alamat tempat usaha |
alamat domisili | alamat produksi | alamat pemilik | domisili | alamat tinggal | alamat tempat tinggal | nama jalan |
alamat ktp | alamat toko | tempat usaha | alamat jalan nomor | lokasi produksi | alamat lokasi | alamat workshop |
alamat pabrik | jalan nomor | alamat detail

rt: nomor rt | rukun tetangga | rt

rw: nomor rw | rukun warga | rw

rt_rw: rt dan rw | rukun tetangga warga | rt rw | rtrw

kelurahan: subdistrict | kelurahan subdistrict | kelurahan tempat usaha | kelurahan lokasi | urban kelurahan |
kelurahan alamat | desa usaha | kelurahan tempat tinggal | nama kelurahan desa | wilayah kelurahan | ward | kelurahan
| desa | kelurahan desa | desa kelurahan | nama kelurahan | alamat kelurahan | nama desa | alamat kelurahan desa |
kelurahan usaha | kelurahan domisili

kecamatan: subdistrict | kecamatan subdistrict | kecamatan tempat usaha | kecamatan lokasi | kecamatan alamat |
kecamatan tempat tinggal | nama kecamatan usaha | wilayah usaha kecamatan | kecamatan nama | kecamatan | nama
kecamatan | alamat kecamatan | wilayah kecamatan | kecamatan usaha | kecamatan domisili

kelurahan_kecamatan: asal kelurahan kecamatan | domisili kelurahan kecamatan | kelurahan kecamatan | kecamatan
kelurahan | desa kecamatan | kelurahan desa kecamatan

city: kabupaten kota usaha | nama kota | nama kabupaten | domisili kota | kota domisili | town | municipality |
regency | kota usaha | daerah asal | kota | kabupaten | kota kabupaten | kabupaten kota | city | kota asal

postcode: kodepos usaha | pos kode | zipcode | postcode | postal | nomor kode pos | kode pos usaha | kode pos | pos |
postal code | zip | zip code | post code

products: usaha dijalankan | usaha yang dijalankan | usaha ditekuni | usaha digeluti | usaha dilakukan | ragam
kerajinan |
main produk | produk jasa dihasilkan | produk unggul | jenis kegiatan usaha | kegiatan usaha | line usaha |
type usaha | kind usaha | produk andalan | ragam produk | macam produk | hasil usaha | jenis kerajinan dihasilkan |
komoditi produk | jenis komoditas | olahan | produk dipasarkan | karya | usaha kerajinan | jenis karya | produk |
jenis produk | produk dihasilkan | hasil produksi | nama produk | bidang usaha | bidang | jenis usaha | komoditi |
komoditas | jenis kerajinan | produk utama | jenis komoditi | jenis produksi | produk unggulan | jenis barang |
kerajinan | jenis industri | produksi | bidang kerajinan | cabang industri | jenis barang dihasilkan | produk usaha |
usaha produk | barang | hasil kerajinan | kategori produk | produk jasa | produk kerajinan | usaha bidang | kategori |
sektor | sub sektor | subsektor | jenis hasil | produk dijual | hasil karya | jenis produk kerajinan | item produk |
klasifikasi usaha | deskripsi produk | make | produce | make sell | kind craft | type produk | craft | goods | jualan

kbli: kbli usaha | kelompok lapangan usaha | kode kelompok usaha | klasifikasi baku | kode lapangan usaha | nomor kode
kbli | isic | kode isic | kbli | kode kbli | nomor kbli | kode klui | klui | kode industri | kki | kbli 2017 | kbli
2020 | kode kbli utama | kode usaha

since: usaha since | start usaha | usaha start | kapan berdiri | kapan mulai | tahun est | est | usaha started | tahun
started | tahun usaha berdiri | tahun dirikan | tahun buka | usaha berdiri | usaha berdiri sejak | tahun berdirinya |
tahun pembentukan | tahun rintis | dirintis | dibuka | buka sejak | lama beroperasi | tahun usaha dimulai | usia
perusahaan | tahun perintisan | berdirinya | tahun berdiri | berdiri | usaha sejak | mulai usaha | tahun mulai | lama
usaha | sejak | mulai | tahun mulai usaha | tahun usaha | tahun pendirian | tahun produksi | mulai produksi | usia
usaha | umur usaha | lama berusaha | lama usaha berjalan | usaha berjalan | berdiri sejak | tahun berdiri usaha |
tahun | awal usaha | mulai berdiri | mulai tahun | sejak tahun | established | since | tahun operasi | mulai operasi |
memulai usaha | tahun memulai usaha | tanggal berdiri | tahun mulai produksi | pendirian | usaha dimulai | tahun awal
usaha | tahun izin berdiri | menjalankan usaha | lama menjalankan usaha | usaha mulai | didirikan | lama berdiri |
mulai berusaha | beroperasi | mulai beroperasi | operasi | berkarya sejak | berkarya | tahun beroperasi | start |
started | year start | tahun start | tahun established | year established | years operation | tahun operation |
founded | tahun founded | tahun didirikan | usaha didirikan

workers: jumlah perajin | jumlah perajin terlibat | perajin terlibat | personel | jumlah personel | personalia |
jumlah staf | jumlah buruh | jumlah orang kerja | tenaga kerja
terserap | tenaga kerja diserap | jumlah kru | kru | headcount | manpower | workforce | labor | labour | jumlah tenaga
| total karyawan | tenaga kerja | karyawan | jumlah karyawan | jumlah tenaga kerja | pekerja | jumlah pekerja |
pegawai | jumlah pegawai | sdm | tenaga kerja jumlah | staf | anak buah | orang bekerja | jumlah tk | buruh | jumlah
sdm | serapan tenaga kerja | penyerapan tenaga kerja | tenaga | bekerja | people work | many people work | people |
staff | many karyawan | many pekerja | team | tim | jumlah tim | anggota tim

workers_m: staf laki | staf l | buruh laki | buruh l | personel laki | personel l | tim laki | karyawan m | pekerja m
| tenaga kerja m | pegawai m | jumlah tenaga kerja laki | jumlah karyawan laki | jumlah pekerja laki | jumlah l |
tenaga kerja laki | tenaga kerja l | karyawan laki | karyawan l | pekerja laki | pekerja l | jumlah laki | laki laki |
laki | l | pegawai laki | pegawai l | karyawan laki laki | tenaga kerja laki laki | pekerja laki laki | sdm laki | sdm
l | pekerja pa | tenaga kerja pa | karyawan pa

workers_f: staf perempuan | staf p | buruh perempuan | buruh p | personel perempuan | personel p | tim perempuan |
karyawan f | pekerja f | tenaga kerja f | pegawai f | jumlah tenaga kerja perempuan | jumlah karyawan perempuan |
jumlah pekerja perempuan | jumlah p | tenaga kerja perempuan | tenaga kerja p | karyawan perempuan | karyawan p |
pekerja perempuan | pekerja p | jumlah perempuan | perempuan | p | pegawai perempuan | pegawai p | sdm perempuan | sdm
p | tenaga kerja w | w | karyawan w | pekerja pi | tenaga kerja pi | karyawan pi

turnover: hasil jualan | jualan bulan | hasil jualan bulan | bayaran bulan | omzet over | annual omzet | omzet annual
| monthly omzet | annual penjualan | monthly penjualan | perputaran usaha |
omzet rata bulan | rata omzet | omzet kotor | penjualan kotor | pendapatan kotor | hasil usaha bulan | hasil usaha
tahun | volume penjualan | gross penjualan | pemasukan bulan | uang masuk | pendapatan omzet | omzet | omzet tahun |
omzet bulan | penjualan | nilai penjualan | nilai jual | nilai jual tahun |
nilai jual bulan | pendapatan | omzet usaha | nilai omzet | omzet penjualan | penghasilan |
hasil penjualan | pendapatan usaha | penjualan tahun | penjualan bulan | omzet rata | pendapatan bulan | pendapatan
tahun | penghasilan bulan | jumlah omzet | penerimaan | nilai produksi | nilai produksi tahun | pemasukan | peredaran
usaha | omzet tahunan | omzet bulanan | penjualan tahunan | total penjualan | kisaran omzet | perputaran

turnover_low: omzet paling rendah | penjualan minimal | penjualan terendah | omzet mulai | omzet low | omzet minimum |
omzet minimal | omzet terendah | omzet min | omzet dari | omzet bawah | penjualan minimum | omzet terkecil

turnover_high: omzet paling tinggi | penjualan maksimal | penjualan tertinggi | omzet hingga | omzet high | omzet
maksimum | omzet maksimal | omzet tertinggi | omzet max | omzet maks | omzet sampai | omzet atas | penjualan maksimum
| omzet terbesar

investment: nilai modal usaha | modal disetor | modal tetap | modal dasar | modal awal usaha | penanaman modal | total
investasi | besar modal | besarnya modal | initial capital | permodalan | dana investasi | nilai penanaman modal |
investasi | nilai investasi | modal | modal usaha | modal awal | nilai modal | jumlah investasi | modal investasi |
nilai investasi usaha | investment | jumlah modal | investasi usaha | modal kerja | capital

nib: nomor izin berusaha | izin berusaha | nib usaha | usaha license nomor nib | nomor nib oss | nib perusahaan | nib
pemilik | nib | nomor nib | nomor induk berusaha | induk berusaha | nib oss | oss | izin usaha nib

member_number: nomor induk | id member | membership nomor | nomor member | member nomor | nomor buku anggota | nomor
kartu anggota | kartu anggota | nomor anggota | nomor keanggotaan | id anggota | kta | nomor kta | kode anggota | nia
| nomor induk anggota | member id | nomor registrasi | nomor reg | kode

association: perkumpulan | nama komunitas | nama organisasi | organisasi profesi | forum | ikatan | association |
community | nama paguyuban | kelompok usaha bersama | nama sentra ikm | asosiasi | organisasi | komunitas | kelompok |
nama kelompok | paguyuban | koperasi | kub | nama asosiasi | asosiasi komunitas | anggota asosiasi | sentra | nama
koperasi | wadah | nama kub | keanggotaan | himpunan

sex: jenis kelamin | l p | kelamin | gender | sex | jenis kelamin l p | jk | laki perempuan

has_trademark: trademark | merek registered | merek sudah terdaftar | memiliki merek | kepemilikan merek | nomor
pendaftaran merek | sertifikat hki | kekayaan intelektual | hak cipta | merek terdaftar | merek | punya merek |
sertifikat merek | hki | haki | merek dagang | pendaftaran merek | daftar merek | status merek | merek hki | punya
merek terdaftar | sudah punya merek | hak merek | nomor merek

website: situs web | laman | alamat website | alamat web | linkedin | youtube | akun media sosial | akun sosmed | akun
facebook | lazada | bukalapak | homepage | url | website | web | instagram | ig | facebook | fb | media sosial |
medsos | sosmed | akun instagram | marketplace | toko online | akun medsos | link | situs | social media | akun ig |
shopee | tokopedia | akun marketplace | e commerce | tiktok | sosial media

note: komentar | comment | comments | informasi tambahan | usulan | kritik saran | keluhan | harapan usaha | kesan
pesan | tambahan | keterangan | catatan | harapan | saran | kendala | harapan pelatihan | remark | note | notes |
keterangan lain | masalah | permasalahan | kebutuhan | alasan | lain lain | masukan | pesan | kebutuhan pelatihan |
harapan mengikuti pelatihan | tujuan

filled_at: tanggal wawancara | tanggal kunjungan | waktu isi | dikirim | date submitted | tanggal pengumpulan |
tanggal kirim | cap waktu | timestamp | waktu pengisian | tanggal isi | tanggal pengisian | waktu | tanggal input |
stempel waktu | submitted | submission date | tanggal pendataan | tanggal survei | tanggal survey | start time |
completion time | submitted at | waktu kirim

x_dates: tanggal daftar | tanggal pendaftaran | tanggal registrasi | tanggal update | tanggal masuk | bergabung |
tanggal bergabung | tahun bergabung | tahun masuk | tanggal terbit | tanggal mendaftar | mendaftar | berlaku | masa
berlaku | tanggal berlaku | tanggal akad | jatuh tempo | tanggal terdaftar | tanggal | tahun anggota | anggota sejak |
tanggal jadi anggota | tahun pelatihan | tahun bantuan | tanggal bayar | tanggal perubahan | tahun data | tahun terbit
| tanggal terbit nib | masuk tanggal | date joined

x_npwp: npwp | nomor npwp

x_permit: iumk | siup | tdp | izin usaha | perizinan | izin | pirt | p irt | nomor izin | legalitas | tdi | iui |
nomor iumk | legalitas usaha | izin dimiliki | skdu | situ | tanggal izin | nomor pirt | bpom | sni | tahun izin |
nomor sertifikat | sertifikat | nomor sk | halal | sertifikat halal | sertifikasi | sertifikasi halal

x_form: bentuk usaha | badan hukum | bentuk badan usaha | status usaha | badan usaha | skala usaha | skala | status |
bentuk badan hukum | legal entity | kategori usaha | jenis badan usaha | status badan usaha

x_person: nama istri | nama anak | nama ayah | nama pasangan | nama orang tua | nama ahli waris | pendidikan |
pendidikan terakhir | agama | status perkawinan | umur | usia | jabatan | pekerjaan | nomor kartu keluarga | kartu
keluarga | ukuran baju | status pernikahan | umur pemilik | usia pemilik | ukuran kaos | kewarganegaraan | nama ibu |
nama pendamping | pendamping | nama petugas | petugas | surveyor | nama surveyor | enumerator | nip | nama suami |
status pegawai | golongan

x_capacity: kode produk | kode barang | kode usaha | sku | ukuran stand | nomor stand | nomor booth | kapasitas
produksi | kapasitas | volume produksi | jumlah produksi | produksi bulan | produksi tahun |
satuan | kapasitas terpasang | volume | jumlah produk | produksi hari | produksi minggu | produksi unit | kapasitas
satuan | kapasitas jumlah | nilai kapasitas | kapasitas produksi tahun | kapasitas produksi bulan | jumlah unit usaha
| jumlah | harga | harga jual | kisaran harga | harga satuan | rentang harga | harga produk

x_inputs: bahan baku | nilai bahan baku | asal bahan baku | kebutuhan bahan baku | mesin | peralatan | mesin peralatan
| energi | listrik | bahan | bahan penolong | nilai bahan | bb bp | nilai bb bp | nilai bbp | bahan baku utama | daya
listrik | air | solar | jumlah mesin | jumlah alat | teknologi

x_assets: aset | asset | nilai aset | laba | keuntungan | laba bersih | ekspor | nilai ekspor | tujuan ekspor |
pinjaman | kredit | bank | nomor rekening | rekening | plafon | plafond | angsuran | simpanan | simpanan pokok |
simpanan wajib | saldo pinjaman | saldo | tunggakan | iuran | luas tanah | luas | kolektibilitas | hutang | sumber
modal | asal modal | pajak | jumlah aset | nilai tambah | negara tujuan | nilai ekspor usd | ekspor usd | nama bank |
pendapatan bersih | sumber dana | bantuan | bantuan modal | akses modal | tanah bangunan

x_market: omzet pameran | penjualan pameran | transaksi pameran | omzet pameran tahun | omzet bazar | omzet expo |
penjualan bazar | ukuran stand | stand | pemasaran | daerah pemasaran | wilayah pemasaran | tujuan pemasaran |
pelatihan |
pelatihan diikuti | pernah pelatihan | kemasan | pameran | jangkauan pemasaran | media pemasaran | cara pemasaran |
foto | foto produk | upload | unggah | dokumentasi | foto ktp | upload foto | tanda tangan | paraf | ttd | kehadiran |
bersedia | bersedia ikut | koordinat | latitude | longitude | titik koordinat | lat | long | lng | score | skor |
nilai | hari | sesi | provinsi | propinsi | kampung | dusun | lingkungan | google maps | link maps | share lokasi |
disabilitas | user | username | password | kode wilayah | kode desa | kode kelurahan | kode kecamatan | kode provinsi
| kode kabupaten | agree | hope learn | id proyek | nomor perjanjian | perjanjian | pelatihan pernah diikuti | pernah
ikut pelatihan | kemasan produk | verifikasi | validasi | tanda
"""
)

SHORTENED = _words(
    """
nama usaha pemilik alamat kelurahan kecamatan tanggal tahun bulan lahir jumlah pegawai karyawan pekerja tenaga
kerja omzet modal investasi produk jenis telepon perusahaan berdiri keterangan penjualan pendapatan pendidikan
nomor kelamin anggota komoditi komoditas asosiasi kelompok pengusaha perajin merek mulai tempat perempuan laki
pimpinan jalan desa kabupaten kota lokasi nilai bidang industri kapasitas koperasi organisasi
    """
)
"""The words that headers shorten, by cutting them off or leaving out vowels."""

GROUPS = _pairs(
    """
tenaga kerja = workers; karyawan = workers; pekerja = workers; pegawai = workers; sdm = workers; alamat = address;
lokasi = address; domisili = address; pemilik = owner; identitas pemilik = owner; data pemilik = owner; data diri =
owner; identitas usaha = business; data usaha = business; profil usaha = business; perusahaan = business; usaha =
business
"""
)

MANY = {
    "sex_mark": 2,
    "workers_part": 4,
    "workers_m_part": 4,
    "workers_f_part": 4,
    "name_and_address": 2,
    "phone": 4,
    "note": 4,
    "products": 2,
    "website": 4,
    "street": 2,
    "email": 2,
    "x_npwp": 2,
    "x_permit": 8,
    "x_dates": 6,
    "x_form": 4,
    "x_person": 8,
    "x_capacity": 8,
    "x_inputs": 8,
    "x_assets": 8,
    "x_market": 12,
    "association": 1,
}
"""How many columns of a table may carry a field; one where nothing is said."""
