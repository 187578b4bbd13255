// Written by scripts/examples.ts from the samples of the tests; do not edit.
import type { OperationId } from "../../client/types.ts";
import type { Call } from "../../report/steps.ts";

/** A request that succeeds, and what it is answered with; lists are shortened. */
export interface Example {
  readonly call: Call;
  readonly status: number;
  /** Absent where the answer is empty; a text where it is no JSON. */
  readonly answer?: unknown;
}

/** Of an operation that was begun and has none yet, `npm run derive` writes one. */
export function exampleOf(id: OperationId): Example {
  const example = examples[id];
  if (example === undefined) throw new Error(`no example of ${id}: npm run derive`);
  return example;
}

const examples: Readonly<Partial<Record<OperationId, Example>>> = {
  addGroupAccessUser: {
    call: {
      operationId: "addGroupAccessUser",
      params: { groupId: "a00000000000000000000002" },
      body: { username: "new@example.com", roles: ["GROUP_DATA_ACCESS_READ_ONLY"] },
    },
    status: 200,
    answer: {
      createdAt: "2026-08-10T03:04:53Z",
      expiresAt: "2026-09-09T03:04:53Z",
      groupRoleAssignments: [
        { groupId: "a00000000000000000000002", groupRole: "GROUP_DATA_ACCESS_READ_ONLY" },
      ],
      id: "d00000000000000000000001",
      inviterUsername: "mdb_sa_id_a0000000000000000000000b",
      orgId: "a00000000000000000000001",
      orgName: "Acme",
      roles: ["ORG_MEMBER"],
      teamIds: [],
      username: "new@example.com",
    },
  },
  addGroupApiKey: {
    call: {
      operationId: "addGroupApiKey",
      params: { groupId: "a00000000000000000000002", apiUserId: "a00000000000000000000008" },
      body: [{ roles: ["GROUP_DATA_ACCESS_READ_ONLY"] }],
    },
    status: 204,
  },
  addGroupTeams: {
    call: {
      operationId: "addGroupTeams",
      params: { groupId: "a00000000000000000000002" },
      body: [{ teamId: "a00000000000000000000006", roleNames: ["GROUP_DATA_ACCESS_READ_ONLY"] }],
    },
    status: 200,
    answer: {
      links: [
        {
          href: "http://127.0.0.1:8080/api/atlas/v2/groups/a00000000000000000000002/teams?pageNum=1&itemsPerPage=100",
          rel: "self",
        },
      ],
      results: [
        {
          links: [
            {
              href: "http://127.0.0.1:8080/api/atlas/v2/groups/a00000000000000000000002/teams/a00000000000000000000006",
              rel: "self",
            },
          ],
          roleNames: ["GROUP_DATA_ACCESS_READ_ONLY"],
          teamId: "a00000000000000000000006",
        },
        {
          links: [
            {
              href: "http://127.0.0.1:8080/api/atlas/v2/groups/a00000000000000000000002/teams/a00000000000000000000007",
              rel: "self",
            },
          ],
          roleNames: ["GROUP_READ_ONLY"],
          teamId: "a00000000000000000000007",
        },
      ],
      totalCount: 2,
    },
  },
  addGroupUserRole: {
    call: {
      operationId: "addGroupUserRole",
      params: { groupId: "a00000000000000000000002", userId: "a00000000000000000000003" },
      body: { groupRole: "GROUP_OWNER" },
    },
    status: 200,
    answer: {
      country: null,
      createdAt: "2026-08-10T03:04:53Z",
      firstName: "",
      id: "a00000000000000000000003",
      lastAuth: null,
      lastName: "",
      mobileNumber: null,
      orgMembershipStatus: "ACTIVE",
      roles: ["GROUP_OWNER", "GROUP_READ_ONLY", "GROUP_DATA_ACCESS_READ_ONLY"],
      username: "ada@acme.example",
    },
  },
  addGroupUsers: {
    call: {
      operationId: "addGroupUsers",
      params: { groupId: "a00000000000000000000002" },
      body: { username: "new@example.com", roles: ["GROUP_DATA_ACCESS_READ_ONLY"] },
    },
    status: 201,
    answer: {
      id: "d00000000000000000000001",
      invitationCreatedAt: "2026-08-10T03:04:53Z",
      invitationExpiresAt: "2026-09-09T03:04:53Z",
      inviterUsername: "mdb_sa_id_a0000000000000000000000b",
      orgMembershipStatus: "PENDING",
      roles: ["GROUP_DATA_ACCESS_READ_ONLY"],
      username: "new@example.com",
    },
  },
  addOrgTeamUser: {
    call: {
      operationId: "addOrgTeamUser",
      params: { orgId: "a00000000000000000000001", teamId: "a00000000000000000000006" },
      body: { id: "b00000000000000000000003" },
    },
    status: 200,
    answer: {
      country: null,
      createdAt: "2026-08-10T03:04:53Z",
      firstName: "",
      id: "b00000000000000000000003",
      lastAuth: null,
      lastName: "",
      mobileNumber: null,
      orgMembershipStatus: "ACTIVE",
      roles: {
        groupRoleAssignments: [
          {
            groupId: "b00000000000000000000002",
            groupRoles: ["GROUP_READ_ONLY", "GROUP_DATA_ACCESS_READ_ONLY"],
          },
        ],
        orgRoles: ["ORG_READ_ONLY", "ORG_MEMBER"],
      },
      teamIds: ["a00000000000000000000006", "b00000000000000000000006", "b00000000000000000000007"],
      username: "ada@annex.example",
    },
  },
  addOrgTeamUsers: {
    call: {
      operationId: "addOrgTeamUsers",
      params: { orgId: "a00000000000000000000001", teamId: "a00000000000000000000006" },
      body: [{ id: "b00000000000000000000003" }, { id: "a0000000000000000000000a" }],
    },
    status: 200,
    answer: {
      links: [
        {
          href: "http://127.0.0.1:8080/api/atlas/v2/orgs/a00000000000000000000001/teams/a00000000000000000000006/users?pageNum=1&itemsPerPage=100",
          rel: "self",
        },
      ],
      results: [
        {
          createdAt: "2026-08-10T03:04:53Z",
          emailAddress: "ada@acme.example",
          firstName: "",
          id: "a00000000000000000000003",
          lastName: "",
          links: [{ href: "http://127.0.0.1:8080/api/atlas/v2/users/a00000000000000000000003", rel: "self" }],
          roles: [
            { orgId: "a00000000000000000000001", roleName: "ORG_READ_ONLY" },
            { orgId: "a00000000000000000000001", roleName: "ORG_MEMBER" },
          ],
          teamIds: ["a00000000000000000000006", "a00000000000000000000007"],
          username: "ada@acme.example",
        },
        {
          createdAt: "2026-08-10T03:04:53Z",
          emailAddress: "owner@acme.example",
          firstName: "",
          id: "a0000000000000000000000a",
          lastName: "",
          links: [{ href: "http://127.0.0.1:8080/api/atlas/v2/users/a0000000000000000000000a", rel: "self" }],
          roles: [
            { orgId: "a00000000000000000000001", roleName: "ORG_OWNER" },
            { groupId: "a00000000000000000000002", roleName: "GROUP_OWNER" },
          ],
          teamIds: ["a00000000000000000000006"],
          username: "owner@acme.example",
        },
      ],
      totalCount: 3,
    },
  },
  addOrgUserRole: {
    call: {
      operationId: "addOrgUserRole",
      params: { orgId: "a00000000000000000000001", userId: "a00000000000000000000003" },
      body: { orgRole: "ORG_OWNER" },
    },
    status: 200,
    answer: {
      country: null,
      createdAt: "2026-08-10T03:04:53Z",
      firstName: "",
      id: "a00000000000000000000003",
      lastAuth: null,
      lastName: "",
      mobileNumber: null,
      orgMembershipStatus: "ACTIVE",
      roles: {
        groupRoleAssignments: [
          {
            groupId: "a00000000000000000000002",
            groupRoles: ["GROUP_READ_ONLY", "GROUP_DATA_ACCESS_READ_ONLY"],
          },
        ],
        orgRoles: ["ORG_OWNER", "ORG_READ_ONLY", "ORG_MEMBER"],
      },
      teamIds: ["a00000000000000000000006", "a00000000000000000000007"],
      username: "ada@acme.example",
    },
  },
  createGroup: {
    call: {
      operationId: "createGroup",
      params: {},
      query: { projectOwnerId: "a00000000000000000000003" },
      body: { name: "made", orgId: "a00000000000000000000001", tags: [{ key: "env", value: "test" }] },
    },
    status: 201,
    answer: {
      clusterCount: 0,
      created: "2026-08-10T03:04:53Z",
      id: "d00000000000000000000001",
      links: [
        { href: "http://127.0.0.1:8080/api/atlas/v2/groups/d00000000000000000000001", rel: "self" },
        {
          href: "http://127.0.0.1:8080/api/atlas/v2/groups/d00000000000000000000001/containers",
          rel: "https://cloud.mongodb.com/containers",
        },
      ],
      name: "made",
      orgId: "a00000000000000000000001",
      tags: [{ key: "env", value: "test" }],
      withDefaultAlertsSettings: true,
    },
  },
  createGroupApiKey: {
    call: {
      operationId: "createGroupApiKey",
      params: { groupId: "a00000000000000000000002" },
      body: { desc: "made", roles: ["GROUP_DATA_ACCESS_READ_ONLY"] },
    },
    status: 200,
    answer: {
      desc: "made",
      id: "d00000000000000000000002",
      links: [
        {
          href: "http://127.0.0.1:8080/api/atlas/v2/orgs/a00000000000000000000001/apiKeys/d00000000000000000000002",
          rel: "self",
        },
      ],
      privateKey: "00000000-0000-4000-8000-000000000001",
      publicKey: "examplek3",
      roles: [
        { orgId: "a00000000000000000000001", roleName: "ORG_MEMBER" },
        { groupId: "a00000000000000000000002", roleName: "GROUP_DATA_ACCESS_READ_ONLY" },
      ],
    },
  },
  createGroupInvite: {
    call: {
      operationId: "createGroupInvite",
      params: { groupId: "a00000000000000000000002" },
      body: { username: "new@example.com", roles: ["GROUP_DATA_ACCESS_READ_ONLY"] },
    },
    status: 200,
    answer: {
      createdAt: "2026-08-10T03:04:53Z",
      expiresAt: "2026-09-09T03:04:53Z",
      groupId: "a00000000000000000000002",
      groupName: "acme payments",
      id: "d00000000000000000000001",
      inviterUsername: "mdb_sa_id_a0000000000000000000000b",
      roles: ["GROUP_DATA_ACCESS_READ_ONLY"],
      username: "new@example.com",
    },
  },
  createGroupServiceAccount: {
    call: {
      operationId: "createGroupServiceAccount",
      params: { groupId: "a00000000000000000000002" },
      body: {
        name: "made",
        description: "made by a test",
        secretExpiresAfterHours: 24,
        roles: ["GROUP_DATA_ACCESS_READ_ONLY"],
      },
    },
    status: 201,
    answer: {
      clientId: "mdb_sa_id_d00000000000000000000002",
      createdAt: "2026-08-10T03:04:53Z",
      description: "made by a test",
      name: "made",
      roles: ["GROUP_DATA_ACCESS_READ_ONLY"],
      secrets: [
        {
          createdAt: "2026-08-10T03:04:53Z",
          expiresAt: "2026-08-11T03:04:53Z",
          id: "d00000000000000000000003",
          lastUsedAt: null,
          secret: "mdb_sa_sk_000000000000000000000000000000000000000000000001",
        },
      ],
    },
  },
  createGroupServiceAccountAccessList: {
    call: {
      operationId: "createGroupServiceAccountAccessList",
      params: { groupId: "a00000000000000000000002", clientId: "mdb_sa_id_a00000000000000000000009" },
      body: [{ ipAddress: "203.0.113.20" }, { cidrBlock: "203.0.113.128/25" }],
    },
    status: 200,
    answer: {
      links: [
        {
          href: "http://127.0.0.1:8080/api/atlas/v2/groups/a00000000000000000000002/serviceAccounts/mdb_sa_id_a00000000000000000000009/accessList?pageNum=1&itemsPerPage=100",
          rel: "self",
        },
      ],
      results: [
        {
          cidrBlock: "198.51.100.0/24",
          createdAt: "2026-08-10T03:04:53Z",
          ipAddress: null,
          lastUsedAddress: null,
          lastUsedAt: null,
          requestCount: 0,
        },
        {
          cidrBlock: "203.0.113.128/25",
          createdAt: "2026-08-10T03:04:53Z",
          ipAddress: null,
          lastUsedAddress: null,
          lastUsedAt: null,
          requestCount: 0,
        },
      ],
      totalCount: 4,
    },
  },
  createGroupServiceAccountSecret: {
    call: {
      operationId: "createGroupServiceAccountSecret",
      params: { groupId: "a00000000000000000000002", clientId: "mdb_sa_id_a00000000000000000000009" },
      body: { secretExpiresAfterHours: 24 },
    },
    status: 201,
    answer: {
      createdAt: "2026-08-10T03:04:53Z",
      expiresAt: "2026-08-11T03:04:53Z",
      id: "d00000000000000000000002",
      lastUsedAt: null,
      secret: "mdb_sa_sk_000000000000000000000000000000000000000000000001",
    },
  },
  createOrg: {
    call: {
      operationId: "createOrg",
      params: {},
      body: {
        name: "Made",
        orgOwnerId: "a0000000000000000000000a",
        apiKey: { desc: "made", roles: ["ORG_OWNER"] },
        serviceAccount: {
          name: "made",
          description: "made by a test",
          secretExpiresAfterHours: 24,
          roles: ["ORG_OWNER"],
        },
      },
    },
    status: 201,
    answer: {
      apiKey: {
        desc: "made",
        id: "d00000000000000000000003",
        links: [
          {
            href: "http://127.0.0.1:8080/api/atlas/v2/orgs/d00000000000000000000004/apiKeys/d00000000000000000000003",
            rel: "self",
          },
        ],
        privateKey: "00000000-0000-4000-8000-000000000002",
        publicKey: "examplek7",
        roles: [{ orgId: "d00000000000000000000004", roleName: "ORG_OWNER" }],
      },
      orgOwnerId: "a0000000000000000000000a",
      organization: {
        id: "d00000000000000000000004",
        isDeleted: false,
        links: [
          { href: "http://127.0.0.1:8080/api/atlas/v2/orgs/d00000000000000000000004", rel: "self" },
          {
            href: "http://127.0.0.1:8080/api/atlas/v2/orgs/d00000000000000000000004/groups",
            rel: "https://cloud.mongodb.com/groups",
          },
        ],
        name: "Made",
        skipDefaultAlertsSettings: false,
      },
      serviceAccount: {
        clientId: "mdb_sa_id_d00000000000000000000005",
        createdAt: "2026-08-10T03:04:53Z",
        description: "made by a test",
        name: "made",
        roles: ["ORG_OWNER"],
        secrets: [
          {
            createdAt: "2026-08-10T03:04:53Z",
            expiresAt: "2026-08-11T03:04:53Z",
            id: "d00000000000000000000006",
            lastUsedAt: null,
            secret: "mdb_sa_sk_000000000000000000000000000000000000000000000001",
          },
        ],
      },
      skipDefaultAlertsSettings: false,
    },
  },
  createOrgApiKey: {
    call: {
      operationId: "createOrgApiKey",
      params: { orgId: "a00000000000000000000001" },
      body: { desc: "made", roles: ["ORG_MEMBER"] },
    },
    status: 200,
    answer: {
      desc: "made",
      id: "d00000000000000000000002",
      links: [
        {
          href: "http://127.0.0.1:8080/api/atlas/v2/orgs/a00000000000000000000001/apiKeys/d00000000000000000000002",
          rel: "self",
        },
      ],
      privateKey: "00000000-0000-4000-8000-000000000001",
      publicKey: "examplek3",
      roles: [{ orgId: "a00000000000000000000001", roleName: "ORG_MEMBER" }],
    },
  },
  createOrgApiKeyAccessListEntry: {
    call: {
      operationId: "createOrgApiKeyAccessListEntry",
      params: { orgId: "a00000000000000000000001", apiUserId: "a00000000000000000000008" },
      body: [{ ipAddress: "203.0.113.20" }, { cidrBlock: "203.0.113.128/25" }],
    },
    status: 200,
    answer: {
      links: [
        {
          href: "http://127.0.0.1:8080/api/atlas/v2/orgs/a00000000000000000000001/apiKeys/a00000000000000000000008/accessList?pageNum=1&itemsPerPage=100",
          rel: "self",
        },
      ],
      results: [
        {
          cidrBlock: "198.51.100.0/24",
          count: 0,
          created: "2026-08-10T03:04:53Z",
          links: [
            {
              href: "http://127.0.0.1:8080/api/atlas/v2/orgs/a00000000000000000000001/apiKeys/a00000000000000000000008/accessList/198.51.100.0%2F24",
              rel: "self",
            },
          ],
        },
        {
          cidrBlock: "203.0.113.128/25",
          count: 0,
          created: "2026-08-10T03:04:53Z",
          links: [
            {
              href: "http://127.0.0.1:8080/api/atlas/v2/orgs/a00000000000000000000001/apiKeys/a00000000000000000000008/accessList/203.0.113.128%2F25",
              rel: "self",
            },
          ],
        },
      ],
      totalCount: 4,
    },
  },
  createOrgInvite: {
    call: {
      operationId: "createOrgInvite",
      params: { orgId: "a00000000000000000000001" },
      body: {
        username: "new@example.com",
        roles: ["ORG_MEMBER"],
        teamIds: ["a00000000000000000000006"],
        groupRoleAssignments: [
          { groupId: "a00000000000000000000002", roles: ["GROUP_DATA_ACCESS_READ_ONLY"] },
        ],
      },
    },
    status: 200,
    answer: {
      createdAt: "2026-08-10T03:04:53Z",
      expiresAt: "2026-09-09T03:04:53Z",
      groupRoleAssignments: [
        { groupId: "a00000000000000000000002", groupRole: "GROUP_DATA_ACCESS_READ_ONLY" },
      ],
      id: "d00000000000000000000001",
      inviterUsername: "mdb_sa_id_a0000000000000000000000b",
      orgId: "a00000000000000000000001",
      orgName: "Acme",
      roles: ["ORG_MEMBER"],
      teamIds: ["a00000000000000000000006"],
      username: "new@example.com",
    },
  },
  createOrgServiceAccount: {
    call: {
      operationId: "createOrgServiceAccount",
      params: { orgId: "a00000000000000000000001" },
      body: {
        name: "made",
        description: "made by a test",
        secretExpiresAfterHours: 24,
        roles: ["ORG_MEMBER"],
      },
    },
    status: 201,
    answer: {
      clientId: "mdb_sa_id_d00000000000000000000002",
      createdAt: "2026-08-10T03:04:53Z",
      description: "made by a test",
      name: "made",
      roles: ["ORG_MEMBER"],
      secrets: [
        {
          createdAt: "2026-08-10T03:04:53Z",
          expiresAt: "2026-08-11T03:04:53Z",
          id: "d00000000000000000000003",
          lastUsedAt: null,
          secret: "mdb_sa_sk_000000000000000000000000000000000000000000000001",
        },
      ],
    },
  },
  createOrgServiceAccountAccessList: {
    call: {
      operationId: "createOrgServiceAccountAccessList",
      params: { orgId: "a00000000000000000000001", clientId: "mdb_sa_id_a00000000000000000000009" },
      body: [{ ipAddress: "203.0.113.20" }, { cidrBlock: "203.0.113.128/25" }],
    },
    status: 200,
    answer: {
      links: [
        {
          href: "http://127.0.0.1:8080/api/atlas/v2/orgs/a00000000000000000000001/serviceAccounts/mdb_sa_id_a00000000000000000000009/accessList?pageNum=1&itemsPerPage=100",
          rel: "self",
        },
      ],
      results: [
        {
          cidrBlock: "198.51.100.0/24",
          createdAt: "2026-08-10T03:04:53Z",
          ipAddress: null,
          lastUsedAddress: null,
          lastUsedAt: null,
          requestCount: 0,
        },
        {
          cidrBlock: "203.0.113.128/25",
          createdAt: "2026-08-10T03:04:53Z",
          ipAddress: null,
          lastUsedAddress: null,
          lastUsedAt: null,
          requestCount: 0,
        },
      ],
      totalCount: 4,
    },
  },
  createOrgServiceAccountSecret: {
    call: {
      operationId: "createOrgServiceAccountSecret",
      params: { orgId: "a00000000000000000000001", clientId: "mdb_sa_id_a00000000000000000000009" },
      body: { secretExpiresAfterHours: 24 },
    },
    status: 201,
    answer: {
      createdAt: "2026-08-10T03:04:53Z",
      expiresAt: "2026-08-11T03:04:53Z",
      id: "d00000000000000000000002",
      lastUsedAt: null,
      secret: "mdb_sa_sk_000000000000000000000000000000000000000000000001",
    },
  },
  createOrgTeam: {
    call: {
      operationId: "createOrgTeam",
      params: { orgId: "a00000000000000000000001" },
      body: { name: "made", usernames: ["ada@acme.example", "ada@annex.example"] },
    },
    status: 201,
    answer: {
      id: "d00000000000000000000001",
      links: [
        {
          href: "http://127.0.0.1:8080/api/atlas/v2/orgs/a00000000000000000000001/teams/d00000000000000000000001",
          rel: "self",
        },
      ],
      name: "made",
      usernames: ["ada@acme.example", "ada@annex.example"],
    },
  },
  createOrgUser: {
    call: {
      operationId: "createOrgUser",
      params: { orgId: "a00000000000000000000001" },
      body: {
        username: "new@example.com",
        roles: {
          orgRoles: ["ORG_BILLING_ADMIN"],
          groupRoleAssignments: [
            { groupId: "a00000000000000000000002", groupRoles: ["GROUP_DATA_ACCESS_READ_ONLY"] },
          ],
        },
        teamIds: ["a00000000000000000000006"],
      },
    },
    status: 201,
    answer: {
      id: "d00000000000000000000001",
      invitationCreatedAt: "2026-08-10T03:04:53Z",
      invitationExpiresAt: "2026-09-09T03:04:53Z",
      inviterUsername: "mdb_sa_id_a0000000000000000000000b",
      orgMembershipStatus: "PENDING",
      roles: {
        groupRoleAssignments: [
          { groupId: "a00000000000000000000002", groupRoles: ["GROUP_DATA_ACCESS_READ_ONLY"] },
        ],
        orgRoles: ["ORG_BILLING_ADMIN"],
      },
      teamIds: ["a00000000000000000000006"],
      username: "new@example.com",
    },
  },
  createUser: {
    call: {
      operationId: "createUser",
      params: {},
      body: {
        username: "new@example.com",
        password: "correct horse battery staple",
        firstName: "New",
        lastName: "Guest",
        country: "DE",
        mobileNumber: "1234567890",
        roles: [
          { orgId: "a00000000000000000000001", roleName: "ORG_MEMBER" },
          { groupId: "a00000000000000000000002", roleName: "GROUP_READ_ONLY" },
        ],
      },
    },
    status: 201,
    answer: {
      country: "DE",
      createdAt: "2026-08-10T03:04:53Z",
      emailAddress: "new@example.com",
      firstName: "New",
      id: "d00000000000000000000001",
      lastName: "Guest",
      links: [
        { href: "http://127.0.0.1:8080/api/atlas/v2/users/d00000000000000000000001", rel: "self" },
        {
          href: "http://127.0.0.1:8080/api/atlas/v2/users/d00000000000000000000001/whitelist",
          rel: "https://cloud.mongodb.com/whitelist",
        },
      ],
      roles: [],
      teamIds: [],
      username: "new@example.com",
    },
  },
  deleteGroup: {
    call: { operationId: "deleteGroup", params: { groupId: "a00000000000000000000002" } },
    status: 202,
    answer: {},
  },
  deleteGroupInvite: {
    call: {
      operationId: "deleteGroupInvite",
      params: { groupId: "a00000000000000000000002", invitationId: "a00000000000000000000004" },
    },
    status: 204,
  },
  deleteGroupLimit: {
    call: {
      operationId: "deleteGroupLimit",
      params: { groupId: "a00000000000000000000002", limitName: "atlas.project.deployment.clusters" },
    },
    status: 204,
  },
  deleteGroupServiceAccount: {
    call: {
      operationId: "deleteGroupServiceAccount",
      params: { groupId: "a00000000000000000000002", clientId: "mdb_sa_id_a00000000000000000000009" },
    },
    status: 204,
  },
  deleteGroupServiceAccountAccessListEntry: {
    call: {
      operationId: "deleteGroupServiceAccountAccessListEntry",
      params: {
        groupId: "a00000000000000000000002",
        clientId: "mdb_sa_id_a00000000000000000000009",
        ipAddress: "203.0.113.7",
      },
    },
    status: 204,
  },
  deleteGroupServiceAccountSecret: {
    call: {
      operationId: "deleteGroupServiceAccountSecret",
      params: {
        groupId: "a00000000000000000000002",
        clientId: "mdb_sa_id_a00000000000000000000009",
        secretId: "d00000000000000000000001",
      },
    },
    status: 204,
  },
  deleteOrg: {
    call: { operationId: "deleteOrg", params: { orgId: "a00000000000000000000001" } },
    status: 204,
  },
  deleteOrgApiKey: {
    call: {
      operationId: "deleteOrgApiKey",
      params: { orgId: "a00000000000000000000001", apiUserId: "a00000000000000000000008" },
    },
    status: 204,
  },
  deleteOrgApiKeyAccessListEntry: {
    call: {
      operationId: "deleteOrgApiKeyAccessListEntry",
      params: {
        orgId: "a00000000000000000000001",
        apiUserId: "a00000000000000000000008",
        ipAddress: "203.0.113.7",
      },
    },
    status: 204,
  },
  deleteOrgInvite: {
    call: {
      operationId: "deleteOrgInvite",
      params: { orgId: "a00000000000000000000001", invitationId: "a00000000000000000000005" },
    },
    status: 204,
  },
  deleteOrgServiceAccount: {
    call: {
      operationId: "deleteOrgServiceAccount",
      params: { orgId: "a00000000000000000000001", clientId: "mdb_sa_id_a00000000000000000000009" },
    },
    status: 204,
  },
  deleteOrgServiceAccountAccessListEntry: {
    call: {
      operationId: "deleteOrgServiceAccountAccessListEntry",
      params: {
        orgId: "a00000000000000000000001",
        clientId: "mdb_sa_id_a00000000000000000000009",
        ipAddress: "203.0.113.7",
      },
    },
    status: 204,
  },
  deleteOrgServiceAccountSecret: {
    call: {
      operationId: "deleteOrgServiceAccountSecret",
      params: {
        orgId: "a00000000000000000000001",
        clientId: "mdb_sa_id_a00000000000000000000009",
        secretId: "d00000000000000000000001",
      },
    },
    status: 204,
  },
  deleteOrgTeam: {
    call: {
      operationId: "deleteOrgTeam",
      params: { orgId: "a00000000000000000000001", teamId: "a00000000000000000000006" },
    },
    status: 204,
  },
  disableGroupManagedSlowMs: {
    call: { operationId: "disableGroupManagedSlowMs", params: { groupId: "a00000000000000000000002" } },
    status: 204,
  },
  enableGroupManagedSlowMs: {
    call: { operationId: "enableGroupManagedSlowMs", params: { groupId: "a00000000000000000000002" } },
    status: 204,
  },
  getGroup: {
    call: { operationId: "getGroup", params: { groupId: "a00000000000000000000002" } },
    status: 200,
    answer: {
      clusterCount: 0,
      created: "2026-08-10T03:04:53Z",
      id: "a00000000000000000000002",
      links: [
        { href: "http://127.0.0.1:8080/api/atlas/v2/groups/a00000000000000000000002", rel: "self" },
        {
          href: "http://127.0.0.1:8080/api/atlas/v2/groups/a00000000000000000000002/containers",
          rel: "https://cloud.mongodb.com/containers",
        },
      ],
      name: "acme payments",
      orgId: "a00000000000000000000001",
      tags: [],
      withDefaultAlertsSettings: true,
    },
  },
  getGroupActivityFeed: {
    call: { operationId: "getGroupActivityFeed", params: { groupId: "a00000000000000000000002" } },
    status: 200,
    answer: { link: "http://127.0.0.1:8080/projects/a00000000000000000000002/activity" },
  },
  getGroupByName: {
    call: { operationId: "getGroupByName", params: { groupName: "acme payments" } },
    status: 200,
    answer: {
      clusterCount: 0,
      created: "2026-08-10T03:04:53Z",
      id: "a00000000000000000000002",
      links: [
        { href: "http://127.0.0.1:8080/api/atlas/v2/groups/a00000000000000000000002", rel: "self" },
        {
          href: "http://127.0.0.1:8080/api/atlas/v2/groups/a00000000000000000000002/containers",
          rel: "https://cloud.mongodb.com/containers",
        },
      ],
      name: "acme payments",
      orgId: "a00000000000000000000001",
      tags: [],
      withDefaultAlertsSettings: true,
    },
  },
  getGroupEvent: {
    call: {
      operationId: "getGroupEvent",
      params: { groupId: "a00000000000000000000002", eventId: "d00000000000000000000001" },
    },
    status: 200,
    answer: {
      created: "2026-08-10T03:04:53Z",
      eventTypeName: "GROUP_NAME_CHANGED",
      groupId: "a00000000000000000000002",
      id: "d00000000000000000000001",
      isGlobalAdmin: false,
      links: [
        {
          href: "http://127.0.0.1:8080/api/atlas/v2/groups/a00000000000000000000002/events/d00000000000000000000001",
          rel: "self",
        },
      ],
      orgId: "a00000000000000000000001",
      remoteAddress: "127.0.0.1",
      userId: "a0000000000000000000000b",
      username: "mdb_sa_id_a0000000000000000000000b",
    },
  },
  getGroupInvite: {
    call: {
      operationId: "getGroupInvite",
      params: { groupId: "a00000000000000000000002", invitationId: "a00000000000000000000004" },
    },
    status: 200,
    answer: {
      createdAt: "2026-08-10T03:04:53Z",
      expiresAt: "2026-09-09T03:04:53Z",
      groupId: "a00000000000000000000002",
      groupName: "acme payments",
      id: "a00000000000000000000004",
      inviterUsername: "owner@acme.example",
      roles: ["GROUP_READ_ONLY"],
      username: "group-guest@acme.example",
    },
  },
  getGroupIpAddresses: {
    call: { operationId: "getGroupIpAddresses", params: { groupId: "a00000000000000000000002" } },
    status: 200,
    answer: { groupId: "a00000000000000000000002", services: { clusters: [] } },
  },
  getGroupLimit: {
    call: {
      operationId: "getGroupLimit",
      params: { groupId: "a00000000000000000000002", limitName: "atlas.project.deployment.clusters" },
    },
    status: 200,
    answer: {
      currentUsage: 0,
      defaultLimit: 25,
      maximumLimit: 100,
      name: "atlas.project.deployment.clusters",
      value: 25,
    },
  },
  getGroupManagedSlowMs: {
    call: { operationId: "getGroupManagedSlowMs", params: { groupId: "a00000000000000000000002" } },
    status: 200,
    answer: "true",
  },
  getGroupMongoDbVersions: {
    call: { operationId: "getGroupMongoDbVersions", params: { groupId: "a00000000000000000000002" } },
    status: 200,
    answer: {
      links: [
        {
          href: "http://127.0.0.1:8080/api/atlas/v2/groups/a00000000000000000000002/mongoDBVersions?pageNum=1&itemsPerPage=100",
          rel: "self",
        },
      ],
      results: [],
      totalCount: 0,
    },
  },
  getGroupServiceAccount: {
    call: {
      operationId: "getGroupServiceAccount",
      params: { groupId: "a00000000000000000000002", clientId: "mdb_sa_id_a00000000000000000000009" },
    },
    status: 200,
    answer: {
      clientId: "mdb_sa_id_a00000000000000000000009",
      createdAt: "2026-08-10T03:04:53Z",
      description: "seeded",
      name: "acme payments account",
      roles: ["GROUP_READ_ONLY"],
      secrets: [
        {
          createdAt: "2026-08-10T03:04:53Z",
          expiresAt: "2027-08-10T03:04:53Z",
          id: "d00000000000000000000002",
          lastUsedAt: null,
          maskedSecretValue: "mdb_sa_sk_...0001",
        },
      ],
    },
  },
  getGroupSettings: {
    call: { operationId: "getGroupSettings", params: { groupId: "a00000000000000000000002" } },
    status: 200,
    answer: {
      isClusterAiAssistantEnabled: true,
      isCollectDatabaseSpecificsStatisticsEnabled: true,
      isDataExplorerEnabled: true,
      isDataExplorerGenAIFeaturesEnabled: true,
      isDataExplorerGenAISampleDocumentPassingEnabled: false,
      isExtendedStorageSizesEnabled: false,
      isNativeRerankingEnabled: false,
      isPerformanceAdvisorEnabled: true,
      isRealtimePerformancePanelEnabled: true,
      isSchemaAdvisorEnabled: true,
    },
  },
  getGroupTeam: {
    call: {
      operationId: "getGroupTeam",
      params: { groupId: "a00000000000000000000002", teamId: "a00000000000000000000007" },
    },
    status: 200,
    answer: {
      links: [
        {
          href: "http://127.0.0.1:8080/api/atlas/v2/groups/a00000000000000000000002/teams/a00000000000000000000007",
          rel: "self",
        },
      ],
      roleNames: ["GROUP_READ_ONLY"],
      teamId: "a00000000000000000000007",
    },
  },
  getGroupUser: {
    call: {
      operationId: "getGroupUser",
      params: { groupId: "a00000000000000000000002", userId: "a00000000000000000000003" },
    },
    status: 200,
    answer: {
      country: null,
      createdAt: "2026-08-10T03:04:53Z",
      firstName: "",
      id: "a00000000000000000000003",
      lastAuth: null,
      lastName: "",
      mobileNumber: null,
      orgMembershipStatus: "ACTIVE",
      roles: ["GROUP_READ_ONLY", "GROUP_DATA_ACCESS_READ_ONLY"],
      username: "ada@acme.example",
    },
  },
  getIpInfo: {
    call: { operationId: "getIpInfo", params: {} },
    status: 200,
    answer: { currentIpv4Address: "127.0.0.1" },
  },
  getOrg: {
    call: { operationId: "getOrg", params: { orgId: "a00000000000000000000001" } },
    status: 200,
    answer: {
      id: "a00000000000000000000001",
      isDeleted: false,
      links: [
        { href: "http://127.0.0.1:8080/api/atlas/v2/orgs/a00000000000000000000001", rel: "self" },
        {
          href: "http://127.0.0.1:8080/api/atlas/v2/orgs/a00000000000000000000001/groups",
          rel: "https://cloud.mongodb.com/groups",
        },
      ],
      name: "Acme",
      skipDefaultAlertsSettings: false,
    },
  },
  getOrgActivityFeed: {
    call: { operationId: "getOrgActivityFeed", params: { orgId: "a00000000000000000000001" } },
    status: 200,
    answer: { link: "http://127.0.0.1:8080/orgs/a00000000000000000000001/activity" },
  },
  getOrgApiKey: {
    call: {
      operationId: "getOrgApiKey",
      params: { orgId: "a00000000000000000000001", apiUserId: "a00000000000000000000008" },
    },
    status: 200,
    answer: {
      desc: "acme payments key",
      id: "a00000000000000000000008",
      links: [
        {
          href: "http://127.0.0.1:8080/api/atlas/v2/orgs/a00000000000000000000001/apiKeys/a00000000000000000000008",
          rel: "self",
        },
      ],
      privateKey: "********-****-****-000000000001",
      publicKey: "targetaa",
      roles: [
        { orgId: "a00000000000000000000001", roleName: "ORG_MEMBER" },
        { groupId: "a00000000000000000000002", roleName: "GROUP_READ_ONLY" },
      ],
    },
  },
  getOrgApiKeyAccessListEntry: {
    call: {
      operationId: "getOrgApiKeyAccessListEntry",
      params: {
        orgId: "a00000000000000000000001",
        apiUserId: "a00000000000000000000008",
        ipAddress: "203.0.113.7",
      },
    },
    status: 200,
    answer: {
      cidrBlock: "203.0.113.7/32",
      count: 0,
      created: "2026-08-10T03:04:53Z",
      ipAddress: "203.0.113.7",
      links: [
        {
          href: "http://127.0.0.1:8080/api/atlas/v2/orgs/a00000000000000000000001/apiKeys/a00000000000000000000008/accessList/203.0.113.7",
          rel: "self",
        },
      ],
    },
  },
  getOrgDelegationSettings: {
    call: { operationId: "getOrgDelegationSettings", params: { orgId: "a00000000000000000000001" } },
    status: 200,
    answer: {
      delegatedMcpAccess: null,
      delegatedPartnerAccess: null,
      idleRefreshTokenLifetime: null,
      maximumRefreshTokenLifetime: null,
    },
  },
  getOrgEvent: {
    call: {
      operationId: "getOrgEvent",
      params: { orgId: "a00000000000000000000001", eventId: "d00000000000000000000001" },
    },
    status: 200,
    answer: {
      created: "2026-08-10T03:04:53Z",
      eventTypeName: "TEAM_NAME_CHANGED",
      id: "d00000000000000000000001",
      isGlobalAdmin: false,
      links: [
        {
          href: "http://127.0.0.1:8080/api/atlas/v2/groups/null/events/d00000000000000000000001",
          rel: "self",
        },
      ],
      orgId: "a00000000000000000000001",
      remoteAddress: "127.0.0.1",
      teamId: "a00000000000000000000006",
      userId: "a0000000000000000000000b",
      username: "mdb_sa_id_a0000000000000000000000b",
    },
  },
  getOrgGroups: {
    call: { operationId: "getOrgGroups", params: { orgId: "a00000000000000000000001" } },
    status: 200,
    answer: {
      links: [
        {
          href: "http://127.0.0.1:8080/api/atlas/v2/orgs/a00000000000000000000001/groups?pageNum=1&itemsPerPage=100",
          rel: "self",
        },
      ],
      results: [
        {
          clusterCount: 0,
          created: "2026-08-10T03:04:53Z",
          id: "a00000000000000000000002",
          links: [
            { href: "http://127.0.0.1:8080/api/atlas/v2/groups/a00000000000000000000002", rel: "self" },
          ],
          name: "acme payments",
          orgId: "a00000000000000000000001",
          tags: [],
          withDefaultAlertsSettings: true,
        },
        {
          clusterCount: 0,
          created: "2026-08-10T03:04:53Z",
          id: "b00000000000000000000002",
          links: [
            { href: "http://127.0.0.1:8080/api/atlas/v2/groups/b00000000000000000000002", rel: "self" },
          ],
          name: "annex payments",
          orgId: "a00000000000000000000001",
          tags: [],
          withDefaultAlertsSettings: true,
        },
      ],
      totalCount: 2,
    },
  },
  getOrgInvite: {
    call: {
      operationId: "getOrgInvite",
      params: { orgId: "a00000000000000000000001", invitationId: "a00000000000000000000005" },
    },
    status: 200,
    answer: {
      createdAt: "2026-08-10T03:04:53Z",
      expiresAt: "2026-09-09T03:04:53Z",
      groupRoleAssignments: [{ groupId: "a00000000000000000000002", groupRole: "GROUP_READ_ONLY" }],
      id: "a00000000000000000000005",
      inviterUsername: "owner@acme.example",
      orgId: "a00000000000000000000001",
      orgName: "Acme",
      roles: ["ORG_MEMBER"],
      teamIds: ["a00000000000000000000006"],
      username: "org-guest@acme.example",
    },
  },
  getOrgMaintenanceSettings: {
    call: { operationId: "getOrgMaintenanceSettings", params: { orgId: "a00000000000000000000001" } },
    status: 200,
    answer: { effectiveWaveAssignmentMode: "MANUAL", waveAssignmentMode: null },
  },
  getOrgServiceAccount: {
    call: {
      operationId: "getOrgServiceAccount",
      params: { orgId: "a00000000000000000000001", clientId: "mdb_sa_id_a00000000000000000000009" },
    },
    status: 200,
    answer: {
      clientId: "mdb_sa_id_a00000000000000000000009",
      createdAt: "2026-08-10T03:04:53Z",
      description: "seeded",
      name: "acme payments account",
      roles: ["ORG_MEMBER"],
      secrets: [
        {
          createdAt: "2026-08-10T03:04:53Z",
          expiresAt: "2027-08-10T03:04:53Z",
          id: "d00000000000000000000002",
          lastUsedAt: null,
          maskedSecretValue: "mdb_sa_sk_...0001",
        },
      ],
    },
  },
  getOrgServiceAccountGroups: {
    call: {
      operationId: "getOrgServiceAccountGroups",
      params: { orgId: "a00000000000000000000001", clientId: "mdb_sa_id_a00000000000000000000009" },
    },
    status: 200,
    answer: {
      links: [
        {
          href: "http://127.0.0.1:8080/api/atlas/v2/orgs/a00000000000000000000001/serviceAccounts/mdb_sa_id_a00000000000000000000009/groups?pageNum=1&itemsPerPage=100",
          rel: "self",
        },
      ],
      results: [{ groupId: "a00000000000000000000002", roles: ["GROUP_READ_ONLY"] }],
      totalCount: 1,
    },
  },
  getOrgSettings: {
    call: { operationId: "getOrgSettings", params: { orgId: "a00000000000000000000001" } },
    status: 200,
    answer: {
      apiAccessListRequired: false,
      genAIFeaturesEnabled: true,
      maxServiceAccountSecretValidityInHours: 8760,
      multiFactorAuthRequired: false,
      operationsContact: null,
      restrictEmployeeAccess: false,
      streamsCrossGroupEnabled: false,
    },
  },
  getOrgTeam: {
    call: {
      operationId: "getOrgTeam",
      params: { orgId: "a00000000000000000000001", teamId: "a00000000000000000000006" },
    },
    status: 200,
    answer: {
      id: "a00000000000000000000006",
      links: [
        {
          href: "http://127.0.0.1:8080/api/atlas/v2/orgs/a00000000000000000000001/teams/a00000000000000000000006",
          rel: "self",
        },
      ],
      name: "acme spare",
    },
  },
  getOrgTeamByName: {
    call: {
      operationId: "getOrgTeamByName",
      params: { orgId: "a00000000000000000000001", teamName: "acme spare" },
    },
    status: 200,
    answer: {
      id: "a00000000000000000000006",
      links: [
        {
          href: "http://127.0.0.1:8080/api/atlas/v2/orgs/a00000000000000000000001/teams/a00000000000000000000006",
          rel: "self",
        },
      ],
      name: "acme spare",
    },
  },
  getOrgUser: {
    call: {
      operationId: "getOrgUser",
      params: { orgId: "a00000000000000000000001", userId: "a00000000000000000000003" },
    },
    status: 200,
    answer: {
      country: null,
      createdAt: "2026-08-10T03:04:53Z",
      firstName: "",
      id: "a00000000000000000000003",
      lastAuth: null,
      lastName: "",
      mobileNumber: null,
      orgMembershipStatus: "ACTIVE",
      roles: {
        groupRoleAssignments: [
          {
            groupId: "a00000000000000000000002",
            groupRoles: ["GROUP_READ_ONLY", "GROUP_DATA_ACCESS_READ_ONLY"],
          },
        ],
        orgRoles: ["ORG_READ_ONLY", "ORG_MEMBER"],
      },
      teamIds: ["a00000000000000000000006", "a00000000000000000000007"],
      username: "ada@acme.example",
    },
  },
  getRateLimit: {
    call: {
      operationId: "getRateLimit",
      params: { endpointSetId: "org_organization" },
      query: { orgId: "a00000000000000000000001" },
    },
    status: 200,
    answer: {
      capacity: { defaultValue: 500, value: 500 },
      endpointSetId: "org_organization",
      endpointSetName: "Organizations",
      endpoints: [
        { method: "DELETE", path: "/api/atlas/v2/orgs/{orgId}" },
        { method: "GET", path: "/api/atlas/v2/orgs/{orgId}" },
      ],
      refillDurationSeconds: { defaultValue: 60, value: 60 },
      refillRate: { defaultValue: 200, value: 200 },
      scope: "ORGANIZATION",
    },
  },
  getSystemStatus: {
    call: { operationId: "getSystemStatus", params: {} },
    status: 200,
    answer: {
      apiKey: null,
      appName: "MongoDB Atlas",
      build: "14434f391105668d47d272af6b45164fb02d4de8",
      links: [{ href: "http://127.0.0.1:8080/api/atlas/v2", rel: "self" }],
      throttling: false,
    },
  },
  getUser: {
    call: { operationId: "getUser", params: { userId: "a00000000000000000000003" } },
    status: 200,
    answer: {
      createdAt: "2026-08-10T03:04:53Z",
      emailAddress: "ada@acme.example",
      firstName: "",
      id: "a00000000000000000000003",
      lastName: "",
      links: [
        { href: "http://127.0.0.1:8080/api/atlas/v2/users/a00000000000000000000003", rel: "self" },
        {
          href: "http://127.0.0.1:8080/api/atlas/v2/users/a00000000000000000000003/whitelist",
          rel: "https://cloud.mongodb.com/whitelist",
        },
      ],
      roles: [
        { orgId: "a00000000000000000000001", roleName: "ORG_READ_ONLY" },
        { orgId: "a00000000000000000000001", roleName: "ORG_MEMBER" },
      ],
      teamIds: ["a00000000000000000000006", "a00000000000000000000007"],
      username: "ada@acme.example",
    },
  },
  getUserByName: {
    call: { operationId: "getUserByName", params: { userName: "ada@acme.example" } },
    status: 200,
    answer: {
      createdAt: "2026-08-10T03:04:53Z",
      emailAddress: "ada@acme.example",
      firstName: "",
      id: "a00000000000000000000003",
      lastName: "",
      links: [
        { href: "http://127.0.0.1:8080/api/atlas/v2/users/a00000000000000000000003", rel: "self" },
        {
          href: "http://127.0.0.1:8080/api/atlas/v2/users/a00000000000000000000003/whitelist",
          rel: "https://cloud.mongodb.com/whitelist",
        },
      ],
      roles: [
        { orgId: "a00000000000000000000001", roleName: "ORG_READ_ONLY" },
        { orgId: "a00000000000000000000001", roleName: "ORG_MEMBER" },
      ],
      teamIds: ["a00000000000000000000006", "a00000000000000000000007"],
      username: "ada@acme.example",
    },
  },
  inviteGroupServiceAccount: {
    call: {
      operationId: "inviteGroupServiceAccount",
      params: { groupId: "a00000000000000000000002", clientId: "mdb_sa_id_a00000000000000000000009" },
      body: { roles: ["GROUP_DATA_ACCESS_READ_ONLY"] },
    },
    status: 200,
    answer: {
      clientId: "mdb_sa_id_a00000000000000000000009",
      createdAt: "2026-08-10T03:04:53Z",
      description: "seeded",
      name: "acme payments account",
      roles: ["GROUP_READ_ONLY", "GROUP_DATA_ACCESS_READ_ONLY"],
      secrets: [
        {
          createdAt: "2026-08-10T03:04:53Z",
          expiresAt: "2027-08-10T03:04:53Z",
          id: "d00000000000000000000002",
          lastUsedAt: null,
          maskedSecretValue: "mdb_sa_sk_...0001",
        },
      ],
    },
  },
  listClusterDetails: {
    call: { operationId: "listClusterDetails", params: {} },
    status: 200,
    answer: {
      links: [
        { href: "http://127.0.0.1:8080/api/atlas/v2/clusters?pageNum=1&itemsPerPage=100", rel: "self" },
      ],
      results: [],
      totalCount: 0,
    },
  },
  listDeprecatedCalls: {
    call: { operationId: "listDeprecatedCalls", params: { orgId: "a00000000000000000000001" } },
    status: 200,
    answer: { calls: [] },
  },
  listControlPlaneIpAddresses: {
    call: { operationId: "listControlPlaneIpAddresses", params: {} },
    status: 200,
    answer: {
      gateways: [],
      inbound: { aws: {}, azure: {}, gcp: {} },
      outbound: { aws: {}, azure: {}, gcp: {} },
    },
  },
  listEventTypes: {
    call: { operationId: "listEventTypes", params: {} },
    status: 200,
    answer: {
      links: [
        { href: "http://127.0.0.1:8080/api/atlas/v2/eventTypes?pageNum=1&itemsPerPage=100", rel: "self" },
      ],
      results: [
        {
          alertable: false,
          description: "Api key access list entry added",
          eventType: "API_KEY_ACCESS_LIST_ENTRY_ADDED",
        },
        {
          alertable: false,
          description: "Api key access list entry deleted",
          eventType: "API_KEY_ACCESS_LIST_ENTRY_DELETED",
        },
      ],
      totalCount: 63,
    },
  },
  listGroupApiKeys: {
    call: { operationId: "listGroupApiKeys", params: { groupId: "a00000000000000000000002" } },
    status: 200,
    answer: {
      links: [
        {
          href: "http://127.0.0.1:8080/api/atlas/v2/groups/a00000000000000000000002/apiKeys?pageNum=1&itemsPerPage=100",
          rel: "self",
        },
      ],
      results: [
        {
          desc: "acme payments key",
          id: "a00000000000000000000008",
          links: [
            {
              href: "http://127.0.0.1:8080/api/atlas/v2/orgs/a00000000000000000000001/apiKeys/a00000000000000000000008",
              rel: "self",
            },
          ],
          privateKey: "********-****-****-000000000001",
          publicKey: "targetaa",
          roles: [
            { orgId: "a00000000000000000000001", roleName: "ORG_MEMBER" },
            { groupId: "a00000000000000000000002", roleName: "GROUP_READ_ONLY" },
          ],
        },
      ],
      totalCount: 1,
    },
  },
  listGroupClusters: {
    call: { operationId: "listGroupClusters", params: { groupId: "a00000000000000000000002" } },
    status: 200,
    answer: {
      links: [
        {
          href: "http://127.0.0.1:8080/api/atlas/v2/groups/a00000000000000000000002/clusters?pageNum=1&itemsPerPage=100",
          rel: "self",
        },
      ],
      results: [],
      totalCount: 0,
    },
  },
  listGroupEvents: {
    call: { operationId: "listGroupEvents", params: { groupId: "a00000000000000000000002" } },
    status: 200,
    answer: {
      links: [
        {
          href: "http://127.0.0.1:8080/api/atlas/v2/groups/a00000000000000000000002/events?pageNum=1&itemsPerPage=100",
          rel: "self",
        },
      ],
      results: [
        {
          created: "2026-08-10T03:04:53Z",
          eventTypeName: "GROUP_NAME_CHANGED",
          groupId: "a00000000000000000000002",
          id: "d00000000000000000000001",
          isGlobalAdmin: false,
          links: [
            {
              href: "http://127.0.0.1:8080/api/atlas/v2/groups/a00000000000000000000002/events/d00000000000000000000001",
              rel: "self",
            },
          ],
          orgId: "a00000000000000000000001",
          remoteAddress: "127.0.0.1",
          userId: "a0000000000000000000000b",
          username: "mdb_sa_id_a0000000000000000000000b",
        },
        {
          created: "2026-08-10T03:04:53Z",
          eventTypeName: "GROUP_NAME_CHANGED",
          groupId: "a00000000000000000000002",
          id: "d00000000000000000000002",
          isGlobalAdmin: false,
          links: [
            {
              href: "http://127.0.0.1:8080/api/atlas/v2/groups/a00000000000000000000002/events/d00000000000000000000002",
              rel: "self",
            },
          ],
          orgId: "a00000000000000000000001",
          remoteAddress: "127.0.0.1",
          userId: "a0000000000000000000000b",
          username: "mdb_sa_id_a0000000000000000000000b",
        },
      ],
      totalCount: 2,
    },
  },
  listGroupInvites: {
    call: { operationId: "listGroupInvites", params: { groupId: "a00000000000000000000002" } },
    status: 200,
    answer: [
      {
        createdAt: "2026-08-10T03:04:53Z",
        expiresAt: "2026-09-09T03:04:53Z",
        groupId: "a00000000000000000000002",
        groupName: "acme payments",
        id: "a00000000000000000000004",
        inviterUsername: "owner@acme.example",
        roles: ["GROUP_READ_ONLY"],
        username: "group-guest@acme.example",
      },
    ],
  },
  listGroupLimits: {
    call: { operationId: "listGroupLimits", params: { groupId: "a00000000000000000000002" } },
    status: 200,
    answer: [
      {
        currentUsage: 0,
        defaultLimit: 100,
        maximumLimit: 100,
        name: "atlas.project.security.databaseAccess.users",
        value: 100,
      },
      {
        currentUsage: 0,
        defaultLimit: 25,
        maximumLimit: 100,
        name: "atlas.project.deployment.clusters",
        value: 25,
      },
    ],
  },
  listGroupServiceAccountAccessList: {
    call: {
      operationId: "listGroupServiceAccountAccessList",
      params: { groupId: "a00000000000000000000002", clientId: "mdb_sa_id_a00000000000000000000009" },
    },
    status: 200,
    answer: {
      links: [
        {
          href: "http://127.0.0.1:8080/api/atlas/v2/groups/a00000000000000000000002/serviceAccounts/mdb_sa_id_a00000000000000000000009/accessList?pageNum=1&itemsPerPage=100",
          rel: "self",
        },
      ],
      results: [
        {
          cidrBlock: "198.51.100.0/24",
          createdAt: "2026-08-10T03:04:53Z",
          ipAddress: null,
          lastUsedAddress: null,
          lastUsedAt: null,
          requestCount: 0,
        },
        {
          cidrBlock: "203.0.113.7/32",
          createdAt: "2026-08-10T03:04:53Z",
          ipAddress: "203.0.113.7",
          lastUsedAddress: null,
          lastUsedAt: null,
          requestCount: 0,
        },
      ],
      totalCount: 2,
    },
  },
  listGroupServiceAccounts: {
    call: { operationId: "listGroupServiceAccounts", params: { groupId: "a00000000000000000000002" } },
    status: 200,
    answer: {
      links: [
        {
          href: "http://127.0.0.1:8080/api/atlas/v2/groups/a00000000000000000000002/serviceAccounts?pageNum=1&itemsPerPage=100",
          rel: "self",
        },
      ],
      results: [
        {
          clientId: "mdb_sa_id_a00000000000000000000009",
          createdAt: "2026-08-10T03:04:53Z",
          description: "seeded",
          name: "acme payments account",
          roles: ["GROUP_READ_ONLY"],
          secrets: [
            {
              createdAt: "2026-08-10T03:04:53Z",
              expiresAt: "2027-08-10T03:04:53Z",
              id: "d00000000000000000000002",
              lastUsedAt: null,
              maskedSecretValue: "mdb_sa_sk_...0001",
            },
          ],
        },
      ],
      totalCount: 1,
    },
  },
  listGroupTeams: {
    call: { operationId: "listGroupTeams", params: { groupId: "a00000000000000000000002" } },
    status: 200,
    answer: {
      links: [
        {
          href: "http://127.0.0.1:8080/api/atlas/v2/groups/a00000000000000000000002/teams?pageNum=1&itemsPerPage=100",
          rel: "self",
        },
      ],
      results: [
        {
          links: [
            {
              href: "http://127.0.0.1:8080/api/atlas/v2/groups/a00000000000000000000002/teams/a00000000000000000000007",
              rel: "self",
            },
          ],
          roleNames: ["GROUP_READ_ONLY"],
          teamId: "a00000000000000000000007",
        },
      ],
      totalCount: 1,
    },
  },
  listGroupUsers: {
    call: { operationId: "listGroupUsers", params: { groupId: "a00000000000000000000002" } },
    status: 200,
    answer: {
      links: [
        {
          href: "http://127.0.0.1:8080/api/atlas/v2/groups/a00000000000000000000002/users?pageNum=1&itemsPerPage=100",
          rel: "self",
        },
      ],
      results: [
        {
          country: null,
          createdAt: "2026-08-10T03:04:53Z",
          firstName: "",
          id: "a00000000000000000000003",
          lastAuth: null,
          lastName: "",
          mobileNumber: null,
          orgMembershipStatus: "ACTIVE",
          roles: ["GROUP_READ_ONLY", "GROUP_DATA_ACCESS_READ_ONLY"],
          username: "ada@acme.example",
        },
        {
          country: null,
          createdAt: "2026-08-10T03:04:53Z",
          firstName: "",
          id: "a0000000000000000000000a",
          lastAuth: null,
          lastName: "",
          mobileNumber: null,
          orgMembershipStatus: "ACTIVE",
          roles: ["GROUP_OWNER"],
          username: "owner@acme.example",
        },
      ],
      totalCount: 3,
    },
  },
  listGroups: {
    call: { operationId: "listGroups", params: {} },
    status: 200,
    answer: {
      links: [{ href: "http://127.0.0.1:8080/api/atlas/v2/groups?pageNum=1&itemsPerPage=100", rel: "self" }],
      results: [
        {
          clusterCount: 0,
          created: "2026-08-10T03:04:53Z",
          id: "a00000000000000000000002",
          links: [
            { href: "http://127.0.0.1:8080/api/atlas/v2/groups/a00000000000000000000002", rel: "self" },
          ],
          name: "acme payments",
          orgId: "a00000000000000000000001",
          tags: [],
          withDefaultAlertsSettings: true,
        },
        {
          clusterCount: 0,
          created: "2026-08-10T03:04:53Z",
          id: "b00000000000000000000002",
          links: [
            { href: "http://127.0.0.1:8080/api/atlas/v2/groups/b00000000000000000000002", rel: "self" },
          ],
          name: "annex payments",
          orgId: "a00000000000000000000001",
          tags: [],
          withDefaultAlertsSettings: true,
        },
      ],
      totalCount: 2,
    },
  },
  listOrgApiKeyAccessListEntries: {
    call: {
      operationId: "listOrgApiKeyAccessListEntries",
      params: { orgId: "a00000000000000000000001", apiUserId: "a00000000000000000000008" },
    },
    status: 200,
    answer: {
      links: [
        {
          href: "http://127.0.0.1:8080/api/atlas/v2/orgs/a00000000000000000000001/apiKeys/a00000000000000000000008/accessList?pageNum=1&itemsPerPage=100",
          rel: "self",
        },
      ],
      results: [
        {
          cidrBlock: "198.51.100.0/24",
          count: 0,
          created: "2026-08-10T03:04:53Z",
          links: [
            {
              href: "http://127.0.0.1:8080/api/atlas/v2/orgs/a00000000000000000000001/apiKeys/a00000000000000000000008/accessList/198.51.100.0%2F24",
              rel: "self",
            },
          ],
        },
        {
          cidrBlock: "203.0.113.7/32",
          count: 0,
          created: "2026-08-10T03:04:53Z",
          ipAddress: "203.0.113.7",
          links: [
            {
              href: "http://127.0.0.1:8080/api/atlas/v2/orgs/a00000000000000000000001/apiKeys/a00000000000000000000008/accessList/203.0.113.7",
              rel: "self",
            },
          ],
        },
      ],
      totalCount: 2,
    },
  },
  listOrgApiKeys: {
    call: { operationId: "listOrgApiKeys", params: { orgId: "a00000000000000000000001" } },
    status: 200,
    answer: {
      links: [
        {
          href: "http://127.0.0.1:8080/api/atlas/v2/orgs/a00000000000000000000001/apiKeys?pageNum=1&itemsPerPage=100",
          rel: "self",
        },
      ],
      results: [
        {
          desc: "annex payments key",
          id: "b00000000000000000000008",
          links: [
            {
              href: "http://127.0.0.1:8080/api/atlas/v2/orgs/a00000000000000000000001/apiKeys/b00000000000000000000008",
              rel: "self",
            },
          ],
          privateKey: "********-****-****-000000000001",
          publicKey: "targetbb",
          roles: [
            { orgId: "a00000000000000000000001", roleName: "ORG_MEMBER" },
            { groupId: "b00000000000000000000002", roleName: "GROUP_READ_ONLY" },
          ],
        },
        {
          desc: "acme payments key",
          id: "a00000000000000000000008",
          links: [
            {
              href: "http://127.0.0.1:8080/api/atlas/v2/orgs/a00000000000000000000001/apiKeys/a00000000000000000000008",
              rel: "self",
            },
          ],
          privateKey: "********-****-****-000000000002",
          publicKey: "targetaa",
          roles: [
            { orgId: "a00000000000000000000001", roleName: "ORG_MEMBER" },
            { groupId: "a00000000000000000000002", roleName: "GROUP_READ_ONLY" },
          ],
        },
      ],
      totalCount: 2,
    },
  },
  listOrgEvents: {
    call: { operationId: "listOrgEvents", params: { orgId: "a00000000000000000000001" } },
    status: 200,
    answer: {
      links: [
        {
          href: "http://127.0.0.1:8080/api/atlas/v2/orgs/a00000000000000000000001/events?pageNum=1&itemsPerPage=100",
          rel: "self",
        },
      ],
      results: [
        {
          created: "2026-08-10T03:04:53Z",
          eventTypeName: "TEAM_NAME_CHANGED",
          id: "d00000000000000000000001",
          isGlobalAdmin: false,
          links: [
            {
              href: "http://127.0.0.1:8080/api/atlas/v2/groups/null/events/d00000000000000000000001",
              rel: "self",
            },
          ],
          orgId: "a00000000000000000000001",
          remoteAddress: "127.0.0.1",
          teamId: "b00000000000000000000006",
          userId: "a0000000000000000000000b",
          username: "mdb_sa_id_a0000000000000000000000b",
        },
        {
          created: "2026-08-10T03:04:53Z",
          eventTypeName: "TEAM_NAME_CHANGED",
          id: "d00000000000000000000002",
          isGlobalAdmin: false,
          links: [
            {
              href: "http://127.0.0.1:8080/api/atlas/v2/groups/null/events/d00000000000000000000002",
              rel: "self",
            },
          ],
          orgId: "a00000000000000000000001",
          remoteAddress: "127.0.0.1",
          teamId: "b00000000000000000000006",
          userId: "a0000000000000000000000b",
          username: "mdb_sa_id_a0000000000000000000000b",
        },
      ],
      totalCount: 8,
    },
  },
  listOrgInvites: {
    call: { operationId: "listOrgInvites", params: { orgId: "a00000000000000000000001" } },
    status: 200,
    answer: [
      {
        createdAt: "2026-08-10T03:04:53Z",
        expiresAt: "2026-09-09T03:04:53Z",
        groupRoleAssignments: [{ groupId: "a00000000000000000000002", groupRole: "GROUP_READ_ONLY" }],
        id: "a00000000000000000000005",
        inviterUsername: "owner@acme.example",
        orgId: "a00000000000000000000001",
        orgName: "Acme",
        roles: ["ORG_MEMBER"],
        teamIds: ["a00000000000000000000006"],
        username: "org-guest@acme.example",
      },
      {
        createdAt: "2026-08-10T03:04:53Z",
        expiresAt: "2026-09-09T03:04:53Z",
        groupRoleAssignments: [{ groupId: "b00000000000000000000002", groupRole: "GROUP_READ_ONLY" }],
        id: "b00000000000000000000005",
        inviterUsername: "owner@acme.example",
        orgId: "a00000000000000000000001",
        orgName: "Acme",
        roles: ["ORG_MEMBER"],
        teamIds: ["b00000000000000000000006"],
        username: "org-guest@annex.example",
      },
    ],
  },
  listOrgServiceAccountAccessList: {
    call: {
      operationId: "listOrgServiceAccountAccessList",
      params: { orgId: "a00000000000000000000001", clientId: "mdb_sa_id_a00000000000000000000009" },
    },
    status: 200,
    answer: {
      links: [
        {
          href: "http://127.0.0.1:8080/api/atlas/v2/orgs/a00000000000000000000001/serviceAccounts/mdb_sa_id_a00000000000000000000009/accessList?pageNum=1&itemsPerPage=100",
          rel: "self",
        },
      ],
      results: [
        {
          cidrBlock: "198.51.100.0/24",
          createdAt: "2026-08-10T03:04:53Z",
          ipAddress: null,
          lastUsedAddress: null,
          lastUsedAt: null,
          requestCount: 0,
        },
        {
          cidrBlock: "203.0.113.7/32",
          createdAt: "2026-08-10T03:04:53Z",
          ipAddress: "203.0.113.7",
          lastUsedAddress: null,
          lastUsedAt: null,
          requestCount: 0,
        },
      ],
      totalCount: 2,
    },
  },
  listOrgServiceAccounts: {
    call: { operationId: "listOrgServiceAccounts", params: { orgId: "a00000000000000000000001" } },
    status: 200,
    answer: {
      links: [
        {
          href: "http://127.0.0.1:8080/api/atlas/v2/orgs/a00000000000000000000001/serviceAccounts?pageNum=1&itemsPerPage=100",
          rel: "self",
        },
      ],
      results: [
        {
          clientId: "mdb_sa_id_b00000000000000000000009",
          createdAt: "2026-08-10T03:04:53Z",
          description: "seeded",
          name: "annex payments account",
          roles: ["ORG_MEMBER"],
          secrets: [
            {
              createdAt: "2026-08-10T03:04:53Z",
              expiresAt: "2027-08-10T03:04:53Z",
              id: "d00000000000000000000002",
              lastUsedAt: null,
              maskedSecretValue: "mdb_sa_sk_...0001",
            },
          ],
        },
        {
          clientId: "mdb_sa_id_a0000000000000000000000b",
          createdAt: "2026-08-10T03:04:53Z",
          description: "seeded",
          name: "owner",
          roles: ["ORG_OWNER"],
          secrets: [
            {
              createdAt: "2026-08-10T03:04:53Z",
              expiresAt: "2027-08-10T03:04:53Z",
              id: "d00000000000000000000003",
              lastUsedAt: "2026-08-10T03:04:53Z",
              maskedSecretValue: "mdb_sa_sk_...0001",
            },
          ],
        },
      ],
      totalCount: 3,
    },
  },
  listOrgTeamUsers: {
    call: {
      operationId: "listOrgTeamUsers",
      params: { orgId: "a00000000000000000000001", teamId: "a00000000000000000000006" },
    },
    status: 200,
    answer: {
      links: [
        {
          href: "http://127.0.0.1:8080/api/atlas/v2/orgs/a00000000000000000000001/teams/a00000000000000000000006/users?pageNum=1&itemsPerPage=100",
          rel: "self",
        },
      ],
      results: [
        {
          country: null,
          createdAt: "2026-08-10T03:04:53Z",
          firstName: "",
          id: "a00000000000000000000003",
          lastAuth: null,
          lastName: "",
          mobileNumber: null,
          orgMembershipStatus: "ACTIVE",
          roles: {
            groupRoleAssignments: [
              {
                groupId: "a00000000000000000000002",
                groupRoles: ["GROUP_READ_ONLY", "GROUP_DATA_ACCESS_READ_ONLY"],
              },
            ],
            orgRoles: ["ORG_READ_ONLY", "ORG_MEMBER"],
          },
          teamIds: ["a00000000000000000000006", "a00000000000000000000007"],
          username: "ada@acme.example",
        },
        {
          id: "d00000000000000000000001",
          invitationCreatedAt: "2026-08-10T03:04:53Z",
          invitationExpiresAt: "2026-09-09T03:04:53Z",
          inviterUsername: "owner@acme.example",
          orgMembershipStatus: "PENDING",
          roles: {
            groupRoleAssignments: [{ groupId: "a00000000000000000000002", groupRoles: ["GROUP_READ_ONLY"] }],
            orgRoles: ["ORG_MEMBER"],
          },
          teamIds: ["a00000000000000000000006"],
          username: "org-guest@acme.example",
        },
      ],
      totalCount: 2,
    },
  },
  listOrgTeams: {
    call: { operationId: "listOrgTeams", params: { orgId: "a00000000000000000000001" } },
    status: 200,
    answer: {
      links: [
        {
          href: "http://127.0.0.1:8080/api/atlas/v2/orgs/a00000000000000000000001/teams?pageNum=1&itemsPerPage=100",
          rel: "self",
        },
      ],
      results: [
        {
          id: "a00000000000000000000006",
          links: [
            {
              href: "http://127.0.0.1:8080/api/atlas/v2/orgs/a00000000000000000000001/teams/a00000000000000000000006",
              rel: "self",
            },
          ],
          name: "acme spare",
        },
        {
          id: "a00000000000000000000007",
          links: [
            {
              href: "http://127.0.0.1:8080/api/atlas/v2/orgs/a00000000000000000000001/teams/a00000000000000000000007",
              rel: "self",
            },
          ],
          name: "acme core",
        },
      ],
      totalCount: 4,
    },
  },
  listOrgUsers: {
    call: { operationId: "listOrgUsers", params: { orgId: "a00000000000000000000001" } },
    status: 200,
    answer: {
      links: [
        {
          href: "http://127.0.0.1:8080/api/atlas/v2/orgs/a00000000000000000000001/users?pageNum=1&itemsPerPage=100",
          rel: "self",
        },
      ],
      results: [
        {
          country: null,
          createdAt: "2026-08-10T03:04:53Z",
          firstName: "",
          id: "a00000000000000000000003",
          lastAuth: null,
          lastName: "",
          mobileNumber: null,
          orgMembershipStatus: "ACTIVE",
          roles: {
            groupRoleAssignments: [
              {
                groupId: "a00000000000000000000002",
                groupRoles: ["GROUP_READ_ONLY", "GROUP_DATA_ACCESS_READ_ONLY"],
              },
            ],
            orgRoles: ["ORG_READ_ONLY", "ORG_MEMBER"],
          },
          teamIds: ["a00000000000000000000006", "a00000000000000000000007"],
          username: "ada@acme.example",
        },
        {
          country: null,
          createdAt: "2026-08-10T03:04:53Z",
          firstName: "",
          id: "a0000000000000000000000a",
          lastAuth: null,
          lastName: "",
          mobileNumber: null,
          orgMembershipStatus: "ACTIVE",
          roles: {
            groupRoleAssignments: [{ groupId: "a00000000000000000000002", groupRoles: ["GROUP_OWNER"] }],
            orgRoles: ["ORG_OWNER"],
          },
          teamIds: [],
          username: "owner@acme.example",
        },
      ],
      totalCount: 6,
    },
  },
  listOrgs: {
    call: { operationId: "listOrgs", params: {} },
    status: 200,
    answer: {
      links: [{ href: "http://127.0.0.1:8080/api/atlas/v2/orgs?pageNum=1&itemsPerPage=100", rel: "self" }],
      results: [
        {
          id: "a00000000000000000000001",
          isDeleted: false,
          links: [{ href: "http://127.0.0.1:8080/api/atlas/v2/orgs/a00000000000000000000001", rel: "self" }],
          name: "Acme",
          skipDefaultAlertsSettings: false,
        },
      ],
      totalCount: 1,
    },
  },
  listRateLimits: {
    call: { operationId: "listRateLimits", params: {}, query: { groupId: "a00000000000000000000002" } },
    status: 200,
    answer: {
      links: [
        {
          href: "http://127.0.0.1:8080/api/atlas/v2/rateLimits?groupId=a00000000000000000000002&pageNum=1&itemsPerPage=100",
          rel: "self",
        },
      ],
      results: [
        {
          capacity: { defaultValue: 1200, value: 1200 },
          endpointSetId: "groupApiKeys_group",
          endpointSetName: "Project API Keys",
          endpoints: [
            { method: "POST", path: "/api/atlas/v2/groups/{groupId}/apiKeys/{apiUserId}" },
            { method: "POST", path: "/api/atlas/v2/groups/{groupId}/apiKeys" },
          ],
          refillDurationSeconds: { defaultValue: 60, value: 60 },
          refillRate: { defaultValue: 500, value: 500 },
          scope: "GROUP",
        },
        {
          capacity: { defaultValue: 300, value: 300 },
          endpointSetId: "groupEvents_group",
          endpointSetName: "Project Events",
          endpoints: [
            { method: "GET", path: "/api/atlas/v2/groups/{groupId}/activityFeed" },
            { method: "GET", path: "/api/atlas/v2/groups/{groupId}/events/{eventId}" },
          ],
          refillDurationSeconds: { defaultValue: 60, value: 60 },
          refillRate: { defaultValue: 100, value: 100 },
          scope: "GROUP",
        },
      ],
      totalCount: 7,
    },
  },
  migrateGroup: {
    call: {
      operationId: "migrateGroup",
      params: { groupId: "a00000000000000000000002" },
      body: {
        destinationOrgId: "c00000000000000000000001",
        destinationOrgPublicApiKey: "newhomes",
        destinationOrgPrivateApiKey: "00000000-0000-4000-8000-newhomes0000",
      },
    },
    status: 200,
    answer: {
      clusterCount: 0,
      created: "2026-08-10T03:04:53Z",
      id: "a00000000000000000000002",
      links: [
        { href: "http://127.0.0.1:8080/api/atlas/v2/groups/a00000000000000000000002", rel: "self" },
        {
          href: "http://127.0.0.1:8080/api/atlas/v2/groups/a00000000000000000000002/containers",
          rel: "https://cloud.mongodb.com/containers",
        },
      ],
      name: "acme payments",
      orgId: "c00000000000000000000001",
      tags: [],
      withDefaultAlertsSettings: true,
    },
  },
  removeGroupApiKey: {
    call: {
      operationId: "removeGroupApiKey",
      params: { groupId: "a00000000000000000000002", apiUserId: "a00000000000000000000008" },
    },
    status: 204,
  },
  removeGroupTeam: {
    call: {
      operationId: "removeGroupTeam",
      params: { groupId: "a00000000000000000000002", teamId: "a00000000000000000000007" },
    },
    status: 204,
  },
  removeGroupUser: {
    call: {
      operationId: "removeGroupUser",
      params: { groupId: "a00000000000000000000002", userId: "a00000000000000000000003" },
    },
    status: 204,
  },
  removeGroupUserRole: {
    call: {
      operationId: "removeGroupUserRole",
      params: { groupId: "a00000000000000000000002", userId: "a00000000000000000000003" },
      body: { groupRole: "GROUP_READ_ONLY" },
    },
    status: 200,
    answer: {
      country: null,
      createdAt: "2026-08-10T03:04:53Z",
      firstName: "",
      id: "a00000000000000000000003",
      lastAuth: null,
      lastName: "",
      mobileNumber: null,
      orgMembershipStatus: "ACTIVE",
      roles: ["GROUP_DATA_ACCESS_READ_ONLY"],
      username: "ada@acme.example",
    },
  },
  removeOrgTeamUser: {
    call: {
      operationId: "removeOrgTeamUser",
      params: { orgId: "a00000000000000000000001", teamId: "a00000000000000000000006" },
      body: { id: "a00000000000000000000003" },
    },
    status: 200,
    answer: {
      country: null,
      createdAt: "2026-08-10T03:04:53Z",
      firstName: "",
      id: "a00000000000000000000003",
      lastAuth: null,
      lastName: "",
      mobileNumber: null,
      orgMembershipStatus: "ACTIVE",
      roles: {
        groupRoleAssignments: [
          {
            groupId: "a00000000000000000000002",
            groupRoles: ["GROUP_READ_ONLY", "GROUP_DATA_ACCESS_READ_ONLY"],
          },
        ],
        orgRoles: ["ORG_READ_ONLY", "ORG_MEMBER"],
      },
      teamIds: ["a00000000000000000000007"],
      username: "ada@acme.example",
    },
  },
  removeOrgTeamUserFromTeam: {
    call: {
      operationId: "removeOrgTeamUserFromTeam",
      params: {
        orgId: "a00000000000000000000001",
        teamId: "a00000000000000000000006",
        userId: "a00000000000000000000003",
      },
    },
    status: 204,
  },
  removeOrgUser: {
    call: {
      operationId: "removeOrgUser",
      params: { orgId: "a00000000000000000000001", userId: "a00000000000000000000003" },
    },
    status: 204,
  },
  removeOrgUserRole: {
    call: {
      operationId: "removeOrgUserRole",
      params: { orgId: "a00000000000000000000001", userId: "a00000000000000000000003" },
      body: { orgRole: "ORG_READ_ONLY" },
    },
    status: 200,
    answer: {
      country: null,
      createdAt: "2026-08-10T03:04:53Z",
      firstName: "",
      id: "a00000000000000000000003",
      lastAuth: null,
      lastName: "",
      mobileNumber: null,
      orgMembershipStatus: "ACTIVE",
      roles: {
        groupRoleAssignments: [
          {
            groupId: "a00000000000000000000002",
            groupRoles: ["GROUP_READ_ONLY", "GROUP_DATA_ACCESS_READ_ONLY"],
          },
        ],
        orgRoles: ["ORG_MEMBER"],
      },
      teamIds: ["a00000000000000000000006", "a00000000000000000000007"],
      username: "ada@acme.example",
    },
  },
  renameOrgTeam: {
    call: {
      operationId: "renameOrgTeam",
      params: { orgId: "a00000000000000000000001", teamId: "a00000000000000000000006" },
      body: { name: "renamed" },
    },
    status: 200,
    answer: {
      id: "a00000000000000000000006",
      links: [
        {
          href: "http://127.0.0.1:8080/api/atlas/v2/orgs/a00000000000000000000001/teams/a00000000000000000000006",
          rel: "self",
        },
      ],
      name: "renamed",
    },
  },
  resetOrgMaintenanceSettings: {
    call: { operationId: "resetOrgMaintenanceSettings", params: { orgId: "a00000000000000000000001" } },
    status: 200,
    answer: { effectiveWaveAssignmentMode: "MANUAL", waveAssignmentMode: null },
  },
  sendTelemetry: { call: { operationId: "sendTelemetry", params: {} }, status: 204 },
  sendUnauthTelemetry: { call: { operationId: "sendUnauthTelemetry", params: {} }, status: 204 },
  setGroupLimit: {
    call: {
      operationId: "setGroupLimit",
      params: { groupId: "a00000000000000000000002", limitName: "atlas.project.deployment.clusters" },
      body: { value: 3 },
    },
    status: 200,
    answer: {
      currentUsage: 0,
      defaultLimit: 25,
      maximumLimit: 100,
      name: "atlas.project.deployment.clusters",
      value: 3,
    },
  },
  updateGroup: {
    call: {
      operationId: "updateGroup",
      params: { groupId: "a00000000000000000000002" },
      body: { name: "renamed", tags: [{ key: "env", value: "test" }] },
    },
    status: 200,
    answer: {
      clusterCount: 0,
      created: "2026-08-10T03:04:53Z",
      id: "a00000000000000000000002",
      links: [
        { href: "http://127.0.0.1:8080/api/atlas/v2/groups/a00000000000000000000002", rel: "self" },
        {
          href: "http://127.0.0.1:8080/api/atlas/v2/groups/a00000000000000000000002/containers",
          rel: "https://cloud.mongodb.com/containers",
        },
      ],
      name: "renamed",
      orgId: "a00000000000000000000001",
      tags: [{ key: "env", value: "test" }],
      withDefaultAlertsSettings: true,
    },
  },
  updateGroupApiKeyRoles: {
    call: {
      operationId: "updateGroupApiKeyRoles",
      params: { groupId: "a00000000000000000000002", apiUserId: "a00000000000000000000008" },
      body: { roles: ["GROUP_DATA_ACCESS_READ_ONLY"] },
    },
    status: 200,
    answer: {
      desc: "acme payments key",
      id: "a00000000000000000000008",
      links: [
        {
          href: "http://127.0.0.1:8080/api/atlas/v2/orgs/a00000000000000000000001/apiKeys/a00000000000000000000008",
          rel: "self",
        },
      ],
      privateKey: "********-****-****-000000000001",
      publicKey: "targetaa",
      roles: [
        { orgId: "a00000000000000000000001", roleName: "ORG_MEMBER" },
        { groupId: "a00000000000000000000002", roleName: "GROUP_DATA_ACCESS_READ_ONLY" },
      ],
    },
  },
  updateGroupInviteById: {
    call: {
      operationId: "updateGroupInviteById",
      params: { groupId: "a00000000000000000000002", invitationId: "a00000000000000000000004" },
      body: { roles: ["GROUP_DATA_ACCESS_READ_ONLY"] },
    },
    status: 200,
    answer: {
      createdAt: "2026-08-10T03:04:53Z",
      expiresAt: "2026-09-09T03:04:53Z",
      groupId: "a00000000000000000000002",
      groupName: "acme payments",
      id: "a00000000000000000000004",
      inviterUsername: "owner@acme.example",
      roles: ["GROUP_DATA_ACCESS_READ_ONLY"],
      username: "group-guest@acme.example",
    },
  },
  updateGroupInvites: {
    call: {
      operationId: "updateGroupInvites",
      params: { groupId: "a00000000000000000000002" },
      body: { username: "group-guest@acme.example", roles: ["GROUP_DATA_ACCESS_READ_ONLY"] },
    },
    status: 200,
    answer: {
      createdAt: "2026-08-10T03:04:53Z",
      expiresAt: "2026-09-09T03:04:53Z",
      groupId: "a00000000000000000000002",
      groupName: "acme payments",
      id: "a00000000000000000000004",
      inviterUsername: "owner@acme.example",
      roles: ["GROUP_DATA_ACCESS_READ_ONLY"],
      username: "group-guest@acme.example",
    },
  },
  updateGroupServiceAccount: {
    call: {
      operationId: "updateGroupServiceAccount",
      params: { groupId: "a00000000000000000000002", clientId: "mdb_sa_id_a00000000000000000000009" },
      body: { name: "renamed", roles: ["GROUP_DATA_ACCESS_READ_ONLY"] },
    },
    status: 200,
    answer: {
      clientId: "mdb_sa_id_a00000000000000000000009",
      createdAt: "2026-08-10T03:04:53Z",
      description: "seeded",
      name: "renamed",
      roles: ["GROUP_DATA_ACCESS_READ_ONLY"],
      secrets: [
        {
          createdAt: "2026-08-10T03:04:53Z",
          expiresAt: "2027-08-10T03:04:53Z",
          id: "d00000000000000000000002",
          lastUsedAt: null,
          maskedSecretValue: "mdb_sa_sk_...0001",
        },
      ],
    },
  },
  updateGroupSettings: {
    call: {
      operationId: "updateGroupSettings",
      params: { groupId: "a00000000000000000000002" },
      body: { isDataExplorerEnabled: false },
    },
    status: 200,
    answer: {
      isClusterAiAssistantEnabled: true,
      isCollectDatabaseSpecificsStatisticsEnabled: true,
      isDataExplorerEnabled: false,
      isDataExplorerGenAIFeaturesEnabled: true,
      isDataExplorerGenAISampleDocumentPassingEnabled: false,
      isExtendedStorageSizesEnabled: false,
      isNativeRerankingEnabled: false,
      isPerformanceAdvisorEnabled: true,
      isRealtimePerformancePanelEnabled: true,
      isSchemaAdvisorEnabled: true,
    },
  },
  updateGroupTeam: {
    call: {
      operationId: "updateGroupTeam",
      params: { groupId: "a00000000000000000000002", teamId: "a00000000000000000000007" },
      body: { roleNames: ["GROUP_DATA_ACCESS_READ_ONLY"] },
    },
    status: 200,
    answer: {
      links: [
        {
          href: "http://127.0.0.1:8080/api/atlas/v2/groups/a00000000000000000000002/teams/a00000000000000000000007?pageNum=1&itemsPerPage=100",
          rel: "self",
        },
      ],
      results: [
        {
          links: [
            {
              href: "http://127.0.0.1:8080/api/atlas/v2/groups/a00000000000000000000002/teams/a00000000000000000000007",
              rel: "self",
            },
          ],
          roleNames: ["GROUP_DATA_ACCESS_READ_ONLY"],
          teamId: "a00000000000000000000007",
        },
      ],
      totalCount: 1,
    },
  },
  updateGroupUserRoles: {
    call: {
      operationId: "updateGroupUserRoles",
      params: { groupId: "a00000000000000000000002", userId: "a00000000000000000000003" },
      body: { groupRoles: ["GROUP_DATA_ACCESS_READ_ONLY"] },
    },
    status: 200,
    answer: {
      groupRoles: ["GROUP_DATA_ACCESS_READ_ONLY"],
      links: [
        {
          href: "http://127.0.0.1:8080/api/atlas/v2/groups/a00000000000000000000002/users/a00000000000000000000003/roles",
          rel: "self",
        },
      ],
    },
  },
  updateOrg: {
    call: {
      operationId: "updateOrg",
      params: { orgId: "a00000000000000000000001" },
      body: { name: "Renamed" },
    },
    status: 200,
    answer: {
      id: "a00000000000000000000001",
      isDeleted: false,
      links: [
        { href: "http://127.0.0.1:8080/api/atlas/v2/orgs/a00000000000000000000001", rel: "self" },
        {
          href: "http://127.0.0.1:8080/api/atlas/v2/orgs/a00000000000000000000001/groups",
          rel: "https://cloud.mongodb.com/groups",
        },
      ],
      name: "Renamed",
      skipDefaultAlertsSettings: false,
    },
  },
  updateOrgApiKey: {
    call: {
      operationId: "updateOrgApiKey",
      params: { orgId: "a00000000000000000000001", apiUserId: "a00000000000000000000008" },
      body: { desc: "renamed", roles: ["ORG_READ_ONLY"] },
    },
    status: 200,
    answer: {
      desc: "renamed",
      id: "a00000000000000000000008",
      links: [
        {
          href: "http://127.0.0.1:8080/api/atlas/v2/orgs/a00000000000000000000001/apiKeys/a00000000000000000000008",
          rel: "self",
        },
      ],
      privateKey: "********-****-****-000000000001",
      publicKey: "targetaa",
      roles: [
        { orgId: "a00000000000000000000001", roleName: "ORG_READ_ONLY" },
        { groupId: "a00000000000000000000002", roleName: "GROUP_READ_ONLY" },
      ],
    },
  },
  updateOrgDelegationSettings: {
    call: {
      operationId: "updateOrgDelegationSettings",
      params: { orgId: "a00000000000000000000001" },
      body: { idleRefreshTokenLifetime: 3600 },
    },
    status: 200,
    answer: {
      delegatedMcpAccess: null,
      delegatedPartnerAccess: null,
      idleRefreshTokenLifetime: 3600,
      maximumRefreshTokenLifetime: null,
    },
  },
  updateOrgInviteById: {
    call: {
      operationId: "updateOrgInviteById",
      params: { orgId: "a00000000000000000000001", invitationId: "a00000000000000000000005" },
      body: {
        roles: ["ORG_READ_ONLY"],
        teamIds: ["a00000000000000000000006"],
        groupRoleAssignments: [
          { groupId: "a00000000000000000000002", roles: ["GROUP_DATA_ACCESS_READ_ONLY"] },
        ],
      },
    },
    status: 200,
    answer: {
      createdAt: "2026-08-10T03:04:53Z",
      expiresAt: "2026-09-09T03:04:53Z",
      groupRoleAssignments: [
        { groupId: "a00000000000000000000002", groupRole: "GROUP_DATA_ACCESS_READ_ONLY" },
      ],
      id: "a00000000000000000000005",
      inviterUsername: "owner@acme.example",
      orgId: "a00000000000000000000001",
      orgName: "Acme",
      roles: ["ORG_READ_ONLY"],
      teamIds: ["a00000000000000000000006"],
      username: "org-guest@acme.example",
    },
  },
  updateOrgInvites: {
    call: {
      operationId: "updateOrgInvites",
      params: { orgId: "a00000000000000000000001" },
      body: {
        username: "org-guest@acme.example",
        roles: ["ORG_READ_ONLY"],
        teamIds: ["a00000000000000000000006"],
        groupRoleAssignments: [
          { groupId: "a00000000000000000000002", roles: ["GROUP_DATA_ACCESS_READ_ONLY"] },
        ],
      },
    },
    status: 200,
    answer: {
      createdAt: "2026-08-10T03:04:53Z",
      expiresAt: "2026-09-09T03:04:53Z",
      groupRoleAssignments: [
        { groupId: "a00000000000000000000002", groupRole: "GROUP_DATA_ACCESS_READ_ONLY" },
      ],
      id: "a00000000000000000000005",
      inviterUsername: "owner@acme.example",
      orgId: "a00000000000000000000001",
      orgName: "Acme",
      roles: ["ORG_READ_ONLY"],
      teamIds: ["a00000000000000000000006"],
      username: "org-guest@acme.example",
    },
  },
  updateOrgMaintenanceSettings: {
    call: {
      operationId: "updateOrgMaintenanceSettings",
      params: { orgId: "a00000000000000000000001" },
      body: { waveAssignmentMode: "MANUAL" },
    },
    status: 200,
    answer: { effectiveWaveAssignmentMode: "MANUAL", waveAssignmentMode: "MANUAL" },
  },
  updateOrgServiceAccount: {
    call: {
      operationId: "updateOrgServiceAccount",
      params: { orgId: "a00000000000000000000001", clientId: "mdb_sa_id_a00000000000000000000009" },
      body: { name: "renamed", roles: ["ORG_READ_ONLY"] },
    },
    status: 200,
    answer: {
      clientId: "mdb_sa_id_a00000000000000000000009",
      createdAt: "2026-08-10T03:04:53Z",
      description: "seeded",
      name: "renamed",
      roles: ["ORG_READ_ONLY"],
      secrets: [
        {
          createdAt: "2026-08-10T03:04:53Z",
          expiresAt: "2027-08-10T03:04:53Z",
          id: "d00000000000000000000002",
          lastUsedAt: null,
          maskedSecretValue: "mdb_sa_sk_...0001",
        },
      ],
    },
  },
  updateOrgSettings: {
    call: {
      operationId: "updateOrgSettings",
      params: { orgId: "a00000000000000000000001" },
      body: { multiFactorAuthRequired: true },
    },
    status: 200,
    answer: {
      apiAccessListRequired: false,
      genAIFeaturesEnabled: true,
      maxServiceAccountSecretValidityInHours: 8760,
      multiFactorAuthRequired: true,
      operationsContact: null,
      restrictEmployeeAccess: false,
      streamsCrossGroupEnabled: false,
    },
  },
  updateOrgUser: {
    call: {
      operationId: "updateOrgUser",
      params: { orgId: "a00000000000000000000001", userId: "a00000000000000000000003" },
      body: {
        roles: {
          orgRoles: ["ORG_BILLING_ADMIN"],
          groupRoleAssignments: [
            { groupId: "a00000000000000000000002", groupRoles: ["GROUP_DATA_ACCESS_READ_ONLY"] },
          ],
        },
        teamIds: ["a00000000000000000000006"],
      },
    },
    status: 200,
    answer: {
      country: null,
      createdAt: "2026-08-10T03:04:53Z",
      firstName: "",
      id: "a00000000000000000000003",
      lastAuth: null,
      lastName: "",
      mobileNumber: null,
      orgMembershipStatus: "ACTIVE",
      roles: {
        groupRoleAssignments: [
          { groupId: "a00000000000000000000002", groupRoles: ["GROUP_DATA_ACCESS_READ_ONLY"] },
        ],
        orgRoles: ["ORG_BILLING_ADMIN"],
      },
      teamIds: ["a00000000000000000000006"],
      username: "ada@acme.example",
    },
  },
  updateOrgUserRoles: {
    call: {
      operationId: "updateOrgUserRoles",
      params: { orgId: "a00000000000000000000001", userId: "a00000000000000000000003" },
      body: { orgRoles: ["ORG_READ_ONLY"] },
    },
    status: 200,
    answer: {
      links: [
        {
          href: "http://127.0.0.1:8080/api/atlas/v2/orgs/a00000000000000000000001/users/a00000000000000000000003/roles",
          rel: "self",
        },
      ],
      orgRoles: ["ORG_READ_ONLY"],
    },
  },
};
