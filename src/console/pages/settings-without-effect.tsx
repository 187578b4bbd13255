// The settings that decide nothing here, in one table.
import { Table } from "../kit/kit.tsx";
import { useVisit } from "../kit/visit.ts";
import type { Visit } from "../page.ts";
import type { Here } from "../scope.ts";

type Settings = Readonly<Record<string, unknown>>;

/** What programs keep here, by the names of the API. */
export async function settingsWithoutEffect(visit: Visit, here: Here): Promise<Settings> {
  const { api } = visit;
  if (here.kind === "group") return { ...(await api("getGroupSettings", here.at)) };
  const {
    apiAccessListRequired,
    multiFactorAuthRequired,
    maxServiceAccountSecretValidityInHours,
    customSessionTimeouts,
    ...kept
  } = await api("getOrgSettings", here.at);
  const { skipDefaultAlertsSettings } = await api("getOrg", here.at);
  const { waveAssignmentMode } = await api("getOrgMaintenanceSettings", here.at);
  return {
    skipDefaultAlertsSettings,
    ...kept,
    ...customSessionTimeouts,
    ...(await api("getOrgDelegationSettings", here.at)),
    waveAssignmentMode,
  };
}

export function WithoutEffect({ settings }: { readonly settings: Settings }) {
  const { orgSettings: said, groupSettings, layout } = useVisit().words;
  const { title, lead, setting, value: head, on, off } = said.withoutEffect;
  const labelOf = (name: string) => said.fields[name] ?? groupSettings.fields[name] ?? name;
  const textOf = (value: unknown) => {
    if (typeof value === "boolean") return value ? on : off;
    return said.values[String(value)] ?? (String(value ?? "") || layout.none);
  };
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
          cells: [labelOf(name), textOf(value)],
        }))}
        empty={layout.none}
      />
    </section>
  );
}
