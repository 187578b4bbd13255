// Answers which version a cluster gets that asks for none: what the atlas CLI asks before it makes one.
import { defaultMajorVersion } from "../../domain/cluster.ts";
import { door, operation, Type } from "../declare.ts";
import { unlisted } from "./common.ts";

const type = "text/plain;charset=iso-8859-1";

export const getDefaultMongoDbMajorVersion = operation(
  "GET /api/private/unauth/nds/defaultMongoDBMajorVersion",
  {
    ...unlisted,
    summary: "Get the version of MongoDB of new clusters",
    description: "Answers the version as text.",
    door: door.open,
    versions: { unversioned: { reply: Type.String({ description: "Major version of MongoDB." }), type } },
  },
).handle(
  async () => defaultMajorVersion,
  (version) => version,
);
