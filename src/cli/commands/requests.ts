// The commands about who is let in: explain and who-can.
import { Option } from "commander";
import { Misuse } from "../../core/settings/error.ts";
import { readBaseUrl } from "../../core/settings/readers.ts";
import {
  command,
  option,
  readsStore,
  type SourceFlags,
  settingsOf,
  sourceOptions,
  type Typed,
} from "../options.ts";
import { readSecret } from "../secrets.ts";

interface ExplainFlags extends SourceFlags {
  readonly now?: string;
  readonly groupId?: string;
  readonly projectId?: string;
  readonly orgId?: string;
  readonly json?: boolean;
  readonly as?: string;
  readonly version?: string;
  readonly from?: string;
  readonly cluster?: string;
}

const sharedOptions = () => [
  new Option("--group, --groupId <id>", "the project, by its id or name"),
  option("--projectId <id>", "the same, as the atlas CLI has it", "MONGODB_ATLAS_PROJECT_ID"),
  option("--org, --orgId <id>", "the organization, by its id or name", "MONGODB_ATLAS_ORG_ID"),
  ...sourceOptions(
    "ask the controls of the server at this address",
    "ask the store of this folder, without a server",
    "ask the database, without a server",
  ),
];

const operation = "an operation, as for `anteroom api`, or METHOD and path of a request";

const idsOf = ({ projectId, groupId = projectId, orgId }: ExplainFlags) => ({
  ...(groupId !== undefined && { groupId }),
  ...(orgId !== undefined && { orgId }),
});

/** Uses the store if one is named, or else the controls of a server. */
function askingOf(typed: Typed<ExplainFlags>) {
  const { flags, environment } = typed;
  const { data, databaseUrl, now, json = false, baseUrl } = flags;
  if (readsStore(typed)) {
    const settings = settingsOf({ data, databaseUrl, now }, environment);
    return { json, source: { kind: "store", settings } as const };
  }
  if (now !== undefined) {
    throw new Misuse("--now goes with --data or --database-url: a server has its own clock");
  }
  const controlToken = readSecret(environment, "controlToken");
  return { json, source: { kind: "server", baseUrl: readBaseUrl(baseUrl), controlToken } as const };
}

export const addExplain = command({
  name: "explain",
  text: "say whether a credential is let in to an operation, by which role, or which rule refuses it",
  args: { "<operation...>": operation },
  options: [
    ...sharedOptions(),
    new Option(
      "--as <name>",
      "public key, client id, address, or name of the caller (default: as `anteroom api`)",
    ),
    new Option("--version <date>", "the version that would be asked for (default: the newest)"),
    new Option(
      "--from <address>",
      "the IP address from where, for access lists (default: this client's, if a server is asked)",
    ),
    new Option("--now <instant>", "the instant that counts, where a store is asked"),
    new Option("--json", "write JSON"),
  ],
  help: `Examples:
  anteroom explain projects updateGroupInvites --projectId 32b6e34b3d91647abb20e7b8
  anteroom explain PATCH /api/atlas/v2/groups/32b6e34b3d91647abb20e7b8/invites --as hello@example.com
  anteroom explain listOrgUsers --orgId a0123456789abcdef012345a --as abcdefgh --from 192.0.2.7 --data /var/lib/anteroom

Performs nothing. Asks the controls of \`anteroom dev\` (ANTEROOM_CONTROL_TOKEN, if it has one), or the store, which servers may use
meanwhile. What a request with the header X-Anteroom-Explain: 1 is answered by dev says the same of that request.`,
  async run(typed: Typed<ExplainFlags>, words: string[]) {
    const { flags, environment } = typed;
    const explaining = await import("../explain.ts");
    const asking = askingOf(typed);
    const caller = flags.as ?? (await explaining.ownName(environment, flags.data ?? "data"));
    const question = {
      ...explaining.questionIn(words),
      ...idsOf(flags),
      caller,
      ...(flags.version !== undefined && { version: flags.version }),
      ...(flags.from !== undefined && { address: flags.from }),
    };
    await explaining.explain(question, asking);
  },
});

export const addWhoCan = command({
  name: "who-can",
  text: "list who may perform an operation in a project or an organization, and by which role",
  args: { "<operation...>": operation },
  options: [
    ...sharedOptions(),
    new Option("--cluster <name>", "with logIn: who may log in to this cluster (default: to any)"),
    new Option("--json", "write JSON"),
  ],
  help: `Examples:
  anteroom who-can updateGroupInvites --group 32b6e34b3d91647abb20e7b8
  anteroom who-can createOrgInvite --org a0123456789abcdef012345a --json
  anteroom who-can readData --group 32b6e34b3d91647abb20e7b8
  anteroom who-can logIn --cluster Main --group payments
  anteroom who-can updateGroupInvites --group 32b6e34b3d91647abb20e7b8 --database-url postgres://anteroom@db/anteroom

Asks the controls of \`anteroom dev\` (ANTEROOM_CONTROL_TOKEN, if it has one), or the store, which servers may use meanwhile. The
console shows the same to owners. readData and writeData are the data of a project: roles of people and programs, and database users
with the roles and actions that let them, where they may log in, and until when. logIn is the databases themselves: each database
user with its roles and how it proves who it is, where and why it cannot log in yet, and the addresses of the IP access list, from
which alone it may.`,
  async run(typed: Typed<ExplainFlags>, words: string[]) {
    const explaining = await import("../explain.ts");
    const { cluster } = typed.flags;
    const question = { ...explaining.questionIn(words), ...idsOf(typed.flags), ...(cluster && { cluster }) };
    await explaining.whoCan(question, askingOf(typed));
  },
});
