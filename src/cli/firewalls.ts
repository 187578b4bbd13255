// The IP access list of a project in the form of firewalls. Comments of entries are any text, and stay comments.
import { quoteJson, quoteShell, toLine } from "../core/domain/quoting.ts";

export interface ListedEntry {
  readonly awsSecurityGroup?: string;
  readonly cidrBlock?: string;
  readonly ipAddress?: string;
  readonly comment?: string;
  readonly deleteAfterDate?: string;
}

interface Listed {
  readonly groupId: string;
  readonly project: string;
  readonly server: string;
  readonly entries: readonly ListedEntry[];
}

/** The ports of the databases. */
export interface Ports {
  readonly first: number;
  readonly last: number;
}

interface Rule {
  readonly cidr: string | undefined;
  readonly securityGroup: string | undefined;
  readonly comment: string;
  /** The end, such as `2026-11-30T00:00:00Z`; undefined for none. */
  readonly end: string | undefined;
}

const isVersion6 = (cidr: string): boolean => cidr.includes(":");

/** Returns the end of an entry, which is any text of the server. */
const endOf = (date: string | undefined): string | undefined =>
  date === undefined || Number.isNaN(Date.parse(date)) ? undefined : new Date(date).toISOString();

const address = /^[\da-f:.]+\/\d{1,3}$/i;

function ruleOf({
  ipAddress,
  cidrBlock,
  awsSecurityGroup,
  comment = "",
  deleteAfterDate,
}: ListedEntry): Rule {
  const single = ipAddress && `${ipAddress}/${isVersion6(ipAddress) ? 128 : 32}`;
  const cidr = cidrBlock ?? single;
  const isGroup = /^(\d+\/)?sg-[\da-f]*$/.test(awsSecurityGroup ?? "");
  return {
    cidr: cidr !== undefined && address.test(cidr) ? cidr : undefined,
    securityGroup: isGroup ? awsSecurityGroup : undefined,
    comment: toLine(comment),
    end: endOf(deleteAfterDate),
  };
}

const rulesOf = ({ entries }: Listed): Rule[] => entries.map(ruleOf);

const ended = ({ end }: Rule): string => (end === undefined ? "" : `ends ${end}`);

/** Writes one network on a line; a line that begins with `#` says when the next one ends. */
function writePlain(listed: Listed): string[] {
  return rulesOf(listed).flatMap((rule) => {
    if (rule.cidr === undefined) return rule.securityGroup ? [`# no address: ${rule.securityGroup}`] : [];
    return [...(rule.end === undefined ? [] : [`# ${ended(rule)}`]), rule.cidr];
  });
}

function elementsOf(rules: readonly Rule[]): string[] {
  if (rules.length === 0) return [];
  const lines = rules.map((rule) => {
    const said = [ended(rule), rule.comment && quoteJson(rule.comment)].filter(Boolean).join(": ");
    return `      ${rule.cidr},${said && ` # ${said}`}`;
  });
  return ["    elements = {", ...lines, "    }"];
}

const setOf = (name: string, type: string, rules: readonly Rule[]): string[] => [
  `  set ${name} {`,
  `    type ${type}`,
  "    flags interval",
  "    auto-merge",
  ...elementsOf(rules),
  "  }",
];

/** Writes a table of its own, which replaces the one that was loaded before in one step. */
function writeNft(listed: Listed, { first, last }: Ports): string[] {
  const { groupId, project, server } = listed;
  // An id is any text of the server.
  const table = `inet atlas_${groupId.replace(/\W/g, "")}`;
  const rules = rulesOf(listed);
  const networks = rules.flatMap((rule) => (rule.cidr === undefined ? [] : [{ ...rule, cidr: rule.cidr }]));
  const port = first === last ? `${first}` : `${first}-${last}`;
  return [
    `# IP access list of the project ${quoteJson(project)} (${toLine(groupId)}) at ${toLine(server)}: load it with nft -f`,
    ...rules.flatMap(({ securityGroup }) =>
      securityGroup ? [`# ${securityGroup} is a security group, which nft does not know`] : [],
    ),
    `table ${table}`,
    `delete table ${table}`,
    `table ${table} {`,
    ...setOf(
      "allowed4",
      "ipv4_addr",
      networks.filter(({ cidr }) => !isVersion6(cidr)),
    ),
    ...setOf(
      "allowed6",
      "ipv6_addr",
      networks.filter(({ cidr }) => isVersion6(cidr)),
    ),
    "  chain input {",
    "    type filter hook input priority filter; policy accept;",
    `    tcp dport ${port} ip saddr @allowed4 accept`,
    `    tcp dport ${port} ip6 saddr @allowed6 accept`,
    `    tcp dport ${port} drop`,
    "  }",
    "}",
  ];
}

/** Describes a rule with the characters that EC2 accepts, except those with a meaning in a shell. */
const describe = (rule: Rule): string =>
  [ended(rule), rule.comment.replace(/[^\w .:/()#,@[\]+=&;{}*-]/g, "")]
    .filter(Boolean)
    .join(": ")
    .slice(0, 255);

function permissionOf(rule: Rule, { first, last }: Ports): object {
  const text = describe(rule);
  const more = text === "" ? {} : { Description: text };
  const { cidr, securityGroup = "" } = rule;
  const [id, account] = securityGroup.split("/").reverse();
  const source =
    cidr === undefined
      ? { UserIdGroupPairs: [{ GroupId: id, ...(account && { UserId: account }), ...more }] }
      : isVersion6(cidr)
        ? { Ipv6Ranges: [{ CidrIpv6: cidr, ...more }] }
        : { IpRanges: [{ CidrIp: cidr, ...more }] };
  return { IpProtocol: "tcp", FromPort: first, ToPort: last, ...source };
}

/** Writes a call for each entry: an existing one is refused alone, so the lines can be run again. */
function writeAws(listed: Listed, ports: Ports, securityGroup: string | undefined): string[] {
  const into = securityGroup ?? '"$SECURITY_GROUP_ID"';
  return rulesOf(listed)
    .filter(({ cidr, securityGroup: group }) => cidr !== undefined || group !== undefined)
    .map((rule) => {
      const permissions = quoteShell(JSON.stringify([permissionOf(rule, ports)]));
      return `aws ec2 authorize-security-group-ingress --group-id ${into} --ip-permissions ${permissions}`;
    });
}

export const firewalls = ["nft", "aws", "plain"] as const;

interface Writing {
  readonly format: (typeof firewalls)[number];
  readonly ports: Ports;
  /** The security group for `aws`; a variable of the shell if absent. */
  readonly securityGroup?: string | undefined;
}

export function writeFirewall(listed: Listed, { format, ports, securityGroup }: Writing): string {
  const lines = {
    nft: () => writeNft(listed, ports),
    aws: () => writeAws(listed, ports, securityGroup),
    plain: () => writePlain(listed),
  };
  return lines[format]().join("\n");
}
