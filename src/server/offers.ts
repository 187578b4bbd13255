// The offers of each room to a server; undefined where the room is not there.
import type { DatabasesRoom } from "./databases-room.ts";
import * as rooms from "./rooms.ts";

interface Offers {
  readonly databases?: DatabasesRoom;
}

export const { databases }: Offers = rooms;
