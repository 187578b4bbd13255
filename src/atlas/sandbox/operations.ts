// Operations on the sandbox configuration of an organization, and on the cluster that it describes.

import { type ProviderName, providerNames, regions, sizes } from "../../core/contract/cluster-hardware.ts";
import { type FaultMaker, fault, wrongField } from "../../core/contract/errors.ts";
import type { Instant } from "../../core/domain/instant.ts";
import { atlas } from "../../core/operations/atlas.ts";
import { pageOf, type Reads, showPageOf } from "../../core/operations/declare.ts";
import { newCluster } from "../clusters/clusters.ts";
import { placed } from "../clusters/common.ts";
import { showCluster } from "../clusters/rules/cluster-views.ts";

interface Template {
  readonly provider: ProviderName;
  readonly region: string;
  readonly tier: string;
}

interface Sandbox {
  readonly enabled: boolean;
  readonly clusterTemplate: Template;
}

interface KeptSandbox {
  readonly id: string;
  readonly document: Sandbox;
  readonly createdAt: Instant;
}

/** The kind of document of an organization, which has one at most. */
const sandboxKind = "sandboxConfig";

const sandboxesOf = (tx: Reads, orgId: string) =>
  tx.documents.ofOrg(orgId, sandboxKind) as Promise<KeptSandbox[]>;

const showSandbox = ({ id, document }: KeptSandbox) => ({
  clusterTemplate: document.clusterTemplate,
  enabled: document.enabled,
  id,
});

interface SentTemplate {
  readonly provider?: string;
  readonly region?: string;
  readonly tier?: string;
}

/** Returns a template with what the request leaves out, or refuses the member that the provider does not have. */
function chooseTemplate(
  { provider = "AWS", region, tier = "M10" }: SentTemplate,
  fault: FaultMaker<"INVALID_ATTRIBUTE">,
): Template {
  const choose = <Value extends string>(member: string, value: string, among: readonly Value[]): Value => {
    const found = among.find((each) => each === value);
    if (found !== undefined) return found;
    const attribute = `clusterTemplate.${member}`;
    throw fault("INVALID_ATTRIBUTE", { attribute }, wrongField(attribute, `'${value}' is not offered.`));
  };
  const chosen = choose("provider", provider, providerNames);
  return {
    provider: chosen,
    region: choose("region", region ?? regions[chosen][0] ?? "", regions[chosen]),
    tier: choose("tier", tier, sizes[chosen]),
  };
}

async function findSandbox({
  tx,
  orgId,
  params,
  fault,
}: {
  readonly tx: Reads;
  readonly orgId: string;
  readonly params: { readonly sandboxConfigId: string };
  readonly fault: FaultMaker<"RESOURCE_NOT_FOUND">;
}): Promise<KeptSandbox> {
  const found = (await sandboxesOf(tx, orgId)).find(({ id }) => id === params.sandboxConfigId);
  if (found === undefined) throw fault("RESOURCE_NOT_FOUND", { resource: params.sandboxConfigId });
  return found;
}

export const listOrgSandboxConfig = atlas("listOrgSandboxConfig", {}).handle(
  async ({ tx, org, query }) => pageOf(await sandboxesOf(tx, org.id), { includeCount: true, ...query }),
  showPageOf(showSandbox),
);

export const getOrgSandboxConfig = atlas("getOrgSandboxConfig", { errors: ["RESOURCE_NOT_FOUND"] }).handle(
  (context) => findSandbox({ ...context, orgId: context.org.id }),
  showSandbox,
);

export const createOrgSandboxConfig = atlas("createOrgSandboxConfig", {
  errors: ["INVALID_ATTRIBUTE", "SANDBOX_CONFIG_ALREADY_EXISTS"],
}).handle(async ({ tx, now, newId, org, body, fault, record }) => {
  if ((await sandboxesOf(tx, org.id)).length > 0) {
    throw fault("SANDBOX_CONFIG_ALREADY_EXISTS", { orgId: org.id });
  }
  const document: Sandbox = {
    enabled: body.enabled ?? true,
    clusterTemplate: chooseTemplate(body.clusterTemplate ?? {}, fault),
  };
  const id = newId();
  tx.documents.add({ id, orgId: org.id, kind: sandboxKind, name: "", createdAt: now, document });
  if (document.enabled) await record("SANDBOX_ENABLED_FOR_ORG", { orgId: org.id });
  return { id, document, createdAt: now };
}, showSandbox);

export const updateOrgSandboxConfig = atlas("updateOrgSandboxConfig", {
  errors: ["INVALID_ATTRIBUTE", "RESOURCE_NOT_FOUND"],
}).handle(async (context) => {
  const { tx, org, body, fault, record } = context;
  const before = await findSandbox({ ...context, orgId: org.id });
  const { enabled, clusterTemplate } = before.document;
  const document: Sandbox = {
    enabled: body.enabled ?? enabled,
    clusterTemplate:
      body.clusterTemplate == null
        ? clusterTemplate
        : chooseTemplate({ ...clusterTemplate, ...body.clusterTemplate }, fault),
  };
  tx.documents.replace({ id: before.id, name: "", sealedSecret: null, endsAt: null, document });
  if (document.enabled !== enabled) {
    const type = document.enabled ? "SANDBOX_ENABLED_FOR_ORG" : "SANDBOX_DISABLED_FOR_ORG";
    await record(type, { orgId: org.id });
  }
  if (JSON.stringify(document.clusterTemplate) !== JSON.stringify(clusterTemplate)) {
    await record("SANDBOX_TEMPLATE_UPDATED", { orgId: org.id });
  }
  return { ...before, document };
}, showSandbox);

export const deleteOrgSandboxConfig = atlas("deleteOrgSandboxConfig", {
  errors: ["RESOURCE_NOT_FOUND"],
}).handle(async (context) => {
  const { tx, org, record } = context;
  const { id } = await findSandbox({ ...context, orgId: org.id });
  tx.documents.remove(id);
  await record("SANDBOX_CONFIG_DELETED", { orgId: org.id });
});

/** The name of the cluster, of which none is made. */
const name = "Sandbox";

export const generateGroupSandboxClusterDescription = atlas("generateGroupSandboxClusterDescription", {
  errors: ["RESOURCE_NOT_FOUND"],
  needs: ["connections"],
}).handle(async (context) => {
  const { group, now, newId } = context;
  const { document } = await findSandbox({ ...context, orgId: group.orgId });
  const { provider, region, tier } = document.clusterTemplate;
  const electableSpecs = { instanceSize: tier, nodeCount: 3 };
  // A template has only what a cluster may have, so nothing is refused.
  const regionConfig = { providerName: provider, regionName: region, priority: 7, electableSpecs };
  const sent = { name, replicationSpecs: [{ regionConfigs: [regionConfig] }] };
  const made = { id: newId(), groupId: group.id, name, sealedSecret: null, createdAt: now, endsAt: null };
  return placed(context, { ...made, document: newCluster({ newId, fault }, sent, null) });
}, showCluster);
