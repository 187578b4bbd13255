// The tags of the official document, and those of the neighbours, each with a description.

export const tagDescriptions: Readonly<Record<string, string>> = {
  "AWS Clusters DNS":
    "Whether clusters at AWS have names of their own in its networks: remembered, and without effect here.",
  "Access Tracking": "Logins to the databases of a project. The lists are empty here.",
  "Activity Feed": "The address of the page that shows what happened in an organization or a project.",
  "Alert Configurations": "Alert configurations of a project: stored, but notifications are never sent.",
  Alerts: "Alerts of a project, which a test control opens and closes, and their acknowledgement.",
  "Atlas Search": "Search nodes of clusters and the states they go through. No machine is started.",
  Auditing:
    "What the databases of a project write into their audit logs: remembered, and without effect here.",
  "Cloud Backups":
    "Snapshots of clusters by their schedules, jobs that restore or export them, and the policy that they comply with. No data is copied.",
  "Cloud Provider Access": "Access to accounts at cloud providers: stored, without effect here.",
  Clusters: "Clusters of a project and the states they go through. No machine is started.",
  "Custom Database Roles": "A project's own roles for users of its databases.",
  "Database Users": "Users of the databases of a project, and what they may do there.",
  "Encryption at Rest using Customer Key Management":
    "Keys of one's own for encryption at rest: remembered, and without effect here.",
  Events: "What happened in an organization or a project, and who did it.",
  "Federated Authentication":
    "Federations: the identity providers that organizations share, and the roles that signing in by one gives.",
  "Flex Clusters": "Flex clusters and the states they go through. No machine is started.",
  "Flex Restore Jobs": "Restore jobs of flex clusters. No data is copied.",
  "Flex Snapshots": "Snapshots of flex clusters, which follow from the clock. No data is copied.",
  "Global Clusters": "Zones and sharded collections of global clusters: there are none here.",
  "LDAP Configuration":
    "LDAP settings of a project's databases, and the customer's certificates: stored, without effect here.",
  "Maintenance Windows": "When maintenance may be done: remembered, and without effect here.",
  "Metric Integrations": "Integrations that metrics of a project are sent to: stored, but nothing is sent.",
  "MongoDB Cloud Users":
    "People: who belongs to an organization, a project or a team, with which roles, and who is invited.",
  "Network Peering":
    "Containers of the regions that clusters are in, and peering connections, of which there are none.",
  Organizations: "Organizations, their settings, and the invitations to them that are to be removed.",
  "Performance Advisor":
    "Whether the threshold of slow operations is managed: remembered, and without effect here.",
  Private: "What tools ask for although it is not published.",
  "Private Endpoint Services": "Private endpoint services: there are none here.",
  "Programmatic API Keys":
    "API keys of organizations and projects, their roles, and the addresses they may be used from.",
  "Project IP Access List": "The addresses that the databases of a project may be reached from.",
  Projects: "Projects, their settings and limits, and the invitations to them that are to be removed.",
  "Push-Based Log Export": "Integrations that logs of a project are sent to: stored, but nothing is sent.",
  "Rate Limiting": "How many requests may be made in a period.",
  "Resource Policies":
    "What an organization forbids in its projects: judged and remembered, and without effect here.",
  Root: "Who asks, and from which addresses Atlas calls.",
  "Service Accounts": "Service accounts, their secrets and roles, and the addresses they may be used from.",
  Streams: "Stream workspaces: there are none here.",
  Teams: "Teams of people, and the projects that they have roles in.",
  "Third-Party Integrations": "Third-party integrations of a project: stored, but nothing is sent to them.",
  "X.509 Authentication": "Certificates of database users, which the project's own authority signs.",
};
