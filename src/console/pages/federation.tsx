// The federation of an organization, for its owners: the groups that get roles, and the identity providers that the
// organization uses.

import { takeEach } from "../bulk-action.tsx";
import { doneHere } from "../flash.ts";
import { Field } from "../kit/fields.tsx";
import { offeredIn, RolePicker } from "../kit/giving.tsx";
import { Badge, Heading, Notice, Table } from "../kit/kit.tsx";
import { Chips } from "../kit/list.tsx";
import { collection } from "../kit/listing.tsx";
import { ButtonForm } from "../kit/people.tsx";
import type { Column } from "../kit/row-table.tsx";
import { SheetForm } from "../kit/sheet.tsx";
import { useVisit } from "../kit/visit.ts";
import { page, type Visit } from "../page.ts";
import { unlessRefused } from "../refusals.ts";
import { orgScope, read } from "../scope.ts";
import { groupNames, textsOf } from "./project-roles.ts";

/** Returns the organization's connection to its federation; refused with `RESOURCE_NOT_FOUND` if it has none. */
async function connectionOf({ api, params: { orgId } }: OrgVisit) {
  const { id: federationSettingsId } = await api("getOrgFederationSettings", { orgId });
  const connection = await api("getFederationSettingConnectedOrgConfig", { federationSettingsId, orgId });
  return { federationSettingsId, connection };
}

/** Returns the federation; undefined if the organization has none. */
async function federationOf(visit: OrgVisit) {
  const found = await connectionOf(visit).catch(unlessRefused("RESOURCE_NOT_FOUND"));
  if (found === undefined) return undefined;
  const { results = [] } = await visit.api("listFederationSettingIdentityProviders", {
    federationSettingsId: found.federationSettingsId,
    protocol: ["OIDC", "SAML"],
    idpType: ["WORKFORCE", "WORKLOAD"],
    itemsPerPage: 500,
  });
  return { ...found, providers: results };
}

type OrgVisit = Visit<"orgId">;
type Federation = NonNullable<Awaited<ReturnType<typeof federationOf>>>;
type Connection = Federation["connection"];
type Provider = Federation["providers"][number];
type Mapping = Connection["roleMappings"][number];

const isUsed = ({ id, oktaIdpId }: Provider, connection: Connection): boolean =>
  connection.dataAccessIdentityProviderIds.includes(id) ||
  (oktaIdpId !== null && oktaIdpId === connection.identityProviderId);

/** Returns the roles of a mapping in words: those in the organization, and those in each project with its name. */
function heldBy(words: Visit["words"], { roleAssignments }: Mapping, names: ReadonlyMap<string, string>) {
  const inOrg = roleAssignments.filter(({ groupId }) => groupId == null);
  const inProjects = roleAssignments.flatMap(({ groupId, role = "" }) =>
    groupId == null ? [] : [{ groupId, groupName: names.get(groupId) ?? null, roles: [role] }],
  );
  return [...inOrg.map(({ role = "" }) => words.role(role)), ...textsOf(words, inProjects)];
}

const columnsOf = (words: Visit["words"], names: ReadonlyMap<string, string>): readonly Column<Mapping>[] => [
  {
    head: words.federation.group,
    by: "group",
    value: ({ externalGroupName }) => externalGroupName,
    cell: ({ externalGroupName }) => <span>{externalGroupName}</span>,
  },
  {
    head: words.federation.roles,
    class: "c-half",
    cell: (mapping) => <Chips labels={heldBy(words, mapping, names)} />,
  },
];

export const federation = page({
  path: "/orgs/:orgId/federation",
  performs: [
    "createFederationSettingConnectedOrgConfigRoleMapping",
    "createFederationSettingIdentityProvider",
    "deleteFederationSettingConnectedOrgConfigRoleMapping",
    "deleteFederationSettingIdentityProvider",
    "updateFederationSettingConnectedOrgConfig",
  ],
  async show(visit) {
    const { words, params } = visit;
    const text = words.federation;
    const scope = orgScope(params.orgId);
    const here = await read(visit, scope);
    const found = await federationOf(visit);
    const offered = await offeredIn(visit, scope.at);
    return collection<Mapping>(here, {
      heading: text.title,
      lead: text.lead,
      caption: text.mappings,
      create: found && (
        <SheetForm name="addMapping" title={text.addMapping} isPrimary>
          <Field label={text.group} name="externalGroupName" hint={text.groupHint} required maxLength={200} />
          <RolePicker of="org" legend={text.roles} offered={offered} />
        </SheetForm>
      ),
      done: text.done,
      all: found?.connection.roleMappings,
      hidden: text.none,
      idOf: ({ id }) => id,
      nameOf: ({ externalGroupName }) => externalGroupName,
      texts: ({ externalGroupName }) => [externalGroupName],
      columns: columnsOf(words, await groupNames(visit, params.orgId)),
      actions: [
        {
          label: words.layout.delete,
          form: "removeMapping",
          confirm: ({ externalGroupName }) => text.deleteMapping(externalGroupName),
          several: text.deleteSelected,
        },
      ],
      empty: text.noMappings,
      total: text.total,
      above: found && !visit.federates(params.orgId) && (
        <Notice kind="info">{text.notNamed(params.orgId)}</Notice>
      ),
      below: found && <Providers {...found} />,
    });
  },
  forms: {
    async addMapping(visit, form) {
      const { orgId } = visit.params;
      const roleAssignments = form.all("roles").map((role) => ({ orgId, role }));
      const body = { externalGroupName: form.text("externalGroupName"), roleAssignments };
      const { federationSettingsId } = await connectionOf(visit);
      const at = { federationSettingsId, orgId };
      await visit.api("createFederationSettingConnectedOrgConfigRoleMapping", { ...at, body });
      return doneHere(visit, "added");
    },
    async removeMapping(visit, form) {
      const { orgId } = visit.params;
      const { federationSettingsId, connection } = await connectionOf(visit);
      const take = (id: string) =>
        visit.api("deleteFederationSettingConnectedOrgConfigRoleMapping", {
          federationSettingsId,
          orgId,
          id,
        });
      const rows = connection.roleMappings.map(({ id, externalGroupName: name }) => ({ id, name }));
      return takeEach(visit, form, { scope: orgScope(orgId), rows, take, done: "removed" });
    },
    async addProvider(visit, form) {
      const found = await connectionOf(visit);
      const body = {
        protocol: "OIDC",
        idpType: "WORKFORCE",
        displayName: form.text("displayName"),
        issuerUri: form.text("issuerUri"),
        audience: form.text("audience"),
        groupsClaim: form.text("groupsClaim") || "groups",
      } as const;
      const { id } = await visit.api("createFederationSettingIdentityProvider", {
        federationSettingsId: found.federationSettingsId,
        body,
      });
      await use(visit, found, (ids) => [...ids, id]);
      return doneHere(visit, "providerAdded");
    },
    async removeProvider(visit, form) {
      const { federationSettingsId } = await connectionOf(visit);
      const identityProviderId = form.text("id");
      await visit.api("deleteFederationSettingIdentityProvider", {
        federationSettingsId,
        identityProviderId,
      });
      return doneHere(visit, "providerRemoved");
    },
    async connect(visit, form) {
      await use(visit, await connectionOf(visit), (ids) => [...ids, form.text("id")]);
      return doneHere(visit, "connected");
    },
    async disconnect(visit, form) {
      await use(visit, await connectionOf(visit), (ids) => ids.filter((id) => id !== form.text("id")));
      return doneHere(visit, "disconnected");
    },
  },
});

/**
 * Changes which OpenID providers the organization uses. An update resets each member that is not sent, so the others are sent
 * as they are.
 */
async function use(
  { api, params: { orgId } }: OrgVisit,
  { federationSettingsId, connection }: Awaited<ReturnType<typeof connectionOf>>,
  change: (ids: readonly string[]) => readonly string[],
): Promise<void> {
  const { domainRestrictionEnabled, identityProviderId } = connection;
  const dataAccessIdentityProviderIds = [...new Set(change(connection.dataAccessIdentityProviderIds))];
  const body = { dataAccessIdentityProviderIds, domainRestrictionEnabled, identityProviderId };
  await api("updateFederationSettingConnectedOrgConfig", { federationSettingsId, orgId, body });
}

function Providers({ providers, connection }: { providers: readonly Provider[]; connection: Connection }) {
  const { words } = useVisit();
  const text = words.federation;
  return (
    <section class="titled" aria-labelledby="providers">
      <Heading id="providers" title={text.providers} lead={text.providersLead}>
        <SheetForm name="addProvider" title={text.addProvider}>
          <Field label={text.name} name="displayName" required maxLength={50} />
          <Field label={text.issuer} name="issuerUri" hint={text.issuerHint} required />
          <Field label={text.audience} name="audience" required />
          <Field label={text.groupsClaim} name="groupsClaim" placeholder="groups" />
        </SheetForm>
      </Heading>
      <Table
        caption={text.providers}
        isTitled
        heads={[text.name, text.protocol, text.issuer, text.use, words.layout.actions]}
        rows={providers.map((provider) => {
          const used = isUsed(provider, connection);
          return {
            key: provider.id,
            cells: [
              provider.displayName,
              provider.protocol,
              <span class="code" key="issuer">
                {provider.issuerUri}
              </span>,
              <Badge key="use" tone={used ? "green" : "gray"}>
                {used ? text.used : text.unused}
              </Badge>,
              <Acts key="acts" provider={provider} isUsed={used} />,
            ],
          };
        })}
        empty={text.noProviders}
      />
    </section>
  );
}

function Acts({ provider, isUsed }: { provider: Provider; isUsed: boolean }) {
  const { federation: text, layout } = useVisit().words;
  const { id, displayName: name = "", protocol } = provider;
  const fields = { id };
  if (isUsed) {
    return protocol === "OIDC" ? (
      <ButtonForm
        name="disconnect"
        fields={fields}
        label={text.disconnectOf(name)}
        confirm={text.disconnectConfirm(name)}
      >
        {text.disconnect}
      </ButtonForm>
    ) : null;
  }
  return (
    <>
      {protocol === "OIDC" && (
        <ButtonForm name="connect" fields={fields} label={text.connectOf(name)}>
          {text.connect}
        </ButtonForm>
      )}
      <ButtonForm
        name="removeProvider"
        fields={fields}
        label={text.deleteOf(name)}
        confirm={text.deleteConfirm(name)}
      >
        {layout.delete}
      </ButtonForm>
    </>
  );
}
