"""What an installer reads (W3C Web Application Manifest)."""

from __future__ import annotations

import json

from mobile.palette import LIGHT


def manifest(base: str) -> str:
    """As JSON; the app is at `base`, and so is everything it opens."""
    icons = [
        {
            "src": f"icons/icon-{kind}{side}.png",
            "sizes": f"{side}x{side}",
            "type": "image/png",
            "purpose": "maskable" if kind else "any",
        }
        for side in (192, 512)
        for kind in ("", "maskable-")
    ]
    shortcuts = [
        {"name": name, "url": base + path, "icons": icons[:1]}
        for name, path in (("Ma journée", "aujourdhui"), ("Clients", "clients"))
    ]
    told = {
        "id": base,
        "name": "Encours",
        "short_name": "Encours",
        "description": "Savoir, avant de vendre.",
        "lang": "fr",
        "dir": "ltr",
        "start_url": base,
        "scope": base,
        "display": "standalone",
        "orientation": "any",
        "background_color": LIGHT.canvas,
        "theme_color": LIGHT.canvas,
        "categories": ["business", "finance", "productivity"],
        "icons": icons,
        "shortcuts": shortcuts,
        "prefer_related_applications": False,
    }
    return json.dumps(told, ensure_ascii=False, indent=1)
