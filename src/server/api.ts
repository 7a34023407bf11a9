// The API: GET /api/QUESTION?of=…&of=…&OPTION=… for each question of query/questions.ts; GET /api lists them,
// GET /openapi.json describes them.
import { type Context, Hono } from "hono";
import { z } from "zod";
import { InputError } from "../lib/errors.ts";
import { QUESTIONS, type Question } from "../query/index.ts";
import { MAX_SUBJECT } from "./openapi.ts";
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
  const { of = [], ...rest } = c.req.queries();
  const repeated = Object.entries(rest).find(([, values]) => values.length > 1);
  if (repeated) throw new InputError(`"${repeated[0]}" is given ${repeated[1].length} times`);
  checkSubjects(question, of);
  // avoid-hubs, as on the command line, and avoidHubs, as in the answer, are one.
  const camel = (name: string): string => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const options = Object.fromEntries(Object.entries(rest).map(([name, [value]]) => [camel(name), value]));
  try {
    return c.json(await reader.with((db) => question.ask(db, of, options)), 200, { "Cache-Control": "no-cache" });
  } catch (error) {
    if (error instanceof z.ZodError) throw new InputError(z.prettifyError(error));
    throw error;
  }
}

function checkSubjects({ name, subjects: { label, least, most } }: Question, of: readonly string[]): void {
  if (of.some((one) => one.length > MAX_SUBJECT)) throw new InputError(`a subject is longer than ${MAX_SUBJECT}`);
  if (of.length >= least && of.length <= most) return;
  const range = least === most ? String(least) : `${least} to ${most}`;
  throw new InputError(`${name} is asked of ${range} ${label}: ?of=…, given ${of.length}`);
}
