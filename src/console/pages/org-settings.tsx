// The settings of an organization: its name, what it demands of credentials, what is kept for programs, and its end.
import type { ComponentChildren } from "preact";
import { Refusal } from "../client.ts";
import { Button, Checks, Choice, Copy, Field, Form, Heading, Notice, problemOf, typed } from "../kit/kit.tsx";
import type { May } from "../kit/may.ts";
import { Done } from "../kit/people.tsx";
import { page, type Form as Sent, type Visit } from "../page.ts";
import { placesOf } from "../places.ts";

type Here = Visit<"orgId">;
type Settings = Awaited<ReturnType<typeof readSettings>>;

const readSettings = ({ api, params }: Here) => api("getOrgSettings", params);
const addressOf = ({ params: { orgId } }: Here) => `/orgs/${orgId}/settings`;

/** Settings that are on or off, and decide nothing here. */
const flags = [
  "multiFactorAuthRequired",
  "genAIFeaturesEnabled",
  "restrictEmployeeAccess",
  "streamsCrossGroupEnabled",
] as const;
const timeouts = ["absoluteSessionTimeoutInSeconds", "idleSessionTimeoutInSeconds"] as const;
const lifetimes = ["maximumRefreshTokenLifetime", "idleRefreshTokenLifetime"] as const;

/** Of a number field; null where it is empty. */
const numberIn = (form: Sent, name: string): number | null =>
  form.text(name) === "" ? null : Number(form.text(name));

export const orgSettings = page({
  path: "/orgs/:orgId/settings",
  for: "person",
  performs: [
    "updateOrg",
    "updateOrgSettings",
    "updateOrgDelegationSettings",
    "updateOrgMaintenanceSettings",
    "resetOrgMaintenanceSettings",
    "deleteOrg",
  ],
  async show(visit) {
    const { words, params, api } = visit;
    const places = await placesOf(visit, params);
    const org = await api("getOrg", params);
    const settings = await readSettings(visit);
    const { may } = places.org;
    const said = words.orgSettings;
    return {
      title: `${said.title} · ${org.name}`,
      places,
      body: (
        <>
          <Heading
            title={said.title}
            lead={<Copy visit={visit} text={params.orgId} label={words.layout.copyOf(`ID: ${org.name}`)} />}
          />
          <Done visit={visit} sentences={said.done} />
          {!may("updateOrgSettings") && <Notice kind="info">{said.forOwners}</Notice>}
          <Part title={said.general} form="rename" visit={visit} isMine={may("updateOrg")}>
            <Field
              label={said.name}
              name="name"
              value={typed(visit, "rename", "name", org.name)}
              problem={problemOf(visit, "rename", "name")}
              maxLength={64}
              required
            />
            <Checks
              legend={said.newProjects}
              name="skipDefaultAlertsSettings"
              chosen={org.skipDefaultAlertsSettings === true ? ["true"] : []}
              options={[{ value: "true", label: said.skipAlerts }]}
            />
          </Part>
          <AccessList visit={visit} settings={settings} may={may} />
          <Kept visit={visit} settings={settings} may={may} />
          <Delegation visit={visit} may={may} found={await api("getOrgDelegationSettings", params)} />
          <Maintenance visit={visit} may={may} found={await api("getOrgMaintenanceSettings", params)} />
          {may("deleteOrg") && <Deletion visit={visit} name={org.name} hasGroups={await hasGroups(visit)} />}
        </>
      ),
    };
  },
  forms: {
    async rename(visit, form) {
      const body = {
        name: form.text("name"),
        skipDefaultAlertsSettings: form.text("skipDefaultAlertsSettings") === "true",
      };
      await visit.api("updateOrg", { ...visit.params, body });
      return { to: `${addressOf(visit)}?done=saved` };
    },
    async access(visit, form) {
      const apiAccessListRequired = form.text("isRequired") === "true";
      await visit.api("updateOrgSettings", { ...visit.params, body: { apiAccessListRequired } });
      return { to: `${addressOf(visit)}?done=${apiAccessListRequired ? "required" : "optional"}` };
    },
    async save(visit, form) {
      const on = form.all("on");
      const given = Object.fromEntries(
        timeouts.flatMap((name) => {
          const seconds = numberIn(form, name);
          return seconds === null ? [] : [[name, seconds]];
        }),
      );
      const hours = numberIn(form, "maxServiceAccountSecretValidityInHours");
      const before = await readSettings(visit);
      const isTimed = Object.keys(given).length > 0 || before.customSessionTimeouts !== undefined;
      const body = {
        ...Object.fromEntries(flags.map((name) => [name, on.includes(name)])),
        ...(hours !== null && { maxServiceAccountSecretValidityInHours: hours }),
        ...(isTimed && { customSessionTimeouts: given }),
        operationsContact: form.text("operationsContact") || null,
        securityContact: form.text("securityContact"),
      };
      await visit.api("updateOrgSettings", { ...visit.params, body });
      return { to: `${addressOf(visit)}?done=saved` };
    },
    async delegation(visit, form) {
      const body = {
        delegatedMcpAccess: form.text("delegatedMcpAccess") || null,
        delegatedPartnerAccess: form.text("delegatedPartnerAccess") || null,
        ...Object.fromEntries(lifetimes.map((name) => [name, numberIn(form, name)])),
      };
      await visit.api("updateOrgDelegationSettings", { ...visit.params, body: body as object });
      return { to: `${addressOf(visit)}?done=saved` };
    },
    async maintenance(visit, form) {
      const mode = form.text("waveAssignmentMode");
      if (mode === "") await visit.api("resetOrgMaintenanceSettings", visit.params);
      else {
        const body = { waveAssignmentMode: mode as "MANUAL" };
        await visit.api("updateOrgMaintenanceSettings", { ...visit.params, body });
      }
      return { to: `${addressOf(visit)}?done=saved` };
    },
    async delete(visit, form) {
      const { org } = await placesOf(visit, visit.params);
      if (form.text("confirmation") !== org.name.trim()) {
        throw new Refusal(400, { detail: visit.words.orgSettings.otherName }, undefined);
      }
      await visit.api("deleteOrg", visit.params);
      return { to: "/" };
    },
  },
});

const hasGroups = async ({ api, params }: Here): Promise<boolean> =>
  ((await api("getOrgGroups", { ...params, itemsPerPage: 1 })).results ?? []).length > 0;

interface PartProps {
  readonly title: string;
  readonly lead?: string;
  readonly form: string;
  readonly visit: Here;
  readonly isMine: boolean;
  readonly children: ComponentChildren;
}

/** A form; for those who may not send it, what it would show. */
const Part = ({ title, lead, form, visit, isMine, children }: PartProps) => (
  <div class="card">
    <h2>{title}</h2>
    {lead && <p class="hint">{lead}</p>}
    <Form visit={visit} name={form}>
      <fieldset disabled={!isMine} aria-label={title}>
        {children}
      </fieldset>
      {isMine && (
        <Button kind="primary" label={`${visit.words.layout.save}: ${title}`}>
          {visit.words.layout.save}
        </Button>
      )}
    </Form>
  </div>
);

interface SettingsProps {
  readonly visit: Here;
  readonly settings: Settings;
  readonly may: May;
}

/** Asked before it is required: it shuts programs out at once. */
function AccessList({ visit, settings: { apiAccessListRequired: isRequired }, may }: SettingsProps) {
  const said = visit.words.orgSettings.access;
  return (
    <div class="card">
      <h2>{said.title}</h2>
      <p>{isRequired ? said.required : said.optional}</p>
      {may("updateOrgSettings") && (
        <Form visit={visit} name="access">
          <input type="hidden" name="isRequired" value={String(!isRequired)} />
          {isRequired ? (
            <Button>{said.release}</Button>
          ) : (
            <Button kind="danger" confirm={said.confirm}>
              {said.require}
            </Button>
          )}
        </Form>
      )}
    </div>
  );
}

function Kept({ visit, settings, may }: SettingsProps) {
  const said = visit.words.orgSettings;
  const number = (
    name: string,
    value: number | undefined,
    [min, max]: readonly [number, number],
    hint: string,
  ) => (
    <Field
      label={said.fields[name] ?? name}
      name={name}
      type="number"
      value={typed(visit, "save", name, value === undefined ? "" : String(value))}
      hint={hint}
      problem={problemOf(visit, "save", name) ?? problemOf(visit, "save", `customSessionTimeouts.${name}`)}
      min={min}
      max={max}
    />
  );
  const contact = (name: "operationsContact" | "securityContact") => (
    <Field
      label={said.fields[name] ?? name}
      name={name}
      type="email"
      value={typed(visit, "save", name, settings[name] ?? "")}
      problem={problemOf(visit, "save", name)}
    />
  );
  return (
    <Part title={said.kept} lead={said.keptLead} form="save" visit={visit} isMine={may("updateOrgSettings")}>
      {number(
        "maxServiceAccountSecretValidityInHours",
        settings.maxServiceAccountSecretValidityInHours,
        [8, 8760],
        said.hoursHint,
      )}
      <Checks
        legend={said.flags}
        name="on"
        chosen={
          visit.problem?.name === "save"
            ? visit.problem.form.all("on")
            : flags.filter((name) => settings[name])
        }
        options={flags.map((name) => ({ value: name, label: said.fields[name] ?? name }))}
      />
      {timeouts.map((name) =>
        number(name, settings.customSessionTimeouts?.[name], [1, 2_147_483_647], said.secondsHint),
      )}
      {contact("operationsContact")}
      {contact("securityContact")}
    </Part>
  );
}

interface DelegationProps {
  readonly visit: Here;
  readonly may: May;
  readonly found: {
    readonly delegatedMcpAccess?: string | null;
    readonly delegatedPartnerAccess?: string | null;
    readonly maximumRefreshTokenLifetime?: number | null;
    readonly idleRefreshTokenLifetime?: number | null;
  };
}

function Delegation({ visit, may, found }: DelegationProps) {
  const said = visit.words.orgSettings;
  const choice = (name: "delegatedMcpAccess" | "delegatedPartnerAccess", values: readonly string[]) => (
    <Choice
      label={said.fields[name] ?? name}
      name={name}
      value={typed(visit, "delegation", name, found[name] ?? "")}
      options={["", ...values].map((value) => ({ value, label: said.values[value] ?? value }))}
    />
  );
  return (
    <Part
      title={said.delegation}
      lead={said.delegationLead}
      form="delegation"
      visit={visit}
      isMine={may("updateOrgDelegationSettings")}
    >
      {choice("delegatedMcpAccess", ["DISALLOWED", "READ_ONLY", "READ_WRITE"])}
      {choice("delegatedPartnerAccess", ["DISALLOWED", "READ_WRITE"])}
      {lifetimes.map((name) => (
        <Field
          key={name}
          label={said.fields[name] ?? name}
          name={name}
          type="number"
          value={typed(visit, "delegation", name, found[name] == null ? "" : String(found[name]))}
          hint={said.secondsHint}
          problem={problemOf(visit, "delegation", name)}
          min={1}
          max={31_536_000}
        />
      ))}
    </Part>
  );
}

interface MaintenanceProps {
  readonly visit: Here;
  readonly may: May;
  readonly found: { readonly waveAssignmentMode?: string | null };
}

function Maintenance({ visit, may, found }: MaintenanceProps) {
  const said = visit.words.orgSettings;
  return (
    <Part
      title={said.maintenance}
      lead={said.maintenanceLead}
      form="maintenance"
      visit={visit}
      isMine={may("updateOrgMaintenanceSettings")}
    >
      <Choice
        label={said.fields.waveAssignmentMode ?? ""}
        name="waveAssignmentMode"
        value={found.waveAssignmentMode ?? ""}
        options={["", "MANUAL", "ENV_TAG_MAPPING"].map((value) => ({
          value,
          label: said.values[value] ?? value,
        }))}
      />
    </Part>
  );
}

/** Only an organization without projects can be deleted, by who types its name. */
function Deletion({ visit, name, hasGroups: isFull }: { visit: Here; name: string; hasGroups: boolean }) {
  const said = visit.words.orgSettings;
  return (
    <div class="card">
      <h2>{said.delete}</h2>
      <p>{said.deleteLead}</p>
      {isFull ? (
        <p>
          <a href={`/orgs/${visit.params.orgId}`}>{said.deleteGroupsFirst}</a>
        </p>
      ) : (
        <Form visit={visit} name="delete">
          <Field label={said.typeName(name)} name="confirmation" autocomplete="off" required />
          <Button kind="danger">{said.delete}</Button>
        </Form>
      )}
    </div>
  );
}
