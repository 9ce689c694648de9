// Builds src/binakriya/website/static/build: app.css, app.js, scanner.js, fold.js, studio.js, fonts, icons.svg, and the decoder of the scanner.
// Usage: node build.mjs [--watch]
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import { sprite } from "./sprite.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const out = path.resolve(here, "../src/binakriya/website/static/build");

// `data-v="37"` sets --v: 37, so that bars need no inline style (the Content-Security-Policy forbids it).
const values = {
  name: "values",
  setup(build) {
    build.onResolve({ filter: /^values\.css$/ }, () => ({ path: "values.css", namespace: "values" }));
    build.onLoad({ filter: /.*/, namespace: "values" }, () => ({
      loader: "css",
      contents: `@layer utility{${Array.from({ length: 101 }, (_, v) => `[data-v="${v}"]{--v:${v}}`).join("")}}`,
    }));
  },
};

const options = {
  absWorkingDir: here,
  entryPoints: [
    { in: "js/app.js", out: "app" },
    { in: "js/scanner.js", out: "scanner" },
    { in: "js/fold.js", out: "fold" },
    { in: "js/studio.js", out: "studio" },
    { in: "css/app.css", out: "app" },
  ],
  outdir: out,
  entryNames: "[name]",
  chunkNames: "chunks/[name]-[hash]",
  assetNames: "fonts/[name]",
  bundle: true,
  minify: true,
  splitting: true,
  format: "esm",
  target: ["chrome105", "safari16", "firefox121"],
  loader: { ".woff2": "file" },
  legalComments: "none",
  logLevel: "warning",
  plugins: [values],
};

function copies() {
  fs.writeFileSync(path.join(out, "icons.svg"), sprite());
  fs.copyFileSync(path.join(here, "node_modules/zxing-wasm/dist/reader/zxing_reader.wasm"), path.join(out, "zxing_reader.wasm"));
  fs.copyFileSync(path.join(here, "favicon.svg"), path.join(out, "favicon.svg"));
}

if (process.argv.includes("--watch")) {
  fs.mkdirSync(out, { recursive: true });
  copies();
  await (await esbuild.context(options)).watch();
} else {
  // Built beside and renamed, so that a running server never sees half a build.
  const fresh = `${out}-${process.pid}`;
  await esbuild.build({ ...options, outdir: fresh });
  for (const kept of ["fonts-pdf"]) {
    if (fs.existsSync(path.join(out, kept))) fs.cpSync(path.join(out, kept), path.join(fresh, kept), { recursive: true });
  }
  fs.rmSync(out, { recursive: true, force: true });
  fs.renameSync(fresh, out);
  copies();
}
