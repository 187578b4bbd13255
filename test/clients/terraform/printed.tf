# Acme (a0123456789abcdef012345a): the invitations that this state keeps, as resources that stay after 2027-07-01.
# Put this file into the root module, and take the resources that the removed blocks name out of the configuration.
# `terraform plan` may destroy nothing but mongodbatlas_project_invitation: the older invitation is withdrawn, the new resource has the roles. What fails is made by the next apply.
# After the apply, import and removed blocks can go.

resource "mongodbatlas_cloud_user_org_assignment" "ada" {
  org_id   = "a0123456789abcdef012345a"
  username = "ada@example.com"
  roles = {
    org_roles = ["ORG_READ_ONLY"]
  }
}

import {
  to = mongodbatlas_cloud_user_org_assignment.ada
  id = "a0123456789abcdef012345a/ada@example.com"
}

resource "mongodbatlas_cloud_user_project_assignment" "accepted" {
  project_id = "32b6e34b3d91647abb20e7b8"
  username   = "third@example.com"
  roles      = ["GROUP_READ_ONLY"]
}

import {
  to = mongodbatlas_cloud_user_project_assignment.accepted
  id = "32b6e34b3d91647abb20e7b8/third@example.com"
}

# bob@example.com is invited to the organization, with these roles in the project.
resource "mongodbatlas_cloud_user_project_assignment" "bob" {
  project_id = "32b6e34b3d91647abb20e7b8"
  username   = "bob@example.com"
  roles      = ["GROUP_OWNER"]
}

# ola@example.com is invited to the organization, with these roles in the project.
resource "mongodbatlas_cloud_user_project_assignment" "many_ola_example_com" {
  project_id = "32b6e34b3d91647abb20e7b8"
  username   = "ola@example.com"
  roles      = ["GROUP_OWNER"]
}

# second@example.com is in the organization already, and has these roles at once, without being asked.
resource "mongodbatlas_cloud_user_project_assignment" "many_second_example_com" {
  project_id = "32b6e34b3d91647abb20e7b8"
  username   = "second@example.com"
  roles      = ["GROUP_READ_ONLY"]
}

# mongodbatlas_project_invitation.withdrawn: gone@example.com is no longer invited; nothing takes its place.

resource "mongodbatlas_cloud_user_org_assignment" "people_0_this_0" {
  org_id   = "a0123456789abcdef012345a"
  username = "cy00@example.com"
  roles = {
    org_roles = ["ORG_MEMBER"]
  }
}

import {
  to = mongodbatlas_cloud_user_org_assignment.people_0_this_0
  id = "a0123456789abcdef012345a/cy00@example.com"
}

resource "mongodbatlas_cloud_user_org_assignment" "people_0_this_1" {
  org_id   = "a0123456789abcdef012345a"
  username = "cy01@example.com"
  roles = {
    org_roles = ["ORG_MEMBER"]
  }
}

import {
  to = mongodbatlas_cloud_user_org_assignment.people_0_this_1
  id = "a0123456789abcdef012345a/cy01@example.com"
}

resource "mongodbatlas_cloud_user_org_assignment" "people_1_this_0" {
  org_id   = "a0123456789abcdef012345a"
  username = "cy10@example.com"
  roles = {
    org_roles = ["ORG_MEMBER"]
  }
}

import {
  to = mongodbatlas_cloud_user_org_assignment.people_1_this_0
  id = "a0123456789abcdef012345a/cy10@example.com"
}

resource "mongodbatlas_cloud_user_org_assignment" "people_1_this_1" {
  org_id   = "a0123456789abcdef012345a"
  username = "cy11@example.com"
  roles = {
    org_roles = ["ORG_MEMBER"]
  }
}

import {
  to = mongodbatlas_cloud_user_org_assignment.people_1_this_1
  id = "a0123456789abcdef012345a/cy11@example.com"
}

# Team core: take usernames out of its mongodbatlas_team, if it has them.
locals {
  core_people = {
    "second@example.com" = "10b6e34b3d91647abb20e7b2"
    "third@example.com"  = "10b6e34b3d91647abb20e7b3"
    "ada@example.com"    = mongodbatlas_cloud_user_org_assignment.ada.user_id
  }
}

resource "mongodbatlas_cloud_user_team_assignment" "core" {
  for_each = local.core_people

  org_id  = "a0123456789abcdef012345a"
  team_id = "42b6e34b3d91647abb20e7b1"
  user_id = each.value
}

import {
  for_each = local.core_people
  to       = mongodbatlas_cloud_user_team_assignment.core[each.key]
  id       = "a0123456789abcdef012345a/42b6e34b3d91647abb20e7b1/${each.key}"
}

removed {
  from = mongodbatlas_org_invitation.ada

  lifecycle {
    destroy = false
  }
}

removed {
  from = mongodbatlas_project_invitation.accepted

  lifecycle {
    destroy = true
  }
}

removed {
  from = mongodbatlas_project_invitation.bob

  lifecycle {
    destroy = true
  }
}

removed {
  from = mongodbatlas_project_invitation.many

  lifecycle {
    destroy = true
  }
}

removed {
  from = mongodbatlas_project_invitation.withdrawn

  lifecycle {
    destroy = true
  }
}

removed {
  from = module.people.mongodbatlas_org_invitation.this

  lifecycle {
    destroy = false
  }
}
