// Tells which tool a request comes from, as far as its User-Agent says.

/** The program that sends a request, as far as known. Texts are short, and hold nothing but letters, digits and `._+-`. */
export interface Client {
  /** The tool, such as `terraform-provider-mongodbatlas`, `atlascli` or `curl`; `unknown` if the request names none. */
  readonly tool: string;
  /** Empty where the tool does not say. */
  readonly version: string;
  /**
   * The resource or data source of Terraform's provider without its prefix, such as `project_invitation` or
   * `data.atlas_user`; empty for other tools.
   */
  readonly resource: string;
  /** The operation of Terraform's provider on the resource, such as `read`; empty for other tools. */
  readonly step: string;
}

/** Stands for all clients beyond those that are counted one by one. */
export const otherClients: Client = { tool: "other", version: "", resource: "", step: "" };
const unknown: Client = { ...otherClients, tool: "unknown" };

const longest = 60;

/** Untrusted text: no line breaks, markup or terminal escapes get through. */
const clean = (text = ""): string => text.replace(/[^\w.+-]/g, "").slice(0, longest);

/** The first product of a User-Agent; of Terraform's provider also the resource and the step that it adds. */
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

/** Terraform itself, or its provider. */
export const isOfTerraform = (userAgent: string): boolean => /^terraform/i.test(userAgent);

/** A client without what it does, such as `terraform-provider-mongodbatlas/2.16`. */
export const nameProduct = ({ tool, version }: Client): string =>
  version === "" ? tool : `${tool}/${version}`;

/** The type of Terraform that a client speaks for, as plans name it: `mongodbatlas_team`, `data.mongodbatlas_atlas_user`; or empty. */
export const terraformTypeOf = ({ resource }: Client): string =>
  resource === "" ? "" : resource.replace(/^(data\.)?/, "$1mongodbatlas_");

/** A client in one line, such as `terraform-provider-mongodbatlas/2.16 mongodbatlas_team (read)`. */
export function nameClient(client: Client): string {
  const type = terraformTypeOf(client);
  return `${nameProduct(client)}${type && ` ${type}`}${client.step && ` (${client.step})`}`;
}
