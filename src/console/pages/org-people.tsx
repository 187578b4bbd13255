// The people of an organization, active and invited.
import { page } from "../page.ts";
import { placesOf } from "../places.ts";
import { directoryView } from "./directory.tsx";

export const orgPeople = page({
  path: "/orgs/:orgId/people",
  for: "person",
  async show(visit) {
    const { api, params, words } = visit;
    const places = await placesOf(visit, params);
    const { results = [] } = await api("listOrgTeams", { ...params, itemsPerPage: 250 });
    return directoryView({
      visit,
      scope: params,
      places,
      title: words.people.ofOrg,
      teams: results.map(({ id = "", name = "" }) => ({ id, name })),
    });
  },
});
