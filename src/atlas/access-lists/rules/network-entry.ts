// Entries of the access list of a project: addresses, networks and security groups that its databases may be reached from.
import { type FaultMaker, wrongField } from "../../../core/contract/errors.ts";
import { singleAddress, toCidr } from "../../../core/domain/access-entry.ts";
import { chooseEnd, endErrors } from "../../../core/domain/ending.ts";
import { type Instant, second } from "../../../core/domain/instant.ts";

export interface NetworkEntry {
  /** The network with its prefix length; absent if the entry is a security group. */
  readonly cidr?: string;
  readonly comment?: string;
}

export interface ChosenEntry {
  /** The network with its prefix length, or the security group. */
  readonly name: string;
  readonly document: NetworkEntry;
  readonly endsAt: Instant | null;
}

export interface SentEntry {
  readonly awsSecurityGroup?: string;
  readonly cidrBlock?: string;
  readonly comment?: string;
  readonly deleteAfterDate?: string;
  readonly ipAddress?: string;
}

export const networkEntryErrors = [
  ...endErrors,
  "DUPLICATE_ADDRESSES_IN_INPUT",
  "INVALID_IP_ADDRESS_OR_CIDR_NOTATION",
  "INVALID_NETWORK_PERMISSION_COMMENT",
  "MISSING_ONE_OF_ATTRIBUTES",
  "MULTIPLE_VALUES_SPECIFIED_FOR_ONE_NETWORK_PERMISSION_ENTRY",
  "NETWORK_PERMISSION_EXPIRATION_NOT_SUPPORTED",
] as const;
type Refusing = FaultMaker<(typeof networkEntryErrors)[number]>;

export const longestComment = 80;
/** Matches security groups as Atlas writes them: `sg-` and hexadecimal digits, optionally after the owner's account. */
const securityGroup = /^([0-9]*\/)?sg-[0-9a-f]*$/;

/** Returns the name of an entry in a path: its network, or its security group, whether it exists or not. */
export const entryNamed = (text: string): string => toCidr(text) ?? text;

/** Returns the entries of a request, without duplicates. */
export function chooseNetworkEntries(sent: readonly SentEntry[], now: Instant, fault: Refusing) {
  const chosen = new Map<string, ChosenEntry>();
  for (const each of sent) {
    const entry = chooseEntry(each, now, fault);
    if (chosen.has(entry.name)) throw fault("DUPLICATE_ADDRESSES_IN_INPUT", { entry: shownName(entry.name) });
    chosen.set(entry.name, entry);
  }
  return [...chosen.values()];
}

const shownName = (name: string) => singleAddress(name) ?? name;

function chooseEntry({ comment = "", deleteAfterDate, ...sent }: SentEntry, now: Instant, fault: Refusing) {
  const name = nameIn(sent, fault);
  if (comment.length > longestComment) {
    const description = `The comment has more than ${longestComment} characters.`;
    throw fault(
      "INVALID_NETWORK_PERMISSION_COMMENT",
      { limit: longestComment },
      wrongField("comment", description),
    );
  }
  if (sent.awsSecurityGroup !== undefined && deleteAfterDate !== undefined) {
    throw fault("NETWORK_PERMISSION_EXPIRATION_NOT_SUPPORTED", { entry: name });
  }
  const document = {
    ...(sent.awsSecurityGroup === undefined && { cidr: name }),
    ...(comment !== "" && { comment }),
  };
  return { name, document, endsAt: chooseEnd(deleteAfterDate, now, fault) };
}

/** Returns the name of an entry. Clients read both members of an address, and send both back. */
function nameIn({ awsSecurityGroup, cidrBlock, ipAddress }: SentEntry, fault: Refusing): string {
  const texts = [ipAddress, cidrBlock].filter((text) => text !== undefined);
  const networks = texts.map((text) => {
    const cidr = toCidr(text);
    if (cidr === undefined) throw fault("INVALID_IP_ADDRESS_OR_CIDR_NOTATION", { entry: text });
    return cidr;
  });
  if (awsSecurityGroup !== undefined && !securityGroup.test(awsSecurityGroup)) {
    throw fault("INVALID_IP_ADDRESS_OR_CIDR_NOTATION", { entry: awsSecurityGroup });
  }
  const names = new Set([...networks, ...(awsSecurityGroup === undefined ? [] : [awsSecurityGroup])]);
  const [name, ...more] = names;
  if (name === undefined) {
    throw fault("MISSING_ONE_OF_ATTRIBUTES", { attributes: "ipAddress, cidrBlock, awsSecurityGroup" });
  }
  if (more.length > 0) throw fault("MULTIPLE_VALUES_SPECIFIED_FOR_ONE_NETWORK_PERMISSION_ENTRY", {});
  return name;
}

/** The time until a new entry is in force on the firewalls of Atlas. */
export const entryDelay = 5 * second;
