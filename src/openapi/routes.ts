// Serves the derived document at /api/openapi.json, and a page to read it at /docs.
import type { FastifyInstance } from "fastify";
import type { Operation } from "../operations/operation.ts";
import { describeApi } from "./document.ts";
import { renderReference, styleSource } from "./page.ts";

const headers = {
  "content-security-policy":
    "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
};

export function registerDocument(
  app: FastifyInstance,
  table: Readonly<Record<string, Operation>>,
  baseUrl: string | null,
): void {
  const operations = Object.values(table);
  app.get("/api/openapi.json", async (request) =>
    describeApi(operations, baseUrl ?? `${request.protocol}://${request.host}`),
  );
  app.get("/docs", async (_request, reply) =>
    reply.headers(headers).type("text/html; charset=utf-8").send(renderReference(operations)),
  );
  app.get("/docs/style.css", async (_request, reply) =>
    reply.headers(headers).type("text/css; charset=utf-8").send(styleSource),
  );
}
