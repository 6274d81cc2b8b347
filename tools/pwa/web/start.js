// The page's first script: shows how far the start is, and starts Python in a worker of its own at
// once, beside Flutter; Flet by itself waits for Flutter first. Flutter asks for it with jsConnect.
"use strict";

const BUILD = {/* the builder's */};

var flet = {
  pyodide: true,
  multiView: false,
  noCdn: true,
  webSocketEndpoint: "/ws",
  entrypointBaseUrl: BUILD.flutter,
  assetBase: BUILD.flutter,
  canvasKitBaseUrl: BUILD.flutter + "canvaskit/",
  fontFallbackBaseUrl: BUILD.flutter + "assets/fonts/",
  routeUrlStrategy: "path",
  webRenderer: "auto",
  appPackageUrl: "",
  pythonModuleName: "main",
};
flet.flutterAppLoaded = new Promise((resolve) => { flet.flutterAppResolve = resolve; });

const WORDS = {
  fr: {
    opening: "Encours s’ouvre",
    first: "La première ouverture apporte l’application sur cet appareil.",
    failed: "L’application ne s’ouvre pas dans ce navigateur.",
    again: "Réessayer",
    online: "Ouvrir sans installer",
  },
  en: {
    opening: "Encours is opening",
    first: "The first opening brings the app to this device.",
    failed: "The app does not open in this browser.",
    again: "Try again",
    online: "Open without installing",
  },
};
const words = WORDS[navigator.language.slice(0, 2)] || WORDS[BUILD.language];
const STEPS = ["python", "flutter", "app", "drawn"];
const reached = new Set();

function shown(id, text) {
  const element = document.getElementById(id);
  if (element) element.textContent = text;
}

function reach(step) {
  reached.add(step);
  const share = document.getElementById("starting-share");
  if (share) share.style.transform = `scaleX(${(1 + reached.size) / (1 + STEPS.length)})`;
  performance.mark(`encours-${step}`);
  if (step === "drawn") opened();
}

// Two frames later what Python drew is on the screen.
function opened() {
  requestAnimationFrame(() => requestAnimationFrame(() => {
    document.getElementById("starting")?.remove();
    keep();
  }));
}

function failed(why) {
  console.error("Encours does not start:", why);
  shown("starting-words", words.failed);
  shown("starting-more", "");
  const ways = document.getElementById("starting-ways");
  if (ways) ways.hidden = false;
}

// Kept for the next start, without a network too, once this one has what it needs.
function keep() {
  if (!("serviceWorker" in navigator)) return;
  const fetched = (part) =>
    performance.getEntriesByType("resource").some(({ name }) => name.includes(`/canvaskit/${part}`));
  const draws = fetched("skwasm") ? "skwasm" : fetched("chromium/") ? "chromium" : "full";
  navigator.serviceWorker.register(`/app/sw.js?draws=${draws}`, { scope: "/app/" }).catch(
    (error) => console.warn("Encours is not kept for the next start:", error));
}

const python = new Worker(BUILD.own + "worker.js", { type: "module" });
let connected = null; // what Flutter hears Python with
const ready = new Promise((resolve, reject) => {
  python.onmessage = ({ data }) => {
    if (data instanceof Uint8Array) connected(data);
    else if (data.way) performance.mark(`encours-${data.way}`);
    else if (data.failed) { failed(data.failed); reject(new Error(data.failed)); }
    else { reach(data.reached); if (data.reached === "app") resolve(); }
  };
  python.onerror = (event) => { failed(event.message); reject(new Error(event.message)); };
});
ready.catch(() => {});
python.postMessage({ build: BUILD, documentUrl: document.URL });

globalThis.jsConnect = async (appId, args, heard) => { connected = heard; await ready; };
globalThis.jsSend = async (appId, data) => { python.postMessage(data, [data.buffer]); };
globalThis.jsDisconnect = async () => { python.terminate(); };

window.addEventListener("flutter-first-frame", () => reach("flutter"), { once: true });

// WebKit brings a page back from its back/forward cache with Flutter's frames stopped for good.
window.addEventListener("pageshow", (event) => {
  if (event.persisted && navigator.vendor?.startsWith("Apple")) window.location.reload();
});

document.addEventListener("DOMContentLoaded", () => {
  document.documentElement.lang = words === WORDS.fr ? "fr" : "en";
  shown("starting-words", words.opening);
  if (!navigator.serviceWorker?.controller) shown("starting-more", words.first);
  shown("starting-again", words.again);
  shown("starting-online", words.online);
  document.getElementById("starting-again").onclick = () => window.location.reload();
});
