// A listening server for a project.
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { InputError } from "../lib/errors.ts";
import { prepareQuestions } from "../query/index.ts";
import { createApp, LOOPBACK } from "./app.ts";
import { readAssets } from "./assets.ts";
import { createProjectReader } from "./project-reader.ts";

export interface ServeOptions {
  readonly project: string;
  /** Loopback unless somebody asks for more: what is served has no login. */
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** How many ports above `port` may be tried while it is taken. */
  readonly tries: number;
  readonly onError: (error: unknown) => void;
}

export interface RunningServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Throws InputError where there is no project, where the page was not built, and where no port is free. */
export async function serveProject(options: ServeOptions): Promise<RunningServer> {
  const reader = await createProjectReader(options.project);
  const hosts = [...LOOPBACK, "::1"].includes(options.host) ? LOOPBACK : null;
  const app = createApp({ reader, assets: readAssets(), onError: options.onError, hosts });
  const server = createAdaptorServer({ fetch: app.fetch });
  for (let port = options.port; ; port++) {
    try {
      await new Promise<void>((resolve, reject) => {
        server.once("error", reject);
        server.listen(port, options.host, () => {
          server.off("error", reject);
          resolve();
        });
      });
      break;
    } catch (error) {
      const taken = (error as NodeJS.ErrnoException).code === "EADDRINUSE";
      if (taken && port < options.port + options.tries) continue;
      reader.close();
      if (taken) throw new InputError(`serve: port ${options.port} is taken; choose another with --port, or 0 for any`);
      throw error;
    }
  }
  reader.prepare(prepareQuestions, options.onError);
  const { port } = server.address() as AddressInfo;
  const host = options.host.includes(":") ? `[${options.host}]` : options.host;
  return {
    url: `http://${host}:${port}/`,
    close: async () => {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        if ("closeAllConnections" in server) server.closeAllConnections();
      });
      reader.close();
    },
  };
}
