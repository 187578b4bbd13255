// Changes the roles or memberships of one or many people: it shows the page with the question, and reports the result for each.
import { fullName, nameOrAddress } from "../../core/domain/full-name.ts";
import { doEach, report } from "../bulk-action.tsx";
import { doneAt } from "../flash.ts";
import { headed } from "../kit/card.tsx";
import { Checks, Form, type Named, optionOf } from "../kit/fields.tsx";
import { RolePicker } from "../kit/giving.tsx";
import { addressWith } from "../kit/list.tsx";
import { Foot } from "../kit/sheet.tsx";
import { useVisit } from "../kit/visit.ts";
import type { Outcome, Form as Sent, View, Visit } from "../page.ts";
import { type Here, read, type Scope, scopedPages } from "../scope.ts";
import { afterRemoval } from "./inviter.tsx";
import { type Act, acts, deeds, isMe } from "./people-deeds.ts";
import { KeysMade, keysMadeBy } from "./people-keys.tsx";
import { type Person, type Powers, powersIn, powersOver, readNamed } from "./people-powers.ts";
import { teamsOf } from "./teams.tsx";

/** Returns the address of the list or of a row in it, never of another page. */
function backTo(scope: Scope, back: string, person?: Person): string {
  const list = `${scope.root}/people`;
  const at = back === list || back.startsWith(`${list}?`) ? back : list;
  return person === undefined ? at : `${at}#r-${person.id}`;
}

interface Question {
  readonly act: Act;
  readonly people: readonly Person[];
  /** The number of other selected people, whom this action cannot change. */
  readonly others: number;
  readonly back: string;
}

const areInvited = (people: readonly Person[]) => people.every(({ state }) => state === "INVITED");

function titleOf({ words }: Visit, { name }: Here, { act, people }: Question): string {
  const { change } = words.people;
  const count = people.length;
  const who = count > 1 ? words.lists.total(count) : people.map(nameOrAddress).join();
  if (count === 0) return change.nobody;
  if (act !== "end") return change.titles[act](who, count);
  return areInvited(people) ? change.revokeOf(who, count) : change.removeOf(who, name, count);
}

function submitOf({ words }: Visit, { act, people }: Question): string {
  const { list, ...others } = words.people;
  if (act === "roles") return words.layout.save;
  if (act === "end") return areInvited(people) ? others.revoke : words.layout.remove;
  return { add: list.addRole, take: list.takeRole, team: list.addToTeam, resend: others.resend }[act];
}

/**
 * Reads the question from the address or from a refused form. The only action on roles for several people is to add them, so
 * that no role is lost by accident.
 */
async function questionIn(visit: Visit, here: Here, powers: Powers): Promise<Question> {
  const { query, problem } = visit;
  const who = problem === undefined ? query.getAll("who") : problem.form.all("who");
  const listed = addressWith({ query, target: `${here.root}/people` }, { who: "", act: "" });
  const asked = acts.find((each) => each === (problem?.name ?? query.get("act"))) ?? "end";
  const act = asked === "roles" && who.length > 1 ? "add" : asked;
  const people = (await readNamed(visit, here, who)).filter((person) => {
    const { changes, joins, resends, removes } = powersOver(powers, person, here);
    const gives = person.roles.some((role) => powers.offered.includes(role));
    return {
      roles: changes,
      add: changes,
      take: changes && gives,
      team: joins,
      resend: resends,
      end: removes,
    }[act];
  });
  const back = problem === undefined ? (query.get("back") ?? listed) : problem.form.text("back");
  return { act, people, others: who.length - people.length, back: backTo(here, back) };
}

async function view(visit: Visit, here: Here): Promise<View> {
  const { words } = visit;
  const powers = await powersIn(visit, here);
  const question = await questionIn(visit, here, powers);
  const { act, people, others, back } = question;
  const { change } = words.people;
  const title = titleOf(visit, here, question);
  const teams = act === "team" && here.kind === "org" ? await teamsOf(visit, here.id) : [];
  return headed(
    title,
    <Form name={act} class="card">
      <input type="hidden" name="back" value={back} />
      {people.map(({ username }) => (
        <input key={username} type="hidden" name="who" value={username} />
      ))}
      {people.length > 1 && <Names people={people} />}
      {act === "end" && people.some(({ state }) => state === "ACTIVE") && (
        <>
          <p>{here.pick(change.leaveOrg, change.leaveGroup)}</p>
          <KeysMade made={await keysMadeBy(visit, here, people)} />
        </>
      )}
      {people.length > 0 && others > 0 && <p class="hint">{change.leftOut(others)}</p>}
      <Choosing here={here} question={question} powers={powers} teams={teams} />
      <Foot back={back}>
        {people.length > 0 && (
          <button type="submit" class={act === "end" ? "button danger primary" : "button primary"}>
            {submitOf(visit, question)}
          </button>
        )}
      </Foot>
    </Form>,
    { places: here.places },
  );
}

const Names = ({ people }: Pick<Question, "people">) => (
  <ul class="names">
    {people.map((person) => (
      <li key={person.id}>
        {nameOrAddress(person)} {fullName(person) !== "" && <small>{person.username}</small>}
      </li>
    ))}
  </ul>
);

interface ChoosingProps {
  readonly here: Here;
  readonly question: Question;
  readonly powers: Powers;
  readonly teams: readonly Named[];
}

/** The choices of the question, and their effect on each person. */
function Choosing({ here, question: { act, people }, powers: { offered }, teams }: ChoosingProps) {
  const visit = useVisit();
  const { people: said, credentials, layout } = visit.words;
  const { one, change } = said;
  const [only] = people;
  if (only === undefined || act === "resend") return null;
  if (act === "end") {
    return people.some((person) => isMe(visit, person)) ? (
      <label class="check">
        <input type="checkbox" name="self" value="1" required={people.length === 1} />
        {change.self(here.name)}
      </label>
    ) : null;
  }
  if (act === "team") {
    return (
      <>
        <p>{change.joins}</p>
        <Checks legend={layout.teams} name="teams" chosen={[]} options={teams.map(optionOf)} />
      </>
    );
  }
  const legend = here.pick(credentials.rolesHere, one.rolesIn(here.name));
  if (act === "roles") {
    return <RolePicker of={here.kind} legend={legend} offered={offered} held={only.roles} isFirst />;
  }
  const takes = offered.filter((role) => people.some(({ roles }) => roles.some((held) => held === role)));
  return (
    <>
      <p>{act === "add" ? change.adds : change.takes}</p>
      <RolePicker
        of={here.kind}
        legend={legend}
        offered={act === "add" ? offered : takes}
        does={act === "add" ? "adds" : "takes"}
        isFirst
      />
    </>
  );
}

/** Puts the visitor last: after leaving, or losing a role, the visitor could not change the others. */
const visitorLast = (visit: Visit, people: readonly Person[]): Person[] => [
  ...people.filter((person) => !isMe(visit, person)),
  ...people.filter((person) => isMe(visit, person)),
];

/**
 * Builds the form that changes one person after another: a refusal for one does not stop the others. With several people, each
 * gets a line with the result.
 */
const applying =
  (act: Act) =>
  async (visit: Visit, form: Sent, scope: Scope): Promise<Outcome> => {
    const { places } = await read(visit, scope);
    const people = visitorLast(visit, await readNamed(visit, scope, form.all("who")));
    const { change, report: told, inviter } = visit.words.people;
    const outcomes = await doEach(people, (person) => deeds[act](visit, scope, person, form), change.nobody);
    const pending = new Map<Person, string>();
    for (const { thing, refusal } of act === "end" ? outcomes : []) {
      if (refusal !== undefined || thing.state !== "ACTIVE") continue;
      const { to } = await afterRemoval(visit, scope, thing.username, "");
      if (to !== "") pending.set(thing, to);
    }
    const back = backTo(scope, form.text("back"));
    if (people.length > 1) {
      return report(visit, {
        outcomes,
        nameOf: ({ username }) => username,
        places,
        title: told.title,
        head: told.address,
        back,
        besideOf: (person) =>
          pending.has(person) && (
            <a href={pending.get(person) ?? ""}>{inviter.title(nameOrAddress(person))}</a>
          ),
      });
    }
    const only = outcomes[0]?.thing;
    const done = act === "end" && areInvited(people) ? "revoked" : dones[act];
    const row = act === "end" ? undefined : only;
    const to = doneAt(backTo(scope, form.text("back"), row), done, ...people.map(nameOrAddress));
    const next = only && pending.get(only);
    return next === undefined ? to : { ...to, to: next };
  };

const dones = {
  roles: "changed",
  add: "changed",
  take: "changed",
  team: "teamsChanged",
  resend: "resent",
  end: "removed",
} as const;

export const [orgPeopleChange, groupPeopleChange] = scopedPages("/people/change", {
  performs: {
    org: ["updateOrgUser", "addOrgUserRole", "removeOrgUserRole", "addOrgTeamUser", "removeOrgUser"],
    group: [
      "addGroupUserRole",
      "addGroupUsers",
      "removeGroupUserRole",
      "removeGroupUser",
      "updateGroupInviteById",
      "deleteGroupInvite",
    ],
  },
  show: view,
  forms: Object.fromEntries(acts.map((act) => [act, applying(act)])),
});
