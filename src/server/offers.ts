// The offers of each room to a server; undefined where the room is not there.
import type { ConsoleRoom } from "./console-room.ts";
import type { DatabasesRoom } from "./databases-room.ts";
import type { JulyRoom } from "./july-room.ts";
import * as rooms from "./rooms.ts";

interface Offers {
  readonly console?: ConsoleRoom;
  readonly databases?: DatabasesRoom;
  readonly july?: JulyRoom;
}

export const { console: openConsole, databases, july }: Offers = rooms;
