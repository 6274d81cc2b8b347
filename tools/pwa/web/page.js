// What a page alone may ask the browser, asked of it by Python's worker
// (mobile/platform/browser/storage.py): that it never throws away what is kept.
"use strict";

const asked = new BroadcastChannel("encours-page");
asked.onmessage = async ({ data }) => {
  if (data.asks !== "persist") return;
  const granted = (await navigator.storage?.persist?.()) ?? false;
  asked.postMessage({ answers: data.number, granted });
};
