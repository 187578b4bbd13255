// Bodies of the operations that read and write the settings of an organization.
import type { TSchema } from "typebox";
import * as Type from "typebox";
import { always, object } from "./common.ts";

const flag = (description: string, rest: object = {}) => always(Type.Boolean({ ...rest, description }));
const orNull = <S extends TSchema>(schema: S, description: string) =>
  always(Type.Union([schema, Type.Null()], { description }));

const seconds = (description: string) =>
  Type.Optional(Type.Integer({ format: "int32", minimum: 1, maximum: 2_147_483_647, description }));

export const OrganizationSettings = object("OrganizationSettings", {
  apiAccessListRequired: flag("Whether credentials without an access list of their own are refused."),
  customSessionTimeouts: Type.Optional(
    object(
      "CustomSessionTimeouts",
      {
        absoluteSessionTimeoutInSeconds: seconds("Longest life of a console session."),
        idleSessionTimeoutInSeconds: seconds("Longest life of a console session in which nothing happens."),
      },
      { description: "How long console sessions last." },
    ),
  ),
  genAIFeaturesEnabled: flag("Whether generative features are offered.", { default: true }),
  maxServiceAccountSecretValidityInHours: Type.Optional(
    Type.Integer({
      format: "int32",
      minimum: 8,
      maximum: 8760,
      description: "Longest life that a new secret of a service account may have.",
    }),
  ),
  multiFactorAuthRequired: flag("Whether people need a second factor to sign in."),
  operationsContact: orNull(
    Type.String(),
    "E-mail address for news about the operation of clusters; null or an empty text takes it away.",
  ),
  restrictEmployeeAccess: flag("Whether the vendor's staff may not reach databases."),
  securityContact: Type.Optional(
    Type.String({ description: "E-mail address for news about security; an empty text takes it away." }),
  ),
  streamsCrossGroupEnabled: flag("Whether stream processing may reach other projects."),
});
