// Bodies of the operations on projects, their settings and their limits.
import * as Type from "typebox";
import { object } from "./common.ts";

const flag = (description: string, rest: object = {}) =>
  Type.Optional(Type.Boolean({ ...rest, description }));

export const GroupSettings = object("GroupSettings", {
  isAtlasHomePageAiAssistantEnabled: flag("Whether an assistant answers on the first page of the console."),
  isClusterAiAssistantEnabled: flag("Whether an assistant answers questions about clusters."),
  isCollectDatabaseSpecificsStatisticsEnabled: flag("Whether figures of single databases are collected."),
  isDataExplorerEnabled: flag("Whether data can be looked at in the console."),
  isDataExplorerGenAIFeaturesEnabled: flag("Whether generative features help to look at data."),
  isDataExplorerGenAISampleDocumentPassingEnabled: flag(
    "Whether generative features are shown sample documents.",
    { default: false },
  ),
  isDataValidationEnabled: flag("Whether data are checked for damage."),
  isExtendedStorageSizesEnabled: flag("Whether clusters may have extended storage."),
  isNativeRerankingEnabled: flag("Whether search results can be ranked anew."),
  isPerformanceAdvisorEnabled: flag("Whether slow queries get advice."),
  isRealtimePerformancePanelEnabled: flag("Whether the console shows what happens at this moment."),
  isSchemaAdvisorEnabled: flag("Whether schemas get advice."),
});
