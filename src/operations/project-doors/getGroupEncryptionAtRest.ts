import { encryptions } from "../../changes/project-doors.ts";
import { atlas } from "../atlas.ts";
import { showEncryption } from "./common.ts";

export const getGroupEncryptionAtRest = atlas("getGroupEncryptionAtRest", {}).handle(
  ({ group, ...reading }) => encryptions.read(reading, group),
  showEncryption,
);
