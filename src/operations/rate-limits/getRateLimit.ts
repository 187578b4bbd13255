import { door, envelope, operation, pretty, schemas, Type } from "../declare.ts";
import { chooseScopes, idOf, path, previewLifetime, shared, showSet, subjectErrors } from "./common.ts";

export const getRateLimit = operation(`GET ${path}/{endpointSetId}`, {
  ...shared,
  summary: "Get a rate limit",
  description:
    "One endpoint set with the size and the refill of its token buckets. Where a project, an organization, the caller or an address is named that the set is not counted by, it is not found.",
  door: door.signedIn,
  params: {
    endpointSetId: Type.String({
      description: "Id of the endpoint set.",
      example: "rateLimitsInspection_user",
    }),
  },
  query: { pretty, envelope, ...schemas.subject },
  successor: "getRateLimit in version 2025-03-12",
  versions: {
    preview: { ...previewLifetime, reply: schemas.RateLimitEndpointSet },
    "2025-03-12": { reply: schemas.RateLimitEndpointSet },
  },
  errors: [...subjectErrors, "RESOURCE_NOT_FOUND"],
}).handle(async ({ endpointSets, params, ...asking }) => {
  const scopes = await chooseScopes(asking);
  const set = endpointSets.find((each) => idOf(each) === params.endpointSetId);
  if (set === undefined || (scopes.length > 0 && !scopes.includes(set.scope))) {
    throw asking.fault("RESOURCE_NOT_FOUND", { resource: params.endpointSetId });
  }
  return { set, isOfOne: scopes.length > 0 };
}, showSet);
