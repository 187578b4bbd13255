// The documents that programs read of a server: made on first use, and then served from memory.
import { LRUCache } from "lru-cache";
import type { Route } from "../core/http/answer.ts";
import { type ServeText, serveText } from "../core/http/served-text.ts";
import { describeApiAs, documentPath, readDocumentQuery } from "../core/openapi/asked.ts";
import { describeSeeds, schemaFile } from "../testing/seed/schema.ts";
import { table } from "./open-pipeline.ts";

/**
 * The kept documents. One names the address of its request, and Host is chosen by the client, so only the last few are kept.
 */
const kept = new LRUCache<string, ServeText>({ max: 8 });

function keep(key: string, make: () => ServeText): ServeText {
  const served = kept.get(key) ?? make();
  kept.set(key, served);
  return served;
}

const answerApi: Route["answer"] = async ({ headers, search, origin }) => {
  const query = readDocumentQuery(table, search);
  const key = JSON.stringify([origin, query]);
  const type = "application/json; charset=utf-8";
  return keep(key, () => serveText(JSON.stringify(describeApiAs(table, query, origin)), type))(headers);
};

const answerSeeds: Route["answer"] = async ({ headers }) => {
  const type = "application/schema+json; charset=utf-8";
  return keep(schemaFile, () => serveText(JSON.stringify(describeSeeds()), type))(headers);
};

export const documents: readonly Route[] = [
  { method: "GET", path: documentPath, answer: answerApi },
  // Below /api nothing has HEAD by itself, as at Atlas.
  { method: "HEAD", path: documentPath, answer: answerApi },
  { method: "GET", path: `/${schemaFile}`, answer: answerSeeds },
];
