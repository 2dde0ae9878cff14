/**
 * What the words of orders mean that name no day. Rules of execution differ by authority, so each is a setting;
 * null: nobody has said, and the phrase asks.
 */
export interface TermProfile {
  /** Working days from the event or document. */
  readonly immediately: number | null;
  readonly urgently: number | null;
  readonly atOnce: number | null;
  readonly promptly: number | null;
  /** «Ежемесячно», «ежеквартально» without a day: by this day of the month after. */
  readonly dayAfter: number | null;
  /** «Постоянно»: by this day of January of the next year. */
  readonly dayOfJanuary: number | null;
}

export const NO_PROFILE: TermProfile = {
  immediately: null,
  urgently: null,
  atOnce: null,
  promptly: null,
  dayAfter: null,
  dayOfJanuary: null,
};

/** Rules of a regional governor's administration, docs.cntd.ru/document/453106005. */
export const REGION_PROFILE: TermProfile = {
  immediately: 1,
  urgently: 3,
  atOnce: 3,
  promptly: 10,
  dayAfter: 10,
  dayOfJanuary: 20,
};
