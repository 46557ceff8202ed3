// Builds the chat page into the folder named; a process of its own, so that the bundler's memory is given back.
import { fileURLToPath } from "node:url";
import { build } from "vite";

const root = fileURLToPath(new URL("page", import.meta.url));
await build({
  root,
  configFile: false,
  envFile: false,
  logLevel: "error",
  base: "/",
  publicDir: false,
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  // Data URLs would need a wider content security policy; every file stays a file.
  build: {
    outDir: process.argv[2],
    emptyOutDir: true,
    assetsInlineLimit: 0,
    target: "es2022",
    modulePreload: { polyfill: false },
  },
});
