// The page. `base: "./"` so that the built folder works at any address of any host; nothing is inlined, so that a strict
// content policy holds.
import preact from "@preact/preset-vite";
import { defineConfig, type UserConfig } from "vite";
import { oneFile } from "./one-file.ts";

// A static host sends no policy of its own; the server's header says the same and more. Not while developing: Vite's own
// client is inlined there.
const POLICY =
  "default-src 'self'; worker-src 'self' blob:; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'";

const page: UserConfig = {
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
};

export default defineConfig({
  ...page,
  plugins: [
    ...(page.plugins ?? []),
    {
      name: "content-policy",
      apply: "build",
      transformIndexHtml: () => [
        { tag: "meta", attrs: { "http-equiv": "Content-Security-Policy", content: POLICY }, injectTo: "head-prepend" },
      ],
    },
    oneFile(page),
  ],
});
