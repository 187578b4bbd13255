// Provider blocks of Terraform against the variables of a shell: the provider takes credentials and address from the same one of the two.
import type { ProviderBlock } from "../terraform/configuration.ts";
import { leadsToAtlas } from "./tools.ts";
import { cloud } from "./ways.ts";

const credentials = ["access_token", "client_id", "client_secret", "private_key", "public_key"];

export const hasCredentials = ({ names }: ProviderBlock): boolean =>
  names.some((name) => credentials.includes(name));

/** Returns where calls by the block's own credentials go; null where an expression says it. */
export function addressIn({ names, baseUrl }: ProviderBlock): string | null {
  return names.includes("base_url") ? (baseUrl ?? null) : cloud;
}

export const placeOf = ({ file, line }: ProviderBlock): string => `${file}:${line}`;

/** Says what a block overrides or leaves out; undefined for one that leads where it says. */
export function warningOn(block: ProviderBlock): string | undefined {
  const { names } = block;
  const address = addressIn(block);
  if (!hasCredentials(block)) {
    return names.includes("base_url")
      ? "base_url is ignored without credentials beside it: credentials of variables go where MONGODB_ATLAS_BASE_URL says, or to Atlas without it"
      : undefined;
  }
  if (!names.includes("base_url")) {
    return `the block has credentials and no base_url: its calls go to ${cloud}, whatever MONGODB_ATLAS_BASE_URL says. Set base_url in it, or take the credentials out`;
  }
  const isOfAtlas = address !== null && URL.canParse(address) && leadsToAtlas(new URL(address).hostname);
  return isOfAtlas ? `its calls go to ${address}, whatever MONGODB_ATLAS_BASE_URL says` : undefined;
}

/** A line for each block to beware of. */
export const warningsOn = (blocks: readonly ProviderBlock[]): string[] =>
  blocks.flatMap((block) => {
    const warning = warningOn(block);
    return warning === undefined ? [] : [`${placeOf(block)} provider "mongodbatlas": ${warning}.`];
  });
