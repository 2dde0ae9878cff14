/**
 * What the script asked for and the host has not. A worker runs one script at a time, so this is the run's: a script
 * that catches the error has still failed.
 */
const breaches: string[] = [];

/** A new run begins. */
export function forgetBreaches(): void {
  breaches.length = 0;
}

export function findBreach(): string | undefined {
  return breaches[0];
}

/** Ends the run: the host offers less of Apps Script than the script uses. */
export function refuseUnknown(owner: string, member: string): never {
  const breach = `${owner}.${member}: the add-on host has no such member; add it to local/addon-host/services`;
  breaches.push(breach);
  throw new Error(breach);
}

/**
 * A stand-in that knows its members and nothing else: reading or setting any other one ends the run and names it,
 * where a plain object would quietly give `undefined`.
 */
export function strict<Members extends object>(name: string, members: Members): Members {
  return new Proxy(members, {
    get(target, member, receiver) {
      // The engine itself asks for symbols, as when it makes a text of an object.
      if (typeof member !== 'symbol' && !Object.hasOwn(target, member)) refuseUnknown(name, member);
      return Reflect.get(target, member, receiver) as unknown;
    },
    set: (_target, member) => refuseUnknown(name, String(member)),
  });
}
