from django.urls import path

from binakriya.foundation.views import data, ledger

app_name = "foundation"

urlpatterns = [
    path("jejak/", ledger.ledger, name="ledger"),
    path("jejak/<int:number>/", ledger.entry, name="ledger-entry"),
    path("jejak/unduh/", ledger.export, name="ledger-export"),
    path("bantuan/data/", data.data, name="data"),
]
