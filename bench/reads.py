"""All the reading figures on one loading of the large ledgers.

.venv/bin/python -m bench.reads
"""

from __future__ import annotations

import asyncio

from bench import aging, client_file, field, search, today
from bench.ground import ground


def results() -> list[dict[str, object]]:
    with ground() as place:
        asyncio.run(client_file.make_ledgers(place))
        figures = [
            *asyncio.run(client_file.in_the_database(place)),
            *client_file.over_http(place),
            *asyncio.run(aging.measured(place, "large")),
            *asyncio.run(search.measured(place, "large", client_file.LARGE.clients)),
            *field.measured(place, "large"),
            *today.measured(place, "large", "small"),
        ]
        asyncio.run(place.make("many", search.MANY))
        return [
            *figures,
            *asyncio.run(search.measured(place, "many", search.MANY.clients)),
        ]


if __name__ == "__main__":
    for line in results():
        print(f"{line['name']}: {line['value']} {line['unit']}, ratio {line['ratio']}")
