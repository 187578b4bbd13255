// `anteroom serve`
import type { Command } from "commander";
import { Misuse } from "../../settings/error.ts";
import type { GivenSettings } from "../../settings/table.ts";
import { option, settingOptions, settingsOf, withOptions } from "../options.ts";
import { type Environment, readMasters } from "../secrets.ts";
import { serve } from "../serve.ts";

/** What was given that serve does not do, and what to do instead. */
const refusals: Readonly<Record<string, string>> = {
  tls: "--tls: serve makes no certificate of its own; give it yours with --tls-cert and --tls-key, or use dev",
  workers:
    "--workers: one process serves one port; start serve several times with the same --database-url, and balance between them with a proxy",
  deterministic: "ANTEROOM_DETERMINISTIC: serve has no secrets that can be told; unset it, or use dev",
};

/** A server that strangers reach is stricter than a rehearsal. */
export const serveDefaults = {
  logLevel: "info",
  strictRoles: true,
  signUp: "invited",
  createOrgs: "invited",
} as const;
const policy = { boundsNewOrgs: true, provesMailboxes: true, asksAgain: true };

export function addServe(program: Command, environment: Environment): void {
  withOptions(program.command("serve"), [
    ...settingOptions("serve"),
    option("--tls", "refused", "ANTEROOM_TLS").hideHelp(),
    option("--workers <number>", "refused", "ANTEROOM_WORKERS").hideHelp(),
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
    .action(async ({ workers, ...given }: GivenSettings & { readonly workers?: string }) => {
      const asked = { ...given, workers, deterministic: environment.ANTEROOM_DETERMINISTIC };
      const refused = Object.keys(refusals).find((name) => asked[name as keyof typeof asked] !== undefined);
      if (refused !== undefined) throw new Misuse(refusals[refused]);
      await serve(settingsOf(given, environment, serveDefaults, policy), readMasters(environment));
    });
}
