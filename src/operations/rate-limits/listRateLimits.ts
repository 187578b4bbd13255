import { atlas } from "../atlas.ts";
import { pageOf, showPageOf } from "../declare.ts";
import { chooseScopes, type Inspected, showSet, subjectErrors } from "./common.ts";

export const listRateLimits = atlas("listRateLimits", {
  errors: subjectErrors,
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
