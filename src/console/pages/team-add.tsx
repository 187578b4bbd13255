// Adds people to a team, many at once: by address, or by any part of a name that only one person has.
import { foldAddress } from "../../core/domain/address.ts";
import { fullName, nameOrAddress } from "../../core/domain/full-name.ts";
import { doEach, type Outcomes, OutcomeTable } from "../bulk-action.tsx";
import { Refusal } from "../client.ts";
import { doneAt } from "../flash.ts";
import { addressesIn, partsIn } from "../inviting.tsx";
import { headed } from "../kit/card.tsx";
import { Area, Form } from "../kit/fields.tsx";
import { Button } from "../kit/kit.tsx";
import { Foot } from "../kit/sheet.tsx";
import { useVisit } from "../kit/visit.ts";
import { type Outcome, page, type View, type Visit } from "../page.ts";
import { type OrgScope, orgScope, read } from "../scope.ts";
import { isCurrent, type Person, readNamed, readPeople } from "./people-powers.ts";
import { Gives, heldByTeam } from "./team.tsx";

type TeamVisit = Visit<"orgId" | "teamId">;

/** The number of people that a team may have; one form can add them all. */
const most = 250;
/** The number of people offered at most if several have the same name. */
const mostOffered = 8;

const scopeOf = ({ params }: TeamVisit): OrgScope => orgScope(params.orgId);

/** Returns the user's id; for an invited person, that of the pending user. */
const userIdOf = ({ userId, invites }: Person): string => userId ?? invites[0]?.userId ?? "";

/** Finds the people with exactly this name, or else those whose name or address contains its words. */
async function named(visit: TeamVisit, name: string): Promise<readonly Person[]> {
  const { people } = await readPeople(visit, scopeOf(visit), { search: name, size: 50 });
  const here = people.filter(isCurrent);
  const exact = here.filter((person) => foldAddress(fullName(person)) === foldAddress(name));
  return exact.length > 0 ? exact : here;
}

const addressed = async (visit: TeamVisit, addresses: readonly string[]): Promise<readonly Person[]> =>
  (await readNamed(visit, scopeOf(visit), addresses)).filter(isCurrent);

interface Sought {
  readonly people: readonly Person[];
  /** The names and addresses that match nobody. */
  readonly unknown: readonly string[];
  /** The names that match several people. */
  readonly several: readonly { readonly name: string; readonly people: readonly Person[] }[];
}

async function seek(visit: TeamVisit, typed: readonly string[]): Promise<Sought> {
  const addresses = addressesIn(typed.filter((each) => each.includes("@")).join("\n"));
  const known = await addressed(visit, addresses);
  const isKnown = (address: string) =>
    known.some(({ username }) => foldAddress(username) === foldAddress(address));
  const unknown = addresses.filter((address) => !isKnown(address));
  const people = [...known];
  const several = [];
  for (const name of typed.filter((each) => !each.includes("@"))) {
    const found = await named(visit, name);
    const [only, ...others] = found;
    if (only === undefined) unknown.push(name);
    else if (others.length === 0) people.push(only);
    else several.push({ name, people: found });
  }
  const byId = new Map(people.map((person) => [person.id, person]));
  return { people: [...byId.values()], unknown, several };
}

interface Added extends Sought {
  readonly outcomes: readonly Outcomes<Person>[];
}

async function view(visit: TeamVisit, added?: Added): Promise<View> {
  const { api, words, params, query } = visit;
  const { teams, layout } = words;
  const here = await read(visit, scopeOf(visit));
  if (!here.may("addOrgTeamUser")) throw new Refusal(401, { errorCode: "USER_UNAUTHORIZED" }, undefined);
  const { name = "" } = await api("getOrgTeam", params);
  const title = teams.addTo(name);
  const sought = query.get("q") ?? "";
  const several =
    added?.several ?? (sought === "" ? [] : [{ name: sought, people: await named(visit, sought) }]);
  const left = [...(added?.unknown ?? []), ...several.map((each) => each.name)];
  return headed(
    title,
    <>
      <Gives held={await heldByTeam(visit, here.id)} />
      {added && <Told added={added} place={here.name} />}
      <Form name="add" class="card">
        <div data-suggest>
          <Area label={layout.people} name="who" hint={teams.addHint} rows={5} value={left.join("\n")} />
        </div>
        <Offered several={several} />
        <Foot back={`${here.root}/teams/${params.teamId}`}>
          <Button kind="primary">{layout.add}</Button>
        </Foot>
      </Form>
    </>,
    { places: here.places },
  );
}

/** The people who share a name, to choose from. */
const Offered = ({ several }: Pick<Sought, "several">) => (
  <div data-offered>
    {several.map(({ name, people }) => (
      <fieldset key={name}>
        <legend>{useVisit().words.teams.whichOf(name)}</legend>
        <div class="picker">
          <div class="picks">
            {people.slice(0, mostOffered).map((person) => (
              <label class="check" key={person.id}>
                <input type="checkbox" name="address" value={person.username} />
                <b>{nameOrAddress(person)}</b>
                {fullName(person) !== "" && <small>{person.username}</small>}
              </label>
            ))}
          </div>
        </div>
      </fieldset>
    ))}
  </div>
);

function Told({ added: { outcomes, unknown, several }, place }: { added: Added; place: string }) {
  const { teams, people } = useVisit().words;
  return (
    <div role="alert">
      <OutcomeTable
        caption={people.report.title}
        head={people.who}
        outcomes={[
          ...outcomes.map(({ thing, refusal }) => {
            const isOld = refusal?.code === "USER_ALREADY_IN_TEAM";
            return isOld
              ? { name: nameOrAddress(thing), done: teams.isIn, isOld }
              : { name: nameOrAddress(thing), refusal, done: teams.isAdded };
          }),
          ...unknown.map((name) => ({ name, done: teams.unknown(place), isOld: true })),
          ...several.map(({ name }) => ({ name, done: teams.ambiguous, isOld: true })),
        ]}
      />
    </div>
  );
}

export const teamAdd = page({
  path: "/orgs/:orgId/teams/:teamId/add",
  performs: ["addOrgTeamUser"],
  show: (visit) => view(visit),
  forms: {
    /** Adds people. A person who is refused or not found does not prevent the others from being added. */
    async add(visit, form): Promise<Outcome> {
      const { api, params, words } = visit;
      const { at, root } = scopeOf(visit);
      const typed = [...new Set([...partsIn(form.text("who")), ...form.all("address")])];
      if (typed.length > most) {
        const detail = words.teams.tooMany(most);
        throw new Refusal(400, { detail }, undefined);
      }
      const chosen = await addressed(visit, form.all("address"));
      const sought = await seek(visit, typed);
      // A name needs no choice any more once one of its people was selected.
      const several = sought.several.filter(
        ({ people }) => !people.some(({ id }) => chosen.some((each) => each.id === id)),
      );
      const { people, unknown } = sought;
      const add = (person: Person) =>
        api("addOrgTeamUser", { ...at, teamId: params.teamId, body: { id: userIdOf(person) } });
      if (people.length + unknown.length + several.length === 0) {
        throw new Refusal(404, { detail: words.lists.nonePicked }, undefined);
      }
      const outcomes = people.length === 0 ? [] : await doEach(people, add, "");
      if (unknown.length + several.length > 0 || outcomes.some(({ refusal }) => refusal !== undefined)) {
        return view(visit, { people, unknown, several, outcomes });
      }
      return doneAt(`${root}/teams/${params.teamId}`, "added", ...people.map(nameOrAddress));
    },
  },
});
