// Stage: parses path, query and body into the typed values that the operation declares, or refuses with the value that is wrong
// and why.
import { decompress } from "../decompress.ts";
import { parseBody, parseParams, parseQuery } from "../parse-values.ts";
import type { PipelineRequest } from "../pipeline-request.ts";

export async function parse(request: PipelineRequest): Promise<undefined> {
  const { operation, received, version = "" } = request;
  const { "content-type": type, "content-encoding": encoding } = received.headers;
  parseParams(operation, received.params, received.path);
  request.query = parseQuery(operation, received.search, operation.versions[version]?.query);
  if (operation.body === undefined) return;
  const sent = await received.readBody();
  const body = encoding === undefined ? sent : await decompress(sent, encoding);
  const parsed = parseBody(operation, type, body, version);
  const read = operation.reads?.[version] as ((body: unknown) => unknown) | undefined;
  request.body = read === undefined ? parsed : read(parsed);
}
