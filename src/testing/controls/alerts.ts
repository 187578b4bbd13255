// Opens and closes alerts on request: nothing here is monitored.
import { Compile } from "typebox/schema";
import { closeAlert, isOpen, openAlert } from "../../atlas/alerts/alerts.ts";
import { alertConfigs, alerts } from "../../atlas/alerts/kept.ts";
import { describeFindings } from "../../core/contract/findings.ts";
import { type ActingDeps, acting } from "./acting.ts";
import { ControlError } from "./control-error.ts";
import schemas from "./schemas.json" with { type: "json" };
import type { AlertOpening } from "./seen.ts";

/** The validator, compiled on first use, since most rehearsals open no alert. */
let validator: ReturnType<typeof Compile> | undefined;

export function createAlertControls(deps: ActingDeps) {
  const change = acting(deps);
  return {
    async open(opening: AlertOpening): Promise<string> {
      validator ??= Compile(schemas["alerts.open"].body);
      if (!validator.Check(opening)) {
        throw new ControlError(400, describeFindings(validator.Errors(opening)[1]).join("; "));
      }
      const { alertConfigId, ...subject } = opening;
      return change(async (changing) => {
        const config = await alertConfigs.findAnywhere(changing, alertConfigId);
        if (config === undefined) {
          throw new ControlError(404, `there is no alert configuration with the id ${alertConfigId}`);
        }
        if (!config.document.enabled) throw new ControlError(400, "the alert configuration is off");
        return (await openAlert(changing, config, subject)).name;
      });
    },
    async close(id: string): Promise<void> {
      await change(async (changing) => {
        const alert = await alerts.findAnywhere(changing, id);
        if (alert === undefined || !isOpen(alert, changing.now)) {
          throw new ControlError(404, `there is no open alert with the id ${id}`);
        }
        await closeAlert(changing, alert);
      });
    },
  };
}
