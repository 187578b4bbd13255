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

/** By the names and the values of the API, with which programs change them. */
export function WithoutEffect({ settings }: { readonly settings: Settings }) {
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
