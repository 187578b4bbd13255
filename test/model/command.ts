// Makes commands: how they ask, and which values they draw.
import { deepEqual, fail } from "node:assert/strict";
import fc from "fast-check";
import type { OperationId } from "../../src/atlas/index.ts";
import { type Asked, request } from "../support/operations.ts";
import { ids } from "../support/world.ts";
import { compareTouched, type Touched } from "./lists.ts";
import {
  type Group,
  idOf,
  isSame,
  type Model,
  type Org,
  people,
  type Refusal,
  type Team,
  usernameOf,
} from "./model.ts";
import { addresses, groupNames, orgNames, type Server } from "./orgs.ts";
import { groupRoleNames, orgRoleNames } from "./shown.ts";

export type Command = fc.AsyncCommand<Model, Server>;

/** Makes a command of what is done on both sides; whatever it changed must then be listed alike. */
export const command = (
  name: string,
  chosen: readonly unknown[],
  run: (model: Model, server: Server) => Promise<Touched | undefined>,
  check: (model: Readonly<Model>) => boolean = () => true,
): Command => ({
  check,
  toString: () =>
    `${name}(${chosen.map((each) => (typeof each === "string" ? each : JSON.stringify(each))).join(", ")})`,
  async run(model, server) {
    server.steps++;
    const touched = await run(model, server);
    if (touched) await compareTouched(model, server, touched);
  },
});

/** A call, and what the model says of its answer. */
interface Step<Outcome> extends Pick<Asked, "params" | "query" | "body" | "version"> {
  /** Applies the rules; it may take new ids from the answer. Returns the code where they refuse. */
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects and fails where it is not
  decide(json: any): Outcome | Refusal;
  /** The body of the answer. */
  show(outcome: Outcome): unknown;
  /** Leaves out parts of the real body. */
  // biome-ignore lint/suspicious/noExplicitAny: as above
  read?(json: any): unknown;
  /** A team whose people may have changed. */
  team?(): Team | undefined;
}

interface InOrg {
  readonly model: Model;
  readonly server: Server;
  readonly org: Org;
}

type Arbitraries<Values extends unknown[]> = readonly [
  ...{ [Index in keyof Values]: fc.Arbitrary<Values[Index]> },
];

/** Asks, then has the rules decide: both must say the same. */
async function perform<Outcome>(
  id: OperationId,
  { server, org, group }: InOrg & { readonly group?: Group },
  { decide, show, read = (json) => json, team, params, ...asking }: Step<Outcome>,
): Promise<Touched | undefined> {
  const place = { orgId: org.id, ...(group && { groupId: group.id }) };
  const sending = request(id, { ...asking, params: { ...place, ...params } });
  const { status, json } = await server.ask(org, sending);
  const { method, path, body } = sending;
  const asked = { method, path, body };
  const outcome = decide(json ?? {});
  const expected = typeof outcome === "string" ? { refused: outcome } : { body: show(outcome as Outcome) };
  deepEqual(
    { ...asked, ...(status < 300 ? { body: read(json) } : { refused: json?.errorCode }) },
    { ...asked, ...expected },
  );
  return typeof outcome === "string" || method === "GET"
    ? undefined
    : { org, ...(group && { group }), team: team?.() };
}

/** A call in one of the organizations, as a command. */
export const inOrg = <Values extends unknown[], Outcome>(
  id: OperationId,
  arbitraries: Arbitraries<Values>,
  step: (place: InOrg, ...values: Values) => Step<Outcome>,
): fc.Arbitrary<Command> =>
  fc.tuple(orgName, fc.tuple(...arbitraries)).map(([orgName, values]) =>
    command(id, [orgName, ...values], (model, server) => {
      const place = { model, server, org: orgOf(model, orgName) };
      return perform(id, place, step(place, ...(values as Values)));
    }),
  );

/** A call in one of the projects, as a command. */
export const inGroup = <Values extends unknown[], Outcome>(
  id: OperationId,
  arbitraries: Arbitraries<Values>,
  step: (place: InOrg & { readonly group: Group }, ...values: Values) => Step<Outcome>,
): fc.Arbitrary<Command> =>
  fc.tuple(groupName, fc.tuple(...arbitraries)).map(([groupName, values]) =>
    command(id, [groupName, ...values], (model, server) => {
      const place = { model, server, ...placeOf(model, groupName) };
      return perform(id, place, step(place, ...(values as Values)));
    }),
  );

export const nothing = () => undefined;

// Arbitraries, and what their values stand for in the organization of the command.

/** Draws an organization, more often the larger one. */
export const orgName = fc.constantFrom(...orgNames, ...orgNames.slice(0, 1), ...orgNames.slice(0, 1));
const groupName = fc.constantFrom(...groupNames);
export const username = fc.constantFrom(...addresses);
export const orgRole = fc.constantFrom(...orgRoleNames);
export const groupRole = fc.constantFrom(...groupRoleNames);
export const orgRoles = fc.shuffledSubarray(orgRoleNames, { minLength: 1 });
export const groupRoles = fc.shuffledSubarray(groupRoleNames, { minLength: 1 });

export const orgOf = (model: Model, name: string): Org =>
  model.orgs.find((org) => org.name === name) ?? fail(`no organization ${name}`);

function placeOf(model: Model, name: string): { org: Org; group: Group } {
  for (const org of model.orgs) {
    const group = org.groups.find((each) => each.name === name);
    if (group !== undefined) return { org, group };
  }
  return fail(`no project ${name}`);
}

/** The person of an address in the organization, or else its account elsewhere, or an id that nobody has. */
export function userId(model: Model, org: Org, username: string): string {
  const isWanted = isSame(username);
  const person = people(model, org).find((each) => isWanted({ username: usernameOf(each) }));
  return (person ? idOf(person) : model.accounts.find(isWanted)?.id) ?? ids.missing;
}

/** The places to choose from: those of the organization's own by number, or now and then one of the other organization. */
const places = [0, 1, 2, 0, 1, 2, 0, 1, "elsewhere"] as const;
export const choice = fc.constantFrom(...places);
type Choice = number | "elsewhere";

function choose<Thing extends { id: string }>(
  model: Model,
  org: Org,
  choice: Choice,
  of: (org: Org) => readonly Thing[],
) {
  const home = choice === "elsewhere" ? (model.orgs.find((other) => other !== org) ?? org) : org;
  const things = of(home);
  return things[choice === "elsewhere" ? 0 : choice % things.length]?.id ?? ids.missing;
}

export const teamId = (model: Model, org: Org, choice: Choice): string =>
  choose(model, org, choice, ({ teams }) => teams);

/** Roles, projects and teams that are given together; what is absent is not spoken of. */
export const roleGrants = fc.record(
  {
    roles: orgRoles,
    groups: fc.array(fc.tuple(choice, groupRoles), { maxLength: 2 }),
    teams: fc.array(choice, { maxLength: 2 }),
  },
  { requiredKeys: ["roles"] },
);

interface Grants {
  readonly roles: string[];
  readonly groups?: [Choice, string[]][];
  readonly teams?: Choice[];
}

/** Returns the wanted grants with the ids of the moment. */
export function wanted(model: Model, org: Org, { roles, groups, teams }: Grants) {
  const inGroups = groups?.map(
    ([each, roles]) => [choose(model, org, each, (org) => org.groups), roles] as const,
  );
  return {
    roles,
    ...(inGroups && { groupRoles: Object.fromEntries(inGroups) }),
    ...(teams && { teamIds: [...new Set(teams.map((each) => teamId(model, org, each)))] }),
  };
}
