// Finds the official document: it may not be passed on, so its path is set, or it lies beside a checkout.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const officialPath =
  process.env.ANTEROOM_OFFICIAL ??
  fileURLToPath(new URL("../../../shared/atlas/atlas.openapi.json", import.meta.url));

export const haveOfficial = process.env.ANTEROOM_OFFICIAL !== undefined || existsSync(officialPath);
