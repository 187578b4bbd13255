// The July 2027 kit, as the command line, test controls and pages get it.
import type { JulyRoom } from "../server/july-room.ts";

export const july: JulyRoom = {
  async loadCommands() {
    const { commands } = await import("./commands/index.ts");
    return commands;
  },
  async loadPages() {
    const { pages } = await import("./pages.ts");
    return pages;
  },
  async findSuccessors(counted) {
    const [{ findingsOf }, { movesOf }] = await Promise.all([
      import("./report/write-report.ts"),
      import("./report/version-1.ts"),
    ]);
    return [...findingsOf(counted), ...movesOf(counted)];
  },
};
