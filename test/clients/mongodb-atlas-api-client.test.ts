// mongodb-atlas-api-client, unmodified, with nothing changed but its base URL.
import { deepEqual, equal, match } from "node:assert/strict";
import { test } from "node:test";
import atlasApiClient from "mongodb-atlas-api-client";
import { pluck } from "../support/pluck.ts";
import { ids, keys, startWorld, v2023, type World } from "../support/world.ts";

interface Options {
  readonly httpOptions?: { readonly headers: Readonly<Record<string, string>> };
  readonly [parameter: string]: unknown;
}

// biome-ignore lint/suspicious/noExplicitAny: what comes back is whatever the server sent
type Answer = Promise<any>;

/** The functions used here; the package's own types do not know `httpOptions`. */
interface Client {
  readonly project: {
    getById(projectId: string, options?: Options): Answer;
    getByName(projectName: string, options?: Options): Answer;
    getAll(options?: Options): Answer;
    create(body: object, options?: Options): Answer;
    delete(projectId: string, options?: Options): Answer;
  };
  readonly organization: {
    getById(organizationId: string, options?: Options): Answer;
    getAll(options?: Options): Answer;
    invite(organizationId: string, body: object, options?: Options): Answer;
  };
  readonly atlasUser: {
    getByName(username: string, options?: Options): Answer;
    getById(userId: string, options?: Options): Answer;
    getAll(options?: Options): Answer;
  };
}

type GetClient = (options: {
  publicKey: string;
  privateKey: string;
  baseUrl: string;
  projectId: string;
}) => Client;
/** The client's function: the module itself at run time, though the types of the package declare a member. */
const getClient = atlasApiClient as unknown as GetClient;

const clientOf = ({ url }: World, key = keys.owner, api = "/api/atlas/v2"): Client =>
  getClient({ ...key, baseUrl: `${url}${api}`, projectId: ids.group });

const versioned = { httpOptions: { headers: { Accept: v2023 } } };
/** Headers given for a call take the place of the client's own. */
const versionedBody = { httpOptions: { headers: { Accept: v2023, "Content-Type": "application/json" } } };

for (const { name, lenientAccept, api, options, bodyOptions } of [
  {
    name: "with the versioned Accept header",
    lenientAccept: false,
    api: undefined,
    options: versioned,
    bodyOptions: versionedBody,
  },
  {
    name: "without any header, where that is allowed",
    lenientAccept: true,
    api: undefined,
    options: {},
    bodyOptions: {},
  },
  {
    name: "in version 1.0, its own default",
    lenientAccept: false,
    api: "/api/atlas/v1.0",
    options: {},
    bodyOptions: {},
  },
]) {
  test(`projects ${name}`, async (t) => {
    const { project } = clientOf(await startWorld(t, { lenientAccept }), keys.owner, api);
    equal((await project.getById(ids.group, options)).name, "payments");
    equal((await project.getByName("payments", options)).id, ids.group);
    const made = await project.create({ name: "made by a client", orgId: ids.org }, bodyOptions);
    match(made.id, /^[0-9a-f]{24}$/);
    const all = await project.getAll({ ...options, itemsPerPage: 10, includeCount: true });
    deepEqual(
      { total: all.totalCount, names: all.results.map((each: { name: string }) => each.name).sort() },
      { total: 2, names: ["made by a client", "payments"] },
    );
    equal(await project.delete(made.id, options), true);
    equal((await project.getById(made.id, options)).errorCode, "GROUP_NOT_FOUND");
  });

  test(`organizations ${name}`, async (t) => {
    const { organization } = clientOf(await startWorld(t, { lenientAccept }), keys.owner, api);
    equal((await organization.getById(ids.org, options)).name, "Acme");
    deepEqual(pluck((await organization.getAll(options)).results, "id"), [ids.org]);
  });
}

test("a hundred calls at once", async (t) => {
  const { project } = clientOf(await startWorld(t, { lenientAccept: true }));
  const found = await Promise.all(Array.from({ length: 100 }, () => project.getById(ids.group)));
  deepEqual([...new Set(found.map(({ name }) => name))], ["payments"]);
});

test("without any header the version is missing, as on Atlas", async (t) => {
  const { project } = clientOf(await startWorld(t));
  const { error, errorCode } = await project.getById(ids.group);
  deepEqual({ error, errorCode }, { error: 406, errorCode: "INVALID_VERSION_DATE" });
});

test("a wrong private key is refused", async (t) => {
  const { project } = clientOf(await startWorld(t), { ...keys.owner, privateKey: "wrong" });
  equal((await project.getById(ids.group, versioned)).error, 401);
});

test("what of it ends on 1 July 2027 resolves to the 410, as docs/guides/july-2027.md says", async (t) => {
  const world = await startWorld(t, { lenientAccept: true });
  const { organization, atlasUser } = clientOf(world);
  const { id } = await atlasUser.getByName("owner@example.com");
  const bodyOptions = { httpOptions: { headers: { "Content-Type": "application/json" } } };
  const invitation = { username: "ada@example.com", roles: ["ORG_MEMBER"] };
  const call = () =>
    Promise.all([
      organization.invite(ids.org, invitation, bodyOptions),
      atlasUser.getById(id),
      atlasUser.getByName("owner@example.com"),
    ]);
  deepEqual(pluck(await call(), "username"), ["ada@example.com", "owner@example.com", "owner@example.com"]);

  world.clock.set({ now: "2027-07-01" });
  deepEqual(
    (await call()).map(({ errorCode, parameters }) => [errorCode, parameters[2]]),
    [
      ["VERSION_GONE", "createOrgUser"],
      ["VERSION_GONE", "getOrgUser"],
      ["VERSION_GONE", "listOrgUsers"],
    ],
  );
  // Without a version it gets the newest, which stays.
  equal((await atlasUser.getAll()).results[0].orgMembershipStatus, "ACTIVE");
});
