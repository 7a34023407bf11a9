// The API: GET /api/QUESTION?of=…&of=…&OPTION=… for each question of query/questions.ts; GET /api lists them,
// GET /openapi.json describes them.
import { type Context, Hono } from "hono";
import { z } from "zod";
import { InputError } from "../lib/errors.ts";
import { AskingError, QUESTIONS, type Question } from "../query/index.ts";
import type { ProjectReader } from "./project-reader.ts";

/** Longest address taken, in characters: some hundreds of names would fit, no question takes ten. */
export const MAX_ADDRESS = 16_000;

export function createApi(reader: ProjectReader): Hono {
  const api = new Hono();
  api.get("/", (c) =>
    c.json({
      openapi: "/openapi.json",
      questions: QUESTIONS.map(({ name, summary, subjects, options }) => ({
        path: `/api/${name}`,
        summary,
        of: subjects,
        options: z.toJSONSchema(options, { io: "input", unrepresentable: "any" }),
      })),
    }),
  );
  for (const question of QUESTIONS) api.get(`/${question.name}`, (c) => answer(c, question, reader));
  return api;
}

async function answer(c: Context, question: Question, reader: ProjectReader): Promise<Response> {
  checkEncoding(c.req.url);
  const { of = [], ...rest } = c.req.queries();
  const options = new Map<string, string>();
  for (const [name, values] of Object.entries(rest)) {
    // avoid-hubs, as on the command line, and avoidHubs, as in the answer, are one.
    const camel = name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
    if (values.length > 1 || options.has(camel)) throw new InputError(`"${name}" is given more than once`);
    options.set(camel, values[0]!);
  }
  try {
    const answered = await reader.with((db) => question.ask(db, of, Object.fromEntries(options)));
    return c.json(answered, 200, { "Cache-Control": "no-cache" });
  } catch (error) {
    if (error instanceof AskingError) throw new InputError(`${question.name}: ${error.message}`);
    throw error;
  }
}

/** What is no UTF-8 would be looked for as it stands, percent signs and all, and nothing be found. */
function checkEncoding(url: string): void {
  try {
    decodeURIComponent(url.slice(url.indexOf("?") + 1));
  } catch {
    throw new InputError("the address is not percent-encoded as UTF-8");
  }
}
