// `anteroom explain` and `anteroom who-can`
import { type Command, Option } from "commander";
import { Misuse } from "../../settings/error.ts";
import { readBaseUrl } from "../../settings/readers.ts";
import { option, readsStore, type SourceFlags, settingsOf, sourceOptions, withOptions } from "../options.ts";
import { type Environment, readSecret } from "../secrets.ts";

interface Flags extends SourceFlags {
  readonly now?: string;
  readonly groupId?: string;
  readonly projectId?: string;
  readonly orgId?: string;
  readonly json?: boolean;
  readonly as?: string;
  readonly version?: string;
  readonly from?: string;
}

/** Flags of both commands, with the ids as the atlas CLI spells them too. */
const sharedOptions = () => [
  new Option("--group, --groupId <id>", "the project"),
  option("--projectId <id>", "the same, as the atlas CLI has it", "MONGODB_ATLAS_PROJECT_ID"),
  option("--org, --orgId <id>", "the organization", "MONGODB_ATLAS_ORG_ID"),
  ...sourceOptions(
    "ask the controls of the server at this address",
    "ask the store of this folder, without a server",
    "ask the database, without a server",
  ),
];

const operation = "an operation, as for `anteroom api`, or METHOD and path of a request";

const idsOf = ({ projectId, groupId = projectId, orgId }: Flags) => ({
  ...(groupId !== undefined && { groupId }),
  ...(orgId !== undefined && { orgId }),
});

/** The store where one is named, else the controls of a server. */
function askingOf(command: Command, flags: Flags, environment: Environment) {
  const { data, databaseUrl, now, json = false, baseUrl } = flags;
  if (readsStore(command, flags)) {
    const settings = settingsOf({ data, databaseUrl, now }, environment);
    return { json, source: { kind: "store", settings } as const };
  }
  if (now !== undefined)
    throw new Misuse("--now goes with --data or --database-url: a server has its own clock");
  const controlToken = readSecret(environment, "controlToken");
  return { json, source: { kind: "server", baseUrl: readBaseUrl(baseUrl), controlToken } as const };
}

export function addExplain(program: Command, environment: Environment): void {
  withOptions(program.command("explain"), sharedOptions())
    .description(
      "say whether a credential is let in to an operation, by which role, or which rule refuses it",
    )
    .argument("<operation...>", operation)
    .option("--as <name>", "public key, client id or address of who would ask (default: as `anteroom api`)")
    .option("--version <date>", "the version that would be asked for (default: the newest)")
    .option("--from <address>", "the IP address from where, for access lists")
    .option("--now <instant>", "the instant that counts, where a store is asked")
    .option("--json", "write JSON")
    .addHelpText(
      "after",
      `
Examples:
  anteroom explain projects updateGroupInvites --projectId 32b6e34b3d91647abb20e7b8
  anteroom explain PATCH /api/atlas/v2/groups/32b6e34b3d91647abb20e7b8/invites --as hello@example.com
  anteroom explain listOrgUsers --orgId a0123456789abcdef012345a --as abcdefgh --from 192.0.2.7 --data /var/lib/anteroom

Performs nothing. Asks the controls of \`anteroom dev\` (ANTEROOM_CONTROL_TOKEN, if it has one), or the store, which servers may use
meanwhile. What a request with the header X-Anteroom-Explain: 1 is answered by dev says the same of that request.`,
    )
    .action(async function (this: Command, words: string[], flags: Flags) {
      const explaining = await import("../explain.ts");
      const asking = askingOf(this, flags, environment);
      const caller = flags.as ?? (await explaining.ownName(environment, flags.data ?? "data"));
      const question = {
        ...explaining.questionIn(words),
        ...idsOf(flags),
        caller,
        ...(flags.version !== undefined && { version: flags.version }),
        ...(flags.from !== undefined && { address: flags.from }),
      };
      await explaining.explain(question, asking);
    });
}

export function addWhoCan(program: Command, environment: Environment): void {
  withOptions(program.command("who-can"), sharedOptions())
    .description("list who may perform an operation in a project or an organization, and by which role")
    .argument("<operation...>", operation)
    .option("--json", "write JSON")
    .addHelpText(
      "after",
      `
Examples:
  anteroom who-can updateGroupInvites --group 32b6e34b3d91647abb20e7b8
  anteroom who-can createOrgInvite --org a0123456789abcdef012345a --json
  anteroom who-can updateGroupInvites --group 32b6e34b3d91647abb20e7b8 --database-url postgres://anteroom@db/anteroom

Asks the controls of \`anteroom dev\` (ANTEROOM_CONTROL_TOKEN, if it has one), or the store, which servers may use meanwhile. The
console shows the same to owners.`,
    )
    .action(async function (this: Command, words: string[], flags: Flags) {
      const explaining = await import("../explain.ts");
      const asking = askingOf(this, flags, environment);
      await explaining.whoCan({ ...explaining.questionIn(words), ...idsOf(flags) }, asking);
    });
}
