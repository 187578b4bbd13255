// How a request names roles: what is made of a list, and which lists are refused.
import { deepEqual, throws } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { fault } from "../contract/errors.ts";
import { groupRoleNames, inOrder, orgRoleNames } from "../contract/roles.ts";
import { chooseGroupRoles, chooseOrgRoles } from "./role-list.ts";

const [group, org] = [
  { names: groupRoleNames as readonly string[], choose: chooseGroupRoles, foreign: "INVALID_ROLE_FOR_GROUP" },
  { names: orgRoleNames as readonly string[], choose: chooseOrgRoles, foreign: "INVALID_ROLE_FOR_ORG" },
];
const sorts = [
  { ...group, others: org.names },
  { ...org, others: group.names },
];

for (const { names, choose, foreign, others } of sorts) {
  const [name = "", other = ""] = [names[0], others[0]];

  test(`${name}: duplicates collapse, into the order of the table`, () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 100 }), (roles) => {
        const chosen = choose(roles, "id", fault);
        deepEqual(
          chosen,
          names.filter((each) => roles.includes(each)),
        );
        deepEqual(choose(chosen, "id", fault), chosen);
        deepEqual(inOrder(chosen), chosen);
      }),
    );
  });

  test(`${name}: a role of the other sort is refused wherever it is in the list, and named`, () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...names)),
        fc.constantFrom(...others),
        fc.nat(),
        (roles, role, at) => {
          const mixed = roles.toSpliced(at % (roles.length + 1), 0, role);
          throws(() => choose(mixed, "id", fault), { code: foreign, parameters: [role, "id"] });
        },
      ),
    );
  });

  test(`${name}: no list, an empty one, and one that is too long`, () => {
    throws(() => choose(undefined, "id", fault), { code: "MISSING_ATTRIBUTE" });
    throws(() => choose([], "id", fault), { code: "BAD_REQUEST" });
    deepEqual(choose(Array(100).fill(name), "id", fault), [name]);
    throws(() => choose(Array(101).fill(name), "id", fault), { code: "BAD_REQUEST" });
  });

  test(`${name}: each name that is no role is mentioned once, before roles of the other sort are`, () => {
    throws(() => choose([other, "KING", name, "toString", "KING"], "id", fault), {
      code: "BAD_REQUEST",
      fields: ["KING", "toString"].map((role) => ({
        description: `Invalid role name '${role}'. Must be a valid Role name.`,
        field: "_roles",
      })),
    });
  });
}
