// Operations on rate limits.
import { atlas } from "../../core/operations/atlas.ts";
import { pageOf, showPageOf } from "../../core/operations/declare.ts";
import { chooseScopes, type Inspected, idOf, showSet, subjectErrors } from "./common.ts";

export const listRateLimits = atlas("listRateLimits", {
  errors: subjectErrors,
  needs: ["endpointSets"],
}).handle(async ({ endpointSets, query, ...asking }) => {
  const scopes = await chooseScopes({ ...asking, query });
  const sets = endpointSets
    .filter(({ scope }) => scopes.length === 0 || scopes.includes(scope))
    .filter(({ title }) => query.name === undefined || title === query.name)
    .filter(
      ({ endpoints }) =>
        query.endpointPath === undefined || endpoints.some(({ path }) => path === query.endpointPath),
    )
    .sort((a, b) => (a.title < b.title ? -1 : 1))
    .map((set): Inspected => ({ set, isOfOne: scopes.length > 0 }));
  return pageOf(sets, { ...query, includeCount: true });
}, showPageOf(showSet));

export const getRateLimit = atlas("getRateLimit", {
  errors: [...subjectErrors, "RESOURCE_NOT_FOUND"],
  needs: ["endpointSets"],
}).handle(async ({ endpointSets, params, ...asking }) => {
  const scopes = await chooseScopes(asking);
  const set = endpointSets.find((each) => idOf(each) === params.endpointSetId);
  if (set === undefined || (scopes.length > 0 && !scopes.includes(set.scope))) {
    throw asking.fault("RESOURCE_NOT_FOUND", { resource: params.endpointSetId });
  }
  return { set, isOfOne: scopes.length > 0 };
}, showSet);
