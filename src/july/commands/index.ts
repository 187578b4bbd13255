// The commands of the July 2027 kit: report, record, convert, convert-invites.
import { Option } from "commander";
import {
  askingOf,
  command,
  type OrgFlags,
  option,
  orgOptions,
  readsStore,
  type SourceFlags,
  serverOption,
  settingsOf,
  sourceOptions,
  type Typed,
} from "../../cli/options.ts";
import { readSecret } from "../../cli/secrets.ts";
import { Misuse } from "../../core/settings/error.ts";
import { readBaseUrl } from "../../core/settings/readers.ts";
import type { OfferedCommand } from "../../server/july-room.ts";
import { type LogFormat, logFormats } from "../traffic/call.ts";

const addRecord = command({
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
  async run({ flags }: Typed<Parameters<typeof import("./record.ts")["record"]>[0]>) {
    const { record } = await import("./record.ts");
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

const addReport = command({
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
    const reporting = await import("./report.ts");
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
      const { fromTerraform } = await import("./report-terraform.ts");
      return reporting.report(await fromTerraform(terraform), { format, output, failOn });
    }
    return reporting.report(await countedBy(reporting, typed), { format, output, failOn });
  },
});

function countedBy(reporting: typeof import("./report.ts"), typed: Typed<ReportFlags>) {
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

interface ConvertTerraformFlags {
  readonly terraform: string;
  readonly state?: string;
  readonly write?: boolean;
}

const addConvert = command({
  name: "convert",
  text: "rewrite a Terraform configuration without what ends, as a diff",
  options: [
    new Option("--terraform <dir>", "the folder of the root module").makeOptionMandatory(),
    new Option(
      "--state <file>",
      "its state, or what `terraform show -json` prints; - is standard input (default: terraform.tfstate in the folder)",
    ),
    new Option("--write", "write the files instead of printing the diff"),
  ],
  help: `Examples:
  terraform show -json | anteroom convert --terraform . --state -
  anteroom convert --terraform infra --state infra.tfstate --write      then read the plan, and apply it

Needs no server and no credentials. Blocks are changed in the module where they are, and references to them with them; what exists
is moved or imported. The lines that begin with # say what the plan may add and destroy, and what a person has to look at.
Exit codes: 0 when nothing that ends is left, 3 when something is, otherwise 5 when parts were not read (modules from elsewhere,
.tf.json, no state), 1 when a file could not be written, 2 for a wrong command line or a file that cannot be read.`,
  async run({ flags: { terraform, state, write = false } }: Typed<ConvertTerraformFlags>) {
    const { convertTerraform } = await import("./convert.ts");
    return convertTerraform(terraform, { state, write });
  },
});

interface ConvertFlags extends OrgFlags {
  readonly from: string;
  readonly json?: boolean;
  readonly apply?: boolean | string;
  readonly plan?: string;
  readonly only?: string[];
  readonly skip?: string[];
}

const addConvertInvites = command({
  name: "convert-invites",
  text: "move pending invitations to the operations that stay after 2027-07-01",
  options: [
    serverOption("from", "the server; https://cloud.mongodb.com is Atlas itself"),
    new Option(
      "--plan <file>",
      "write what would be done to this new file, by person, to be edited",
    ).conflicts(["apply", "json"]),
    new Option(
      "--apply [file]",
      "move them, or do what the plan in the file says; without it nothing is changed",
    ),
    new Option("--only <address...>", "these people alone; @example.com is everybody of a domain"),
    new Option("--skip <address...>", "all but these"),
    new Option("--json", "print the report as JSON"),
    ...orgOptions(),
  ],
  help: `Examples:
  anteroom convert-invites                      what would be done on the server that runs here
  anteroom convert-invites --apply --from https://cloud.mongodb.com --org a0123456789abcdef012345a
  anteroom convert-invites --plan moves.yaml    then edit it, and: anteroom convert-invites --apply moves.yaml

Needs Organization Owner. An invitation to the organization is a pending user already, which the operations that stay show. One to a
project is given to them by addGroupUsers, and then withdrawn: one after the other, and a run that was stopped is finished by the
next one. A person who is invited anew gets a new message and thirty days; a member of the organization has the roles at once.
Exit codes: 0 when all is well, 1 when something could not be read or moved, 2 for a wrong command line.`,
  async run({ flags, environment }: Typed<ConvertFlags>) {
    const { from, apply = false, json = false, plan, ...rest } = flags;
    const { convertInvites } = await import("./convert-invites.ts");
    const { only = [], skip = [], ...asking } = rest;
    const how = { apply, json, plan, only, skip };
    return convertInvites(from, askingOf(asking, environment), how);
  },
});

export const commands: readonly OfferedCommand[] = [
  { after: "init", add: addReport },
  { after: "who-can", add: addRecord },
  { after: "diff", add: addConvert },
  { after: "diff", add: addConvertInvites },
];
