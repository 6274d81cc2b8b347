// Python, in a worker of its own, ready before Flutter asks for it.
import { ordinary, quick } from "./python.js";

const flet_js = { args: {}, documentUrl: null };
const waiting = [];
let python, send;
const told = (reached) => self.postMessage({ reached });

async function answered(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return answer;
}
const bytes = async (url) => new Uint8Array(await (await answered(url)).arrayBuffer());

// Python waits for it: only where something is imported that no start has needed yet.
function atOnce(url) {
  self.postMessage({ way: "archive" });
  const asking = new XMLHttpRequest();
  asking.open("GET", url, false);
  asking.responseType = "arraybuffer";
  asking.send();
  if (asking.status !== 200) throw new Error(`${url}: ${asking.status}`);
  return new Uint8Array(asking.response);
}

// Python's bytes; their copy is handed to the page without another one.
function handOver(message) {
  const copy = message.toJs();
  self.postMessage(copy, [copy.buffer]);
}
let shown;
const drawn = new Promise((resolve) => { shown = resolve; });
flet_js.drawn = () => { told("drawn"); shown(); };

async function fromThePicture(build, url) {
  const [picture, ...compiled] = await Promise.all([
    bytes(url("memory.bin")),
    ...build.compiled.map((name) => WebAssembly.compileStreaming(answered(url(name)))),
  ]);
  const [pyodide, bring] = await quick(build, picture, compiled, (name) => atOnce(url(name)));
  drawn.then(async () => {
    for (const name of build.later) bring(name, await bytes(url(name)));
  }).catch((error) => console.warn("An archive is fetched when it is asked for:", error));
  return pyodide;
}

async function start(build) {
  const url = (name) => (build.ours.includes(name) ? build.own : build.python) + name;
  let pyodide;
  try {
    if (!build.placed) throw new Error("none was made");
    pyodide = await fromThePicture(build, url);
    self.postMessage({ way: "picture" });
  } catch (error) {
    console.warn("Python starts without its picture:", error);
    [pyodide] = await ordinary(build, (name) => bytes(url(name)));
    self.postMessage({ way: "ordinary" });
  }
  told("python");
  python = pyodide.pyimport("encours_start").start(flet_js);
  await python.start_connection(handOver);
  send = python.send;
  for (const message of waiting.splice(0)) send(message);
  told("app");
}

self.onmessage = async ({ data }) => {
  if (flet_js.documentUrl === null) {
    flet_js.documentUrl = data.documentUrl;
    await start(data.build).catch((error) => self.postMessage({ failed: String(error) }));
  } else if (send) send(data);
  else waiting.push(data);
};
