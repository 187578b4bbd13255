// Proves listOrgEventsOf and listGroupEventsOf: what somebody did and what was done to them, by day, and who may ask.
import { proveEventsOf } from "../../../test/console/support/events-of.ts";
import { ids } from "../../../test/support/world.ts";

proveEventsOf("listOrgEventsOf", { orgId: ids.org });
proveEventsOf("listGroupEventsOf", { groupId: ids.group });
