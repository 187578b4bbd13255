// Access lists of credentials: what is added and removed with which events, and what is refused to whom.
import { deepEqual, rejects } from "node:assert/strict";
import { test } from "node:test";
import { now, tellChange } from "../../../test/support/told-store.ts";
import { fault } from "../../core/contract/errors.ts";
import { addEntries, refuseOthers, removeEntry } from "./access-lists.ts";

const key = { id: "k", orgId: "o", publicKey: "abcdefgh" } as never;
const account = { id: "c0123456789abcdef012345c", orgId: "o", name: "ci" } as never;
const caller = { id: "k", remoteAddress: { state: "own", ip: "192.0.2.7" } };

const start = (answers: Parameters<typeof tellChange>[0], from: object = {}) =>
  tellChange(answers, { caller: { ...caller, ...from } });
const missing = (entry: string) => fault("ADDRESS_ALREADY_IN_ACCESS_LIST", { entry });

test("addresses and networks are added one by one, each with its event", async () => {
  const { changing, calls } = start({ "accessLists.add": [true] });
  await addEntries(changing, key, [{ ipAddress: "192.0.2.1" }, { cidrBlock: "198.51.100.0/24" }]);
  const about = (whitelistEntry: string) => ({
    orgId: "o",
    details: { targetPublicKey: "abcdefgh", whitelistEntry },
  });
  deepEqual(calls, [
    ["accessLists.add", "k", { cidr: "192.0.2.1/32", createdAt: now }],
    ["record", "API_KEY_ACCESS_LIST_ENTRY_ADDED", about("192.0.2.1")],
    ["accessLists.add", "k", { cidr: "198.51.100.0/24", createdAt: now }],
    ["record", "API_KEY_ACCESS_LIST_ENTRY_ADDED", about("198.51.100.0/24")],
  ]);
  const known = start({ "accessLists.add": [false] });
  await rejects(addEntries(known.changing, account, [{ ipAddress: "192.0.2.1" }]), {
    code: "ADDRESS_ALREADY_IN_ACCESS_LIST",
    parameters: ["192.0.2.1"],
  });
});

test("an entry is removed with its event; none that is not there, or that covers who asks", async () => {
  const { changing, calls } = start({ "accessLists.remove": [true] });
  await removeEntry(changing, account, "192.0.2.7", missing);
  const details = { clientId: "mdb_sa_id_c0123456789abcdef012345c", whitelistEntry: "192.0.2.7" };
  deepEqual(calls, [
    ["accessLists.remove", "c0123456789abcdef012345c", "192.0.2.7/32"],
    ["record", "SERVICE_ACCOUNT_ACCESS_LIST_ENTRY_DELETED", { orgId: "o", details }],
  ]);
  await removeEntry(start({ "accessLists.remove": [true] }).changing, key, "198.51.100.0/24", missing);
  const own = start({ "accessLists.remove": [true] });
  await rejects(removeEntry(own.changing, key, "192.0.2.0/24", missing), {
    code: "CANNOT_REMOVE_CALLER_FROM_ACCESS_LIST",
    parameters: ["192.0.2.0/24"],
  });
  const unknown = { remoteAddress: { state: "unknown", peer: "192.0.2.7" } };
  await removeEntry(start({ "accessLists.remove": [true] }, unknown).changing, key, "192.0.2.0/24", missing);
  await rejects(removeEntry(start({}).changing, key, "192.0.2.0/24", missing), missing("192.0.2.0/24"));
});

test("the list of a key is for the key itself and for owners of its organization", async () => {
  await refuseOthers(start({}).changing, key);
  const another = { id: "u" };
  await refuseOthers(start({ "orgs.rolesOf": [["ORG_OWNER"]] }, another).changing, key);
  await rejects(refuseOthers(start({ "orgs.rolesOf": [["ORG_READ_ONLY"]] }, another).changing, key), {
    code: "USER_UNAUTHORIZED",
  });
});
