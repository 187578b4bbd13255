// Shows projects as answers do, and has the cases that several of their operations share.
import { badRequest, now, type Refusal } from "./stage.ts";
import { ids } from "./world.ts";

export const groupsPath = "/api/atlas/v2/groups";
export const groupPath = `${groupsPath}/${ids.group}`;

const others = ["containers", "clusters", "databaseUsers", "peers", "processes", "whitelist"];

/** The settings of a project whose owners never changed one. */
export const groupSettings = {
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

interface Shown {
  id?: string;
  name?: string;
  orgId?: string;
  created?: string;
  tags?: { key: string; value: string }[];
  withDefaultAlertsSettings?: boolean;
}

/** A project as a list shows it; the seeded one by default. */
export function listedGroup(url: string, shown: Shown = {}) {
  const { id = ids.group, name = "payments", orgId = ids.org, created = now } = shown;
  const links = [{ href: `${url}${groupsPath}/${id}`, rel: "self" }];
  const { tags = [], withDefaultAlertsSettings = true } = shown;
  return { clusterCount: 0, created, id, links, name, orgId, tags, withDefaultAlertsSettings };
}

/** A project as it is shown alone. */
export function shownGroup(url: string, shown: Shown = {}) {
  const group = listedGroup(url, shown);
  const related = others.map((name) => ({
    href: `${url}${groupsPath}/${group.id}/${name}`,
    rel: `https://cloud.mongodb.com/${name}`,
  }));
  return { ...group, links: [...group.links, ...related] };
}

/** Tags that are refused, and why. */
export const badTags: { tags: { key: string; value: string }[]; refusal: Refusal }[] = [
  {
    tags: [{ key: "env", value: "a/b" }],
    field: "tags.0.value",
    description:
      "Tag 'env': the value 'a/b' contains invalid characters. Allowable characters include letters, digits, blanks and ; @ _ - . +",
  },
  {
    tags: [{ key: "env", value: "v".repeat(257) }],
    field: "tags.0.value",
    description: `Tag 'env': the value '${"v".repeat(257)}' exceeded the maximum allowed length of 255 characters by 2.`,
  },
  {
    tags: [{ key: "", value: "v" }],
    field: "tags.0.key",
    description: "The tag key '' must have at least one character.",
  },
  {
    tags: [
      { key: "env", value: "test" },
      { key: "env", value: "prod" },
    ],
    field: "tags",
    description: "The tag key 'env' appears twice.",
  },
].map(({ tags, field, description }) => ({
  tags,
  refusal: badRequest(field, description),
}));
