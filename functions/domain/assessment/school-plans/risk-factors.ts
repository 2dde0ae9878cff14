/** Words of the ten factors of a school's risk profile, as the project «500+» names them. */
const FACTORS =
  /риск|оснащени|кадр|компетентност|(?<!\p{L})овз(?!\p{L})|языков\p{L}* и культурн|мотиваци|благополучи|дисциплин|неуспешност|вовлеч/iu;

/** Whether the heading over measures of a school's plan names a factor that they are to reduce. */
export function maybeRiskFactor(heading: string): boolean {
  return FACTORS.test(heading);
}
