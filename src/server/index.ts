// HTTP: the page and the API of a project.
export { type AppOptions, createApp, LOOPBACK } from "./app.ts";
export { readAssets } from "./assets.ts";
export { createProjectReader, type ProjectReader } from "./project-reader.ts";
export { type RunningServer, type ServeOptions, serveProject } from "./serve.ts";
