from django.urls import path

from binakriya.statistics import views

app_name = "statistics"
urlpatterns = [
    path("statistik/", views.figures, name="overview"),
    path("statistik/data.csv", views.data_file, name="data"),
]
