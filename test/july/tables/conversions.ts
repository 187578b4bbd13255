// Configurations before and after their conversion, with the state that they have.
import type { Kept } from "../../../src/code/terraform/state.ts";
import type { Versions } from "../../../src/july/convert/convert.ts";

export interface ConversionRow {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  /** The state; without it nothing is known of what exists. */
  readonly kept?: readonly Kept[];
  readonly versions?: Partial<Versions>;
  /** The new text of each file that changes. */
  readonly becomes: Readonly<Record<string, string>>;
  readonly says?: readonly string[];
  readonly left?: readonly string[];
  readonly creates?: readonly string[];
  readonly destroys?: readonly string[];
}

/** An instance of a resource in a state. */
const kept = (address: string, attributes: Kept["attributes"]): Kept => {
  const block = address.replace(/\[[^\]]*\]/g, "");
  return { address, block, type: block.replace(/^(?:module\.\w+\.)*/, "").replace(/\.\w+$/, ""), attributes };
};

export const conversions: readonly ConversionRow[] = [
  {
    name: "an invitation to a project, in a module with keys, and what refers to it",
    files: {
      "main.tf": `module "people" {
  source   = "./people"
  for_each = var.teams
}
`,
      "people/main.tf": `# Who may look.
resource "mongodbatlas_project_invitation" "all" {
  for_each   = var.people
  project_id = var.project_id
  username   = each.value # the address
  roles      = ["GROUP_READ_ONLY"]
  depends_on = [mongodbatlas_project_invitation.first]
}

resource "mongodbatlas_project_invitation" "first" {
  project_id = var.project_id
  username   = var.first
  roles      = ["GROUP_OWNER"]
}

output "people" {
  value = [for name in keys(var.people) : mongodbatlas_project_invitation.all[name].expires_at]
}

output "id" {
  value = mongodbatlas_project_invitation.first.invitation_id
}
`,
    },
    kept: [
      kept('module.people["eu"].mongodbatlas_project_invitation.all["ada"]', {
        project_id: "32b6e34b3d91647abb20e7b8",
        username: "ada@example.com",
      }),
      kept('module.people["eu"].mongodbatlas_project_invitation.first', {
        project_id: "32b6e34b3d91647abb20e7b8",
        username: "bob@example.com",
      }),
    ],
    becomes: {
      "people/main.tf": `# Who may look.
resource "mongodbatlas_cloud_user_project_assignment" "all" {
  for_each   = var.people
  project_id = var.project_id
  username   = each.value # the address
  roles      = ["GROUP_READ_ONLY"]
  depends_on = [mongodbatlas_cloud_user_project_assignment.first]
}

resource "mongodbatlas_cloud_user_project_assignment" "first" {
  project_id = var.project_id
  username   = var.first
  roles      = ["GROUP_OWNER"]
}

output "people" {
  value = [for name in keys(var.people) : mongodbatlas_cloud_user_project_assignment.all[name].invitation_expires_at]
}

output "id" {
  value = null
}
`,
    },
    says: [
      "people/main.tf:21 mongodbatlas_project_invitation.first.invitation_id has no successor: null stands in its place.",
    ],
    creates: [
      'module.people["eu"].mongodbatlas_cloud_user_project_assignment.all["ada"]',
      'module.people["eu"].mongodbatlas_cloud_user_project_assignment.first',
    ],
    destroys: [
      'module.people["eu"].mongodbatlas_project_invitation.all["ada"]',
      'module.people["eu"].mongodbatlas_project_invitation.first',
    ],
  },
  {
    name: "a cluster of one region, with tags, a setting and what Terraform ignores",
    files: {
      "main.tf": `resource "mongodbatlas_cluster" "orders" {
  project_id = var.project_id # the project
  name       = "orders"

  provider_name               = "AWS"
  provider_region_name        = "US_EAST_1"
  provider_instance_size_name = "M10"
  cloud_backup                = true
  advanced_configuration {
    javascript_enabled      = true
    fail_index_key_too_long = false
  }
  tags {
    key   = "team"
    value = var.team
  }
  lifecycle {
    ignore_changes = [provider_instance_size_name]
  }
}

output "address" {
  value = mongodbatlas_cluster.orders.connection_strings[0].standard_srv
}
`,
    },
    kept: [kept("mongodbatlas_cluster.orders", { name: "orders", cluster_type: "REPLICASET" })],
    becomes: {
      "main.tf": `resource "mongodbatlas_advanced_cluster" "orders" {
  project_id = var.project_id # the project
  name       = "orders"

  backup_enabled = true
  advanced_configuration = {
    javascript_enabled = true
  }
  tags = {
    team = var.team
  }
  lifecycle {
    ignore_changes = [replication_specs[0].region_configs[0].electable_specs.instance_size]
  }
  cluster_type = "REPLICASET"
  replication_specs = [{
    region_configs = [{
      provider_name = "AWS"
      region_name   = "US_EAST_1"
      priority      = 7
      electable_specs = {
        instance_size = "M10"
        node_count    = 3
      }
    }]
  }]
}

moved {
  from = mongodbatlas_cluster.orders
  to   = mongodbatlas_advanced_cluster.orders
}

output "address" {
  value = mongodbatlas_advanced_cluster.orders.connection_strings.standard_srv
}
`,
    },
    says: [
      "main.tf:1 mongodbatlas_cluster.orders: fail_index_key_too_long has no successor and is left out.",
    ],
  },
  {
    name: "clusters whose shards, regions and tags dynamic blocks make, and a data source of all",
    files: {
      "main.tf": `resource "mongodbatlas_cluster" "all" {
  for_each                    = var.clusters
  project_id                  = var.project_id
  name                        = each.key
  cluster_type                = "SHARDED"
  provider_name               = "AWS"
  provider_instance_size_name = "M30"
  dynamic "tags" {
    for_each = var.tags
    content {
      key   = tags.key
      value = tags.value
    }
  }
  dynamic "replication_specs" {
    for_each = each.value
    iterator = spec
    content {
      num_shards = spec.value.shards
      zone_name  = "Zone \${spec.key}"
      dynamic "regions_config" {
        for_each = spec.value.regions
        content {
          region_name     = regions_config.value.name
          electable_nodes = regions_config.value.nodes
          read_only_nodes = regions_config.value.readers
          priority        = regions_config.value.priority
        }
      }
    }
  }
  lifecycle {
    ignore_changes = [disk_size_gb, tags]
  }
}
locals {
  addresses = values(mongodbatlas_cluster.all)[*].srv_address
  sizes     = mongodbatlas_cluster.all["a"].provider_instance_size_name
  shards    = [for each in data.mongodbatlas_clusters.all.results : each.name]
  first     = data.mongodbatlas_clusters.all.results[0].connection_strings.0.standard
}
data "mongodbatlas_clusters" "all" {
  project_id = var.project_id
}
`,
    },
    kept: [
      kept('mongodbatlas_cluster.all["a"]', {
        tags: [],
        cluster_type: "SHARDED",
        replication_specs: [{ regions_config: [{ electable_nodes: 3 }, { electable_nodes: 2 }] }],
      }),
    ],
    becomes: {
      "main.tf": `resource "mongodbatlas_advanced_cluster" "all" {
  for_each     = var.clusters
  project_id   = var.project_id
  name         = each.key
  cluster_type = "SHARDED"
  tags         = length(var.tags) == 0 ? null : var.tags
  replication_specs = flatten([for spec_key, spec in each.value : [for shard in range(spec.shards) : {
    zone_name = "Zone \${spec_key}"
    region_configs = flatten([for priority in range(7, -1, -1) : [for regions_config in spec.regions : {
      provider_name = "AWS"
      region_name   = regions_config.name
      priority      = regions_config.priority
      electable_specs = {
        instance_size = "M30"
        node_count    = regions_config.nodes
      }
      read_only_specs = coalesce(regions_config.readers, 0) == 0 ? null : {
        instance_size = "M30"
        node_count    = regions_config.readers
      }
    } if regions_config.priority == priority]])
  }]])
  lifecycle {
    ignore_changes = [
      replication_specs,
      tags,
    ]
  }
}

moved {
  from = mongodbatlas_cluster.all
  to   = mongodbatlas_advanced_cluster.all
}
locals {
  addresses = values(mongodbatlas_advanced_cluster.all)[*].connection_strings.standard_srv
  sizes     = mongodbatlas_advanced_cluster.all["a"].replication_specs[0].region_configs[0].electable_specs.instance_size
  shards    = [for each in data.mongodbatlas_advanced_clusters.all.results : each.name]
  first     = data.mongodbatlas_advanced_clusters.all.results[0].connection_strings.standard
}
data "mongodbatlas_advanced_clusters" "all" {
  project_id = var.project_id
}
`,
    },
    says: [
      "main.tf:1 mongodbatlas_cluster.all: ignore_changes of disk_size_gb is now of all replication_specs, because dynamic blocks make them.",
      "main.tf:38 data.mongodbatlas_clusters.all.results has another form: check what reads it.",
    ],
  },
  {
    name: "a cluster of several regions, with an older Terraform and provider",
    files: {
      "main.tf": `resource mongodbatlas_cluster one {
  count      = 1
  project_id = var.project_id
  name       = "one"
  replication_specs {
    num_shards = 2
    regions_config {
      region_name     = "EU_WEST_1"
      electable_nodes = 2
      priority        = 6
      analytics_nodes = 1
    }
    regions_config {
      region_name     = "US_EAST_1"
      electable_nodes = 3
      priority        = 7
    }
  }
  dynamic "advanced_configuration" {
    for_each = var.settings == null ? [] : [var.settings]
    content {
      javascript_enabled = advanced_configuration.value.javascript
    }
  }
  cluster_type                 = "GEOSHARDED"
  disk_size_gb                 = 40
  auto_scaling_disk_gb_enabled = true
  provider_name                = "AZURE"
  provider_disk_type_name      = "P6"
  provider_instance_size_name  = var.size
  timeouts {
    create = "3h"
  }
}
`,
    },
    kept: [
      kept("mongodbatlas_cluster.one[0]", {
        project_id: "32b6e34b3d91647abb20e7b8",
        name: "one",
        cluster_type: "GEOSHARDED",
      }),
    ],
    versions: { terraform: "1.7.5", provider: "1.20.0" },
    becomes: {
      "main.tf": `resource mongodbatlas_advanced_cluster one {
  count      = 1
  project_id = var.project_id
  name       = "one"
  replication_specs = [for shard in range(2) : {
    region_configs = [
      {
        provider_name = "AZURE"
        region_name   = "US_EAST_1"
        priority      = 7
        electable_specs = {
          instance_size = var.size
          disk_size_gb  = 40
          node_count    = 3
        }
        auto_scaling = {
          disk_gb_enabled = true
        }
      },
      {
        provider_name = "AZURE"
        region_name   = "EU_WEST_1"
        priority      = 6
        electable_specs = {
          instance_size = var.size
          disk_size_gb  = 40
          node_count    = 2
        }
        analytics_specs = {
          instance_size = var.size
          disk_size_gb  = 40
          node_count    = 1
        }
        auto_scaling = {
          disk_gb_enabled = true
        }
      },
    ]
  }]
  advanced_configuration = one([for advanced_configuration in var.settings == null ? [] : [var.settings] : {
    javascript_enabled = advanced_configuration.javascript
  }])
  cluster_type = "GEOSHARDED"
  timeouts = {
    create = "3h"
  }
}

removed {
  from = mongodbatlas_cluster.one

  lifecycle {
    destroy = false
  }
}
`,
      "anteroom-imports.tf": `# The objects that exist already, for the plan after the conversion. After its apply this file can go.

import {
  for_each = {
    "0" = "32b6e34b3d91647abb20e7b8-one"
  }
  to = mongodbatlas_advanced_cluster.one[tonumber(each.key)]
  id = each.value
}
`,
    },
    says: [
      "Provider 1.20.0: what is written needs 2.0.0 or newer; raise its version first.",
      "main.tf:1 mongodbatlas_cluster.one: provider_disk_type_name has no successor and is left out.",
    ],
  },
  {
    name: "zones, in the order that the cluster has",
    files: {
      "main.tf": `resource "mongodbatlas_cluster" "world" {
  project_id                  = var.project_id
  name                        = "world"
  cluster_type                = "GEOSHARDED"
  provider_name               = "AWS"
  provider_instance_size_name = "M30"
  replication_specs {
    zone_name  = "near"
    num_shards = 1
    regions_config {
      region_name     = "US_EAST_1"
      electable_nodes = 3
    }
  }
  replication_specs {
    zone_name  = "far"
    num_shards = 2
    regions_config {
      region_name     = "EU_WEST_1"
      electable_nodes = 3
    }
  }
}
`,
    },
    kept: [
      kept("mongodbatlas_cluster.world", {
        replication_specs: [
          { id: "2", zone_name: "near" },
          { id: "1", zone_name: "far" },
        ],
      }),
    ],
    becomes: {
      "main.tf": `resource "mongodbatlas_advanced_cluster" "world" {
  project_id   = var.project_id
  name         = "world"
  cluster_type = "GEOSHARDED"
  replication_specs = concat(
    [for shard in range(2) : {
      zone_name = "far"
      region_configs = [{
        provider_name = "AWS"
        region_name   = "EU_WEST_1"
        priority      = 7
        electable_specs = {
          instance_size = "M30"
          node_count    = 3
        }
      }]
    }],
    [{
      zone_name = "near"
      region_configs = [{
        provider_name = "AWS"
        region_name   = "US_EAST_1"
        priority      = 7
        electable_specs = {
          instance_size = "M30"
          node_count    = 3
        }
      }]
    }],
  )
}

moved {
  from = mongodbatlas_cluster.world
  to   = mongodbatlas_advanced_cluster.world
}
`,
    },
  },
  {
    name: "invitations to an organization with their teams, a team, and a module that is not at hand",
    files: {
      "main.tf": `module "people" {
  source = "./people"
}

module "far" {
  source = "example/far/mongodbatlas"
}
`,
      "people/main.tf": `resource "mongodbatlas_org_invitation" "ada" {
  org_id    = var.org_id
  username  = "ada@example.com"
  roles     = ["ORG_MEMBER"]
  teams_ids = var.teams
}

resource "mongodbatlas_org_invitation" "all" {
  count     = length(var.people)
  org_id    = var.org_id
  username  = var.people[count.index]
  roles     = var.roles
  teams_ids = [mongodbatlas_team.core.team_id]
}

resource "mongodbatlas_team" "core" {
  org_id    = var.org_id
  name      = "core"
  usernames = ["bob@example.com"] # who knows
}

output "roles" {
  value = mongodbatlas_org_invitation.all[*].roles
}
`,
    },
    kept: [
      kept("module.people.mongodbatlas_org_invitation.ada", {
        org_id: "a0123456789abcdef012345a",
        username: "ada@example.com",
        teams_ids: ["42b6e34b3d91647abb20e7b1"],
      }),
      kept("module.people.mongodbatlas_org_invitation.all[0]", {
        org_id: "a0123456789abcdef012345a",
        username: "cy@example.com",
        teams_ids: ["42b6e34b3d91647abb20e7b1"],
      }),
      kept("module.people.mongodbatlas_team.core", {
        org_id: "a0123456789abcdef012345a",
        team_id: "42b6e34b3d91647abb20e7b1",
        usernames: ["bob@example.com"],
      }),
      kept("module.far.mongodbatlas_team.core", {
        org_id: "a0123456789abcdef012345a",
        team_id: "42b6e34b3d91647abb20e7b1",
        usernames: ["bob@example.com"],
      }),
    ],
    becomes: {
      "people/main.tf": `resource "mongodbatlas_cloud_user_org_assignment" "ada" {
  org_id   = var.org_id
  username = "ada@example.com"
  roles    = { org_roles = ["ORG_MEMBER"] }
}

resource "mongodbatlas_cloud_user_team_assignment" "ada" {
  for_each = toset(var.teams == null ? [] : var.teams)

  org_id  = mongodbatlas_cloud_user_org_assignment.ada.org_id
  team_id = each.value
  user_id = mongodbatlas_cloud_user_org_assignment.ada.user_id
}

moved {
  from = mongodbatlas_org_invitation.ada
  to   = mongodbatlas_cloud_user_org_assignment.ada
}

resource "mongodbatlas_cloud_user_org_assignment" "all" {
  count    = length(var.people)
  org_id   = var.org_id
  username = var.people[count.index]
  roles    = { org_roles = var.roles }
}

resource "mongodbatlas_cloud_user_team_assignment" "all" {
  for_each = merge([
    for key in range(length(var.people)) : {
      for team in [mongodbatlas_team.core.team_id] : "\${key}/\${team}" => { key = key, team = team }
    }
  ]...)

  org_id  = mongodbatlas_cloud_user_org_assignment.all[each.value.key].org_id
  team_id = each.value.team
  user_id = mongodbatlas_cloud_user_org_assignment.all[each.value.key].user_id
}

moved {
  from = mongodbatlas_org_invitation.all
  to   = mongodbatlas_cloud_user_org_assignment.all
}

resource "mongodbatlas_team" "core" {
  org_id = var.org_id
  name   = "core"
}

data "mongodbatlas_cloud_user_org_assignment" "core" {
  for_each = toset(["bob@example.com"])

  org_id   = mongodbatlas_team.core.org_id
  username = each.value
}

resource "mongodbatlas_cloud_user_team_assignment" "core" {
  for_each = data.mongodbatlas_cloud_user_org_assignment.core

  org_id  = mongodbatlas_team.core.org_id
  team_id = mongodbatlas_team.core.team_id
  user_id = each.value.user_id
}

output "roles" {
  value = mongodbatlas_cloud_user_org_assignment.all[*].roles.org_roles
}
`,
      "anteroom-imports.tf": `# The objects that exist already, for the plan after the conversion. After its apply this file can go.

import {
  for_each = {
    "42b6e34b3d91647abb20e7b1" = "a0123456789abcdef012345a/42b6e34b3d91647abb20e7b1/ada@example.com"
  }
  to = module.people.mongodbatlas_cloud_user_team_assignment.ada[each.key]
  id = each.value
}

import {
  for_each = {
    "0/42b6e34b3d91647abb20e7b1" = "a0123456789abcdef012345a/42b6e34b3d91647abb20e7b1/cy@example.com"
  }
  to = module.people.mongodbatlas_cloud_user_team_assignment.all[each.key]
  id = each.value
}

import {
  for_each = {
    "bob@example.com" = "a0123456789abcdef012345a/42b6e34b3d91647abb20e7b1/bob@example.com"
  }
  to = module.people.mongodbatlas_cloud_user_team_assignment.core[each.key]
  id = each.value
}
`,
    },
    says: [
      "people/main.tf:16 mongodbatlas_team.core: only a newer provider reads it after that day.",
      "module.far.mongodbatlas_team.core is of the module example/far/mongodbatlas, which is not of this configuration: take a release of it without mongodbatlas_team.",
    ],
    left: ["module.people.mongodbatlas_team.core", "module.far.mongodbatlas_team.core"],
  },
  {
    name: "data sources, one of which nothing replaces, and a person whom the state shows in the project",
    files: {
      "main.tf": `variable "org_id" {}

data "mongodbatlas_atlas_user" "ada" {
  username = "ada@example.com"
}

data "mongodbatlas_atlas_users" "core" {
  org_id  = var.org_id
  team_id = var.team_id
}

data "mongodbatlas_atlas_users" "project" {
  project_id = var.project_id
}

data "mongodbatlas_project_invitation" "bob" {
  project_id    = mongodbatlas_project_invitation.bob.project_id
  username      = mongodbatlas_project_invitation.bob.username
  invitation_id = mongodbatlas_project_invitation.bob.invitation_id
}

resource "mongodbatlas_project_invitation" "bob" {
  project_id = var.project_id
  username   = "bob@example.com"
  roles      = ["GROUP_OWNER"]
}

data "mongodbatlas_shared_tier_snapshots" "all" {
  project_id   = var.project_id
  cluster_name = "orders"
}

data "mongodbatlas_team" "core" {
  org_id = var.org_id
  name   = "core"
}

output "seen" {
  value = {
    address = data.mongodbatlas_atlas_user.ada.email_address
    core    = data.mongodbatlas_atlas_users.core.results[*].email_address
    count   = data.mongodbatlas_atlas_users.project.total_count
    copies  = data.mongodbatlas_shared_tier_snapshots.all.total_count
    bob     = data.mongodbatlas_project_invitation.bob.roles
  }
}
`,
    },
    kept: [
      kept("mongodbatlas_project_invitation.bob", {
        project_id: "32b6e34b3d91647abb20e7b8",
        username: "bob@example.com",
      }),
      kept("data.mongodbatlas_project.p", {
        id: "32b6e34b3d91647abb20e7b8",
        users: [{ username: "Bob@example.com" }],
      }),
    ],
    becomes: {
      "main.tf": `variable "org_id" {}

data "mongodbatlas_cloud_user_org_assignment" "ada" {
  username = "ada@example.com"
  org_id   = var.org_id
}

data "mongodbatlas_organization" "core" {
  org_id = var.org_id
}

data "mongodbatlas_project" "project" {
  project_id = var.project_id
}

data "mongodbatlas_cloud_user_project_assignment" "bob" {
  project_id = mongodbatlas_cloud_user_project_assignment.bob.project_id
  username   = mongodbatlas_cloud_user_project_assignment.bob.username
  depends_on = [mongodbatlas_cloud_user_project_assignment.bob]
}

resource "mongodbatlas_cloud_user_project_assignment" "bob" {
  project_id = var.project_id
  username   = "bob@example.com"
  roles      = ["GROUP_OWNER"]
}

data "mongodbatlas_flex_snapshots" "all" {
  project_id = var.project_id
  name       = "orders"
}

data "mongodbatlas_team" "core" {
  org_id = var.org_id
  name   = "core"
}

output "seen" {
  value = {
    address = data.mongodbatlas_cloud_user_org_assignment.ada.username
    core    = [for user in data.mongodbatlas_organization.core.users : user if user.org_membership_status == "ACTIVE" && contains(user.team_ids, var.team_id)][*].username
    count   = length([for user in data.mongodbatlas_project.project.users : user if user.org_membership_status == "ACTIVE"])
    copies  = length(data.mongodbatlas_flex_snapshots.all.results)
    bob     = data.mongodbatlas_cloud_user_project_assignment.bob.roles
  }
}
`,
      "anteroom-imports.tf": `# The objects that exist already, for the plan after the conversion. After its apply this file can go.

import {
  to = mongodbatlas_cloud_user_project_assignment.bob
  id = "32b6e34b3d91647abb20e7b8/bob@example.com"
}
`,
    },
    says: [
      "main.tf:16 data.mongodbatlas_project_invitation.bob: invitation_id has no successor and is left out.",
      "main.tf:33 data.mongodbatlas_team.core: only a newer provider reads it after that day.",
      'main.tf:39 data.mongodbatlas_atlas_users.core.results[*].email_address is now [for user in users : user if user.org_membership_status == "ACTIVE" && contains(user.team_ids, var.team_id)]: compare its value.',
    ],
    left: ["data.mongodbatlas_team.core"],
    destroys: ["mongodbatlas_project_invitation.bob"],
  },
  {
    name: "what ends on other days, and what can be neither read nor withdrawn any more",
    files: {
      "main.tf": `resource "mongodbatlas_serverless_instance" "small" {
  project_id                              = var.project_id
  name                                    = "small"
  provider_settings_backing_provider_name = "AWS"
  provider_settings_provider_name         = "SERVERLESS"
  provider_settings_region_name           = "EU_WEST_1"
  continuous_backup_enabled               = false
  termination_protection_enabled          = true
}

resource "mongodbatlas_push_based_log_export" "logs" {
  project_id  = var.project_id
  bucket_name = "logs"
  iam_role_id = var.role_id
  prefix_path = "atlas"
  timeouts {
    create = "10m"
  }
}

resource "mongodbatlas_project_invitation" "bob" {
  project_id = var.project_id
  username   = "bob@example.com"
  roles      = ["GROUP_OWNER"]
}

output "address" {
  value = mongodbatlas_serverless_instance.small.connection_strings_standard_srv
}
`,
    },
    kept: [
      kept("mongodbatlas_serverless_instance.small", {
        project_id: "32b6e34b3d91647abb20e7b8",
        name: "small",
      }),
      kept("mongodbatlas_push_based_log_export.logs", { project_id: "32b6e34b3d91647abb20e7b8" }),
    ],
    versions: { today: "2027-07-01" },
    becomes: {
      "main.tf": `resource "mongodbatlas_flex_cluster" "small" {
  project_id                     = var.project_id
  name                           = "small"
  termination_protection_enabled = true
  provider_settings = {
    backing_provider_name = "AWS"
    region_name           = "EU_WEST_1"
  }
}

removed {
  from = mongodbatlas_serverless_instance.small

  lifecycle {
    destroy = false
  }
}

resource "mongodbatlas_log_integration" "logs" {
  project_id  = var.project_id
  bucket_name = "logs"
  iam_role_id = var.role_id
  prefix_path = "atlas"
  type        = "S3_LOG_EXPORT"
  log_types   = ["MONGOD", "MONGOS", "MONGOD_AUDIT", "MONGOS_AUDIT"]
}

removed {
  from = mongodbatlas_push_based_log_export.logs

  lifecycle {
    destroy = false
  }
}

resource "mongodbatlas_cloud_user_project_assignment" "bob" {
  project_id = var.project_id
  username   = "bob@example.com"
  roles      = ["GROUP_OWNER"]
}

removed {
  from = mongodbatlas_project_invitation.bob

  lifecycle {
    destroy = false
  }
}

output "address" {
  value = mongodbatlas_flex_cluster.small.connection_strings.standard_srv
}
`,
      "anteroom-imports.tf": `# The objects that exist already, for the plan after the conversion. After its apply this file can go.

import {
  to = mongodbatlas_flex_cluster.small
  id = "32b6e34b3d91647abb20e7b8-small"
}
`,
    },
    says: [
      "main.tf:1 mongodbatlas_serverless_instance.small: continuous_backup_enabled has no successor and is left out.",
    ],
    creates: ["mongodbatlas_log_integration.logs"],
  },
  {
    name: "without a state",
    files: {
      "main.tf": `resource "mongodbatlas_cluster" "free" {
  project_id                  = var.project_id
  name                        = "free"
  provider_name               = "TENANT"
  backing_provider_name       = "AWS"
  provider_region_name        = "US_EAST_1"
  provider_instance_size_name = "M0"
}

resource "mongodbatlas_org_invitation" "ada" {
  org_id   = var.org_id
  username = "ada@example.com"
  roles    = ["ORG_MEMBER"]
}
data "mongodbatlas_atlas_user" "ada" {
  username = "ada@example.com"
}
`,
    },
    becomes: {
      "main.tf": `resource "mongodbatlas_advanced_cluster" "free" {
  project_id   = var.project_id
  name         = "free"
  cluster_type = "REPLICASET"
  replication_specs = [{
    region_configs = [{
      provider_name         = "TENANT"
      backing_provider_name = "AWS"
      region_name           = "US_EAST_1"
      priority              = 7
      electable_specs = {
        instance_size = "M0"
      }
    }]
  }]
}

moved {
  from = mongodbatlas_cluster.free
  to   = mongodbatlas_advanced_cluster.free
}

resource "mongodbatlas_cloud_user_org_assignment" "ada" {
  org_id   = var.org_id
  username = "ada@example.com"
  roles    = { org_roles = ["ORG_MEMBER"] }
}

moved {
  from = mongodbatlas_org_invitation.ada
  to   = mongodbatlas_cloud_user_org_assignment.ada
}
data "mongodbatlas_atlas_user" "ada" {
  username = "ada@example.com"
}
`,
    },
    says: [
      "main.tf:15 data.mongodbatlas_atlas_user.ada: its successor needs org_id, which neither a variable org_id nor the state has.",
    ],
    left: ["data.mongodbatlas_atlas_user.ada"],
  },
];
