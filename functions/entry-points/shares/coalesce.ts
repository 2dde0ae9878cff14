interface Lane<Answer> {
  readonly running: Promise<Answer>;
  next?: Promise<Answer>;
}

export type Coalesce<Answer> = (key: string, run: () => Promise<Answer>) => Promise<Answer>;

/**
 * Bursts become two runs: one at a time a key, and all who ask while it goes on share the next one. It begins
 * after they asked, so it sees their edits; the running one may have read the sheet before them.
 * Only within this instance: between instances the fence of the commit decides.
 */
export function createCoalescer<Answer>(): Coalesce<Answer> {
  const lanes = new Map<string, Lane<Answer>>();

  function start(key: string, run: () => Promise<Answer>): Promise<Answer> {
    const running = run();
    const lane: Lane<Answer> = { running };
    lanes.set(key, lane);
    const leave = () => {
      if (!lane.next) lanes.delete(key);
    };
    running.then(leave, leave);
    return running;
  }

  return (key, run) => {
    const lane = lanes.get(key);
    if (!lane) return start(key, run);
    const begin = () => start(key, run);
    lane.next ??= lane.running.then(begin, begin);
    return lane.next;
  };
}
