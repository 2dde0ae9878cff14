/** Where a person says that columns stand: `['срок=3', 'ответственный=C']` as «срок» → «3». */
export function parseColumnChoices(choices: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    choices.map((choice) => {
      const [name = '', ...column] = choice.split('=');
      return [name.trim(), column.join('=').trim()];
    }),
  );
}

/** `1.1, 1.3; срок=3` as its pieces. */
export function splitChoices(typed: string): readonly string[] {
  return typed
    .split(/[,;\n]/u)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
}
