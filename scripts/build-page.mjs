// Builds a folder of Preact (first argument) into another (second), to be served under a path (third); a process of its own, so that the
// bundler's memory is given back.
import { resolve } from "node:path";
import { build } from "vite";

const [root, outDir, base] = process.argv.slice(2);
await build({
  root: resolve(root),
  configFile: false,
  envFile: false,
  logLevel: "error",
  base,
  publicDir: false,
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  // Data URLs would need a wider content security policy; every file stays a file.
  build: {
    outDir: resolve(outDir),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    target: "es2022",
    modulePreload: { polyfill: false },
  },
});
