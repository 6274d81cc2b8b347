"""A mail server in a process of its own: speaks enough SMTP, and prints what it receives.

Run as `python smtp_peer.py [refuse]`; the first line it prints is its port, every further line one
message as JSON.
"""

import asyncio
import json
import sys


class Peer:
    def __init__(self, refuses: bool) -> None:
        self.refuses = refuses

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        envelope: dict[str, str] = {}
        writer.write(b"220 peer ESMTP\r\n")
        while line := (await reader.readline()).decode().strip():
            verb = line.upper()
            if verb.startswith("DATA"):
                writer.write(b"354 go on\r\n")
                text = (await reader.readuntil(b"\r\n.\r\n")).decode()
                print(json.dumps(envelope | {"text": text}), flush=True)  # noqa: T201
                writer.write(b"250 kept\r\n")
            elif verb.startswith("RCPT") and self.refuses:
                writer.write(b"550 no such mailbox\r\n")
            elif verb.startswith("QUIT"):
                writer.write(b"221 bye\r\n")
                break
            else:
                envelope[verb.split()[0].lower()] = line
                writer.write(b"250 peer\r\n")
            await writer.drain()
        writer.close()


async def main() -> None:
    server = await asyncio.start_server(Peer("refuse" in sys.argv).serve, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)  # noqa: T201
    async with server:
        await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
