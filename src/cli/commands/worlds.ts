// The commands that read an organization through the API: snapshot, diff, convert-invites.
import { Option } from "commander";
import { Misuse } from "../../core/settings/error.ts";
import { askingOf, command, type OrgFlags, orgOptions, serverOption, type Typed } from "../options.ts";

interface Flags extends OrgFlags {
  readonly from: string;
  readonly output?: string;
  readonly json?: boolean;
  readonly byName?: boolean;
  readonly apply?: boolean | string;
  readonly plan?: string;
  readonly terraform?: boolean;
  readonly state?: string;
  readonly only?: string[];
  readonly skip?: string[];
}

export const addSnapshot = command({
  name: "snapshot",
  text: "write an organization to a seed file, as the API tells of it: people, roles, teams, keys, invitations",
  options: [
    serverOption("from", "the server to read; https://cloud.mongodb.com is Atlas itself"),
    new Option("--output <file>", "the seed to write; standard output if absent"),
    ...orgOptions(),
  ],
  help: `Examples:
  anteroom snapshot --from https://cloud.mongodb.com --org a0123456789abcdef012345a --output acme.yaml
  anteroom dev --memory --seed acme.yaml        the same organization, on this machine
  anteroom snapshot --output today.yaml         of the \`anteroom dev\` that runs here

Reads only; Organization Read Only opens all but invitations to projects and the ids of those to the organization, which need
Organization Owner. No secret is in the file. Waits when the server says so (429), and goes on where it was interrupted when it
is run again. Exit codes: 0 when all was read, 3 when some could not be and the file says what, 1 when it failed, 2 for a wrong
command line.`,
  async run({ flags: { from, output, ...rest }, environment }: Typed<Flags>) {
    const { snapshot } = await import("../worlds.ts");
    return snapshot(from, output, askingOf(rest, environment));
  },
});

export const addDiff = command({
  name: "diff",
  text: "say what is different between two worlds: who gained or lost which role where",
  args: { "<before>": "a seed file, or the address of a server", "<after>": "another one" },
  options: [
    new Option("--json", "print the differences as JSON"),
    new Option("--by-name", "hold projects, teams and keys of one name for the same, whatever their ids"),
    ...orgOptions(),
  ],
  help: `Examples:
  anteroom diff monday.yaml friday.yaml
  anteroom diff wanted.yaml https://cloud.mongodb.com --org a0123456789abcdef012345a
  anteroom diff --json monday.yaml http://127.0.0.1:8080

A server is asked with the credentials that \`anteroom api\` takes. What one side does not tell of is not compared, and said.
Exit codes: 0 when nothing is different, 1 when something is, 3 when parts were not compared, whatever else is different, 2 when
nothing could be compared.`,
  async run({ flags, environment }: Typed<Flags>, before: string, after: string) {
    const { json = false, byName = false, ...rest } = flags;
    const { diff } = await import("../worlds.ts");
    return diff(before, after, askingOf(rest, environment), { json, byName });
  },
});

export const addConvertInvites = command({
  name: "convert-invites",
  text: "move pending invitations to the operations that stay after 2027-07-01",
  options: [
    serverOption("from", "the server; https://cloud.mongodb.com is Atlas itself"),
    new Option(
      "--plan <file>",
      "write what would be done to this new file, by person, to be edited",
    ).conflicts(["apply", "json", "terraform"]),
    new Option(
      "--apply [file]",
      "move them, or do what the plan in the file says; without it nothing is changed",
    ),
    new Option("--only <address...>", "these people alone; @example.com is everybody of a domain"),
    new Option("--skip <address...>", "all but these"),
    new Option("--json", "print the report as JSON").conflicts("terraform"),
    new Option(
      "--terraform",
      "print resources, imports and removed blocks for Terraform instead, of what its state keeps; changes nothing",
    ).conflicts("apply"),
    new Option(
      "--state <file>",
      "with --terraform: the state, or what `terraform show -json` prints; - is standard input",
    ),
    ...orgOptions(),
  ],
  help: `Examples:
  anteroom convert-invites                      what would be done on the server that runs here
  anteroom convert-invites --apply --from https://cloud.mongodb.com --org a0123456789abcdef012345a
  anteroom convert-invites --plan moves.yaml    then edit it, and: anteroom convert-invites --apply moves.yaml
  terraform show -json | anteroom convert-invites --terraform --state - > invitations.tf

Needs Organization Owner. An invitation to the organization is a pending user already, which the operations that stay show. One to a
project is given to them by addGroupUsers, and then withdrawn: one after the other, and a run that was stopped is finished by the
next one. A person who is invited anew gets a new message and thirty days; a member of the organization has the roles at once.
Exit codes: 0 when all is well, 1 when something could not be read or moved, 2 for a wrong command line.`,
  async run({ flags, environment }: Typed<Flags>) {
    const { from, apply = false, json = false, plan, terraform, state, ...rest } = flags;
    if ((terraform === true) !== (state !== undefined)) {
      throw new Misuse(
        "--terraform and --state FILE go together: addresses that a state does not confirm could un-invite people",
      );
    }
    const { convertInvites } = await import("../../july/commands/convert-invites.ts");
    const { only = [], skip = [], ...asking } = rest;
    const how = { apply, json, plan, state, only, skip };
    return convertInvites(from, askingOf(asking, environment), how);
  },
});
