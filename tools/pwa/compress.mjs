// Run by the build, in Node: writes beside each file of a site what travels in its place.
//   node compress.mjs SITE KEPT     KEPT holds what was compressed before, by content
import { createHash } from "node:crypto";
import fs from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import zlib from "node:zlib";

const [, , site, kept] = process.argv;
const SMALLEST = 1_000; // bytes; smaller ones fit in one packet as they are
const AS_THEY_ARE = new Set([".png", ".woff2"]);
const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);
const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN, BROTLI_PARAM_SIZE_HINT } = zlib.constants;
const LARGE = 20_000_000; // bytes; beyond, a better quality takes minutes and spares a twentieth
const WAYS = {
  br: (content) => brotli(content, { params: {
    [BROTLI_PARAM_QUALITY]: content.length > LARGE ? 5 : 9,
    [BROTLI_PARAM_LGWIN]: 24,
    [BROTLI_PARAM_SIZE_HINT]: content.length,
  } }),
  gz: (content) => gzip(content, { level: 5 }),
};

await fs.mkdir(kept, { recursive: true });
const used = new Set();
const entries = await fs.readdir(site, { recursive: true, withFileTypes: true });
await Promise.all(entries.filter((entry) => entry.isFile()).map(async (entry) => {
  const file = path.join(entry.parentPath, entry.name);
  if (AS_THEY_ARE.has(path.extname(file))) return;
  const content = await fs.readFile(file);
  if (content.length < SMALLEST) return;
  const name = createHash("sha256").update(content).digest("hex");
  for (const [way, compressed] of Object.entries(WAYS)) {
    const before = path.join(kept, `${name}.${way}`);
    used.add(`${name}.${way}`);
    let smaller = await fs.readFile(before).catch(() => null);
    if (smaller === null) {
      smaller = await compressed(content);
      await fs.writeFile(`${before}.half`, smaller);
      await fs.rename(`${before}.half`, before);
    }
    if (smaller.length < content.length) await fs.writeFile(`${file}.${way}`, smaller);
  }
}));
for (const name of await fs.readdir(kept)) if (!used.has(name)) await fs.rm(path.join(kept, name));
