// Run by the build, in Node: starts Python as a browser would, imports the app, and takes a picture
// of the memory. Prints where the compiled libraries were put.
//   node picture.mjs SITE_JSON
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

// Node would quote a line of Pyodide's script, which is a million characters long.
process.on("uncaughtException", ({ message }) => {
  console.error(message);
  process.exit(1);
});

const told = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
const { ordinary, libraries } = await import(pathToFileURL(path.join(told.own, "python.js")));
const read = async (name) => {
  const folder = told.build.ours.includes(name) ? told.own : told.python;
  return new Uint8Array(fs.readFileSync(path.join(folder, name)));
};
const build = { ...told.build, python: `${told.python}/` };
// Docstrings are not in the picture. Where each start imports, dataclasses would spell out their
// signatures instead, which takes longer than reading them.
const settings = { _makeSnapshot: true, args: ["-OO"] };
const [pyodide, Module] = await ordinary(build, read, settings);
pyodide.runPython(`
import encours_picture
from encours_picture import fresh
encours_picture.bring_all()
del encours_picture
`);
clear(Module);
fs.writeFileSync(path.join(told.own, "memory.bin"), pyodide.makeMemorySnapshot());
fs.writeFileSync(process.argv[2], JSON.stringify(libraries(Module)));

// What was freed still holds what was in it; zeros take no room when compressed.
function clear(Module) {
  const end = Module.HEAPU32[Module._emscripten_get_sbrk_ptr() >>> 2];
  const held = [];
  for (let size = 1 << 20; size >= 32; size >>= 1) {
    for (;;) {
      const block = Module._malloc(size);
      if (!block) break;
      held.push(block);
      if (block + size > end) break;
      Module.HEAPU8.fill(0, block, block + size);
    }
  }
  held.forEach((block) => Module._free(block));
}
