// How rate limits are inspected.
import * as Type from "typebox";
import { exampleClientId } from "../client-id.ts";
import { always, ObjectId, object } from "./common.ts";

const changeable = (id: string, description: string) =>
  always(
    object(
      id,
      {
        defaultValue: Type.Optional(
          Type.Union([Type.Integer({ format: "int64" }), Type.Null()], {
            description:
              "What counts for all, shown where one project, organization, caller or address is named.",
          }),
        ),
        value: always(Type.Integer({ format: "int64", description: "What counts." })),
      },
      { description },
    ),
  );

const Endpoint = object("RateLimitEndpointSetEndpoint", {
  method: always(
    Type.Enum(["GET", "POST", "PUT", "DELETE", "PATCH"], { type: "string", description: "HTTP method." }),
  ),
  path: always(Type.String({ description: "Path, with its parameters in braces." })),
});

export const RateLimitEndpointSet = object("RateLimitEndpointSetResponse", {
  capacity: changeable("RateLimitEndpointSetCapacity", "Requests a full bucket holds."),
  endpointSetId: always(
    Type.String({ description: "Id of the endpoint set.", example: "groupInvites_group" }),
  ),
  endpointSetName: always(Type.String({ description: "Name of the endpoint set in words." })),
  endpoints: always(
    Type.Array(Endpoint, {
      maxItems: 100,
      uniqueItems: true,
      description: "Endpoints that are counted together.",
    }),
  ),
  refillDurationSeconds: changeable(
    "RateLimitEndpointSetRefillDurationSeconds",
    "Seconds between two refills.",
  ),
  refillRate: changeable("RateLimitEndpointSetRefillRate", "Requests a refill gives back."),
  scope: always(
    Type.Enum(["IP", "GROUP", "ORGANIZATION", "USER"], {
      type: "string",
      description: "Whose requests are counted together.",
    }),
  ),
});

/** Whose limits are asked for. */
export const subject = {
  groupId: { ...ObjectId, description: "Limits of this project: those that are counted by project." },
  ipAddress: Type.String({ description: "Limits of this address: those that are counted by address." }),
  orgId: { ...ObjectId, description: "Limits of this organization: those that are counted by organization." },
  userId: Type.String({
    description: "Limits of this caller, an id or a client id: those that are counted by caller.",
    example: exampleClientId,
  }),
};
