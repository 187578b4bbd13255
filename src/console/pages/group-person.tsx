// The roles of one person in a project.
import { Refusal } from "../client.ts";
import { doneAt } from "../done.ts";
import { type Offered, offeredIn, RoleChecks } from "../kit/giving.tsx";
import { Button, Copy, Form, Heading, LinkButton, Table } from "../kit/kit.tsx";
import { type Outcome, type Places, page, type View, type Visit } from "../page.ts";
import { placesOf } from "../places.ts";
import { unlessRefused } from "../refusals.ts";

const heldBy = ({ perform }: Pick<Visit, "perform">, at: { groupId: string; userId: string }) =>
  perform("listGroupUserRoles", at).catch(unlessRefused("USER_CANNOT_ACCESS_GROUP", "USER_UNAUTHORIZED"));

interface Shown {
  readonly places: Places & { readonly group: { readonly id: string; readonly name: string } };
  readonly username: string;
  readonly userId: string;
  readonly status: "ACTIVE" | "PENDING";
  readonly roles: readonly string[];
  /** Undefined where the visitor may not see where roles come from. */
  readonly held: Awaited<ReturnType<typeof heldBy>>;
  readonly offered: Offered;
}

function view(visit: Visit, { places, username, userId, status, roles, held, offered }: Shown): View {
  const { words } = visit;
  const { id, name } = places.group;
  return {
    title: `${username} · ${name}`,
    places,
    body: (
      <>
        <Heading
          title={username}
          lead={
            <>
              {words.people.statuses[status]}{" "}
              <Copy visit={visit} text={userId} label={words.layout.copyOf(words.people.one.id)} />
            </>
          }
        >
          {places.org && (
            <LinkButton href={`/orgs/${places.org.id}/people/${userId}`}>
              {words.people.one.orgRoles}
            </LinkButton>
          )}
        </Heading>
        {held !== undefined && held.length > 0 && (
          <Table
            fits
            caption={words.people.access.title}
            heads={[words.people.roles, words.people.access.from, words.people.access.without]}
            rows={held.map(({ role, from, remaining }) => ({
              key: `${role} ${from.id}`,
              cells: [
                <>
                  {words.role(role)} <small class="code">{role}</small>
                </>,
                words.whoCan.from[from.kind](from.name),
                remaining.length === 0
                  ? words.people.access.nothing
                  : remaining.map((each) => words.role(each)).join(", "),
              ],
            }))}
          />
        )}
        <Form visit={visit} name="save" class="card">
          <RoleChecks
            visit={visit}
            form="save"
            of="group"
            legend={words.people.one.rolesIn(name)}
            offered={offered}
            held={roles}
          />
          <Button kind="primary">{words.layout.save}</Button>
        </Form>
        <LinkButton href={`/projects/${id}/people`}>{words.layout.back}</LinkButton>
      </>
    ),
  };
}

/** Removed last: people who change their own roles may do nothing more without these two. */
const rank = (role: string) => ["GROUP_ACCESS_MANAGER", "GROUP_OWNER"].indexOf(role);

const changed = (groupId: string, username: string, rowId: string): Outcome =>
  doneAt(`/projects/${groupId}/people#r-${rowId}`, "changed", username);

/** The API adds and removes one role at a time. Roles are added first, so that the person always has one. */
export async function giveRolesInGroup(
  { api }: Pick<Visit, "api">,
  at: { readonly groupId: string; readonly userId: string },
  chosen: readonly string[],
): Promise<string> {
  const { roles, username } = await api("getGroupUser", at);
  for (const groupRole of chosen.filter((role) => !roles.includes(role))) {
    await api("addGroupUserRole", { ...at, body: { groupRole } });
  }
  const taken = roles.filter((role) => !chosen.includes(role)).sort((a, b) => rank(a) - rank(b));
  for (const groupRole of taken) {
    await api("removeGroupUserRole", { ...at, body: { groupRole } });
  }
  return username;
}

export const groupPerson = page({
  path: "/projects/:groupId/people/:userId",
  for: "person",
  performs: ["addGroupUserRole", "removeGroupUserRole"],
  async show(visit) {
    const { groupId } = visit.params;
    const user = await visit.api("getGroupUser", visit.params);
    const status = user.orgMembershipStatus === "ACTIVE" ? "ACTIVE" : "PENDING";
    return view(visit, {
      places: await placesOf(visit, { groupId }),
      username: user.username,
      userId: visit.params.userId,
      status,
      roles: user.roles,
      held: await heldBy(visit, visit.params),
      offered: await offeredIn(visit, { groupId }),
    });
  },
  forms: {
    async save({ api, params, words }, form) {
      const chosen = form.all("roles");
      // Refused here: the API would remove all roles but the last, and refuse that one.
      if (chosen.length === 0) throw new Refusal(400, { detail: words.people.one.atLeastOne }, undefined);
      return changed(params.groupId, await giveRolesInGroup({ api }, params, chosen), params.userId);
    },
  },
});
