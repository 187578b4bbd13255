// The command that prints a project's IP access list for firewalls.
import { InvalidArgumentError, Option } from "commander";
import type { AccessListFlags } from "../access-list.ts";
import { firewalls, type Ports } from "../firewalls.ts";
import { command, option, serverOption, type Typed } from "../options.ts";

function readPorts(text: string): Ports {
  const [first = 0, last = first] = /^\d{1,5}(-\d{1,5})?$/.test(text) ? text.split("-").map(Number) : [];
  if (first > 0 && first <= last && last < 2 ** 16) return { first, last };
  throw new InvalidArgumentError("Give a port such as 27017, or a range such as 27017-27019.");
}

function readSecurityGroup(text: string): string {
  if (/^sg-[\da-f]+$/.test(text)) return text;
  throw new InvalidArgumentError("Give the id of a security group, such as sg-0123456789abcdef0.");
}

export const addAccessList = command({
  name: "access-list",
  text: "print a project's IP access list for a firewall before its databases",
  options: [
    serverOption("from", "the server to read; https://cloud.mongodb.com is Atlas itself"),
    new Option("--group, --groupId <id>", "the project, by its id or name"),
    option("--projectId <id>", "the same, as the atlas CLI has it", "MONGODB_ATLAS_PROJECT_ID"),
    option(
      "--data <dir>",
      "folder whose credentials.json serves when no variable has credentials",
      "ANTEROOM_DATA",
    ).default("data"),
    new Option(
      "--format <format>",
      "nft: a file for nftables; aws: calls of the AWS CLI; plain: one network on a line",
    )
      .choices(firewalls)
      .default("plain"),
    new Option("--port <port>", "port of the databases, or a range such as 27017-27019")
      .argParser(readPorts)
      .default({ first: 27_017, last: 27_017 }, "27017"),
    new Option(
      "--security-group <id>",
      "where the calls of aws write (default: the variable SECURITY_GROUP_ID of your shell)",
    ).argParser(readSecurityGroup),
  ],
  help: `Examples:
  anteroom access-list --projectId payments
  anteroom access-list --projectId payments --format nft | sudo nft -f -
  anteroom access-list --projectId payments --format aws --security-group sg-0123456789abcdef0 | sh
  anteroom access-list --from https://cloud.mongodb.com --projectId payments --format nft --port 27017-27019

Reads only; Project Read Only opens it. Credentials are those that \`anteroom api\` takes; the project may be left out where they
see one alone. nft makes a table of the project's own, in the place of the one that was loaded before, and drops what else
comes to the port; aws adds rules, one call each, and EC2 refuses those that are there already. Firewalls know no end: that of a
temporary entry is said beside it, so run this again at the latest then. Security groups are for aws alone.`,
  async run({ flags, environment }: Typed<AccessListFlags>) {
    const { accessList } = await import("../access-list.ts");
    await accessList(flags, environment);
  },
});
