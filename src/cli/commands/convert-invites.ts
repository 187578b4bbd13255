// `anteroom convert-invites`
import { type Command, Option } from "commander";
import { askingOf, type OrgFlags, orgOptions, serverOption, withOptions } from "../options.ts";
import type { Environment } from "../secrets.ts";

interface Flags extends OrgFlags {
  readonly from: string;
  readonly apply?: boolean;
  readonly json?: boolean;
  readonly terraform?: boolean;
}

export function addConvertInvites(program: Command, environment: Environment): void {
  withOptions(program.command("convert-invites"), [
    serverOption("from", "the server; https://cloud.mongodb.com is Atlas itself"),
    new Option("--apply", "move them; without it nothing is changed"),
    new Option("--json", "print the report as JSON").conflicts("terraform"),
    new Option(
      "--terraform",
      "print resources, imports and removed blocks for Terraform instead; changes nothing",
    ).conflicts("apply"),
    ...orgOptions(),
  ])
    .description("move pending invitations to the operations that stay after 2027-07-01")
    .addHelpText(
      "after",
      `
Examples:
  anteroom convert-invites                      what would be done on the server that runs here
  anteroom convert-invites --apply --from https://cloud.mongodb.com --org a0123456789abcdef012345a
  anteroom convert-invites --terraform > invitations.tf

Needs Organization Owner. An invitation to the organization is a pending user already, which the operations that stay show. One to a
project is given to them by addGroupUsers, and then withdrawn: one after the other, and a run that was stopped is finished by the
next one. A person who is invited anew gets a new message and thirty days; a member of the organization has the roles at once.
Exit codes: 0 when all is well, 1 when something could not be read or moved, 2 for a wrong command line.`,
    )
    .action(async ({ from, apply = false, json = false, terraform = false, ...rest }: Flags) => {
      const { convertInvites } = await import("../convert-invites.ts");
      process.exitCode = await convertInvites(from, askingOf(rest, environment), { apply, json, terraform });
    });
}
