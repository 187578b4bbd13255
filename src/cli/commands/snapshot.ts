// `anteroom snapshot`
import { type Command, Option } from "commander";
import { askingOf, type OrgFlags, orgOptions, serverOption, withOptions } from "../options.ts";
import type { Environment } from "../secrets.ts";

export function addSnapshot(program: Command, environment: Environment): void {
  withOptions(program.command("snapshot"), [
    serverOption("from", "the server to read; https://cloud.mongodb.com is Atlas itself"),
    new Option("--output <file>", "the seed to write; standard output if absent"),
    ...orgOptions(),
  ])
    .description(
      "write an organization to a seed file, as the API tells of it: people, roles, teams, keys, invitations",
    )
    .addHelpText(
      "after",
      `
Examples:
  anteroom snapshot --from https://cloud.mongodb.com --org a0123456789abcdef012345a --output acme.yaml
  anteroom dev --memory --seed acme.yaml        the same organization, on this machine
  anteroom snapshot --output today.yaml         of the \`anteroom dev\` that runs here

Reads only; Organization Read Only opens all but invitations to projects and the ids of those to the organization, which need
Organization Owner. No secret is in the file. Waits when the server says so (429), and goes on where it was interrupted when it
is run again. Exit codes: 0 when all was read, 3 when some could not be and the file says what, 1 when it failed, 2 for a wrong
command line.`,
    )
    .action(async ({ from, output, ...rest }: OrgFlags & { from: string; output?: string }) => {
      const { snapshot } = await import("../snapshot.ts");
      process.exitCode = await snapshot(from, output, askingOf(rest, environment));
    });
}
