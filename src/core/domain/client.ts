// Identifies the tool that sends a request by its User-Agent.

/** The program that sends a request, as far as known. Its texts are short, with only letters, digits and `._+-`. */
export interface Client {
  /** The tool, such as `terraform-provider-mongodbatlas`, `atlascli` or `curl`; `unknown` if the request names none. */
  readonly tool: string;
  /** The version; empty if the tool does not state it. */
  readonly version: string;
  /**
   * The resource or data source of Terraform's provider without its prefix, such as `project_invitation` or `data.atlas_user`;
   * empty for other tools.
   */
  readonly resource: string;
  /** The operation of Terraform's provider on the resource, such as `read`; empty for other tools. */
  readonly step: string;
}

/** The client that stands for all beyond those that are counted one by one. */
export const otherClients: Client = { tool: "other", version: "", resource: "", step: "" };
const unknown: Client = { ...otherClients, tool: "unknown" };

const longest = 60;

/** Cleans untrusted text of line breaks, markup and terminal escapes. */
const clean = (text = ""): string => text.replace(/[^\w.+-]/g, "").slice(0, longest);

/** Reads the first product of a User-Agent, and the resource and step that Terraform's provider adds. */
export function readClient(userAgent: string): Client {
  const [first = "", ...others] = userAgent.trim().split(/[\s;]+/, 24);
  const [name = "", version = ""] = first.split("/", 2);
  const tool = clean(name);
  if (tool === "") return unknown;
  const isTerraform = /terraform/i.test(tool);
  const after = (prefix: string) =>
    isTerraform ? clean(others.find((each) => each.startsWith(prefix))?.slice(prefix.length)) : "";
  return { tool, version: clean(version), resource: after("Name/"), step: after("Operation/") };
}

/** Reports whether a request is from Terraform or its provider. */
export const isOfTerraform = (userAgent: string): boolean => /^terraform/i.test(userAgent);

/** Returns the product of a client, such as `terraform-provider-mongodbatlas/2.16`. */
export const nameProduct = ({ tool, version }: Client): string =>
  version === "" ? tool : `${tool}/${version}`;

/**
 * Returns the Terraform type of a client's resource, as plans name it: `mongodbatlas_team`, `data.mongodbatlas_atlas_user`; or
 * empty.
 */
export const terraformTypeOf = ({ resource }: Client): string =>
  resource === "" ? "" : resource.replace(/^(data\.)?/, "$1mongodbatlas_");

/** Describes a client in one line, such as `terraform-provider-mongodbatlas/2.16 mongodbatlas_team (read)`. */
export function nameClient(client: Client): string {
  const type = terraformTypeOf(client);
  return `${nameProduct(client)}${type && ` ${type}`}${client.step && ` (${client.step})`}`;
}
