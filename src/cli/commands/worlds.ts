// The commands that read an organization through the API: snapshot and diff.
import { Option } from "commander";
import { askingOf, command, type OrgFlags, orgOptions, serverOption, type Typed } from "../options.ts";

interface Flags extends OrgFlags {
  readonly from: string;
  readonly terraform?: string;
  readonly output?: string;
  readonly json?: boolean;
  readonly byName?: boolean;
}

export const addSnapshot = command({
  name: "snapshot",
  text: "write an organization to a seed file, as the API tells of it: people, roles, teams, keys, invitations",
  options: [
    serverOption("from", "the server to read; https://cloud.mongodb.com is Atlas itself"),
    new Option(
      "--terraform <state>",
      "read a Terraform state instead of a server: a file, or - for what `terraform show -json` prints",
    ),
    new Option("--output <file>", "the seed to write; standard output if absent"),
    ...orgOptions(),
  ],
  help: `Examples:
  anteroom snapshot --from https://cloud.mongodb.com --org a0123456789abcdef012345a --output acme.yaml
  anteroom dev --memory --seed acme.yaml        the same organization, on this machine
  anteroom snapshot --output today.yaml         of the \`anteroom dev\` that runs here
  terraform show -json | anteroom snapshot --terraform - --output acme.yaml       what a state holds, without a server

Reads only; Organization Read Only opens all but invitations to projects and the ids of those to the organization, which need
Organization Owner. A copy of a state has its ids, and what only others manage is named by its id. No secret is in the file. Waits
when the server says so (429), and goes on where it was interrupted when it is run again. Exit codes: 0 when all was read, 3 when some could not be and the file says what, 1 when it failed, 2 for a wrong
command line.`,
  async run({ flags: { from, terraform, output, ...rest }, environment }: Typed<Flags>) {
    if (terraform !== undefined) {
      const { snapshotOfState } = await import("../snapshot-of-state.ts");
      return snapshotOfState(terraform, output, rest.quiet);
    }
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
