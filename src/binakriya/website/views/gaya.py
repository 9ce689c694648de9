"""The style guide: every component in every state, with made-up content."""

import datetime as dt

from django import forms
from django.core.paginator import Paginator
from django.core.validators import MaxValueValidator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from binakriya.accounts.doors import public
from binakriya.engines.boxes import build
from binakriya.engines.drafting import Language, fold_scene, picture
from binakriya.foundation.forms import CleanForm


class ShortForm(CleanForm):
    """A whole form drawn by one component."""

    email = forms.EmailField(label=_("Surel"))
    agreed = forms.BooleanField(label=_("Saya sudah membaca cara data dipakai"))


class SampleForm(CleanForm):
    """One field of each kind."""

    name = forms.CharField(label=_("Nama usaha"), help_text=_("Seperti tertulis di NIB."), max_length=120)
    mass = forms.DecimalField(
        label=_("Berat produk"),
        help_text=_("Timbang tanpa kemasan."),
        validators=[MaxValueValidator(1000, _("4.100 kg terlalu berat. Maksud Anda 4,1 kg?"))],
    )
    phone = forms.CharField(label=_("Nomor WhatsApp"), widget=forms.TelInput, max_length=20)
    since = forms.DateField(label=_("Berdiri sejak"), widget=forms.DateInput, required=False)
    group = forms.ChoiceField(label=_("Kelompok"), choices=[("", _("Pilih kelompok")), ("a", "ASIPA"), ("b", "IPEMI")])
    story = forms.CharField(label=_("Cerita singkat"), widget=forms.Textarea(attrs={"rows": 3}), required=False)
    material = forms.ChoiceField(
        label=_("Bahan utama"), choices=[("1", _("Pandan")), ("2", _("Rotan"))], widget=forms.RadioSelect
    )
    channels = forms.MultipleChoiceField(
        label=_("Tempat menjual"),
        choices=[("1", _("Pameran")), ("2", _("Lokapasar"))],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    shown = forms.BooleanField(label=_("Tampilkan nomor telepon di katalog"), required=False)
    document = forms.FileField(
        label=_("Pilih berkas Excel"), help_text=_("atau seret ke sini. XLSX, XLS, ODS, atau CSV, paling besar 20 MB.")
    )


MAP_KEY = ("< 16\u00a0%", "16–20", "21–26", "27–32", "≥ 33\u00a0%")


@public
@require_safe
def style_guide(request: HttpRequest) -> HttpResponse:
    wrong = SampleForm({"salah-mass": "4100"}, prefix="salah")
    box = build("0427", (200, 150, 60), "E")
    tongue: Language = "en" if get_language() == "en" else "id"
    context = {
        "fold_scene": fold_scene(box, language=tongue),
        "fold_still": picture(box, language=tongue, ident="contoh-lipat-diam", header=False),
        "form": SampleForm(initial={"name": "Anyaman Setu Lestari"}),
        "wrong": wrong,
        "short": ShortForm(prefix="utuh"),
        "page": Paginator(range(900), 100).page(4),
        "day": dt.datetime(2018, 11, 16, 2, 12, tzinfo=dt.UTC),
        "full": ("penuh", "penuh", "penuh", "penuh", "penuh"),
        "half": ("penuh", "jalan", "jalan", "belum", "belum"),
        "none_states": ("belum", "belum", "belum", "belum", "belum"),
        "parts": (1, 1, 0.5, 0.33, 0),
        "map_key": MAP_KEY,
        "options": [("2018", "2018"), ("2017", "2017")],
    }
    return render(request, "website/gaya.html", context)
