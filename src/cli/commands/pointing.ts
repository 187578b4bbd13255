// The commands that keep Atlas's tools away from the cloud: env points them elsewhere, and doctor says where their calls go.
import { writeSync } from "node:fs";
import { type Command, Option } from "commander";
import { unreadable } from "../../core/settings/error.ts";
import { command, endingWithCode, option, serverOption, settingsOf, type Typed } from "../options.ts";
import type { Environment } from "../secrets.ts";
import { forms } from "../shells.ts";
import { type ToolName, tools, writeShutAndFail } from "../tools.ts";

type ToolFlags = Readonly<Partial<Record<ToolName, boolean>>>;
type Flags = import("../env.ts").EnvFlags & ToolFlags;

type DoctorFlags = ToolFlags & {
  readonly data?: string;
  readonly databaseUrl?: string | true;
  readonly json?: boolean;
  readonly deployment?: string;
  readonly dropLeft?: boolean;
};

const toolOptions = (text: string) =>
  Object.values(tools).map(({ flag, name }) => new Option(flag, `${text} ${name}`));

const named = (flags: ToolFlags): ToolName[] =>
  (Object.keys(tools) as ToolName[]).filter((name) => flags[name]);

/** Returns the requested form of arguments that were refused. */
const formIn = (args: readonly string[]) =>
  forms.find((form) => args.join("=").includes(`--shell=${form}`)) ?? "sh";

const env = command({
  name: "env",
  text: "print variables that point tools here and shut the way to all other hosts, for a shell to evaluate",
  options: [
    ...toolOptions("for"),
    serverOption("base-url", "the server that they are to ask"),
    option(
      "--data <dir>",
      "folder of `anteroom dev`, whose credentials they are to use",
      "ANTEROOM_DATA",
    ).default("data"),
    new Option("--no-credentials", "leave credentials out, for `atlas auth login`"),
    new Option("--config <dir>", "folder for the profiles of the atlas CLI (default: atlas-cli in --data)"),
    new Option(
      "--ca <file>",
      "certificate to trust, where the server has TLS (default: tls-cert.pem in --data)",
    ),
    new Option("--allow <host...>", "hosts that may be asked besides, such as registry.terraform.io"),
    new Option("--shell <shell>", "whose language to write; json is the `env` of an editor's settings")
      .choices(forms)
      .default("sh"),
  ],
  help: `Examples:
  eval "$(anteroom env --atlas-cli)"            this shell's \`atlas\` asks http://127.0.0.1:8080, whatever -P says
  eval "$(anteroom env --terraform --go --base-url http://127.0.0.1:9090)"
  eval "$(anteroom env --terraform --allow registry.terraform.io github.com release-assets.githubusercontent.com)"
  anteroom env --node --shell fish | source
  anteroom env --mcp --shell json --base-url https://127.0.0.1:8080

Credentials are those of the demonstration in --data, if that is given or no variable has any; else those of the variables that the
tools read: MONGODB_ATLAS_PUBLIC_API_KEY and _PRIVATE_API_KEY, or MONGODB_ATLAS_CLIENT_ID and _CLIENT_SECRET. Variables that
would override them are unset. Other hosts are blocked: programs that honor HTTPS_PROXY get a proxy address where nothing listens,
and Node loads a guard that refuses connections. This lasts until the shell ends. If env fails, the shell's \`eval\` fails too, and
other hosts are blocked all the same.`,
  async run({ flags, command, environment }: Typed<Flags>) {
    const { env } = await import("../env.ts");
    const isDataGiven = command.getOptionValueSource("data") !== "default";
    await env(named(flags), flags, { environment, isDataGiven });
  },
});

export function addEnv(program: Command, environment: Environment): void {
  const shut = () => writeSync(1, `${writeShutAndFail(environment, formIn(process.argv))}\n`);
  endingWithCode(env(program, environment), shut);
}

export const addDoctor = command({
  name: "doctor",
  text: "show which server each tool would call, and with which credentials, from this shell's variables, the atlas CLI's profiles and Terraform's provider blocks; or how a store does",
  args: { "[dir]": "folder of a Terraform configuration, whose provider blocks are read too" },
  options: [
    ...toolOptions("of"),
    new Option("--data <dir>", "look at the store in this folder instead"),
    new Option(
      "--database-url [url]",
      "look at the store in PostgreSQL instead; without a value, at that of ANTEROOM_DATABASE_URL or its _FILE",
    ).conflicts("data"),
    option(
      "--deployment <url>",
      "look as well for users and roles in this deployment that the store made and has forgotten, as after a restore; @FILE for a file with the URL",
      "ANTEROOM_DEPLOYMENT",
    ),
    new Option("--drop-left", "drop them in the deployment"),
    new Option("--json", "print what is found of a store as JSON"),
  ],
  help: `Examples:
  anteroom doctor                               of all tools
  anteroom doctor --atlas-cli --terraform
  anteroom doctor --terraform infra             and whether a provider block in it leads elsewhere
  anteroom doctor --data /var/lib/anteroom      room, damaged pages, log, schema, seals, mail of a store
  anteroom doctor --database-url                clock, connections, schema, seals, mail
  anteroom doctor --data DIR --deployment @url  and users that a restored store has forgotten

Prints no secrets. Sends a health check to each address that is not Atlas's. Does not read addresses
in the code of programs. With --data or --database-url, inspects a store without changing it, while its servers run; only --drop-left changes something, in the deployment. Each problem is printed with a suggested fix.

Exit code: 0 when all lead to an Anteroom or are shut, 3 when one would reach the cloud or may, 1 when none does but an address does not answer.
Of a store: 1 where a part is bad, 0 otherwise.`,
  async run({ flags, environment }: Typed<DoctorFlags>, folder: string | undefined) {
    const { data, databaseUrl, json = false, deployment, dropLeft } = flags;
    if (data !== undefined || databaseUrl !== undefined) {
      const { doctorOfStore } = await import("../store-doctor.ts");
      const { ANTEROOM_DATABASE_URL: _, ANTEROOM_DATABASE_URL_FILE: __, ...rest } = environment;
      const behind = deployment === undefined ? {} : { deployment };
      const settings =
        data === undefined
          ? settingsOf({ ...(databaseUrl === true ? {} : { databaseUrl }), ...behind }, environment)
          : settingsOf({ data, ...behind }, rest);
      return doctorOfStore(settings, { json, dropsLeft: dropLeft === true });
    }
    const { doctor } = await import("../doctor.ts");
    const chosen = named(flags);
    const names = chosen.length > 0 ? chosen : (Object.keys(tools) as ToolName[]);
    const blocks = folder === undefined ? [] : await blocksIn(folder);
    return doctor(names, { environment, platform: process.platform, blocks });
  },
});

async function blocksIn(folder: string) {
  const { readProviders } = await import("../../code/terraform/configuration.ts");
  return readProviders(folder).catch(unreadable(folder));
}
