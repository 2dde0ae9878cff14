/** A table in Markdown; numbers stand right. */
export function formatTable(head: readonly string[], lines: readonly (readonly string[])[]): string {
  const rule = head.map((_, column) => (lines.every((line) => isNumber(line[column])) ? '---:' : '---'));
  return [head, rule, ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function isNumber(text: string | undefined): boolean {
  return /^[\d\s.,%]+$/u.test(text ?? '');
}
