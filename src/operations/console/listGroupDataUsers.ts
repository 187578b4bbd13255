import { dataUsersOf } from "../../changes/explaining.ts";
import { type DataDeed, dataRoles } from "../../domain/data-access.ts";
import { door, operation, Type } from "../declare.ts";
import { asIs, onPages } from "./common.ts";

const deed = Type.Unsafe<DataDeed>({ type: "string", enum: Object.keys(dataRoles) });

export const listGroupDataUsers = operation("GET /console/groups/{groupId}/dataUsers/{deed}", {
  ...onPages,
  summary: "List database users of a project that may read or write data",
  description: "With the roles and actions that let them, where, and until when. Needs Project Owner.",
  door: door.group("GROUP_OWNER"),
  params: { deed },
}).handle(({ group, params, ...reading }) => dataUsersOf(reading, group, params.deed), asIs);
