// Serves the derived document at /api/openapi.json.
import type { FastifyInstance } from "fastify";
import { originOf } from "../domain/proxies.ts";
import type { Operation } from "../operations/operation.ts";
import { describeApi } from "./document.ts";

export function registerDocument(
  app: FastifyInstance,
  table: Readonly<Record<string, Operation>>,
  baseUrl: string | null,
): void {
  const operations = Object.values(table);
  app.get("/api/openapi.json", async (request) => describeApi(operations, originOf(request, baseUrl)));
}
