// The tags of the official document, and those of the neighbours, each with a description.

export const tagDescriptions: Readonly<Record<string, string>> = {
  "AI Model API Keys":
    "Keys for the embedding and reranking service of AI models: their secrets are shown once, and open nothing here.",
  "AI Model Rate Limits":
    "Requests and tokens of AI models in a minute: changed and reset, and without effect here.",
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
  "Cloud Migration Service":
    "Live migrations into clusters, their checks, and the tokens that link their sources. Nothing is migrated.",
  "Cloud Provider Access": "Access to accounts at cloud providers: stored, without effect here.",
  "Cluster Outage Simulation":
    "Simulated outages of regions of clusters, and the states they go through. No machine is stopped.",
  Clusters: "Clusters of a project and the states they go through. No machine is started.",
  "Collection Level Metrics":
    "Metrics of single collections, and the collections that are pinned. Nothing is measured: every value is null.",
  "Custom Database Roles": "A project's own roles for users of its databases.",
  "Data Federation":
    "Federated databases, the limits of their queries, and private endpoints to them: remembered, and without effect here.",
  "Database Users": "Users of the databases of a project, and what they may do there.",
  "Encryption at Rest using Customer Key Management":
    "Keys of one's own for encryption at rest: remembered, and without effect here.",
  Events: "What happened in an organization or a project, and who did it.",
  "Federated Authentication":
    "Federations: the identity providers that organizations share, and the roles that signing in by one gives.",
  "Flex Clusters": "Flex clusters and the states they go through. No machine is started.",
  "Flex Restore Jobs": "Restore jobs of flex clusters. No data is copied.",
  "Flex Snapshots": "Snapshots of flex clusters, which follow from the clock. No data is copied.",
  "Global Clusters":
    "Zones of places and managed namespaces of global clusters. No collection is distributed.",
  Invoices: "Invoices of an organization, computed from its clusters and the prices of its seed.",
  "LDAP Configuration":
    "LDAP settings of a project's databases, and the customer's certificates: stored, without effect here.",
  "Legacy Backup": "Legacy backups of clusters: there are none.",
  "Limit Description": "Limits that projects have by default.",
  "Maintenance Windows": "When maintenance may be done: remembered, and without effect here.",
  "Metric Integrations": "Integrations that metrics of a project are sent to: stored, but nothing is sent.",
  "MongoDB Cloud Users":
    "People: who belongs to an organization, a project or a team, with which roles, and who is invited.",
  "Monitoring and Logs":
    "Processes, databases and disks of clusters, their measurements and their logs. Nothing is measured or logged.",
  "Network Peering":
    "Containers of the regions that clusters are in, and their peering connections. No network is created.",
  "Online Archive": "Online archives of clusters, with their states. Nothing is archived.",
  Organizations: "Organizations, their settings, and the invitations to them that are to be removed.",
  "Overload Protection Simulation":
    "Simulated overloads of clusters, and the states they go through. Nothing is overloaded.",
  "Performance Advisor":
    "Advice about indexes, schemas and slow queries, of which there is none, and whether the threshold of slow operations is managed.",
  Private: "What tools ask for although it is not published.",
  "Private Endpoint Services":
    "Private endpoint services, and the endpoints that are connected to them. Nothing is created at the provider.",
  "Programmatic API Keys":
    "API keys of organizations and projects, their roles, and the addresses they may be used from.",
  "Project IP Access List": "The addresses that the databases of a project may be reached from.",
  Projects: "Projects, their settings and limits, and the invitations to them that are to be removed.",
  "Push-Based Log Export": "Integrations that logs of a project are sent to: stored, but nothing is sent.",
  "Query Shape Insights":
    "Query shapes that clusters reject, and statistics of query shapes, of which there are none.",
  "Rate Limiting": "How many requests may be made in a period.",
  "Remote MCP Configurations":
    "Configurations by which AI agents reach MongoDB's remote MCP server: two service accounts each, and no server here.",
  "Resource Policies":
    "What an organization forbids in its projects: judged and remembered, and without effect here.",
  "Rolling Index": "Indexes that are built on one node after the other: none is built here.",
  Root: "Who asks, and from which addresses Atlas calls.",
  Sandbox: "Sandbox configurations of organizations, and the cluster that one describes. None is made.",
  "Serverless Instances": "Serverless instances: there are none any more.",
  "Service Accounts": "Service accounts, their secrets and roles, and the addresses they may be used from.",
  "Standby Links": "Links between active and standby clusters, and their failovers. No data is replicated.",
  Streams:
    "Stream workspaces, connections, processors, private links and VPC peerings, with their states. Nothing is connected to or processed.",
  Teams: "Teams of people, and the projects that they have roles in.",
  "Third-Party Integrations": "Third-party integrations of a project: stored, but nothing is sent to them.",
  "X.509 Authentication": "Certificates of database users, which the project's own authority signs.",
};
