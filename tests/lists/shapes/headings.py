"""Other words that offices put over the same column. Unit and period never change with the word."""

from __future__ import annotations

import random

from tests.lists.book import Column
from tests.lists.sayings import Cell

OTHER_WORDS: dict[str, tuple[str, ...]] = {
    # owner
    "Nama": ("Nama Pengrajin", "Nama Pelaku", "Nama Lengkap", "Nama Peserta"),
    "Pemilik": ("Nama Pemilik", "Penanggung Jawab", "Pimpinan", "Owner", "Nama Pengusaha"),
    "NAMA PEMILIK / PENANGGUNG JAWAB": ("NAMA PEMILIK", "PIMPINAN PERUSAHAAN", "NAMA PENGUSAHA"),
    "Nama Pelaku Usaha": ("Nama Pengrajin", "Nama Pemilik", "Nama Pemilik Usaha"),
    "Nama Pengusaha": ("Nama Responden (Pemilik)", "Pemilik Usaha"),
    "NAMA MITRA BINAAN": ("NAMA DEBITUR", "NAMA MITRA", "NAMA NASABAH"),
    "Nama Anggota": ("Nama Lengkap Anggota", "Anggota"),
    "Full name (as in your ID card)": ("Your full name", "Name of owner", "Full name"),
    # business
    "Nama Usaha": ("Usaha", "Nama Brand/Usaha", "Nama Perusahaan", "Merek/Nama Usaha", "Nama UMKM"),
    "Nama IKM": ("Nama Industri", "Nama Perusahaan/IKM", "Nama Unit Usaha"),
    "NAMA PERUSAHAAN": ("NAMA PERUSH.", "NAMA UNIT USAHA", "NAMA INDUSTRI"),
    "NAMA USAHA": ("NAMA PERUSAHAAN/USAHA", "MEREK USAHA"),
    "Nama/Merek Usaha": ("Nama Unit Usaha", "Merek Dagang"),
    "Business name": ("Brand / business name", "Name of your business"),
    # numbers
    "No. HP": ("No. Telp", "Telepon/HP", "Nomor HP/WA", "No. Handphone", "Kontak"),
    "No HP": ("HP", "No WA", "Nomor Telepon", "Telp."),
    "HP/WA": ("No. WhatsApp", "Telp", "No. Kontak", "HP"),
    "Nomor Telepon": ("Nomor Telepon/HP", "No. yang dapat dihubungi", "Telepon Seluler"),
    "No. Telp/WA": ("Telp", "HP/WA", "Nomor HP"),
    "TELEPON": ("TELP.", "NO. TELEPON / HP", "TILPON"),
    "Telepon": ("No. Telepon", "HP"),
    "WhatsApp number": ("Phone number (WhatsApp)", "Mobile phone", "Phone"),
    "NIK": ("No. KTP", "Nomor KTP", "NIK (16 digit)", "No KTP/NIK"),
    "No. KTP": ("NIK", "No. NIK", "Nomor Identitas (KTP)"),
    "Nomor Induk Kependudukan": ("NIK", "N.I.K", "No. KTP (NIK)"),
    "ID number (NIK)": ("NIK", "Identity card number (NIK)"),
    "Email Address": ("Email", "E-mail"),
    "KBLI": ("Kode KBLI", "KBLI 2020", "Kode Lapangan Usaha (KBLI)"),
    # places
    "Alamat": ("Alamat Lengkap", "Alamat Usaha", "Lokasi Usaha", "Alamat Tempat Usaha"),
    "Domisili": ("Lokasi", "Alamat", "Alamat workshop"),
    "Kelurahan": ("Kel.", "Kel/Desa", "Desa / Kelurahan", "Kelurahan/Desa"),
    "Kecamatan": ("Kec.", "Kec", "Wilayah Kecamatan"),
    "DESA/KELURAHAN": ("KEL/DESA", "KELURAHAN"),
    "Desa/Kelurahan": ("Kelurahan/Desa", "Ds/Kel"),
    "Business address (please write kelurahan and kecamatan)": ("Address", "Workshop address", "Business address"),
    # start
    "Mulai Thn": ("Tahun Mulai", "Berdiri Thn", "Sejak", "Thn Berdiri"),
    "MULAI USAHA": ("TAHUN BERDIRI", "THN. MULAI PRODUKSI", "MULAI BERDIRI"),
    "Tahun Berdiri Usaha": ("Tahun Mulai Usaha", "Mulai Beroperasi (Tahun)", "Tahun Pendirian"),
    "Thn Mulai": ("Tahun Berdiri", "Mulai Usaha"),
    "Usaha Sejak": ("Mulai Usaha", "Berusaha sejak tahun"),
    "Berkarya sejak": ("Mulai berkarya", "Berdiri sejak", "Sejak tahun"),
    "Lama Usaha (th)": ("Lama Berusaha (tahun)", "Lama Usaha (Thn)"),
    "Tahun Berdiri": ("Thn Berdiri", "Tahun Mulai Usaha"),
    "When did you start your business?": ("In business since", "Year started", "Since when do you run it?"),
    # workers
    "Jml Karyawan": ("Karyawan", "Jumlah TK", "Tenaga Kerja", "Pekerja"),
    "TENAGA KERJA (ORANG)": ("JML TENAGA KERJA", "TENAGA KERJA", "JUMLAH PEKERJA (ORG)"),
    "Jumlah Pekerja": ("Banyaknya Pekerja (orang)", "Jumlah Tenaga Kerja", "Tenaga Kerja"),
    "Jumlah TK": ("TK", "Tenaga Kerja", "Jml Pegawai"),
    "Pegawai": ("Jml Pegawai", "Karyawan", "Pekerja"),
    "Naker": ("Jml naker", "Tim (orang)", "Tenaga kerja"),
    "Jml Pekerja": ("Jumlah Pekerja", "Pekerja (org)"),
    "JML TENAGA KERJA": ("JUMLAH TK", "TENAGA KERJA (ORG)"),
    "How many people work in it (including you)?": (
        "Number of employees",
        "How many workers do you have?",
        "Employees",
    ),
    # money
    "Omzet/Bln": ("Omset per Bulan", "Penghasilan per bulan", "Pendapatan/Bulan", "Omzet Bulanan"),
    "OMZET RATA-RATA PER BULAN": ("NILAI PENJUALAN PER BULAN", "OMSET / BULAN", "PENJUALAN RATA-RATA SEBULAN"),
    "Omzet per Bulan (Rp)": ("Rata-rata Omset Sebulan (Rp)", "Penjualan per Bulan (Rp)", "Omset Bulanan (Rupiah)"),
    "Omset / Tahun (Rp. 000)": (
        "Omzet per Tahun (Rp. 000,-)",
        "Penjualan Setahun (dlm ribuan Rp)",
        "OMSET/TH (Rp.000)",
    ),
    "Omset/Tahun (Rp)": ("Omzet per tahun (Rp)", "Penjualan Setahun (Rp)"),
    "Omset/Bulan (Rp)": ("Pendapatan per Bulan (Rp)", "Omzet sebulan (Rp)"),
    "Omset Usaha": ("Omzet", "Omset", "Perkiraan Omset"),
    "OMZET USAHA/BLN (Rp)": ("OMSET PER BULAN (Rp)", "PENJUALAN/BULAN (Rp)"),
    "Perputaran tiap bulan": ("Omset sebulan", "Rata2 penjualan / bulan"),
    "Omzet per Tahun (Rp)": ("Omset Setahun (Rp)", "Nilai Penjualan per Tahun (Rp)"),
    "Monthly sales": ("Average sales per month", "Monthly turnover", "Sales per month (IDR)"),
    "Modal (Rp Juta)": ("Modal Usaha (juta Rp)", "Nilai Investasi (Rp. Juta)"),
    "Modal Usaha (Rp)": ("Modal (Rp)", "Nilai Investasi (Rp)"),
    "Aset/Modal": ("Modal usaha", "Investasi"),
    # birth
    "Tgl Lahir": ("Tanggal Lahir", "Tgl. Lahir"),
    "Tempat dan Tanggal Lahir": ("Tempat, Tgl Lahir", "TTL", "Tempat/Tgl. Lahir"),
    "TTL": ("TEMPAT, TANGGAL LAHIR", "TEMPAT/TGL LAHIR"),
}


def headings(columns: list[Column], rng: random.Random) -> list[Cell]:
    """The columns' headers, about every second of those that have another word under another word."""
    taken = {column.header for column in columns}
    words: list[Cell] = []
    for column in columns:
        word: Cell = column.header
        others = [other for other in OTHER_WORDS.get(str(word), ()) if other not in taken]
        if others and rng.random() < 0.5:
            word = rng.choice(others)
            taken.add(word)
        words.append(word)
    return words
