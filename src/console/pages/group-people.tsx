// The people of a project: active, by a role of their own or a team's, and invited in either way.
import { page } from "../page.ts";
import { placesOf } from "../places.ts";
import { unlessRefused } from "../refusals.ts";
import { directoryView } from "./directory.tsx";

export const groupPeople = page({
  path: "/projects/:groupId/people",
  for: "person",
  async show(visit) {
    const { api, params, words } = visit;
    const places = await placesOf(visit, params);
    const { results: assigned = [] } = await api("listGroupTeams", { ...params, itemsPerPage: 100 });
    const orgId = places.org?.id;
    const found =
      orgId === undefined || assigned.length === 0
        ? undefined
        : await api("listOrgTeams", { orgId, itemsPerPage: 250 }).catch(unlessRefused("USER_UNAUTHORIZED"));
    const ids = assigned.map(({ teamId }) => teamId);
    return directoryView({
      visit,
      scope: params,
      places,
      title: words.people.ofGroup,
      teams: (found?.results ?? [])
        .map(({ id = "", name = "" }) => ({ id, name }))
        .filter(({ id }) => ids.includes(id)),
    });
  },
});

export const project = page({
  path: "/projects/:groupId",
  for: "person",
  show: async ({ params }) => ({ to: `/projects/${encodeURIComponent(params.groupId)}/people` }),
});
