// The settings of a project: their defaults, and the events of their changes.
import type { GroupSettings as SettingsView } from "../../../client/api.ts";
import type { EventType } from "../../../core/domain/event.ts";

export type GroupSettings = Readonly<SettingsView>;

/**
 * The settings of a new project, as recorded and as the Terraform provider expects, in alphabetical order. They have no effect
 * here.
 */
export const defaultGroupSettings: GroupSettings = {
  isAtlasHomePageAiAssistantEnabled: true,
  isClusterAiAssistantEnabled: true,
  isCollectDatabaseSpecificsStatisticsEnabled: true,
  isDataExplorerEnabled: true,
  isDataExplorerGenAIFeaturesEnabled: true,
  isDataExplorerGenAISampleDocumentPassingEnabled: false,
  isDataValidationEnabled: true,
  isExtendedStorageSizesEnabled: false,
  isNativeRerankingEnabled: false,
  isPerformanceAdvisorEnabled: true,
  isRealtimePerformancePanelEnabled: true,
  isSchemaAdvisorEnabled: true,
};

export const groupSettingNames = Object.keys(defaultGroupSettings) as (keyof GroupSettings)[];

/** Returns the event types of a change; most settings have none. */
export function eventsOfSettings(before: GroupSettings, after: GroupSettings): EventType[] {
  const events: EventType[] = [];
  const changed = (name: keyof GroupSettings) => before[name] !== after[name];
  if (changed("isCollectDatabaseSpecificsStatisticsEnabled")) {
    events.push("PROJECT_COLLECT_DATABASE_STATISTICS_UPDATED");
  }
  if (changed("isDataExplorerEnabled")) {
    events.push(after.isDataExplorerEnabled ? "DATA_EXPLORER_ENABLED" : "DATA_EXPLORER_DISABLED");
  }
  if (changed("isDataValidationEnabled")) events.push("PROJECT_ENABLE_DATA_VALIDATION_UPDATED");
  if (changed("isExtendedStorageSizesEnabled")) events.push("PROJECT_ENABLE_EXTENDED_STORAGE_SIZES_UPDATED");
  return events;
}
