import { route } from './entry-points/route.ts';
import { openDoor } from './open-door.ts';
import { registerFunctions } from './register.ts';

const door = openDoor();
registerFunctions(door);

/** For a functions framework that is not the one bundled here, and does not see what was registered with that one. */
export const shnor = route(door);
