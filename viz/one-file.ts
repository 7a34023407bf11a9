// The page as one HTML file without its data: dist/viz/offline.html. Script, styles and icon stand in it; the data goes in
// front of the script, where src/export/one-file.ts (for `wenmai site --single-file`) or the page itself puts it. Opened
// from a disk it has no origin, so it can load nothing beside itself: its policy lets nothing else run and nothing leave.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build, type InlineConfig, type Plugin } from "vite";
import { DATA_MARK } from "../src/export/one-file.ts";

/** `config` is the page's own; the second build differs from it in being one chunk that is handed over, not written. */
export const oneFile = (config: InlineConfig): Plugin => ({
  name: "one-file",
  apply: "build",
  async closeBundle() {
    const bundle = await build({
      ...config,
      configFile: false,
      logLevel: "warn",
      build: {
        ...config.build,
        write: false,
        emptyOutDir: false,
        rolldownOptions: { output: { codeSplitting: false } },
      },
    });
    const files = (Array.isArray(bundle) ? bundle : [bundle]).flatMap((one) => ("output" in one ? one.output : []));
    const scripts = files.flatMap((file) => (file.type === "chunk" ? [file.code] : []));
    const styles = files.flatMap((file) =>
      file.type === "asset" && file.fileName.endsWith(".css") ? [String(file.source)] : [],
    );
    if (scripts.length !== 1) throw new Error(`one-file: ${scripts.length} chunks; all must go into one`);
    const root = String(config.root);
    const index = readFileSync(join(root, "index.html"), "utf8");
    const icon = readFileSync(join(root, "public", "icon.svg"), "utf8");
    writeFileSync(
      join(root, String(config.build?.outDir), "offline.html"),
      compose(index, scripts[0]!, styles.join(""), icon),
    );
  },
});

const hash = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

// In a script neither its own end tag nor a comment's opening may stand; both occur in strings alone.
const harmless = (script: string): string => script.replace(/<\/(?=script)/gi, "<\\/").replaceAll("<!--", "\\x3c!--");

function compose(index: string, code: string, css: string, icon: string): string {
  const script = harmless(code);
  const policy = [
    "default-src 'none'",
    `script-src ${hash(script)}`,
    `style-src ${hash(css)}`,
    "img-src data: blob:",
    "worker-src blob:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  // Replacements as functions: a script may hold "$&".
  return index
    .replace("<head>", () => `<head>\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`)
    .replace(
      /<link rel="icon"[^>]*>/,
      () => `<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(icon)}" />`,
    )
    .replace(/\s*<script type="module"[^>]*><\/script>/, () => `\n    <style>${css}</style>`)
    .replace(/\s*<\/body>/, () => `\n${DATA_MARK}\n<script type="module">${script}</script>\n  </body>`);
}
