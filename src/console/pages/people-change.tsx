// Changes what some people hold: the page that asks first, for one person or for many, and reports what became of each.
import { Refusal } from "../client.ts";
import { doneAt } from "../done.ts";
import { doEach, report } from "../each.tsx";
import { RoleChecks } from "../kit/giving.tsx";
import { Form, Heading, LinkButton } from "../kit/kit.tsx";
import { fullName } from "../kit/names.ts";
import { type Outcome, type Places, page, type Form as Sent, type View, type Visit } from "../page.ts";
import { placesOf } from "../places.ts";
import { type Person, powersIn, powersOver, readPeople, rootOf } from "./directory.tsx";
import { giveRolesInGroup } from "./group-person.tsx";
import { afterRemoval } from "./inviter.tsx";

type Scope = { readonly orgId: string } | { readonly groupId: string };

const acts = ["roles", "resend", "end"] as const;
type Act = (typeof acts)[number];

/** As many as are changed by one request. */
const most = 250;

const find = async (visit: Visit, scope: Scope, addresses: readonly string[]): Promise<readonly Person[]> => {
  // An address that is empty would be none that was asked for, and so everybody.
  const named = addresses.filter((address) => address.trim() !== "").slice(0, most);
  if (named.length === 0) return [];
  const { people } = await readPeople(visit, scope, { addresses: named, size: most });
  return people;
};

/** Back to the list, or to its row: never to another page. */
function backTo(scope: Scope, back: string, person?: Person): string {
  const list = `${rootOf(scope)}/people`;
  const at = back === list || back.startsWith(`${list}?`) ? back : list;
  return person === undefined ? at : `${at}#r-${person.id}`;
}

async function view(visit: Visit, scope: Scope, places: Places): Promise<View> {
  const { query, problem, words } = visit;
  const text = (name: string) => (problem === undefined ? (query.get(name) ?? "") : problem.form.text(name));
  const act = acts.find((each) => each === (problem?.name ?? query.get("act"))) ?? "end";
  const asked = problem === undefined ? query.getAll("who") : problem.form.all("who");
  const powers = await powersIn(visit, scope, places);
  const people = (await find(visit, scope, asked)).filter((person) => {
    const over = powersOver(powers, person, scope);
    return act === "roles" ? over.changes : act === "resend" ? over.resends : over.removes;
  });
  const { change, one } = words.people;
  const place = places.group?.name ?? places.org?.name ?? "";
  const back = backTo(scope, text("back"));
  const [only] = people;
  const whom = words.lists.several(people.map(nameOf), people.length);
  const title =
    only === undefined
      ? change.nobody
      : act === "roles"
        ? change.rolesOf(whom, people.length)
        : act === "resend"
          ? change.resendTo(whom, people.length)
          : people.every(({ state }) => state === "INVITED")
            ? change.revokeOf(whom, people.length)
            : change.removeOf(whom, place, people.length);
  return {
    title,
    places,
    body: (
      <>
        <Heading title={title} />
        <Form visit={visit} name={act} class="card">
          <input type="hidden" name="back" value={back} />
          {people.map(({ username }) => (
            <input key={username} type="hidden" name="who" value={username} />
          ))}
          {people.length > 1 && (
            <ul class="whom">
              {people.map((person) => (
                <li key={person.id}>
                  {nameOf(person)} {fullName(person) !== "" && <small>{person.username}</small>}
                </li>
              ))}
            </ul>
          )}
          {act === "end" && people.some(({ state }) => state === "ACTIVE") && (
            <p>{"orgId" in scope ? change.leaveOrg : change.leaveGroup}</p>
          )}
          {act === "roles" && only !== undefined && (
            <RoleChecks
              visit={visit}
              form="roles"
              of={"orgId" in scope ? "org" : "group"}
              legend={"orgId" in scope ? one.orgRoles : one.rolesIn(place)}
              offered={powers.offered}
              held={people.length === 1 ? only.roles : []}
              chosen={people.length === 1 ? only.roles : []}
            />
          )}
          {act === "roles" && people.length > 1 && <p class="hint">{change.replaces}</p>}
          <div class="row">
            {only !== undefined && (
              <button type="submit" class={act === "end" ? "button danger primary" : "button primary"}>
                {act === "roles"
                  ? words.layout.save
                  : act === "resend"
                    ? words.people.resend
                    : people.every(({ state }) => state === "INVITED")
                      ? words.people.revoke
                      : words.people.remove}
              </button>
            )}
            <LinkButton href={back} closes>
              {words.layout.cancel}
            </LinkButton>
          </div>
        </Form>
      </>
    ),
  };
}

const nameOf = (person: Person): string => fullName(person) || person.username;

type Change = (visit: Visit, scope: Scope, person: Person, roles: readonly string[]) => Promise<unknown>;

const changes: Readonly<Record<Act, Change>> = {
  async roles({ api, words }, scope, person, roles) {
    // Refused here: the API would take all roles but the last, and refuse that one.
    if (roles.length === 0) throw new Refusal(400, { detail: words.people.one.atLeastOne }, undefined);
    if ("orgId" in scope) {
      for (const userId of idsOf(person)) {
        await api("updateOrgUser", { ...scope, userId, body: { roles: { orgRoles: [...roles] } } });
      }
      return;
    }
    for (const userId of idsOf(person)) await giveRolesInGroup({ api }, { ...scope, userId }, roles);
    for (const { id } of alone(person)) {
      await api("updateGroupInviteById", { ...scope, invitationId: id, body: { roles: [...roles] } });
    }
  },
  async resend({ perform }, _scope, { invites }) {
    for (const { id } of invites) await perform("resendInvitation", { invitationId: id });
  },
  async end({ api }, scope, person) {
    for (const userId of idsOf(person)) {
      if ("orgId" in scope) await api("removeOrgUser", { ...scope, userId });
      else await api("removeGroupUser", { ...scope, userId });
    }
    if ("orgId" in scope) return;
    for (const { id } of alone(person)) await api("deleteGroupInvite", { ...scope, invitationId: id });
  },
};

/** Of the user, active or pending. */
const idsOf = ({ userId, roles, state, invites }: Person): string[] => [
  ...(userId !== null && (state !== "ACTIVE" || roles.length > 0) ? [userId] : []),
  ...invites.flatMap((invite) => invite.userId ?? []),
];

/** Invitations to the project alone. */
const alone = ({ invites }: Person) => invites.filter(({ way }) => way === "alone");

/** The visitor comes last: whoever leaves, or steps down, may do nothing more for the others. */
function visitorLast({ person: visitor }: Visit, people: readonly Person[]): Person[] {
  const isVisitor = ({ userId }: Person) => userId !== null && userId === visitor?.id;
  return [...people.filter((person) => !isVisitor(person)), ...people.filter(isVisitor)];
}

/** One after the other: a person who is refused keeps nobody else from being changed. */
async function apply(
  visit: Visit,
  { scope, places, act }: { readonly scope: Scope; readonly places: Places; readonly act: Act },
  form: Sent,
): Promise<Outcome> {
  const roles = form.all("roles");
  const people = visitorLast(visit, await find(visit, scope, form.all("who")));
  const { change, report: told } = visit.words.people;
  const outcomes = await doEach(people, (person) => changes[act](visit, scope, person, roles), change.nobody);
  if (outcomes.some(({ refusal }) => refusal !== undefined)) {
    const back = backTo(scope, form.text("back"));
    const addressOf = ({ username }: Person) => username;
    return report(visit, {
      outcomes,
      nameOf: addressOf,
      places,
      title: told.title,
      head: told.address,
      back,
    });
  }
  const what =
    act === "end" && people.every(({ state }) => state === "INVITED")
      ? "revoked"
      : ({ roles: "changed", resend: "resent", end: "removed" } as const)[act];
  const row = act === "end" ? undefined : outcomes[0]?.thing;
  const to = doneAt(backTo(scope, form.text("back"), row), what, ...people.map(nameOf));
  if (act !== "end") return to;
  for (const person of people.filter(({ state }) => state === "ACTIVE")) {
    const next = await afterRemoval(visit, scope, person.username, "");
    if (next.to !== "") return { ...to, to: next.to };
  }
  return to;
}

/** One for each act, by its name. */
const formsOf = (scopeOf: (visit: Visit) => Scope) =>
  Object.fromEntries(
    acts.map((act) => [
      act,
      async (visit: Visit, form: Sent) => {
        const scope = scopeOf(visit);
        const places = "orgId" in scope ? await placesOf(visit, scope) : await placesOf(visit, scope);
        return apply(visit, { scope, places, act }, form);
      },
    ]),
  );

const inOrg = ({ params }: Visit) => ({ orgId: params.orgId ?? "" });
const inGroup = ({ params }: Visit) => ({ groupId: params.groupId ?? "" });

export const orgPeopleChange = page({
  path: "/orgs/:orgId/people/change",
  for: "person",
  performs: ["updateOrgUser", "removeOrgUser"],
  show: async (visit) => view(visit, visit.params, await placesOf(visit, visit.params)),
  forms: formsOf(inOrg),
});

export const groupPeopleChange = page({
  path: "/projects/:groupId/people/change",
  for: "person",
  performs: [
    "addGroupUserRole",
    "removeGroupUserRole",
    "removeGroupUser",
    "updateGroupInviteById",
    "deleteGroupInvite",
  ],
  show: async (visit) => view(visit, visit.params, await placesOf(visit, visit.params)),
  forms: formsOf(inGroup),
});
