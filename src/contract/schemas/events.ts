// Bodies of the event operations.
import * as Type from "typebox";
import { always, Links, ObjectId, object, Timestamp } from "./common.ts";
import { id, readable } from "./members.ts";

/** Types that Atlas adds later are answered, too. */
const open = (names: string) => `${names} | (string & {})`;

/** All that an event of whatever type may say; most types say only some of it. `names` are the types, for the typed client. */
const members = (names: string) => ({
  alertConfigId: id("Alert configuration it is about."),
  alertId: id("Alert it is about."),
  apiKeyId: id("API key that caused it."),
  clientId: readable("Service account it is about."),
  clusterName: readable("Cluster it is about."),
  created: { ...Timestamp, readOnly: true, description: "When it happened." },
  dbUserUsername: readable("Database user it is about."),
  eventTypeName: Type.String({ readOnly: true, description: "What happened.", names: open(names) }),
  groupId: id("Project it belongs to."),
  id: { ...ObjectId, readOnly: true, description: "Id of the event." },
  isGlobalAdmin: Type.Optional(
    Type.Boolean({ readOnly: true, description: "Whether staff of the operator caused it: never here." }),
  ),
  links: Type.Optional(Links),
  orgId: id("Organization it belongs to."),
  publicKey: readable("Public part of the API key that caused it."),
  raw: Type.Optional(
    object(
      "raw",
      {
        _t: readable("Kind of the event."),
        cre: always({ ...Timestamp, readOnly: true, description: "When it happened." }),
        description: readable("What happened, in words."),
        id: id("Id of the event."),
        orgId: id("Organization it belongs to."),
        severity: always(
          Type.Enum(["INFO", "WARNING", "ERROR", "CRITICAL"], {
            type: "string",
            readOnly: true,
            description: "How grave it is: always INFO here.",
          }),
        ),
      },
      { readOnly: true, description: "The event as the log of Atlas has it." },
    ),
  ),
  remoteAddress: readable("Address the request came from."),
  resourceId: id("Resource it is about."),
  resourceType: readable("Kind of that resource."),
  resourcePolicyId: id("Resource policy it is about."),
  targetPublicKey: readable("API key it is about."),
  targetUsername: readable("Person it is about."),
  teamId: id("Team it is about."),
  userId: id("Service account that caused it."),
  username: readable("Client id of the service account that caused it."),
  whitelistEntry: readable("Entry of the access list it is about."),
});

const [ofOrg, ofGroup] = ["EventTypeForOrg", "EventTypeForNdsGroup"];

export const EventViewForOrg = object("EventViewForOrg", members(ofOrg));
export const EventViewForNdsGroup = object("EventViewForNdsGroup", members(ofGroup));

export const EventTypeDetails = object("EventTypeDetails", {
  alertable: always(
    Type.Boolean({ readOnly: true, description: "Whether alert configurations can name it." }),
  ),
  description: readable("What it says, in words."),
  eventType: Type.Optional(
    Type.String({ readOnly: true, description: "Name of the type.", names: open(`${ofOrg} | ${ofGroup}`) }),
  ),
});

/** Any name is taken; the typed client knows those of Atlas. */
const types = (names: string, options: { description: string; maxItems?: number }) =>
  Type.Array(Type.String({ pattern: "^[A-Z][A-Z0-9_]*$", names }), options);

const only = { description: "Only events of these types. May be repeated." };
export const orgEventType = types(ofOrg, only);
export const groupEventType = types(ofGroup, only);
export const excludedEventType = types(ofGroup, {
  description: "No events of these types. May be repeated.",
});
export const minDate = Type.String({ format: "date-time", description: "Only events from then on." });
export const maxDate = Type.String({ format: "date-time", description: "Only events until then." });
export const clusterNames = Type.Array(Type.String({ pattern: "^[a-zA-Z0-9][a-zA-Z0-9-]*$" }), {
  description: "Only events about these clusters, by the names that they have or had.",
});
export const includeRaw = Object.assign(
  Type.Boolean({ description: "Whether to add the member `raw`: the event as a log would have it." }),
  { default: false as const as boolean },
);

export const ActivityFeedLinkResponse = object("ActivityFeedLinkResponse", {
  link: Type.String({ description: "Address of the feed with the filters that were sent." }),
  links: Type.Optional(Links),
});

/** As many of each filter as a link carries. */
export const fewOrgEventTypes = types(ofOrg, { ...only, maxItems: 20 });
export const fewGroupEventTypes = types(ofGroup, { ...only, maxItems: 20 });
export const fewClusterNames = Type.Array(Type.String(), {
  maxItems: 20,
  description: "Only events about these clusters. May be repeated.",
});
