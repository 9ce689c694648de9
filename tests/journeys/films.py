"""What a made-up camera shows: a film of a QR code."""

import io
from pathlib import Path

import numpy as np
import segno

SIZE = (480, 640)


def film(path: Path, text: str) -> None:
    """Three equal pictures of the code on grey, as YUV4MPEG2 (what Chromium takes for a camera)."""
    code = segno.make(text, error="m")
    scale = min(8, SIZE[0] // code.symbol_size(border=4)[0])
    cells = np.array([list(row) for row in code.matrix_iter(scale=scale, border=4)], dtype=np.uint8)
    light = np.full(SIZE, 120, dtype=np.uint8)
    height, width = cells.shape
    top, left = (SIZE[0] - height) // 2, (SIZE[1] - width) // 2
    light[top : top + height, left : left + width] = np.where(cells, 30, 225)
    grey = np.full((SIZE[0] // 2, SIZE[1] // 2), 128, dtype=np.uint8)
    frames = io.BytesIO()
    frames.write(f"YUV4MPEG2 W{SIZE[1]} H{SIZE[0]} F10:1 Ip A1:1 C420jpeg\n".encode())
    for _ in range(3):
        frames.write(b"FRAME\n" + light.tobytes() + grey.tobytes() + grey.tobytes())
    path.write_bytes(frames.getvalue())
