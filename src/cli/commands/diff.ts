// `anteroom diff`
import { type Command, Option } from "commander";
import { askingOf, type OrgFlags, orgOptions, withOptions } from "../options.ts";
import type { Environment } from "../secrets.ts";

interface Flags extends OrgFlags {
  readonly json?: boolean;
  readonly byName?: boolean;
}

export function addDiff(program: Command, environment: Environment): void {
  withOptions(program.command("diff"), [
    new Option("--json", "print the differences as JSON"),
    new Option("--by-name", "hold projects, teams and keys of one name for the same, whatever their ids"),
    ...orgOptions(),
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
    .action(async (before: string, after: string, { json = false, byName = false, ...rest }: Flags) => {
      const { diff } = await import("../diff.ts");
      process.exitCode = await diff(before, after, askingOf(rest, environment), { json, byName });
    });
}
