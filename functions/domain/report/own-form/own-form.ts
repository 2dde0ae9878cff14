export const OWN_FORM_KINDS = ['docx', 'xlsx'] as const;

export type OwnFormKind = (typeof OWN_FORM_KINDS)[number];

/** A form of an authority's own, without its bytes. */
export interface OwnForm {
  /** As people call it: the name of its file without the ending. */
  readonly name: string;
  readonly kind: OwnFormKind;
  /** SHA-256 of its bytes. */
  readonly hash: string;
  /** Keys of the fields and repeats that it names. */
  readonly uses: readonly string[];
}

/** As it is printed: dates as `15.10.2021`, what there is none of as «—»; numbers stay numbers, for cells of a sheet. */
export type FormValue = string | number;

/** What a form is filled with: fields, and of each repeat its items. Plain JSON. */
export interface FormValues {
  readonly [key: string]: FormValue | readonly FormValues[];
}
