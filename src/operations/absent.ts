// Stands in for the operation of a path that has none: it is walked like one, so that credentials come before the refusal.
import { fault } from "../contract/errors.ts";
import { neighbourSets } from "../contract/limits.ts";
import { door } from "../domain/access.ts";
import { type Operation, operation } from "./operation.ts";

const nothing = operation("GET /api", {
  tag: "",
  summary: "",
  description: "",
  surface: "none",
  door: door.signedIn,
  limit: neighbourSets.unlisted,
  versions: { unversioned: {} },
}).handle(async () => {});

/** What old clients ask, such as Vault and Steampipe: much of it is here under another path. */
const isOfVersion1 = (path: string): boolean => /^\/api\/(atlas|public)\/v1\.0(\/|$)/.test(path);

/** Credentials are asked for unless the path says, as Atlas's do, that it needs none. A query is not looked at. */
export const absent = (method: string, path: string): Operation => ({
  ...nothing,
  query: {},
  door: path.includes("/unauth/") ? door.open : door.signedIn,
  handle: async () => {
    throw fault(isOfVersion1(path) ? "OPERATION_OF_VERSION_1" : "OPERATION_NOT_FOUND", { method, path });
  },
});

/** Clients that make clusters ask on the path of a neighbour, which offers a list only: what they want is not here either. */
export const isAbsentMethod = (method: string, path: string): boolean =>
  method === "POST" && /^\/api\/atlas\/v2\/groups\/[^/]+\/clusters\/?$/.test(path);
