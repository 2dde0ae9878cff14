import { HEADER_BUGS } from './header-bugs.ts';
import { IDENTITY_BUGS } from './identity-bugs.ts';
import { READING_BUGS } from './reading-bugs.ts';
import { STORE_BUGS } from './store-bugs.ts';
import { WIRE_BUGS } from './wire-bugs.ts';
import type { PlantedBug } from './plant.ts';

/** Every bug that the simulator must find. */
export const PLANTED_BUGS: readonly PlantedBug[] = [
  ...READING_BUGS,
  ...HEADER_BUGS,
  ...IDENTITY_BUGS,
  ...STORE_BUGS,
  ...WIRE_BUGS,
];
