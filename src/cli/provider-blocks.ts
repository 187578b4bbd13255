// Compares Terraform's provider blocks with the variables of a shell: the provider takes credentials and address from the same
// one of the two.
import type { ProviderBlock } from "../code/terraform/configuration.ts";
import { leadsToAtlas } from "./tools.ts";
import { cloud } from "./ways.ts";

const credentials = ["access_token", "client_id", "client_secret", "private_key", "public_key"];

/** Reports whether credentials and address come from a secret of AWS, which overrides block and variables. */
const asksAws = ({ names }: ProviderBlock): boolean => names.includes("assume_role");

export const hasCredentials = (block: ProviderBlock): boolean =>
  asksAws(block) || block.names.some((name) => credentials.includes(name));

/** Returns where calls with the block's own credentials go; null if an expression or a secret decides. */
export function addressIn(block: ProviderBlock): string | null {
  const { names, baseUrl } = block;
  if (asksAws(block) || names.includes("is_mongodbgov_cloud")) return null;
  return names.includes("base_url") ? (baseUrl ?? null) : cloud;
}

export const placeOf = ({ file, line }: ProviderBlock): string => `${file}:${line}`;

/** Describes what a block overrides or leaves out; undefined for one that leads where it says. */
export function warningOn(block: ProviderBlock): string | undefined {
  const { names } = block;
  if (asksAws(block)) {
    return "assume_role takes credentials and address from AWS Secrets Manager, whatever base_url and variables say. Take assume_role out";
  }
  const address = addressIn(block);
  if (!hasCredentials(block)) {
    return names.includes("base_url")
      ? "base_url is ignored without credentials beside it: credentials of variables go where MONGODB_ATLAS_BASE_URL says, or to Atlas without it"
      : undefined;
  }
  if (names.includes("is_mongodbgov_cloud")) {
    return "is_mongodbgov_cloud leads to https://cloud.mongodbgov.com where it is true, whatever base_url says. Take it out";
  }
  if (!names.includes("base_url")) {
    return `the block has credentials and no base_url: its calls go to ${cloud}, whatever MONGODB_ATLAS_BASE_URL says. Set base_url in it, or take the credentials out`;
  }
  const isOfAtlas = address !== null && URL.canParse(address) && leadsToAtlas(new URL(address).hostname);
  return isOfAtlas ? `its calls go to ${address}, whatever MONGODB_ATLAS_BASE_URL says` : undefined;
}

/** Returns a line for each block that needs a warning. */
export const warningsOn = (blocks: readonly ProviderBlock[]): string[] =>
  blocks.flatMap((block) => {
    const warning = warningOn(block);
    return warning === undefined ? [] : [`${placeOf(block)} provider "mongodbatlas": ${warning}.`];
  });
