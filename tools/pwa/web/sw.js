// Keeps what a start loads, whole versions at a time: the app opens from it, with a network or not.
//
// A version is this script: it names every file with its digest. It is installed beside the one that
// is in use, and takes over once every window of that one is closed, never under somebody's hands.
// What the server answers under /api is never kept here: requests for it do not pass by.
"use strict";

const FILES = {/* the builder's */};
const BASE = "/app/";
const KEPT = "encours-app";

// The page tells how this browser draws: it needs one renderer, not all three.
const draws = new URL(self.location).searchParams.get("draws");
const files = { ...FILES.always, ...(FILES[draws] || FILES.full) };
// A file named after its content is at its own address in every version; others are at one of theirs.
const NAMED = /^[a-z]+-[0-9a-f]{12}\//;
const address = (name) => NAMED.test(name) ? BASE + name : `${BASE}${name}?is=${files[name].slice(7)}`;

async function install() {
  const kept = await caches.open(KEPT);
  await Promise.all(Object.entries(files).map(async ([name, integrity]) => {
    if (await kept.match(address(name))) return;
    // What is not what this version says (a newer one is being put in place) fails the whole.
    const answer = await fetch(BASE + name, { integrity, cache: NAMED.test(name) ? "default" : "no-cache" });
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
    await kept.put(address(name), answer);
  }));
}

// What only earlier versions had goes, now that none of their windows is open.
async function activate() {
  const kept = await caches.open(KEPT);
  const mine = new Set(Object.keys(files).map((name) => new URL(address(name), self.location).href));
  for (const request of await kept.keys()) if (!mine.has(request.url)) await kept.delete(request);
  await self.clients.claim();
}

async function answer(request) {
  const path = new URL(request.url).pathname;
  const name = request.mode === "navigate" ? "index.html" : path.slice(BASE.length);
  if (!(name in files)) return fetch(request);
  const kept = await caches.open(KEPT);
  return (await kept.match(address(name))) || fetch(request);
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("fetch", (event) => {
  const { origin, pathname } = new URL(event.request.url);
  if (origin !== self.location.origin || !pathname.startsWith(BASE)) return;
  if (event.request.method === "GET") event.respondWith(answer(event.request));
});
