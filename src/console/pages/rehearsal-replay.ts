// The command that sends a request of a rehearsal again. Secrets were not kept: variables stand for them.
import { mediaType, versionsInOrder } from "../../contract/versions.ts";
import { match } from "../../report/endings.ts";
import type { LoggedRequest } from "../dev.ts";
import { operationOf } from "./rehearsal-why.ts";

/** Path and query. */
export const targetOf = ({ path, search }: LoggedRequest): string =>
  search === "" ? path : `${path}?${search}`;

/** The operation that it called in a version that ends. */
export const endingIn = (request: LoggedRequest) => match({ ...request, target: targetOf(request) });

const single = (text: string): string => `'${text.replace(/'/g, `'\\''`)}'`;

/** By the form of the caller: public keys are eight letters, other callers have tokens. */
const credentialOf = ({ who, path }: LoggedRequest): string[] => {
  if (path.startsWith("/api/oauth/")) return ['--user "$CLIENT_ID:$CLIENT_SECRET"'];
  // A challenge is the first half of a digest.
  if (who === null) return ['--digest --user "$PUBLIC_KEY:$PRIVATE_KEY"'];
  if (/^[a-z]{8}$/.test(who)) return [`--digest --user "${who}:$PRIVATE_KEY"`];
  return ['--header "Authorization: Bearer $TOKEN"'];
};

/** One that the server knows, where the one that was asked for is none of its. */
function acceptOf(request: LoggedRequest): string {
  const newest = versionsInOrder(operationOf(request)?.versions ?? {}).at(-1);
  return request.refusedBy?.rule === "version" && newest !== undefined ? mediaType(newest) : request.accept;
}

export function replayOf(request: LoggedRequest, origin: string): string {
  const { method, body } = request;
  const accept = acceptOf(request);
  return [
    `curl --include --request ${method} ${single(`${origin}${targetOf(request)}`)}`,
    ...credentialOf(request),
    ...(accept === "" ? [] : [`--header ${single(`Accept: ${accept}`)}`]),
    ...(body.text
      ? [`--header ${single("Content-Type: application/json")}`, `--data ${single(body.text)}`]
      : []),
  ].join(" \\\n  ");
}
