// Stage: shows the handler's value in the version's form, with headers, envelope and line breaks.
import type { VersionName } from "../../contract/versions.ts";
import type { Allowance } from "../limits.ts";
import type { PipelineRequest } from "../pipeline-request.ts";
import { type ApiAnswer, succeed } from "../reply.ts";

const unjudged = { "x-anteroom-not-judged": "policies; install @cedar-policy/cedar-wasm" };

export function show(request: PipelineRequest): ApiAnswer {
  const { operation, received, query, caller } = request;
  const version = request.version as VersionName;
  const value = request.value as never;
  const { origin, path, search } = received;
  // Links have a colon as it is, as recorded, even if the path of the request has it escaped.
  const showing = { origin, path: path.replaceAll(/%3A/gi, ":"), search };
  return succeed({
    operation,
    version,
    allowance: request.allowance as Allowance,
    who: caller?.name,
    headers: request.isUnjudged
      ? { ...operation.headers?.(value, showing), ...unjudged }
      : operation.headers?.(value, showing),
    value: operation.views[version]?.(value, showing),
    format: { envelope: query.envelope === true, pretty: query.pretty === true },
  });
}
