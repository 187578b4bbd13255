import { atlas } from "../atlas.ts";
import { findKey, showKey } from "./common.ts";

export const getOrgApiKey = atlas("getOrgApiKey", {
  errors: ["API_KEY_NOT_FOUND"],
}).handle((context) => findKey(context, context.org.id), showKey);
