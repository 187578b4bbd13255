// The settings of an organization or a project: its name, its rules for credentials, values that programs store, and its
// deletion.
import type { ComponentChildren } from "preact";
import type { Reply } from "../../client/types.ts";
import { type FactorRule, factorRules, relyingPartyOf } from "../../core/domain/second-factor.ts";
import { Refusal } from "../client.ts";
import { doneAt, doneHere } from "../flash.ts";
import { headed } from "../kit/card.tsx";
import { Choice, Field, Form } from "../kit/fields.tsx";
import { Button, CopyId, LinkButton, Notice, Table } from "../kit/kit.tsx";
import { Done } from "../kit/people.tsx";
import { useVisit } from "../kit/visit.ts";
import type { Visit } from "../page.ts";
import { type Here, type OrgScope, read, scopedPages } from "../scope.ts";

export const [orgSettings, projectSettings] = scopedPages("/settings", {
  performs: { org: ["updateOrg", "updateOrgSettings", "deleteOrg"], group: ["updateGroup", "deleteGroup"] },
  async show(visit, here) {
    const { projects, orgSettings: said, layout } = visit.words;
    const { places, kind, may, name, root } = here;
    const isOrg = kind === "org";
    const heading = isOrg ? layout.settings : name;
    const mayRename = may(here.pick("updateOrg", "updateGroup"));
    return headed(
      `${isOrg ? layout.settings : projects.settings} · ${name}`,
      <>
        <Done sentences={isOrg ? said.done : projects.done} />
        {isOrg && !may("updateOrgSettings") && <Notice kind="info">{said.forOwners}</Notice>}
        {(isOrg || mayRename) && <Rename here={here} isMine={mayRename} />}
        {isOrg ? (
          await settingsOfOrg(visit, here)
        ) : (
          <WithoutEffect settings={{ ...(await visit.api("getGroupSettings", here.at)) }} />
        )}
        {may(here.pick("deleteOrg", "deleteGroup")) && (
          <Deletion here={here} isFull={isOrg && (await hasGroups(visit, here))} />
        )}
        {!isOrg && <LinkButton href={`${root}/people`}>{layout.back}</LinkButton>}
      </>,
      { heading, lead: <CopyId id={here.id} name={name} />, places },
    );
  },
  forms: {
    async rename(visit, form, scope) {
      const body = { name: form.text("name") };
      await visit.api(scope.pick("updateOrg", "updateGroup"), { ...scope.at, body });
      return doneHere(visit, scope.pick("saved", "renamed"));
    },
    async delete(visit, form, scope) {
      const { places, name } = await read(visit, scope);
      const { projects, orgSettings: said } = visit.words;
      if (form.text("confirmation") !== name.trim()) {
        throw new Refusal(400, { detail: scope.pick(said, projects).otherName }, undefined);
      }
      await visit.api(scope.pick("deleteOrg", "deleteGroup"), scope.at);
      if (scope.kind === "org") return { to: "/" };
      return doneAt(places.org === undefined ? "/" : `/orgs/${places.org.id}`, "deleted", name);
    },
  },
  orgForms: {
    async access(visit, form, { at }) {
      const apiAccessListRequired = form.text("isRequired") === "true";
      await visit.api("updateOrgSettings", { ...at, body: { apiAccessListRequired } });
      return doneHere(visit, apiAccessListRequired ? "required" : "optional");
    },
    async save(visit, form, { at }) {
      const hours = form.text(hoursField);
      if (hours !== "") {
        await visit.api("updateOrgSettings", { ...at, body: { [hoursField]: Number(hours) } });
      }
      return doneHere(visit, "saved");
    },
    async factor(visit, form, { at }) {
      await visit.perform("setFactorRule", { ...at, rule: form.text("rule") as FactorRule });
      return doneHere(visit, "saved");
    },
  },
});

const hoursField = "maxServiceAccountSecretValidityInHours";

type OrgSettings = Reply<"getOrgSettings">;

const hasGroups = async ({ api }: Visit, { at }: Here & OrgScope): Promise<boolean> =>
  ((await api("getOrgGroups", { ...at, itemsPerPage: 1 })).results ?? []).length > 0;

interface PartProps {
  readonly title: string;
  readonly form: string;
  readonly submit: string;
  readonly isMine: boolean;
  readonly children: ComponentChildren;
}

/** A form; for visitors who may not send it, only its values. */
const Part = ({ title, form, submit, isMine, children }: PartProps) => (
  <div class="card">
    <h2>{title}</h2>
    <Form name={form}>
      <fieldset disabled={!isMine} aria-label={title}>
        {children}
      </fieldset>
      {isMine && <Button label={`${submit}: ${title}`}>{submit}</Button>}
    </Form>
  </div>
);

function Rename({ here, isMine }: { readonly here: Here; readonly isMine: boolean }) {
  const { projects, orgSettings: said, layout } = useVisit().words;
  const [title, label, submit] = here.pick(
    [said.general, said.name, layout.save],
    [projects.rename, projects.newName, projects.renameSubmit],
  );
  return (
    <Part title={title} form="rename" submit={submit} isMine={isMine}>
      <Field name="name" value={here.name} label={label} maxLength={64} required />
    </Part>
  );
}

/** Builds the settings of an organization: its rules for credentials and people, and values that programs store. */
async function settingsOfOrg(visit: Visit, here: Here & OrgScope) {
  const said = visit.words.orgSettings;
  const isMine = here.may("updateOrgSettings");
  const settings = await visit.api("getOrgSettings", here.at);
  const { rule } = await visit.perform("getFactorRule", here.at);
  return (
    <>
      <AccessListRule isRequired={settings.apiAccessListRequired} isMine={isMine} />
      <Part title={said.security} form="save" submit={visit.words.layout.save} isMine={isMine}>
        <Field
          name={hoursField}
          value={String(settings[hoursField] ?? "")}
          label={said.hours}
          type="number"
          hint={said.hoursHint}
          min={8}
          max={8760}
        />
      </Part>
      <Part title={said.factor.title} form="factor" submit={visit.words.layout.save} isMine={isMine}>
        <p class="hint">{said.factor.lead}</p>
        {relyingPartyOf(visit.origin) === undefined && (
          <Notice kind="info">{visit.words.passkeys.nowhere(visit.origin)}</Notice>
        )}
        <Choice
          label={said.factor.of}
          name="rule"
          value={rule}
          options={factorRules.map((value) => ({ value, label: said.factor[value] }))}
        />
      </Part>
      <WithoutEffect settings={await withoutEffectIn(visit, here, settings)} />
    </>
  );
}

/** The rule, with a question before it is required, because it locks programs out at once. */
function AccessListRule({ isRequired, isMine }: Readonly<Record<"isRequired" | "isMine", boolean>>) {
  const said = useVisit().words.orgSettings.access;
  return (
    <div class="card">
      <h2>{said.title}</h2>
      <p>{isRequired ? said.required : said.optional}</p>
      {isMine && (
        <Form name="access">
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

/** The question for the name before deletion. An organization with projects cannot be deleted. */
function Deletion({ here, isFull }: { readonly here: Here; readonly isFull: boolean }) {
  const { projects, orgSettings: ofOrg } = useVisit().words;
  const said = here.pick(ofOrg, projects);
  return (
    <div class="card">
      <h2>{said.delete}</h2>
      <p>{said.deleteLead}</p>
      {isFull ? (
        <p>
          <a href={here.root}>{ofOrg.deleteGroupsFirst}</a>
        </p>
      ) : (
        <Form name="delete">
          <Field label={said.typeName(here.name)} name="confirmation" autocomplete="off" required />
          <Button kind="danger">{said.delete}</Button>
        </Form>
      )}
    </div>
  );
}

type Settings = Readonly<Record<string, unknown>>;

/** Returns the settings that an organization only stores for programs, by the API's names. */
async function withoutEffectIn({ api }: Visit, { at }: OrgScope, settings: OrgSettings): Promise<Settings> {
  const {
    apiAccessListRequired,
    multiFactorAuthRequired,
    maxServiceAccountSecretValidityInHours,
    customSessionTimeouts,
    ...kept
  } = settings;
  const { skipDefaultAlertsSettings } = await api("getOrg", at);
  const { waveAssignmentMode } = await api("getOrgMaintenanceSettings", at);
  return {
    skipDefaultAlertsSettings,
    ...kept,
    ...customSessionTimeouts,
    ...(await api("getOrgDelegationSettings", at)),
    waveAssignmentMode,
  };
}

/** The names and values as the API has them, since programs change them through it. */
function WithoutEffect({ settings }: { readonly settings: Settings }) {
  const { orgSettings, layout } = useVisit().words;
  const { title, lead, setting, value: head } = orgSettings.withoutEffect;
  return (
    <section aria-labelledby="without-effect">
      <h2 id="without-effect">{title}</h2>
      <p class="hint">{lead}</p>
      <Table
        fits
        isTitled
        caption={title}
        heads={[setting, head]}
        rows={Object.entries(settings).map(([name, value]) => ({
          key: name,
          cells: [<code key="name">{name}</code>, String(value ?? "") || layout.none],
        }))}
        empty={layout.none}
      />
    </section>
  );
}
