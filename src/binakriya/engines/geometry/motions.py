"""Rigid motions of space: a rotation, then a translation in mm."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np

Vector = tuple[float, float, float]
Rows = tuple[Vector, Vector, Vector]
Array = np.ndarray[Any, np.dtype[np.float64]]


@dataclass(frozen=True, slots=True)
class Motion:
    """x -> rotation · x + shift. `rotation` has three orthonormal rows and determinant +1; `shift` is in mm."""

    rotation: Rows
    shift: Vector

    def point(self, point: Vector) -> Vector:
        """Where `point` (mm) comes to lie."""
        x, y, z = point
        a, b, c = self.rotation
        u, v, w = self.shift
        return (
            a[0] * x + a[1] * y + a[2] * z + u,
            b[0] * x + b[1] * y + b[2] * z + v,
            c[0] * x + c[1] * y + c[2] * z + w,
        )

    def points(self, points: Array) -> Array:
        """The same for an array of shape (n, 3)."""
        moved: Array = points @ np.asarray(self.rotation).T + np.asarray(self.shift)
        return moved

    def direction(self, vector: Vector) -> Vector:
        """`vector` turned, not shifted."""
        x, y, z = vector
        a, b, c = self.rotation
        return (
            a[0] * x + a[1] * y + a[2] * z,
            b[0] * x + b[1] * y + b[2] * z,
            c[0] * x + c[1] * y + c[2] * z,
        )

    def __matmul__(self, first: Motion) -> Motion:
        """The motion that does `first` and then this one."""
        (a, b, c), (d, e, f), (g, h, i) = self.rotation
        (p, q, r), (s, t, u), (v, w, x) = first.rotation
        rows = (
            (a * p + b * s + c * v, a * q + b * t + c * w, a * r + b * u + c * x),
            (d * p + e * s + f * v, d * q + e * t + f * w, d * r + e * u + f * x),
            (g * p + h * s + i * v, g * q + h * t + i * w, g * r + h * u + i * x),
        )
        return Motion(rows, self.point(first.shift))

    def inverse(self) -> Motion:
        """The motion that undoes this one."""
        turned = tuple(zip(*self.rotation, strict=True))
        u, v, w = self.shift
        shift = tuple(-(row[0] * u + row[1] * v + row[2] * w) for row in turned)
        return Motion(turned, shift)  # type: ignore[arg-type]

    def css(self) -> str:
        """The motion as a CSS `matrix3d()`, one px a mm, in the same right-handed axes; CSS has y downwards, so a
        stage that shows it turns once by scaleY(-1)."""
        columns = [(*(row[k] for row in self.rotation), 0.0) for k in range(3)]
        columns.append((*self.shift, 1.0))
        return f"matrix3d({','.join(format(value, '.6g') for column in columns for value in column)})"


IDENTITY = Motion(((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)), (0.0, 0.0, 0.0))


def translation(x: float = 0.0, y: float = 0.0, z: float = 0.0) -> Motion:
    """Shift by (x, y, z) mm."""
    return Motion(IDENTITY.rotation, (x, y, z))


def axes(x: Vector, y: Vector, z: Vector, shift: Vector = (0.0, 0.0, 0.0)) -> Motion:
    """The motion that carries the unit axes to `x`, `y`, `z` (orthonormal, right-handed). Raises ValueError if not."""
    matrix = np.array([x, y, z]).T
    if not np.allclose(matrix.T @ matrix, np.eye(3), atol=1e-9) or np.linalg.det(matrix) < 0:
        raise ValueError("axes must be orthonormal and right-handed")
    return Motion(((x[0], y[0], z[0]), (x[1], y[1], z[1]), (x[2], y[2], z[2])), shift)


def turn(through: Vector, along: Vector, degrees: float) -> Motion:
    """Rotation by `degrees` about the line through a point (mm) along a direction, by the right-hand rule (Rodrigues).
    Raises ValueError when the direction has no length."""
    size = math.sqrt(sum(value * value for value in along))
    if size == 0:
        raise ValueError("the axis has no direction")
    x, y, z = (value / size for value in along)
    # quarter turns exactly, so that plates that ought to lie flush do
    sine, cosine = _QUARTERS.get(degrees % 360, (math.sin(math.radians(degrees)), math.cos(math.radians(degrees))))
    k = 1 - cosine
    rows = (
        (cosine + x * x * k, x * y * k - z * sine, x * z * k + y * sine),
        (y * x * k + z * sine, cosine + y * y * k, y * z * k - x * sine),
        (z * x * k - y * sine, z * y * k + x * sine, cosine + z * z * k),
    )
    p, q, r = through
    shift = tuple(point - (row[0] * p + row[1] * q + row[2] * r) for point, row in zip(through, rows, strict=True))
    return Motion(rows, shift)  # type: ignore[arg-type]


_QUARTERS = {0.0: (0.0, 1.0), 90.0: (1.0, 0.0), 180.0: (0.0, -1.0), 270.0: (-1.0, 0.0)}
