// `anteroom sign-in-link`
import type { Command } from "commander";
import type { GivenSettings } from "../../settings/table.ts";
import { option, settingOptions, settingsOf, withOptions } from "../options.ts";
import { type Environment, readMasters } from "../secrets.ts";
import { printSignInLink } from "../sign-in-links.ts";

export function addSignInLink(program: Command, environment: Environment): void {
  withOptions(program.command("sign-in-link"), [
    ...settingOptions("store"),
    option(
      "--base-url <url>",
      "what the link begins with (default: http://127.0.0.1:8080)",
      "ANTEROOM_BASE_URL",
    ),
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
    .action((email: string, given: GivenSettings) =>
      printSignInLink(settingsOf(given, environment), readMasters(environment), email),
    );
}
