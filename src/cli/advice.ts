// What to do about a refusal: one sentence for the person at the terminal.
import type { AtlasError } from "../client/errors.ts";
import { commandName, tagName } from "../contract/command-names.ts";
import { versionsInOrder } from "../contract/versions.ts";
import { operations } from "../operations/index.ts";
import type { Operation } from "../operations/operation.ts";
import { mintedFiles } from "../tls/open.ts";
import { describeDoor } from "./operation-help.ts";

interface Refusal {
  readonly error: AtlasError;
  readonly operation: Operation;
  /** Values of the flags, for a command that can be pasted. */
  readonly given: Readonly<Record<string, unknown>>;
  /** Where the credentials were found. */
  readonly source: string;
}

const nameOf = (operation: Operation) => `anteroom api ${tagName(operation.tag)} ${commandName(operation)}`;

/** What lists the things that a code could not find. */
const listings: Readonly<Record<string, Operation>> = {
  GROUP_NAME_NOT_FOUND: operations.listGroups,
  GROUP_NOT_FOUND: operations.listGroups,
  INVALID_GROUP_ID: operations.listGroups,
  INVALID_ORG_ID: operations.listOrgs,
  ORG_NOT_FOUND: operations.listOrgs,
};

export function adviceFor({ error, operation, given, source }: Refusal): string {
  const { status, errorCode } = error;
  if (errorCode === "invalid_client" || (status === 401 && isUnidentified(error))) {
    return `The credentials come from ${source}; they must be of the server that --base-url names.`;
  }
  switch (status) {
    case 400:
    case 415:
      return `What the operation takes: ${nameOf(operation)} --help`;
    case 401:
      return `${describeDoor(operation.door)} The credentials come from ${source}.`;
    case 403:
      return "Put the address this request came from on the access list of the credentials, or ask from one that is on it.";
    case 404: {
      const listing = (errorCode && listings[errorCode]) ?? listingAbove(operation);
      return listing === undefined
        ? "Check the values of the flags."
        : `What there is: ${call(listing, given)}`;
    }
    case 406:
      return `Give one of its versions with --version: ${versionsInOrder(operation.versions).join(", ")}`;
    case 409:
      return "Somebody was there before: look at what exists, and change or remove that.";
    case 410:
      return "Call that one, or set the clock of the rehearsal back.";
    case 429:
      return "Wait as long as that, then ask again.";
    default:
      return status >= 500 ? "The log of the server says more." : "The server's documentation may say more.";
  }
}

/** What to do where no answer came; `dev --tls` keeps its certificate in the data folder. */
export function adviceForUnreachable(code: string | undefined, dataFolder: string): string {
  if (/SELF_SIGNED|UNABLE_TO_(GET_ISSUER|VERIFY)/.test(code ?? "")) {
    const { cert } = mintedFiles(dataFolder);
    return `Its certificate is not trusted here: set NODE_EXTRA_CA_CERTS to the file of it, or of its authority; that of \`anteroom dev --tls\` is ${cert}.`;
  }
  if (/CERT/.test(code ?? "")) return "Its certificate must be in date and name the host of --base-url.";
  return "Start a server there with `anteroom dev`, or name another one with --base-url or ANTEROOM_URL.";
}

/** Not known at all, rather than known and not allowed: the body of a challenge, or none. */
const isUnidentified = ({ errorCode }: AtlasError): boolean =>
  errorCode === undefined || errorCode === "UNEXPECTED_ERROR";

/** The operation that lists what this one picks from: on the same path, or the nearest above it. */
function listingAbove({ path }: Operation): Operation | undefined {
  for (let above = path; above !== ""; above = above.slice(0, above.lastIndexOf("/"))) {
    const found = Object.values<Operation>(operations).find(
      (each) => each.method === "GET" && each.path === above && each.id.startsWith("list"),
    );
    if (found !== undefined) return found;
  }
  return undefined;
}

function call(listing: Operation, given: Refusal["given"]): string {
  const flags = Object.keys(listing.params).map((name) => ` --${name} ${given[name] ?? `<${name}>`}`);
  return `${nameOf(listing)}${flags.join("")}`;
}
