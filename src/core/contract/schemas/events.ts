// Bodies of the event operations.
import * as Type from "typebox";

const [ofOrg, ofGroup] = ["EventTypeForOrg", "EventTypeForNdsGroup"];

/** Any name is taken; the typed client knows those of Atlas. */
const types = (names: string, options: { description: string; maxItems?: number }) =>
  Type.Array(Type.String({ pattern: "^[A-Z][A-Z0-9_]*$", names }), options);

const only = { description: "Only events of these types. May be repeated." };
export const orgEventType = types(ofOrg, only);
export const groupEventType = types(ofGroup, only);
export const minDate = Type.String({ format: "date-time", description: "Only events from then on." });
export const maxDate = Type.String({ format: "date-time", description: "Only events until then." });
export const clusterNames = Type.Array(Type.String({ pattern: "^[a-zA-Z0-9][a-zA-Z0-9-]*$" }), {
  description: "Only events about these clusters, by the names that they have or had.",
});
