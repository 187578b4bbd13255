// The rooms of a server other than the core and Atlas. To remove one, delete its folder, its tests and its line here.
export { console } from "../console/room.ts";
export { databases } from "../databases/room.ts";
export { july } from "../july/room.ts";
