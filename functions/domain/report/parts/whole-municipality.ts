/** Stands in the place of the school where a measure is the municipality's as a whole. */
export const WHOLE_MUNICIPALITY = 'муниципалитет';
