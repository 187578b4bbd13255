// Changes what some people hold: the page that asks first, for one person or for many, and reports what became of each.

import { fullName } from "../../domain/full-name.ts";
import { Refusal } from "../client.ts";
import { doneAt } from "../done.ts";
import { doEach, report } from "../each.tsx";
import { Foot, Form } from "../kit/fields.tsx";
import { type Offered, RolePicker } from "../kit/giving.tsx";
import { Heading, LinkButton } from "../kit/kit.tsx";
import { useVisit } from "../kit/visit.ts";
import type { Outcome, Form as Sent, View, Visit } from "../page.ts";
import { type Here, read, type Scope, scopedPages } from "../scope.ts";
import { giveRolesInGroup } from "./group-roles.ts";
import { afterRemoval } from "./inviter.tsx";
import { KeysMade, keysMadeBy } from "./people-keys.tsx";
import { type Person, type Powers, powersIn, powersOver, readPeople } from "./people-powers.ts";

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
  const list = `${scope.root}/people`;
  const at = back === list || back.startsWith(`${list}?`) ? back : list;
  return person === undefined ? at : `${at}#r-${person.id}`;
}

interface Question {
  readonly act: Act;
  readonly people: readonly Person[];
  readonly back: string;
}

const areInvited = (people: readonly Person[]) => people.every(({ state }) => state === "INVITED");

function titleOf({ words }: Visit, { name }: Here, { act, people }: Question): string {
  const { change } = words.people;
  const whom = words.lists.several(people.map(nameOf), people.length);
  if (people.length === 0) return change.nobody;
  if (act === "roles") return change.rolesOf(whom, people.length);
  if (act === "resend") return change.resendTo(whom, people.length);
  return areInvited(people)
    ? change.revokeOf(whom, people.length)
    : change.removeOf(whom, name, people.length);
}

function submitOf({ words }: Visit, { act, people }: Question): string {
  if (act === "roles") return words.layout.save;
  if (act === "resend") return words.people.resend;
  return areInvited(people) ? words.people.revoke : words.people.remove;
}

/** What was asked: by the address, or by a form that was refused. */
async function questionIn(visit: Visit, here: Here, { offered, ...powers }: Powers): Promise<Question> {
  const { query, problem } = visit;
  const act = acts.find((each) => each === (problem?.name ?? query.get("act"))) ?? "end";
  const who = problem === undefined ? query.getAll("who") : problem.form.all("who");
  const people = (await find(visit, here, who)).filter((person) => {
    const over = powersOver({ offered, ...powers }, person, here);
    return { roles: over.changes, resend: over.resends, end: over.removes }[act];
  });
  const back = problem === undefined ? (query.get("back") ?? "") : problem.form.text("back");
  return { act, people, back: backTo(here, back) };
}

async function view(visit: Visit, here: Here): Promise<View> {
  const { words } = visit;
  const powers = await powersIn(visit, here);
  const question = await questionIn(visit, here, powers);
  const { act, people, back } = question;
  const { change } = words.people;
  const title = titleOf(visit, here, question);
  return {
    title,
    places: here.places,
    body: (
      <>
        <Heading title={title} />
        <Form name={act} class="card">
          <input type="hidden" name="back" value={back} />
          {people.map(({ username }) => (
            <input key={username} type="hidden" name="who" value={username} />
          ))}
          {people.length > 1 && <Whom people={people} />}
          {act === "end" && people.some(({ state }) => state === "ACTIVE") && (
            <>
              <p>{here.pick(change.leaveOrg, change.leaveGroup)}</p>
              <KeysMade made={await keysMadeBy(visit, here, people)} />
            </>
          )}
          {act === "roles" && <NewRoles here={here} people={people} offered={powers.offered} />}
          <Foot>
            {people.length > 0 && (
              <button type="submit" class={act === "end" ? "button danger primary" : "button primary"}>
                {submitOf(visit, question)}
              </button>
            )}
            <LinkButton href={back} closes>
              {words.layout.cancel}
            </LinkButton>
          </Foot>
        </Form>
      </>
    ),
  };
}

const Whom = ({ people }: Pick<Question, "people">) => (
  <ul class="whom">
    {people.map((person) => (
      <li key={person.id}>
        {nameOf(person)} {fullName(person) !== "" && <small>{person.username}</small>}
      </li>
    ))}
  </ul>
);

interface NewRolesProps extends Pick<Question, "people"> {
  readonly here: Here;
  readonly offered: Offered;
}

function NewRoles({ here, people: [only, ...others], offered }: NewRolesProps) {
  const { one, change } = useVisit().words.people;
  if (only === undefined) return null;
  return (
    <>
      <RolePicker
        of={here.kind}
        legend={here.pick(one.orgRoles, one.rolesIn(here.name))}
        offered={offered}
        held={others.length === 0 ? only.roles : []}
        isFirst
      />
      {others.length > 0 && <p class="hint">{change.replaces}</p>}
    </>
  );
}

const nameOf = (person: Person): string => fullName(person) || person.username;

type Change = (visit: Visit, scope: Scope, person: Person, roles: readonly string[]) => Promise<unknown>;

const changes: Readonly<Record<Act, Change>> = {
  async roles({ api, words }, scope, person, roles) {
    // Refused here: the API would take all roles but the last, and refuse that one.
    if (roles.length === 0) throw new Refusal(400, { detail: words.people.one.atLeastOne }, undefined);
    for (const userId of idsOf(person)) {
      if (scope.kind === "org") {
        await api("updateOrgUser", { ...scope.at, userId, body: { roles: { orgRoles: [...roles] } } });
      } else await giveRolesInGroup({ api }, { ...scope.at, userId }, roles);
    }
    if (scope.kind === "org") return;
    for (const { id } of alone(person)) {
      await api("updateGroupInviteById", { ...scope.at, invitationId: id, body: { roles: [...roles] } });
    }
  },
  async resend({ perform }, _scope, { invites }) {
    for (const { id } of invites) await perform("resendInvitation", { invitationId: id });
  },
  async end({ api }, scope, person) {
    for (const userId of idsOf(person)) {
      await api(scope.pick("removeOrgUser", "removeGroupUser"), { ...scope.at, userId });
    }
    if (scope.kind === "org") return;
    for (const { id } of alone(person)) await api("deleteGroupInvite", { ...scope.at, invitationId: id });
  },
};

const idsOf = ({ userId, roles, state, invites }: Person): string[] => [
  ...(userId !== null && (state !== "ACTIVE" || roles.length > 0) ? [userId] : []),
  ...invites.flatMap((invite) => invite.userId ?? []),
];

const alone = ({ invites }: Person) => invites.filter(({ way }) => way === "alone");

/** The visitor comes last: after leaving, or stepping down, nothing more can be done for the others. */
function visitorLast({ person: visitor }: Visit, people: readonly Person[]): Person[] {
  const isVisitor = ({ userId }: Person) => userId !== null && userId === visitor?.id;
  return [...people.filter((person) => !isVisitor(person)), ...people.filter(isVisitor)];
}

/** One after the other: a person who is refused keeps no other from being changed. */
const applying =
  (act: Act) =>
  async (visit: Visit, form: Sent, scope: Scope): Promise<Outcome> => {
    const { places } = await read(visit, scope);
    const roles = form.all("roles");
    const people = visitorLast(visit, await find(visit, scope, form.all("who")));
    const { change, report: told } = visit.words.people;
    const outcomes = await doEach(
      people,
      (person) => changes[act](visit, scope, person, roles),
      change.nobody,
    );
    if (outcomes.some(({ refusal }) => refusal !== undefined)) {
      return report(visit, {
        outcomes,
        nameOf: ({ username }) => username,
        places,
        title: told.title,
        head: told.address,
        back: backTo(scope, form.text("back")),
      });
    }
    const done = act === "end" && areInvited(people) ? "revoked" : dones[act];
    const row = act === "end" ? undefined : outcomes[0]?.thing;
    const to = doneAt(backTo(scope, form.text("back"), row), done, ...people.map(nameOf));
    if (act !== "end") return to;
    for (const person of people.filter(({ state }) => state === "ACTIVE")) {
      const next = await afterRemoval(visit, scope, person.username, "");
      if (next.to !== "") return { ...to, to: next.to };
    }
    return to;
  };

const dones = { roles: "changed", resend: "resent", end: "removed" } as const;

export const [orgPeopleChange, groupPeopleChange] = scopedPages("/people/change", {
  performs: {
    org: ["updateOrgUser", "removeOrgUser"],
    group: [
      "addGroupUserRole",
      "removeGroupUserRole",
      "removeGroupUser",
      "updateGroupInviteById",
      "deleteGroupInvite",
    ],
  },
  show: view,
  forms: { roles: applying("roles"), resend: applying("resend"), end: applying("end") },
});
