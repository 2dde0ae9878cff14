/** Takes a Russian sentence about what was mended in a phrase. */
export type Heal = (what: string) => void;
