"""Content as the templates read it: blocks with their kind, pictures by name."""

from pathlib import Path
from typing import Any

from binakriya.foundation.press.press import picture_kind
from binakriya.training.documents.parts import Block, Items, Pairs, Paragraph, Section, Table

TEMPLATES = Path(__file__).parent / "templates"


def block_data(block: Block, pictures: dict[str, bytes]) -> dict[str, Any]:
    """One block; photos are put into `pictures` under the name that the block names."""
    if isinstance(block, Paragraph):
        return {"kind": "paragraph", "text": block.text}
    if isinstance(block, Items):
        return {"kind": "items", "items": block.items, "ordered": block.ordered}
    if isinstance(block, Pairs):
        return {"kind": "pairs", "rows": block.rows}
    if isinstance(block, Table):
        return {
            "kind": "table",
            "head": block.head,
            "rows": block.rows,
            "caption": block.caption,
            "widths": block.widths or (1.0,) * len(block.head),
            "numbers": block.numbers,
            "total": block.total,
            "source": block.source,
        }
    shown = []
    for photo in block.photos:
        name = f"picture-{len(pictures) + 1}.{picture_kind(photo.data)}"
        pictures[name] = photo.data
        shown.append({"file": name, "caption": photo.caption, "alt": photo.alt or photo.caption})
    return {"kind": "photos", "photos": shown}


def section_data(section: Section, pictures: dict[str, bytes]) -> dict[str, Any]:
    return {
        "title": section.title,
        "label": "",
        "blocks": [block_data(block, pictures) for block in section.blocks],
        "sections": [section_data(inner, pictures) for inner in section.sections],
    }
