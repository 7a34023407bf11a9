// GET /openapi.json: the API described in OpenAPI 3.1, made of the same schemas that check its input.
import { z } from "zod";
import { ANSWER_PARTS, MAX_SUBJECT, QUESTIONS, type Question, typedName } from "../query/index.ts";

interface Parameter {
  readonly name: string;
  readonly in: "query";
  readonly required: boolean;
  readonly description?: string;
  readonly schema: object;
  readonly style?: "form";
  readonly explode?: boolean;
}

/** The document; plain data. */
export function openApi(): object {
  return {
    openapi: "3.1.0",
    info: {
      title: "文脉 Wenmai",
      version: "1",
      description:
        "向图谱提问，只读 questions to a project's graph; read-only. Every list says its total, limit and sort.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: "/" }],
    paths: Object.fromEntries(QUESTIONS.map((question) => [`/api/${question.name}`, { get: operationOf(question) }])),
    components: {
      schemas: schemasOfParts(),
      responses: {
        Wrong: { description: "what was asked is wrong; `column` for a filter", ...json("Error") },
        Failed: { description: "the server failed", ...json("Error") },
        Same: { description: "nothing has changed since the entity tag that was sent" },
      },
    },
  };
}

const json = (schema: string) => ({
  content: { "application/json": { schema: { $ref: `#/components/schemas/${schema}` } } },
});

/** What goes wrong, as every answer that is none says it. */
export const ERROR = z.object({
  error: z.object({
    code: z.enum(["input", "filter", "not-found", "no-method", "forbidden", "too-long", "internal"]),
    message: z.string(),
    // Of a filter: what is wrong with it, where (from 1), and what might be meant.
    column: z.number().int().min(1).optional(),
    offset: z.number().int().min(0).optional(),
    problem: z.string().optional(),
    given: z.string().nullable().optional(),
    expected: z.array(z.string()).optional(),
  }),
});

/** The errors, and the answers with their parts, each by its name and referring to the others. */
function schemasOfParts(): Record<string, object> {
  const { schemas } = z.toJSONSchema(ANSWER_PARTS, {
    uri: (id) => `#/components/schemas/${id}`,
    // Zod's bound of every whole number that JSON can hold tells a reader nothing.
    override: ({ jsonSchema }) => {
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  });
  const own = Object.entries({ Error: z.toJSONSchema(ERROR), ...schemas });
  // What a document holds has its name there, and the document's dialect.
  return Object.fromEntries(own.map(([name, { $id: _, $schema: __, ...schema }]) => [name, schema]));
}

function operationOf(question: Question): object {
  const { name, summary, answers } = question;
  return {
    operationId: name,
    summary,
    parameters: [...subjectsOf(question), ...optionsOf(question)],
    responses: {
      200: { description: summary, ...json(ANSWER_PARTS.get(answers)!.id) },
      304: { $ref: "#/components/responses/Same" },
      400: { $ref: "#/components/responses/Wrong" },
      500: { $ref: "#/components/responses/Failed" },
      // An address too long (414), a host that the server does not answer for (403), a method that it does not have (405).
      default: { $ref: "#/components/responses/Wrong" },
    },
  };
}

function subjectsOf({ subjects: { label, least, most } }: Question): Parameter[] {
  if (most === 0) return [];
  const schema = {
    type: "array",
    items: { type: "string", minLength: 1, maxLength: MAX_SUBJECT },
    minItems: least,
    maxItems: most,
  };
  return [{ name: "of", in: "query", required: least > 0, description: label, schema, style: "form", explode: true }];
}

function optionsOf({ options }: Question): Parameter[] {
  const described = z.toJSONSchema(options, { io: "input", unrepresentable: "any" });
  return Object.entries(described.properties ?? {}).map(([name, schema]) => {
    const { description, ...rest } = schema as { description?: string };
    return { name: typedName(name), in: "query", required: false, ...(description && { description }), schema: rest };
  });
}
