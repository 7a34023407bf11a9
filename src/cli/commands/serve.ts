import { type Command, InvalidArgumentError } from "commander";
import { serveProject } from "../../server/index.ts";
import type { Io } from "../io.ts";

const PORT = 8642;

export function addServe(program: Command, io: Io): void {
  program
    .command("serve")
    .description("打开网页 serve the page and the API of a project")
    .argument("<project>", "项目文件夹 the project's folder")
    .option("--port <n>", `端口 port, 0 for any free one (default: ${PORT}, or the next free one)`, portNumber)
    .option("--host <address>", "地址 address; without a login, so mind who can reach it", "127.0.0.1")
    .addHelpText(
      "after",
      `
Examples:
  wenmai serve .wenmai/sample
  wenmai serve .wenmai/sample --port 0`,
    )
    .action(async (project: string, flags: { port?: number; host: string }) => {
      const server = await serveProject({
        project,
        host: flags.host,
        port: flags.port ?? PORT,
        tries: flags.port === undefined ? 20 : 0,
        onError: (error) => io.note(`wenmai serve: ${error instanceof Error ? error.stack : String(error)}`),
      });
      io.note(io.say("网页已就绪，按 Ctrl-C 结束：", "The page is ready; Ctrl-C ends it:"));
      await io.out(server.url);
      await new Promise<void>((resolve) => {
        process.once("SIGINT", resolve);
        process.once("SIGTERM", resolve);
      });
      await server.close();
    });
}

function portNumber(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535) throw new InvalidArgumentError("a whole number from 0 to 65535");
  return port;
}
