import { atlas } from "../atlas.ts";
import { chooseScopes, idOf, showSet, subjectErrors } from "./common.ts";

export const getRateLimit = atlas("getRateLimit", {
  errors: [...subjectErrors, "RESOURCE_NOT_FOUND"],
}).handle(async ({ endpointSets, params, ...asking }) => {
  const scopes = await chooseScopes(asking);
  const set = endpointSets.find((each) => idOf(each) === params.endpointSetId);
  if (set === undefined || (scopes.length > 0 && !scopes.includes(set.scope))) {
    throw asking.fault("RESOURCE_NOT_FOUND", { resource: params.endpointSetId });
  }
  return { set, isOfOne: scopes.length > 0 };
}, showSet);
