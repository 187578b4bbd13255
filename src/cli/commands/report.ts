// `anteroom report`
import { type Command, Option } from "commander";
import { readBaseUrl } from "../../settings/readers.ts";
import { type LogFormat, logFormats } from "../../traffic/formats.ts";
import { readsStore, type SourceFlags, settingsOf, sourceOptions, withOptions } from "../options.ts";
import { type Environment, readSecret } from "../secrets.ts";

interface Flags extends SourceFlags {
  readonly from?: string[];
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
const failures =
  "exit with 3 where calls of what ends were found, with 4 where some were answered 410; gone: with 4 alone";

export function addReport(program: Command, environment: Environment): void {
  withOptions(program.command("report"), [
    ...sourceOptions(
      "ask the server at this address",
      "read what the store of this folder has counted, without a server",
      "read what the database has counted, without a server",
    ),
    new Option("--from <file...>", logs),
    new Option("--format <format>", "format of the logs (default: told by their content)").choices(
      logFormats,
    ),
    new Option("--orgId <id>", "of this organization alone"),
    new Option("--json", "write JSON"),
    new Option("--html", "write one HTML file, with bars by client and day"),
    new Option("--markdown", "write Markdown, for a pull request"),
    new Option("--output <file>", "write to this file instead of standard output"),
    new Option("--fail-on <what>", failures).choices(["deprecated", "gone"]),
  ])
    .description("say who still calls what ends on 1 July 2027, and what to call instead")
    .addHelpText(
      "after",
      `
Examples:
  anteroom report                               what the server at http://127.0.0.1:8080 has counted
  anteroom report --data ./data --html --output report.html
  TF_LOG=debug TF_LOG_PATH=terraform.log terraform plan; anteroom report --from terraform.log
  anteroom report --from access.log.1.gz access.log --markdown --fail-on deprecated

A server with test controls is asked by them (ANTEROOM_CONTROL_TOKEN, if it has one); any other with the credentials of an owner,
from MONGODB_ATLAS_PUBLIC_API_KEY and _PRIVATE_API_KEY or MONGODB_ATLAS_CLIENT_ID and _CLIENT_SECRET.

Exit code: 0 when the report is made, 3 and 4 as --fail-on says, 1 when it could not be made, 2 when the command line is wrong.`,
    )
    .action(async function (this: Command, given: Flags) {
      const reporting = await import("../report.ts");
      const { json = false, html = false, markdown = false, failOn = null, output = null } = given;
      const format = reporting.formatOf({ json, html, markdown });
      const counted = await countedBy(reporting, readsStore(this, given), given, environment);
      process.exitCode = await reporting.report(counted, { format, output, failOn });
    });
}

function countedBy(
  reporting: typeof import("../report.ts"),
  isStore: boolean,
  { from, format, orgId: org, data, databaseUrl, baseUrl }: Flags,
  environment: Environment,
) {
  const orgId = org ?? null;
  if (from !== undefined) return reporting.fromLogs(from, format ?? null);
  if (isStore) return reporting.fromStore(settingsOf({ data, databaseUrl }, environment), orgId);
  return reporting.fromServer({
    ...{ orgId, environment, controlToken: readSecret(environment, "controlToken") },
    baseUrl: readBaseUrl(baseUrl),
    data: data ?? "data",
  });
}
