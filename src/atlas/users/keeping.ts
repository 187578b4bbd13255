// Builds the details that events of people keep: the changed roles or team, and the access that was gained or lost with it.
import { memberOf, person, placeOf, team as placeOfTeam } from "../../core/domain/access-history.ts";
import type { AccessChange, Kept } from "../../core/domain/event.ts";
import type { Member } from "../../core/domain/membership.ts";
import type { Team } from "../../core/domain/team.ts";
import type { Reads } from "../../core/store/store.ts";

type Holder = Pick<Member, "status" | "username">;

/** Returns the access of a holder; an invitation gives none. */
const accessOf = ({ status, username }: Holder, changed: Omit<AccessChange, "who">): AccessChange[] =>
  status === "ACTIVE" ? [{ who: person(username), ...changed }] : [];

/** Returns the details of changed roles; `groupId` is null for roles in the organization. */
export const keepRoles = (
  holder: Holder,
  groupId: string | null,
  roles: NonNullable<Kept["roles"]>,
): Kept => ({ roles, access: accessOf(holder, { in: placeOf(groupId), ...roles }) });

export function keepTeam(
  holder: Holder,
  { id, name }: Pick<Team, "id" | "name">,
  how: "gained" | "lost",
): Kept {
  const [before, after] = how === "gained" ? [[], memberOf] : [memberOf, []];
  return { team: { id, name }, access: accessOf(holder, { in: placeOfTeam(id), before, after }) };
}

/** Returns a team as an event names it; without a name if it was removed in between. */
export const teamToKeep = async (tx: Reads, orgId: string, id: string) => ({
  id,
  name: (await tx.teams.find(orgId, id))?.name ?? "",
});
