// The roles of one person in a project.
import { Refusal } from "../client.ts";
import { doneAt } from "../done.ts";
import { type Offered, offeredIn, RoleChecks } from "../kit/giving.tsx";
import { Button, Copy, Form, Heading, LinkButton, Table } from "../kit/kit.tsx";
import { fullName } from "../kit/names.ts";
import { RoleList, RoleWithCode } from "../kit/people.tsx";
import { type Outcome, type Places, page, type View, type Visit } from "../page.ts";
import { placesOf } from "../places.ts";
import { unlessRefused } from "../refusals.ts";

const heldBy = ({ perform }: Pick<Visit, "perform">, at: { groupId: string; userId: string }) =>
  perform("listGroupUserRoles", at).catch(unlessRefused("USER_CANNOT_ACCESS_GROUP", "USER_UNAUTHORIZED"));

interface Found {
  readonly username: string;
  readonly name: string;
  readonly status: "ACTIVE" | "PENDING";
  /** Given in the project itself: none for who is in it by a team or a role in the organization alone. */
  readonly roles: readonly string[];
}

/** The API knows those with roles of their own alone; of others who hold a role here, the organization knows who they are. */
async function find(
  { api }: Pick<Visit, "api">,
  at: { readonly groupId: string; readonly userId: string },
  held: readonly unknown[],
): Promise<Found> {
  const isElsewhere = held.length === 0 ? [] : ["USER_NOT_IN_GROUP"];
  const inGroup = await api("getGroupUser", at).catch(unlessRefused(...isElsewhere));
  const user = inGroup ?? (await api("getOrgUser", { ...at, orgId: (await api("getGroup", at)).orgId }));
  const isActive = user.orgMembershipStatus === "ACTIVE";
  return {
    username: user.username,
    name: isActive ? fullName(user) : "",
    status: isActive ? "ACTIVE" : "PENDING",
    roles: inGroup?.roles ?? [],
  };
}

interface Shown {
  readonly places: Places & { readonly group: { readonly id: string; readonly name: string } };
  readonly user: Found;
  readonly userId: string;
  /** Undefined where the visitor may not see where roles come from. */
  readonly held: Awaited<ReturnType<typeof heldBy>>;
  readonly offered: Offered;
  readonly isChanged: boolean;
}

function view(visit: Visit, { places, user, userId, held, offered, isChanged }: Shown): View {
  const { words } = visit;
  const { id, name } = places.group;
  const { username, status, roles } = user;
  return {
    title: `${username} · ${name}`,
    places,
    body: (
      <>
        <Heading
          title={user.name || username}
          lead={
            <>
              {user.name !== "" && `${username} · `}
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
                <RoleWithCode words={words} role={role} key="role" />,
                words.whoCan.from[from.kind](from.name),
                remaining.length === 0
                  ? words.people.access.nothing
                  : remaining.map((each) => words.role(each)).join(", "),
              ],
            }))}
          />
        )}
        {isChanged ? (
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
        ) : (
          <section class="card" aria-labelledby="roles">
            <h2 id="roles">{words.people.one.rolesIn(name)}</h2>
            <RoleList words={words} roles={roles} />
          </section>
        )}
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
  const user = await api("getGroupUser", at).catch(unlessRefused("USER_NOT_IN_GROUP"));
  if (user === undefined) return addToGroup({ api }, at, chosen);
  const { roles, username } = user;
  for (const groupRole of chosen.filter((role) => !roles.includes(role))) {
    await api("addGroupUserRole", { ...at, body: { groupRole } });
  }
  const taken = roles.filter((role) => !chosen.includes(role)).sort((a, b) => rank(a) - rank(b));
  for (const groupRole of taken) {
    await api("removeGroupUserRole", { ...at, body: { groupRole } });
  }
  return username;
}

/** Roles of their own for who is in the project by a team or a role in the organization alone. */
async function addToGroup(
  { api }: Pick<Visit, "api">,
  { groupId, userId }: { readonly groupId: string; readonly userId: string },
  roles: readonly string[],
): Promise<string> {
  const { orgId } = await api("getGroup", { groupId });
  const { username } = await api("getOrgUser", { orgId, userId });
  await api("addGroupUsers", { groupId, body: { username, roles: [...roles] } });
  return username;
}

export const groupPerson = page({
  path: "/projects/:groupId/people/:userId",
  for: "person",
  performs: ["addGroupUserRole", "removeGroupUserRole"],
  async show(visit) {
    const { groupId } = visit.params;
    const held = await heldBy(visit, visit.params);
    const user = await find(visit, visit.params, held ?? []);
    const places = await placesOf(visit, { groupId });
    return view(visit, {
      places,
      user,
      userId: visit.params.userId,
      held,
      offered: await offeredIn(visit, { groupId }),
      isChanged: places.group.may("addGroupUserRole"),
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
