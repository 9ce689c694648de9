from django.urls import path

from binakriya.statistics import views

app_name = "statistics"
urlpatterns = [
    path("statistik/", views.public_figures, name="public"),
    path("statistik/dinas/", views.office_figures, name="overview"),
    path("statistik/data.csv", views.data_file, name="data"),
]
