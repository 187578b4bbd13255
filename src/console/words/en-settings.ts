// What the settings of organizations and projects say, in English.

/** Sentences by the name of a setting or a value, as the API has it. */
type Named = Readonly<Record<string, string>>;

export const orgSettings = {
  title: "Settings",
  forOwners: "Only owners of the organization can change its settings.",
  general: "General",
  name: "Name of the organization",
  newProjects: "New projects",
  skipAlerts: "Start without default alert settings",
  access: {
    title: "IP access lists of credentials",
    required: "Required: API keys and service accounts without an access list are refused.",
    optional: "Optional: API keys and service accounts without an access list work from any address.",
    require: "Require access lists",
    release: "Make them optional",
    confirm:
      "Require access lists? Every API key and service account without one is refused from the next request on.",
  },
  kept: "Security and contacts",
  keptLead:
    "The limit for secrets applies here. The others are kept and answered for programs, but have no effect in Anteroom.",
  flags: "Policies",
  hoursHint: "8 to 8760 hours. It applies to new secrets of service accounts.",
  secondsHint: "In seconds. Empty for none.",
  fields: {
    maxServiceAccountSecretValidityInHours: "Longest validity of a secret, in hours",
    multiFactorAuthRequired: "Require a second factor to sign in",
    genAIFeaturesEnabled: "Offer generative AI features",
    restrictEmployeeAccess: "Keep the vendor's staff away from databases",
    streamsCrossGroupEnabled: "Let stream processing reach other projects",
    absoluteSessionTimeoutInSeconds: "Longest session",
    idleSessionTimeoutInSeconds: "Longest session without activity",
    operationsContact: "Contact for operations",
    securityContact: "Contact for security",
    delegatedMcpAccess: "MCP clients",
    delegatedPartnerAccess: "Partners",
    maximumRefreshTokenLifetime: "Longest life of a refresh token",
    idleRefreshTokenLifetime: "Longest life of a refresh token without use",
    waveAssignmentMode: "How clusters are assigned to maintenance waves",
  } as Named,
  values: {
    "": "Default",
    DISALLOWED: "No access",
    READ_ONLY: "Read only",
    READ_WRITE: "Read and write",
    MANUAL: "Manually",
    ENV_TAG_MAPPING: "By the environment tag",
  } as Named,
  delegation: "Access on behalf of people",
  delegationLead: "Kept and answered for programs; without effect in Anteroom.",
  maintenance: "Maintenance",
  maintenanceLead: "Kept and answered for programs; without effect in Anteroom.",
  delete: "Delete the organization",
  deleteLead:
    "Deletes its teams, invitations, API keys and service accounts for good. Programs that use them are refused at once. Accounts of people stay.",
  deleteGroupsFirst: "It still has projects. Delete them first.",
  typeName: (name: string) => `To delete it, type its name: ${name}`,
  otherName: "This is not the name of the organization.",
  done: {
    saved: "The settings have been saved.",
    required: "Access lists are now required.",
    optional: "Access lists are now optional.",
  },
};

export const groupSettings = {
  title: "Features",
  lead: "Kept and answered for programs; without effect in Anteroom.",
  legend: "Enabled features",
  fields: {
    isClusterAiAssistantEnabled: "AI assistant for clusters",
    isCollectDatabaseSpecificsStatisticsEnabled: "Statistics by database",
    isDataExplorerEnabled: "Data Explorer",
    isDataExplorerGenAIFeaturesEnabled: "Generative AI in Data Explorer",
    isDataExplorerGenAISampleDocumentPassingEnabled: "Sample documents for generative AI in Data Explorer",
    isDataValidationEnabled: "Data validation",
    isExtendedStorageSizesEnabled: "Extended storage sizes",
    isNativeRerankingEnabled: "Native reranking",
    isPerformanceAdvisorEnabled: "Performance Advisor",
    isRealtimePerformancePanelEnabled: "Real-time performance panel",
    isSchemaAdvisorEnabled: "Schema Advisor",
  } as Named,
};
