import { z } from "zod";
import { routes } from "./routes";
import { ArticleList, ArticleSummary, Problem, SearchAnswer, WholeArticle } from "./schemas";

const VERSION = "1.0.0";
const named = { ArticleSummary, ArticleList, Article: WholeArticle, Search: SearchAnswer, Problem };

/** Every answer as JSON Schema (2020-12): each by its name under `$defs`, and any of them at the root. */
export function jsonSchema(): object {
  const names = Object.keys(named);
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "Hejnał, content API, version 1",
    anyOf: names.map((name) => ({ $ref: `#/$defs/${name}` })),
    $defs: definitions("#/$defs/"),
  };
}

/** The same with the addresses, as OpenAPI 3.1. */
export function openApi(): object {
  return {
    openapi: "3.1.0",
    info: {
      title: "Hejnał, content API",
      version: VERSION,
      description:
        "The city's approved answers, to be read by other systems. Texts are in Polish, English and Ukrainian.",
    },
    servers: [{ url: "/api/v1" }],
    // A key may be left out: then fewer calls a minute are allowed.
    security: [{}, { key: [] }],
    paths: Object.fromEntries(routes.map((route) => [`/${route.path}`, { get: operation(route) }])),
    components: {
      schemas: definitions("#/components/schemas/"),
      securitySchemes: { key: { type: "apiKey", in: "header", name: "X-Api-Key" } },
      responses: {
        Problem: { description: "A problem, in words", content: content("application/problem+json", "Problem") },
        TooMany: {
          description: "Too many calls a minute",
          headers: { "Retry-After": { description: "Seconds", schema: { type: "integer" } } },
          content: content("application/problem+json", "Problem"),
        },
        NotModified: { description: "What `If-None-Match` names is what there is." },
      },
    },
  };
}

type Route = (typeof routes)[number];

function operation({ path, name, summary, query, gives }: Route): object {
  const inPath = path.includes("{id}") ? [{ name: "id", in: "path", required: true, schema: { type: "string" } }] : [];
  const problem = { $ref: "#/components/responses/Problem" };
  return {
    operationId: name,
    summary,
    parameters: [...inPath, ...parametersOf(query)],
    responses: {
      200: {
        description: summary,
        headers: { ETag: { schema: { type: "string" } } },
        content: content("application/json", z.globalRegistry.get(gives)?.id ?? name),
      },
      304: { $ref: "#/components/responses/NotModified" },
      ...{
        400: problem,
        401: problem,
        ...(inPath.length > 0 && { 404: problem }),
        429: { $ref: "#/components/responses/TooMany" },
        500: problem,
      },
    },
  };
}

function parametersOf(query: z.ZodObject): object[] {
  return Object.entries(query.shape).map(([name, schema]) => {
    const { $schema: _, description, ...plain } = z.toJSONSchema(schema, { reused: "inline" });
    const required = !schema.safeParse(undefined).success;
    return { name, in: "query", required, ...(description !== undefined && { description }), schema: plain };
  });
}

const content = (type: string, name: string) => ({ [type]: { schema: { $ref: `#/components/schemas/${name}` } } });

/** The answers by name, referring to each other under `base`. */
function definitions(base: string): Record<string, object> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id });
  // As input: what is answered may one day hold more than these fields.
  const { schemas } = z.toJSONSchema(registry, { uri: (id) => base + id, io: "input" });
  return Object.fromEntries(Object.entries(schemas).map(([id, { $schema: _, $id: __, ...plain }]) => [id, plain]));
}
