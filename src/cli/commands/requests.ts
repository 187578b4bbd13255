// The commands about requests: explain and who-can, record and report.
import { Option } from "commander";
import { Misuse } from "../../core/settings/error.ts";
import { readBaseUrl } from "../../core/settings/readers.ts";
import { type LogFormat, logFormats } from "../../july/traffic/call.ts";
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

export const addRecord = command({
  name: "record",
  text: "pass calls through to Atlas, and record which they were, without secrets",
  options: [
    option("--host <address>", "loopback address to listen on", "ANTEROOM_HOST").default("127.0.0.1"),
    option("--port <number>", "port to listen on; 0 takes any free one", "ANTEROOM_PORT").default("8080"),
    new Option("--upstream <url>", "where calls go, such as https://cloud.mongodb.com").makeOptionMandatory(),
    new Option("--output <file>", "file that the recording is added to, JSON on lines").default(
      "recording.jsonl",
    ),
    new Option("--tls", "speak HTTPS, for clients that refuse anything else"),
    option("--data <dir>", "with --tls: folder that keeps the certificate", "ANTEROOM_DATA").default("data"),
  ],
  help: `Example:
  anteroom record --upstream https://cloud.mongodb.com --output recording.jsonl
  MONGODB_ATLAS_BASE_URL=http://127.0.0.1:8080/ terraform plan        in another terminal
  anteroom report --from recording.jsonl

Requests and answers pass unchanged, so that credentials of Atlas work. The recording has method, path, time, client, public key or
client id, and of what ends the body with addresses and secrets struck out; no credentials, no cookies, no answers. Listens on loopback only.
With --tls the certificate is the one of \`anteroom dev --tls\` with the same --data, and what it prints makes a client trust it.
NODE_EXTRA_CA_CERTS names a certificate that the upstream's must be signed with, if no public one is.`,
  async run({ flags }: Typed<Parameters<typeof import("../../july/commands/record.ts")["record"]>[0]>) {
    const { record } = await import("../../july/commands/record.ts");
    await record(flags);
  },
});

interface ReportFlags extends SourceFlags {
  readonly from?: string[];
  readonly terraform?: string;
  readonly format?: LogFormat;
  readonly orgId?: string;
  readonly json?: boolean;
  readonly html?: boolean;
  readonly markdown?: boolean;
  readonly output?: string;
  readonly failOn?: "deprecated" | "gone";
}

const logs =
  "read logs instead: HAR, Terraform's TF_LOG=debug, access logs, recordings; also with gzip; - is standard input";
const terraform =
  "read a Terraform configuration (a folder or a .tf file), a state or a plan (also from `terraform show -json`; - is standard input) instead: each address that ends";
const failures =
  "deprecated: exit with 3 where calls (or addresses of Terraform) of what ends were found, with 4 where some were answered 410; gone: with 4 alone";

const reportHelp = `Examples:
  anteroom report                               what the server at http://127.0.0.1:8080 has counted
  anteroom report --data ./data --html --output report.html
  TF_LOG=debug TF_LOG_PATH=terraform.log terraform plan; anteroom report --from terraform.log
  anteroom report --terraform infra --fail-on deprecated      without a run: file, line and address of what ends
  anteroom report --from access.log.1.gz access.log --markdown --fail-on deprecated

A server with test controls is asked by them (ANTEROOM_CONTROL_TOKEN, if it has one); any other with the credentials of an owner,
from MONGODB_ATLAS_PUBLIC_API_KEY and _PRIVATE_API_KEY or MONGODB_ATLAS_CLIENT_ID and _CLIENT_SECRET.

Exit code: 0 when the report is made, 3 and 4 as --fail-on says, otherwise 5 when parts of a Terraform configuration
were not read (the report names them), 1 when it could not be made, 2 when the command line is wrong.`;

export const addReport = command({
  name: "report",
  text: "say who still calls what ends on 1 July 2027, and what to call instead",
  options: [
    ...sourceOptions(
      "ask the server at this address",
      "read what the store of this folder has counted, without a server",
      "read what the database has counted, without a server",
    ),
    new Option("--from <file...>", logs),
    new Option("--terraform <path>", terraform).conflicts(["from", "format", "orgId"]),
    new Option("--format <format>", "format of the logs (default: told by their content)").choices(
      logFormats,
    ),
    new Option("--orgId <id>", "of this organization alone"),
    new Option("--json", "write JSON"),
    new Option("--html", "write one HTML file, with bars by client and day"),
    new Option("--markdown", "write Markdown, for a pull request"),
    new Option("--output <file>", "write to this file instead of standard output"),
    new Option("--fail-on <what>", failures).choices(["deprecated", "gone"]),
  ],
  help: reportHelp,
  async run(typed: Typed<ReportFlags>) {
    const reporting = await import("../../july/commands/report.ts");
    const {
      terraform,
      json = false,
      html = false,
      markdown = false,
      failOn = null,
      output = null,
    } = typed.flags;
    const format = reporting.formatOf({ json, html, markdown });
    if (terraform !== undefined) {
      if (failOn === "gone") {
        throw new Misuse(
          "--fail-on gone and --terraform do not go together: no call was made; use --fail-on deprecated",
        );
      }
      const { fromTerraform } = await import("../../july/commands/report-terraform.ts");
      return reporting.report(await fromTerraform(terraform), { format, output, failOn });
    }
    return reporting.report(await countedBy(reporting, typed), { format, output, failOn });
  },
});

function countedBy(reporting: typeof import("../../july/commands/report.ts"), typed: Typed<ReportFlags>) {
  const { flags, environment } = typed;
  const { from, format = null, orgId = null, data, databaseUrl, baseUrl } = flags;
  if (from !== undefined) return reporting.fromLogs(from, format);
  if (readsStore(typed)) return reporting.fromStore(settingsOf({ data, databaseUrl }, environment), orgId);
  return reporting.fromServer({
    orgId,
    environment,
    controlToken: readSecret(environment, "controlToken"),
    baseUrl: readBaseUrl(baseUrl),
    data: data ?? "data",
  });
}
