// The command line: what can be asked of Anteroom, with which options, and how errors are shown.
import { Argument, Command, InvalidArgumentError, Option } from "commander";
import { complete, completionCommand, completionScripts, shells } from "./cli/completion.ts";
import { endingWithCode, misuseCode } from "./cli/misuse.ts";
import { dev, seed, serve } from "./cli/run.ts";
import { exposingFlags, readMasters, withSecrets } from "./cli/secrets.ts";
import { printSignInLink } from "./cli/sign-in-links.ts";
import { Misuse, type RawSettings, readBaseUrl, readSettings, SettingsError } from "./config.ts";
import { languageCodes } from "./contract/languages.ts";
import { version } from "./contract/release.ts";
import { SeedError } from "./seed/document.ts";
import { openDatabase, operationIds, updateSchema } from "./server.ts";
import { sourceStack } from "./stack.ts";
import { sentenceOf } from "./store/errors.ts";
import { type LogFormat, logFormats } from "./traffic/formats.ts";

const program = endingWithCode(new Command("anteroom"))
  .description("The access plane of the MongoDB Atlas Administration API, on your own machine.")
  .version(version)
  // Options of the program come before the command, so that `api` can have a --version of its own.
  .enablePositionalOptions()
  .addHelpText(
    "after",
    `
Exit code: 2 where a flag, a variable or an argument is wrong as it is written, 1 for every other failure.`,
  )
  .showHelpAfterError("(--help shows what can be given)");

const option = (flags: string, description: string, env: string) =>
  new Option(flags, description).env(`ANTEROOM_${env}`);

const storageOptions = [
  option("--data <dir>", "folder of the SQLite file (default: ./data)", "DATA"),
  option("--memory", "keep everything in memory", "MEMORY"),
  option(
    "--database-url <url>",
    "keep everything in PostgreSQL: postgres://USER:PASSWORD@HOST:PORT/DATABASE; of several HOST:PORT with commas between them, the one that takes changes",
    "DATABASE_URL",
  ),
];

const serverOptions = [
  option("--host <address>", "address to listen on", "HOST").default("127.0.0.1"),
  option("--port <number>", "port to listen on; 0 takes any free one", "PORT").default("8080"),
  ...storageOptions,
  option(
    "--tls-cert <file>",
    "speak HTTPS with this certificate (PEM); read again when it changes",
    "TLS_CERT",
  ),
  option("--tls-key <file>", "private key of the certificate (PEM, without a passphrase)", "TLS_KEY"),
  option("--seed <file>", "plant this YAML or JSON file if the store is empty", "SEED"),
  option("--now <instant>", "start the clock at this instant, such as 2027-07-01", "NOW"),
  option("--limits <mode>", "enforce rate limits: off or atlas", "LIMITS").default("off"),
  option(
    "--base-url <url>",
    "what links in answers start with (default: scheme and host of each request)",
    "BASE_URL",
  ),
  option(
    "--mail-url <url>",
    "send mail through this server: smtp://USER:PASSWORD@HOST:587 or smtps://… (default: dev captures it, serve keeps it waiting)",
    "MAIL_URL",
  ),
  option("--mail-from <mailbox>", 'sender of mail, such as "Anteroom <no-reply@example.com>"', "MAIL_FROM"),
  option(
    "--mail-language <code>",
    `language of mail: ${languageCodes.join(" or ")}`,
    "MAIL_LANGUAGE",
  ).default("en"),
  option(
    "--oidc-issuer <url>",
    "let people sign in with this OpenID Connect provider; its client secret is read from ANTEROOM_OIDC_CLIENT_SECRET alone",
    "OIDC_ISSUER",
  ),
  option("--oidc-client-id <id>", "client id of this server at the provider", "OIDC_CLIENT_ID"),
  option("--oidc-name <name>", "what people know the provider by (default: host of the issuer)", "OIDC_NAME"),
  option(
    "--lenient-accept",
    "give the newest version to requests that ask for none, instead of 406",
    "LENIENT_ACCEPT",
  ),
  option(
    "--strict-roles [choice]",
    "let nobody give or take a role above their own: on or off (default: off in dev, on in serve)",
    "STRICT_ROLES",
  ).preset("on"),
  option(
    "--sign-in <ways>",
    "both: by password, and with the provider where there is one; provider: with the provider alone (default: both)",
    "SIGN_IN",
  ),
  option(
    "--sign-up <who>",
    "who gets an account by a provider, or by the link of an invitation: nobody, invited or everybody (default: everybody in dev, invited in serve)",
    "SIGN_UP",
  ),
  option(
    "--create-orgs <who>",
    "which people make organizations: nobody, invited (members of one) or everybody (default: everybody in dev, invited in serve)",
    "CREATE_ORGS",
  ),
  option(
    "--mail-domains <domains>",
    "only addresses of these domains get an account by themselves, such as example.com,example.org (default: any)",
    "MAIL_DOMAINS",
  ),
  option(
    "--trust-proxy [proxies]",
    "believe X-Forwarded-For and -Proto of proxies of yours: their number (default: 1), or addresses and networks such as 10.0.0.0/8,192.0.2.7",
    "TRUST_PROXY",
  ),
  option(
    "--keep-events <days>",
    "remove events that are older, batch by batch once they are sealed (default: keep them for ever)",
    "KEEP_EVENTS",
  ),
  option(
    "--keep-mail <days>",
    "forget messages that were sent or given up earlier (default: keep them for ever)",
    "KEEP_MAIL",
  ),
  option(
    "--keep-invitations <days>",
    "forget invitations that ended or ran out earlier (default: keep them for ever)",
    "KEEP_INVITATIONS",
  ),
  option(
    "--log-level <level>",
    "fatal, error, warn, info, debug or silent (default: warn in dev, info in serve)",
    "LOG_LEVEL",
  ),
];

/** Commander takes a set variable of a flag for yes, whatever it says. */
for (const name of ["MEMORY", "TLS", "LENIENT_ACCEPT", "PRINT_LINKS", "TRUST_PROXY"]) {
  if (/^(0|false|no|off|)$/i.test(process.env[`ANTEROOM_${name}`] ?? "x"))
    delete process.env[`ANTEROOM_${name}`];
}

function settingsOf(raw: RawSettings, defaults: Parameters<typeof readSettings>[1] = { logLevel: "warn" }) {
  for (const name of exposingFlags(raw, process.env)) {
    process.stderr.write(
      `anteroom: --${name.toLowerCase().replace("_", "-")} shows its password in the list of processes; name a file with it in ANTEROOM_${name}_FILE instead\n`,
    );
  }
  return readSettings(withSecrets(raw, process.env), defaults);
}
interface ReportFlags {
  readonly baseUrl: string;
  readonly data?: string;
  readonly databaseUrl?: string;
  readonly from?: string[];
  readonly format?: LogFormat;
  readonly orgId?: string;
  readonly json?: boolean;
  readonly html?: boolean;
  readonly markdown?: boolean;
  readonly output?: string;
  readonly failOn?: "deprecated" | "gone";
}

const storageIn = ({ data, databaseUrl }: Pick<ReportFlags, "data" | "databaseUrl">): RawSettings => ({
  ...(data !== undefined && { data }),
  ...(databaseUrl !== undefined && { databaseUrl }),
});

interface QuestionFlags {
  readonly baseUrl: string;
  readonly data?: string;
  readonly databaseUrl?: string;
  readonly now?: string;
  readonly groupId?: string;
  readonly projectId?: string;
  readonly orgId?: string;
  readonly json?: boolean;
  readonly as?: string;
  readonly version?: string;
  readonly from?: string;
}

/** What a question about a door is asked with: a store where one is named, else the controls of a server. */
function questioning(command: Command, flags: QuestionFlags) {
  const { projectId, groupId = projectId, orgId, data, databaseUrl, now, json = false } = flags;
  const asksServer = command.getOptionValueSource("baseUrl") === "cli";
  const readsStore = data !== undefined || databaseUrl !== undefined;
  const about = {
    ...(groupId !== undefined && { groupId }),
    ...(orgId !== undefined && { orgId }),
  };
  if (readsStore && !asksServer) {
    const settings = settingsOf({ ...storageIn(flags), ...(now !== undefined && { now }) });
    return { about, asking: { json, source: { kind: "store", settings } as const } };
  }
  if (now !== undefined)
    throw new Misuse("--now goes with --data or --database-url: a server has its own clock");
  const { controlToken } = withSecrets({}, process.env);
  const source = { kind: "server", baseUrl: readBaseUrl(flags.baseUrl), controlToken } as const;
  return { about, asking: { json, source } };
}

/** Flags of the ids in a question, as the atlas CLI spells them too. */
const questionOptions = [
  new Option("--group, --groupId <id>", "the project"),
  new Option("--projectId <id>", "the same, as the atlas CLI has it").env("MONGODB_ATLAS_PROJECT_ID"),
  new Option("--org, --orgId <id>", "the organization").env("MONGODB_ATLAS_ORG_ID"),
  option("--base-url <url>", "ask the controls of the server at this address", "URL").default(
    "http://127.0.0.1:8080",
  ),
  option("--data <dir>", "ask the store of this folder, without a server", "DATA"),
  option("--database-url <url>", "ask the database, without a server", "DATABASE_URL"),
];

const masters = () => readMasters(process.env);

function withOptions(command: Command, options: readonly Option[]): Command {
  for (const each of options) command.addOption(each);
  return command;
}

withOptions(program.command("dev"), [
  ...serverOptions,
  option(
    "--tls",
    "speak HTTPS with a certificate of its own for localhost, made once and kept in the data folder",
    "TLS",
  ),
  option(
    "--faults <rules>",
    "let this go wrong from the start: a list of rules as JSON, or its file in YAML or JSON",
    "FAULTS",
  ),
  option(
    "--deterministic <seed>",
    "ids, secrets and times follow from this text, and are the same at every run; the clock stands",
    "DETERMINISTIC",
  ),
])
  .description("serve a rehearsal on loopback, with a demonstration and test controls")
  .addHelpText(
    "after",
    `
Examples:
  anteroom dev                                  SQLite in ./data, a demonstration on first start
  anteroom dev --memory --port 0                a world that ends with the process, on any free port
  anteroom dev --tls                            HTTPS, for clients that refuse anything else
  anteroom dev --seed world.yaml --now 2027-07-02   after the removal of the deprecated operations
  anteroom dev --faults '[{"chance": 0.1, "status": 503}]'   every tenth request fails
  anteroom dev --memory --deterministic 1       the same world, credentials and answers at every run
  ANTEROOM_CONTROL_TOKEN=$(openssl rand -hex 16) anteroom dev --host 0.0.0.0   in a container, for others

The test controls want ANTEROOM_CONTROL_TOKEN once it is set (ANTEROOM_CONTROL_TOKEN_FILE names a file with it); without one dev
listens on loopback alone. ANTEROOM_SEED_TEXT is a seed itself, in place of the file of --seed.`,
  )
  .action(async (raw: RawSettings) => {
    await dev(settingsOf(raw), masters());
  });

withOptions(program.command("serve"), [
  ...serverOptions,
  option(
    "--metrics-port <number>",
    "answer /metrics and /readyz on this port instead, in plain HTTP; 0 takes any free one",
    "METRICS_PORT",
  ),
  option(
    "--print-links",
    "print the links by which owners of the seed choose a password, also where standard output is no terminal (default: to a file of the data folder)",
    "PRINT_LINKS",
  ),
  option("--workers <number>", "refused: it went", "WORKERS").hideHelp(),
  option("--tls", "refused: for dev alone", "TLS").hideHelp(),
])
  .description("serve in earnest: no test controls, no demonstration; needs ANTEROOM_SECRET")
  .addHelpText(
    "after",
    `
Examples:
  ANTEROOM_SECRET=$(openssl rand -hex 32) anteroom serve --data /var/lib/anteroom --base-url https://atlas.example.com
  anteroom serve --database-url postgres://anteroom@db/anteroom --host 0.0.0.0 --trust-proxy 10.0.0.0/8 --base-url https://atlas.example.com

The secret seals and signs what the store keeps: give the same one at every start. Instead of a variable with a secret in
it a file can be named: ANTEROOM_SECRET_FILE, ANTEROOM_SECRET_PREVIOUS_FILE, ANTEROOM_DATABASE_URL_FILE,
ANTEROOM_MAIL_URL_FILE, ANTEROOM_OIDC_CLIENT_SECRET_FILE. ANTEROOM_SECRET_PREVIOUS is believed, too, while the secret is
replaced: see anteroom rotate-secret --help.`,
  )
  .action(async (raw: RawSettings) => {
    if (raw.tls === true) {
      throw new Misuse(
        "--tls: serve makes no certificate of its own; give it yours with --tls-cert and --tls-key, or use dev",
      );
    }
    if (raw.workers !== undefined) {
      throw new Misuse(
        "--workers: one process serves one port; start serve several times with the same --database-url, and balance between them with a proxy",
      );
    }
    if (process.env.ANTEROOM_DETERMINISTIC !== undefined) {
      throw new Misuse("ANTEROOM_DETERMINISTIC: serve has no secrets that can be told; unset it, or use dev");
    }
    await serve(
      settingsOf(raw, {
        logLevel: "info",
        strictRoles: "on",
        audience: "invited",
        boundsNewOrgs: true,
        provesMailboxes: true,
        asksAgain: true,
      }),
      masters(),
    );
  });

withOptions(program.command("migrate"), storageOptions)
  .description("bring a store to the newest schema, without serving it")
  .addHelpText(
    "after",
    "\nExample:\n  anteroom migrate --database-url postgres://anteroom@db/anteroom\n\nServers may then use a role that only reads and writes rows.",
  )
  .action(async (raw: RawSettings) => {
    const { storage } = settingsOf(raw);
    const database = await openDatabase(storage);
    try {
      const applied = await updateSchema(database, storage);
      process.stdout.write(
        applied.length === 0 ? "The schema is the newest.\n" : `Applied ${applied.join(", ")}.\n`,
      );
    } finally {
      await database.close();
    }
  });

withOptions(program.command("backup"), storageOptions)
  .description("write the store to a file, while servers use it; refuses to overwrite one")
  .argument("<file>", "the backup to make")
  .option("--force", "overwrite the file")
  .addHelpText(
    "after",
    `
Examples:
  anteroom backup /backup/anteroom.sqlite --data /var/lib/anteroom
  anteroom backup --force today.sqlite          over the one of yesterday, once today's is whole

A PostgreSQL database is backed up with pg_dump. To a backup belongs its ANTEROOM_SECRET: keep it in another place.`,
  )
  .action(async (file: string, { force, ...raw }: RawSettings & { force?: boolean }) => {
    const { backup } = await import("./cli/backup.ts");
    await backup(settingsOf(raw), file, { ...(force !== undefined && { force }) });
  });

withOptions(program.command("restore"), storageOptions)
  .description("put a backup in the place of the store, while no server uses it; keeps what was there aside")
  .argument("<file>", "what `anteroom backup` made")
  .addHelpText(
    "after",
    `
Example:
  ANTEROOM_SECRET_FILE=/etc/anteroom/secret anteroom restore /backup/anteroom.sqlite --data /var/lib/anteroom

Needs the ANTEROOM_SECRET that the backup was made with. A backup of an older Anteroom is brought to the newest schema by
the next start.`,
  )
  .action(async (file: string, raw: RawSettings) => {
    const { restoreBackup } = await import("./cli/backup.ts");
    await restoreBackup(settingsOf(raw), masters(), file);
  });

withOptions(program.command("rotate-secret"), storageOptions)
  .description("seal the store with a new ANTEROOM_SECRET in place of ANTEROOM_SECRET_PREVIOUS")
  .addHelpText(
    "after",
    `
Example:
  export ANTEROOM_SECRET_PREVIOUS_FILE=/etc/anteroom/secret ANTEROOM_SECRET_FILE=/etc/anteroom/secret.new
  anteroom rotate-secret --data /var/lib/anteroom

Stop the server before, or let every server believe both secrets: give them the same two variables. Access tokens that
the previous secret signed stay good as long as servers are given it.`,
  )
  .action(async (raw: RawSettings) => {
    const { rotateSecret } = await import("./cli/rotate-secret.ts");
    await rotateSecret(settingsOf(raw), masters());
  });

const audit = endingWithCode(program.command("audit")).description("check the events of a store");

withOptions(audit.command("verify"), storageOptions)
  .description("say up to when the events of each organization are as they were sealed")
  .option("--expect <head...>", "heads that were printed before: each must be a seal still")
  .addHelpText(
    "after",
    `
Examples:
  ANTEROOM_SECRET_FILE=/etc/anteroom/secret anteroom audit verify --data /var/lib/anteroom
  anteroom audit verify --database-url postgres://anteroom@db/anteroom --expect "$(cat heads-of-last-week)"

Needs the ANTEROOM_SECRET of the store, and may run beside its servers. Exits with 1 where an event or a seal was changed,
added or removed. Keep the heads that it prints in another place: with them it also notices a store whose end was cut off,
or that somebody with the secret wrote anew.`,
  )
  .action(async ({ expect = [], ...raw }: RawSettings & { expect?: string[] }) => {
    const { verifyAudit } = await import("./cli/audit.ts");
    const heads = expect.flatMap((each) => each.split(/\s+/)).filter((each) => each !== "");
    if (!(await verifyAudit(settingsOf(raw), masters(), heads))) process.exitCode = 1;
  });

withOptions(program.command("seed"), storageOptions)
  .description("plant a YAML or JSON file, and print the secrets minted for it, once")
  .argument("<file>", "the seed file")
  .addHelpText("after", "\nExample:\n  anteroom seed world.yaml --data /var/lib/anteroom")
  .action(async (file: string, raw: RawSettings) => {
    await seed(settingsOf(raw), masters(), file);
  });

withOptions(program.command("sign-in-link"), [
  ...storageOptions,
  option("--base-url <url>", "what the link begins with (default: http://127.0.0.1:8080)", "BASE_URL"),
])
  .description("print a link by which a person chooses a password, once, within a day")
  .argument("<email>", "the address of an account")
  .addHelpText(
    "after",
    `
Example:
  ANTEROOM_SECRET_FILE=/etc/anteroom/secret anteroom sign-in-link owner@example.com --data /var/lib/anteroom --base-url https://atlas.example.com

Needs the ANTEROOM_SECRET of the store, and may run beside its servers. For an owner who cannot get mail: the first one, or one
who forgot the password before there was a mail server. Whoever opens the link has the account, so hand it on as a password.`,
  )
  .action(async (email: string, raw: RawSettings) => {
    await printSignInLink(settingsOf(raw), masters(), email);
  });

program
  .command("init")
  .description("begin in a folder: a seed with comments, a .gitignore and a first test; overwrites nothing")
  .argument("[dir]", "the folder, made if it is missing", ".")
  .addHelpText("after", "\nExample:\n  anteroom init rehearsal")
  .action(async (directory: string) => {
    const { init } = await import("./cli/init.ts");
    await init(directory);
  });

withOptions(program.command("report"), [
  option("--base-url <url>", "ask the server at this address", "URL").default("http://127.0.0.1:8080"),
  option("--data <dir>", "read what the store of this folder has counted, without a server", "DATA"),
  option("--database-url <url>", "read what the database has counted, without a server", "DATABASE_URL"),
])
  .description("say who still calls what ends on 1 July 2027, and what to call instead")
  .option(
    "--from <file...>",
    "read logs instead: HAR, Terraform's TF_LOG=debug, access logs, recordings; also with gzip; - is standard input",
  )
  .addOption(
    new Option("--format <format>", "format of the logs (default: told by their content)").choices(
      logFormats,
    ),
  )
  .option("--orgId <id>", "of this organization alone")
  .option("--json", "write JSON")
  .option("--html", "write one HTML file, with bars by client and day")
  .option("--markdown", "write Markdown, for a pull request")
  .option("--output <file>", "write to this file instead of standard output")
  .addOption(
    new Option(
      "--fail-on <what>",
      "exit with 3 where calls of what ends were found, with 4 where some were answered 410; gone: with 4 alone",
    ).choices(["deprecated", "gone"]),
  )
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
  .action(async function (this: Command, given: ReportFlags) {
    const reporting = await import("./cli/report.ts");
    const { json = false, html = false, markdown = false, failOn = null, output = null, ...flags } = given;
    const format = reporting.formatOf({ json, html, markdown });
    const asksServer = this.getOptionValueSource("baseUrl") === "cli";
    const readsStore = flags.data !== undefined || flags.databaseUrl !== undefined;
    const orgId = flags.orgId ?? null;
    const { controlToken } = withSecrets({}, process.env);
    const counted =
      flags.from !== undefined
        ? await reporting.fromLogs(flags.from, flags.format ?? null)
        : readsStore && !asksServer
          ? await reporting.fromStore(settingsOf(storageIn(flags)), orgId)
          : await reporting.fromServer({
              ...{ orgId, controlToken, environment: process.env },
              baseUrl: readBaseUrl(flags.baseUrl),
              data: flags.data ?? "data",
            });
    process.exitCode = await reporting.report(counted, { format, output, failOn });
  });

withOptions(program.command("explain"), questionOptions)
  .description("say whether a credential is let in to an operation, by which role, or which rule refuses it")
  .argument("<operation...>", "an operation, as for `anteroom api`, or METHOD and path of a request")
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
  .action(async function (this: Command, words: string[], flags: QuestionFlags) {
    const explaining = await import("./cli/explain.ts");
    const { about, asking } = questioning(this, flags);
    const caller = flags.as ?? (await explaining.ownName(process.env, flags.data ?? "data"));
    const question = {
      ...explaining.questionIn(words),
      ...about,
      caller,
      ...(flags.version !== undefined && { version: flags.version }),
      ...(flags.from !== undefined && { address: flags.from }),
    };
    await explaining.explain(question, asking);
  });

withOptions(program.command("who-can"), questionOptions)
  .description("list who may perform an operation in a project or an organization, and by which role")
  .argument("<operation...>", "an operation, as for `anteroom api`, or METHOD and path of a request")
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
  .action(async function (this: Command, words: string[], flags: QuestionFlags) {
    const explaining = await import("./cli/explain.ts");
    const { about, asking } = questioning(this, flags);
    await explaining.whoCan({ ...explaining.questionIn(words), ...about }, asking);
  });

withOptions(program.command("record"), [
  option("--host <address>", "loopback address to listen on", "HOST").default("127.0.0.1"),
  option("--port <number>", "port to listen on; 0 takes any free one", "PORT").default("8080"),
])
  .description("pass calls through to Atlas, and record which they were, without secrets")
  .requiredOption("--upstream <url>", "where calls go, such as https://cloud.mongodb.com")
  .option("--output <file>", "file that the recording is added to, JSON on lines", "recording.jsonl")
  .addHelpText(
    "after",
    `
Example:
  anteroom record --upstream https://cloud.mongodb.com --output recording.jsonl
  MONGODB_ATLAS_BASE_URL=http://127.0.0.1:8080/ terraform plan        in another terminal
  anteroom report --from recording.jsonl

Requests and answers pass unchanged, so that credentials of Atlas work. The recording has method, path, time, client, public key or
client id, and of what ends the body with addresses and secrets struck out; no credentials, no cookies, no answers. Listens on loopback only.
NODE_EXTRA_CA_CERTS names a certificate that the upstream's must be signed with, if no public one is.`,
  )
  .action(async (flags: { upstream: string; output: string; host: string; port: string }) => {
    const { record } = await import("./cli/record.ts");
    await record(flags);
  });

program
  .command("api")
  .description("call any operation of the API; `anteroom api --help` lists them")
  .argument("[tag]")
  .argument("[operation]")
  .argument("[flags...]")
  // Which there are follows from the table of operations, which is loaded only when it is wanted.
  .helpOption(false)
  .allowUnknownOption()
  .passThroughOptions()
  .action(async function (this: Command) {
    const { api } = await import("./cli/api.ts");
    await api(this.args, process.env);
  });

const addressOption = (flag: string, description: string) =>
  option(flag, description, "URL").default("http://127.0.0.1:8080");

const askingOptions = [
  new Option(
    "--org, --orgId <id>",
    "the organization; may be left out where the credential sees one alone",
  ).env("MONGODB_ATLAS_ORG_ID"),
  option(
    "--data <dir>",
    "folder whose credentials.json serves when MONGODB_ATLAS_PUBLIC_API_KEY and _PRIVATE_API_KEY, or MONGODB_ATLAS_CLIENT_ID and _CLIENT_SECRET, are not set",
    "DATA",
  ).default("data"),
  new Option("--parallel <number>", "requests at a time, 1 to 16").argParser(readParallel).default(4),
  new Option("-q, --quiet", "say nothing but what went wrong"),
];

function readParallel(text: string): number {
  if (/^([1-9]|1[0-6])$/.test(text)) return Number(text);
  throw new InvalidArgumentError("Give a number from 1 to 16.");
}

interface RawAsking {
  readonly orgId?: string;
  readonly data: string;
  readonly parallel: number;
  readonly quiet?: boolean;
}

const askingOf = ({ orgId, ...rest }: RawAsking) => ({
  ...rest,
  environment: process.env,
  org: orgId === "" ? undefined : orgId,
});

withOptions(program.command("snapshot"), [
  addressOption("--from <url>", "the server to read; https://cloud.mongodb.com is Atlas itself"),
  new Option("--output <file>", "the seed to write; standard output if absent"),
  ...askingOptions,
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
  .action(async ({ from, output, ...rest }: RawAsking & { from: string; output?: string }) => {
    const { snapshot } = await import("./cli/snapshot.ts");
    process.exitCode = await snapshot(from, output, askingOf(rest));
  });

withOptions(program.command("diff"), [
  new Option("--json", "print the differences as JSON"),
  new Option("--by-name", "hold projects, teams and keys of one name for the same, whatever their ids"),
  ...askingOptions,
])
  .description("say what is different between two worlds: who gained or lost which role where")
  .argument("<before>", "a seed file, or the address of a server")
  .argument("<after>", "another one")
  .addHelpText(
    "after",
    `
Examples:
  anteroom diff monday.yaml friday.yaml
  anteroom diff wanted.yaml https://cloud.mongodb.com --org a0123456789abcdef012345a
  anteroom diff --json monday.yaml http://127.0.0.1:8080

A server is asked with the credentials that \`anteroom api\` takes. What one side does not tell of is not compared, and said.
Exit codes: 0 when nothing is different, 1 when something is, 2 when they could not be compared.`,
  )
  .action(
    async (
      before: string,
      after: string,
      { json = false, byName = false, ...rest }: RawAsking & { json?: boolean; byName?: boolean },
    ) => {
      const { diff } = await import("./cli/diff.ts");
      process.exitCode = await diff(before, after, askingOf(rest), { json, byName });
    },
  );

withOptions(program.command("convert-invites"), [
  addressOption("--from <url>", "the server; https://cloud.mongodb.com is Atlas itself"),
  new Option("--apply", "move them; without it nothing is changed"),
  new Option("--json", "print the report as JSON").conflicts("terraform"),
  new Option(
    "--terraform",
    "print resources, imports and removed blocks for Terraform instead; changes nothing",
  ).conflicts("apply"),
  ...askingOptions,
])
  .description("move pending invitations to the operations that stay after 2027-07-01")
  .addHelpText(
    "after",
    `
Examples:
  anteroom convert-invites                      what would be done on the server that runs here
  anteroom convert-invites --apply --from https://cloud.mongodb.com --org a0123456789abcdef012345a
  anteroom convert-invites --terraform > invitations.tf

Needs Organization Owner. An invitation to the organization is a pending user already, whom the operations that stay show. One to a
project is given to them by addGroupUsers, and then withdrawn: one after the other, and a run that was stopped is finished by the
next one. Whoever is invited anew gets a new message and thirty days; whoever is in the organization already has the roles at once.
Exit codes: 0 when all is well, 1 when something could not be read or moved, 2 for a wrong command line.`,
  )
  .action(
    async ({
      from,
      apply = false,
      json = false,
      terraform = false,
      ...rest
    }: RawAsking & { from: string; apply?: boolean; json?: boolean; terraform?: boolean }) => {
      const { convertInvites } = await import("./cli/convert-invites.ts");
      process.exitCode = await convertInvites(from, askingOf(rest), { apply, json, terraform });
    },
  );

program
  .command("completion")
  .description("print the script that completes commands and flags in a shell")
  .addArgument(new Argument("<shell>").choices(shells))
  .addHelpText(
    "after",
    `
Examples:
  source <(anteroom completion bash)            in ~/.bashrc
  source <(anteroom completion zsh)             in ~/.zshrc, after compinit
  anteroom completion fish | source             in ~/.config/fish/config.fish`,
  )
  .action((shell: (typeof shells)[number]) => void process.stdout.write(completionScripts[shell]));

program
  .command(completionCommand, { hidden: true })
  .argument("[words...]")
  .action(async (words: string[]) => {
    const [command, typed = ""] = words;
    const isOfApi = command === "api" && words.length > 1;
    const namesOperation = (command === "explain" || command === "who-can") && words.length === 2;
    const completed = isOfApi ? (await import("./cli/api.ts")).createApiProgram(process.env) : program;
    const found =
      namesOperation && !typed.startsWith("-")
        ? operationIds.filter((id) => id.startsWith(typed))
        : complete(completed, isOfApi ? words.slice(1) : words);
    process.stdout.write(found.map((each) => `${each}\n`).join(""));
  });

program.parseAsync().catch((reason: unknown) => {
  const isOurs = reason instanceof SettingsError || reason instanceof SeedError;
  const sentence = isOurs ? reason.message : sentenceOf(reason);
  process.stderr.write(
    `anteroom: ${sentence ?? (reason instanceof Error ? sourceStack(reason.stack ?? reason.message) : reason)}\n`,
  );
  process.exitCode = reason instanceof Misuse ? misuseCode : 1;
});
