// Python, in a worker: Pyodide, the packages, then the app, ready before Flutter asks for it.
const flet_js = { args: {}, documentUrl: null };
const waiting = [];

const told = (reached) => self.postMessage({ reached });
const bytes = async (url) => {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
};

// Python's bytes; their copy is handed to the page without another one.
flet_js.receive_callback = (message) => {
  const copy = message.toJs();
  self.postMessage(copy, [copy.buffer]);
};
flet_js.drawn = () => told("drawn");

async function start(build) {
  const libraries = bytes(build.python + "libraries.zip");
  const app = bytes(build.own + "app.zip");
  const { loadPyodide } = await import(build.python + "pyodide.mjs");
  const pyodide = await loadPyodide({
    indexURL: build.python,
    lockFileContents: build.lock,
    packageBaseUrl: build.python,
  });
  told("python");
  pyodide.registerJsModule("flet_js", flet_js);
  pyodide.unpackArchive(await libraries, "zip", { extractDir: "/encours" });
  pyodide.unpackArchive(await app, "zip", { extractDir: "/encours" });
  await pyodide.runPythonAsync(`
    import sys
    sys.path.insert(0, "/encours")
    import encours_start
    encours_start.start()
  `);
  await flet_js.start_connection(flet_js.receive_callback);
  for (const message of waiting.splice(0)) flet_js.send(message);
  told("app");
}

self.onmessage = async ({ data }) => {
  if (flet_js.documentUrl === null) {
    flet_js.documentUrl = data.documentUrl;
    await start(data.build).catch((error) => self.postMessage({ failed: String(error) }));
  } else if (typeof flet_js.send === "function") flet_js.send(data);
  else waiting.push(data);
};
