// Operations on serverless instances, of which there are none any more: they have become flex clusters.

import { atlas } from "../../core/operations/atlas.ts";
import { pageOf, showPageOf } from "../../core/operations/declare.ts";

export const listGroupServerlessInstances = atlas("listGroupServerlessInstances", {}).handle(
  async ({ query }) => pageOf<never>([], query),
  showPageOf((instance: never) => instance),
);

export const getGroupServerlessInstance = atlas("getGroupServerlessInstance", {
  errors: ["SERVERLESS_INSTANCE_NOT_FOUND"],
}).handle(
  async ({ group, params: { name }, fault }): Promise<never> => {
    throw fault("SERVERLESS_INSTANCE_NOT_FOUND", { name, groupId: group.id });
  },
  (instance: never) => instance,
);
