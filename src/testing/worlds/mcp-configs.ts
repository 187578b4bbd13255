// Remote MCP configurations of an organization or a project, as they are read and as they are compared.
import type { GroupMcpConfigResponse, OrgMcpConfigResponse } from "../../client/client.ts";
import type { SeedOrg } from "../seed/document.ts";

type SeedConfig = NonNullable<SeedOrg["mcpConfigs"]>[number];
type Config = GroupMcpConfigResponse | OrgMcpConfigResponse;

export const mcpConfigKind = {
  order: ["id", "mcpConfigName", "clientId", "egressClientId", "roles"],
  keep: ({ mcpConfigId: id, ipAccessList, ...config }: Config, fitted: (answer: object) => object) =>
    fitted({ ...config, id, ipAccessList: ipAccessList.map(({ cidrBlock }) => cidrBlock) }),
  key: ({ id = "" }: Pick<SeedConfig, "id">) => id,
  name: ({ mcpConfigName }: Pick<SeedConfig, "mcpConfigName">) => mcpConfigName,
  isPaired: true,
  ignored: ["id", "mcpConfigName", "clientId", "egressClientId", "secret"],
  texts: { roles: String, ipAccessList: String },
} as const;
