// Flutter, without its own service worker: ours keeps the app.
"use strict";

_flutter.buildConfig = {/* the builder's */};
const flutterConfig = {
  multiViewEnabled: flet.multiView,
  entrypointBaseUrl: flet.entrypointBaseUrl,
  assetBase: flet.assetBase,
  canvasKitBaseUrl: flet.canvasKitBaseUrl,
  fontFallbackBaseUrl: flet.fontFallbackBaseUrl,
};
_flutter.loader.load({
  config: flutterConfig,
  onEntrypointLoaded: async (initializer) => {
    const engine = await initializer.initializeEngine(flutterConfig);
    flet.flutterApp = await engine.runApp();
    flet.flutterAppResolve(flet.flutterApp);
  },
}).catch(failed);
