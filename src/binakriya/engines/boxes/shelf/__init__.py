"""One box style a file; each names its `STYLE`. Found by walking this package: a new file is a new style."""
