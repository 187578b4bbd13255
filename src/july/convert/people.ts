// Converts what says who is in a team: each person becomes a resource, for every instance of the team or the invitation.
import type { Kept } from "../../code/terraform/state.ts";
import type { Conversion } from "./blocks.ts";
import { indented, object } from "./edits.ts";

const orgUser = "mongodbatlas_cloud_user_org_assignment";
const teamUser = "mongodbatlas_cloud_user_team_assignment";

export interface Added {
  /** The blocks that follow the converted one. */
  readonly blocks: readonly string[];
  /** The type and name of the resource whose instances exist already. */
  readonly address: string;
  /** The key and the id of each, for an instance of the state. */
  readonly existing: (kept: Kept) => readonly (readonly [key: string, id: string])[];
}

const block = (words: readonly string[], entries: Parameters<typeof object>[0]): string =>
  `${words[0]} ${words
    .slice(1)
    .map((word) => `"${word}" `)
    .join("")}${object(entries).replace(/^(\{\n {2}for_each = [\s\S]*?)(?=\n {2}\w+ = )/, "$1\n")}`;

/** The key of an instance: what is between the last brackets of its address. */
const keyOf = ({ address }: Kept): string => {
  const [, key] = /\[("(?:[^"\\]|\\.)*"|\d+)\]$/.exec(address) ?? [];
  return key === undefined ? "" : String(JSON.parse(key));
};

const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === "string").sort() : [];

/** Repeats a list of values for each instance of the block. */
function spread(from: Conversion, values: string, item: string) {
  const [forEach, count] = [from.value("for_each"), from.value("count")];
  const all = /^(?:\[|toset|concat|distinct|keys)/.test(values)
    ? values
    : `${values} == null ? [] : ${values}`;
  if (forEach === undefined && count === undefined) {
    const isSafe = all === values;
    return {
      forEach: isSafe && values.startsWith("toset(") ? values : `toset(${all})`,
      item: "each.value",
      of: "",
      key: (_: string, value: string) => value,
    };
  }
  const inside = all
    .replace(/(?<![\w.-])each\.key\b|(?<![\w.-])count\.index\b/g, "key")
    .replace(/(?<![\w.-])each\.value\b/g, "one");
  const instances = forEach === undefined ? `key in range(${count})` : `key, one in ${forEach}`;
  const pairs = `{\n  for ${item} in ${inside} : "\${key}/\${${item}}" => { key = key, ${item} = ${item} }\n}`;
  return {
    forEach: `merge([\n  for ${instances} : ${indented(pairs)}\n]...)`,
    item: `each.value.${item}`,
    of: "[each.value.key]",
    key: (key: string, value: string) => `${key}/${value}`,
  };
}

/** Converts an invitation to an organization, with the teams that it names. */
export function convertOrgInvitation(from: Conversion): Added | undefined {
  const roles = from.block.arguments.find(({ name }) => name === "roles");
  if (roles !== undefined) {
    const { from: start, end } = roles;
    from.edits.push({ start, end, text: `{ org_roles = ${from.text.slice(start, end)} }` });
  }
  const teams = from.take("teams_ids");
  if (teams === undefined) return undefined;
  const name = from.block.words[2] ?? "";
  const { forEach, item, of, key } = spread(from, teams, "team");
  const user = `${orgUser}.${name}${of}`;
  const added = block(
    ["resource", teamUser, name],
    [
      ["for_each", forEach],
      ["org_id", `${user}.org_id`],
      ["team_id", item],
      ["user_id", `${user}.user_id`],
    ],
  );
  return {
    blocks: [added],
    address: `${teamUser}.${name}`,
    existing: (kept) =>
      textsOf(kept.attributes.teams_ids).map((team) => [
        key(keyOf(kept), team),
        `${kept.attributes.org_id}/${team}/${kept.attributes.username}`,
      ]),
  };
}

/** Converts the people of a team. The team itself stays. */
export function convertTeam(from: Conversion): Added | undefined {
  const usernames = from.take("usernames");
  if (usernames === undefined) return undefined;
  const name = from.block.words[2] ?? "";
  const { forEach, item, of, key } = spread(from, usernames, "username");
  const team = `mongodbatlas_team.${name}${of}`;
  const person = `data.${orgUser}.${name}`;
  const isOne = of === "";
  const lookup = block(
    ["data", orgUser, name],
    [
      ["for_each", isOne ? forEach : `local.${name}_people`],
      ["org_id", `${team}.org_id`],
      ["username", item],
    ],
  );
  const added = block(
    ["resource", teamUser, name],
    [
      ["for_each", isOne ? person : `local.${name}_people`],
      ["org_id", `${team}.org_id`],
      ["team_id", `${team}.team_id`],
      ["user_id", isOne ? "each.value.user_id" : `${person}[each.key].user_id`],
    ],
  );
  const locals = isOne ? [] : [block(["locals"], [[`${name}_people`, forEach]])];
  return {
    blocks: [...locals, lookup, added],
    address: `${teamUser}.${name}`,
    existing: (kept) =>
      textsOf(kept.attributes.usernames).map((username) => [
        key(keyOf(kept), username),
        `${kept.attributes.org_id}/${kept.attributes.team_id}/${username}`,
      ]),
  };
}
