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
];
