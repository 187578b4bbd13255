import {
  door,
  envelope,
  operation,
  Page,
  pageOf,
  paging,
  pretty,
  schemas,
  showPageOf,
  Type,
} from "../declare.ts";
import {
  chooseScopes,
  type Inspected,
  path,
  previewLifetime,
  shared,
  showSet,
  subjectErrors,
} from "./common.ts";

const { itemsPerPage, pageNum } = paging;
const reply = Page(schemas.RateLimitEndpointSet, "PaginatedRateLimitEndpointSets");

export const listRateLimits = operation(`GET ${path}`, {
  ...shared,
  summary: "List rate limits",
  description:
    "The endpoint sets with the size and the refill of their token buckets, by name. Where a project, an organization, the caller or an address is named, only the sets that are counted by it. Every caller may look; a project or an organization only its own people and credentials.",
  door: door.signedIn,
  query: {
    itemsPerPage,
    pageNum,
    pretty,
    envelope,
    ...schemas.subject,
    endpointPath: Type.String({
      description: "Only the sets with an endpoint of this path, its parameters in braces.",
      example: "/api/atlas/v2/groups/{groupId}/invites",
    }),
    name: Type.String({ description: "Only the set of this name.", example: "Rate Limits Inspection" }),
  },
  successor: "listRateLimits in version 2025-03-12",
  versions: { preview: { ...previewLifetime, reply }, "2025-03-12": { reply } },
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
