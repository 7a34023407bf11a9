// The page. `base: "./"` so that the built folder works at any address of any host; nothing is inlined, so that a strict
// content policy holds.
import preact from "@preact/preset-vite";
import { defineConfig } from "vite";

export default defineConfig({
  root: import.meta.dirname,
  base: "./",
  plugins: [preact({ devToolsEnabled: false })],
  build: {
    outDir: "../dist/viz",
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
  },
});
