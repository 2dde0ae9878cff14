/** What is paid for: calls of the Sheets API, documents of the store. */
export interface Usage {
  sheetsReads: number;
  sheetsWrites: number;
  storeReads: number;
  storeWrites: number;
}

/** Counts where it is paid, each piece of work apart whatever goes on beside it. */
export interface Meter {
  /** What is used within `work`, and by whatever it calls, is added to `usage` as it happens. */
  measure<Result>(usage: Usage, work: () => Promise<Result>): Promise<Result>;
  /** Calls of the Sheets API by this process within the last minute, and how many of each Google grants. */
  lastMinute(): SheetsUse;
}

export interface SheetsUse {
  readonly reads: number;
  readonly writes: number;
  readonly granted: number;
}

export function noUsage(): Usage {
  return { sheetsReads: 0, sheetsWrites: 0, storeReads: 0, storeWrites: 0 };
}
