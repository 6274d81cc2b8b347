// How Python is started: from a picture of its memory, or step by step. The build starts it step by
// step too, and takes the picture; so this runs in a browser's worker and in Node.

export const FOLDER = "/encours";
const ARCHIVES = ["app.zip", "libraries.zip"];
const STDLIB = "/lib/python314.zip";

// An archive with nothing in it.
const EMPTY = new Uint8Array(22);
EMPTY.set([0x50, 0x4b, 5, 6]);

const IMPORTS = `
import sys
sys.path[:0] = ["${FOLDER}/native", "${FOLDER}/app.zip", "${FOLDER}/libraries.zip"]
`;

function options(build, settings, keep) {
  return {
    indexURL: build.python,
    packageBaseUrl: build.python,
    lockFileContents: build.lock,
    ...settings,
    createPyodideModule: async (given) => keep(given, await (await import(`${build.python}pyodide.asm.mjs`)).default(given)),
  };
}

// Step by step: everything is fetched, unpacked and imported.
export async function ordinary(build, read, settings = {}) {
  const { loadPyodide } = await import(`${build.python}pyodide.mjs`);
  let inside;
  const pyodide = await loadPyodide(options(build, settings, (given, Module) => (inside = Module)));
  const { FS } = inside;
  FS.mkdirTree(`${FOLDER}/native`);
  pyodide.unpackArchive(await read("native.zip"), "zip", { extractDir: `${FOLDER}/native` });
  for (const name of build.compiled) FS.writeFile(`${FOLDER}/native/${name}`, await read(name));
  for (const name of ARCHIVES) FS.writeFile(`${FOLDER}/${name}`, await read(name));
  pyodide.runPython(IMPORTS);
  return [pyodide, inside];
}

// What the picture has no place for: where each compiled library was put.
export function libraries(Module) {
  const at = (address) => Module.HEAPU32[address >>> 2];
  return Object.entries(Module.LDSO.loadedLibsByHandle)
    .map(([handle, library]) => ({
      handle: Number(handle),
      name: library.name,
      global: Boolean(library.global),
      memory: at(Number(handle) + 12),
      table: at(Number(handle) + 20),
    }))
    .filter((library) => library.handle)
    .sort((one, other) => one.table - other.table);
}

// Puts the compiled libraries where they were, into the memory as it was.
function put(Module, library, compiled) {
  const { FS } = Module;
  const readFile = FS.readFile;
  FS.mkdirTree(library.name.slice(0, library.name.lastIndexOf("/")));
  FS.writeFile(library.name, "");
  FS.readFile = () => compiled;
  Module.memoryFor = () => library.memory;
  try {
    Module.loadDynamicLibrary(
      library.name,
      { global: library.global, nodelete: false, loadAsync: false },
      library.global ? null : {},
      library.handle,
    );
  } finally {
    FS.readFile = readFile;
    delete Module.memoryFor;
  }
  const table = Module.HEAPU32[(library.handle + 20) >>> 2];
  if (table !== library.table) throw new Error(`${library.name}: at ${table}, not ${library.table}`);
}

// From the picture: `archive(name)` is asked for an archive when something is imported that is not
// in it, and answers at once.
export async function quick(build, picture, compiled, archive) {
  const { loadPyodide } = await import(`${build.python}pyodide.mjs`);
  const { placed } = build;
  const keep = (given, Module) => {
    const restore = given.API.restoreSnapshot;
    given.API.restoreSnapshot = (snapshot) => {
      const memory = snapshot.subarray(new Uint32Array(snapshot.buffer, snapshot.byteOffset, 2)[1]);
      if (Module.HEAP8.length < memory.length) Module._emscripten_resize_heap(memory.length);
      const told = restore(snapshot);
      placed.forEach((library, place) => put(Module, library, compiled[place]));
      Module.HEAP8.set(memory);
      return told;
    };
    inside = Module;
    return Module;
  };
  let inside;
  const pyodide = await loadPyodide(options(build, {
    _loadSnapshot: picture,
    stdLibURL: URL.createObjectURL(new Blob([EMPTY])),
  }, keep));
  inside.FS.mkdirTree(FOLDER);
  const missing = new Set([...ARCHIVES, "python_stdlib.zip"]);
  const bring = (name, content) => {
    if (!missing.delete(name)) return;
    inside.FS.writeFile(name === "python_stdlib.zip" ? STDLIB : `${FOLDER}/${name}`, content);
  };
  pyodide.globals.get("fresh")(() => { for (const name of missing) bring(name, archive(name)); });
  return [pyodide, bring];
}
