import { describeEnd, describeImport } from './describe-import.ts';
import { importTables } from '../import-tables.ts';
import type { ParsePlanFile } from '../ports/ports.ts';
import { readMemberHead } from '../sync/read-standing.ts';
import type { Dependencies } from '../ports/dependencies.ts';

export interface PlanFileRequest {
  readonly workbookId: string;
  /** Verified address of who asks; only who may act appends. */
  readonly by: string;
  /** The file's name, with its ending. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly table?: string;
  readonly isConfirmed: boolean;
}

export interface PlanFileOutcome {
  readonly status: 'planned' | 'imported' | 'unchanged';
  /** Measures that are new, or that were appended. */
  readonly count: number;
  /** Names of the file's tables, where there are several to choose from. */
  readonly tables: readonly string[];
  readonly message: string;
}

/**
 * A plan that somebody has sent: what it would bring to «Регламент», or, confirmed, what it has brought. Whoever is
 * no member sends a file in vain: it is not even opened. Throws `AccessDeniedError`, `ReadOnlyRoleError`, and what
 * `ParsePlanFile` and `importTables` throw.
 */
export async function importPlanFile(
  deps: Dependencies & { readonly parsePlanFile: ParsePlanFile },
  { bytes, ...request }: PlanFileRequest,
): Promise<PlanFileOutcome> {
  await readMemberHead(deps, request);
  const tables = await deps.parsePlanFile(request.name, bytes);
  const { imported, plan } = await importTables(deps, { ...request, tables });
  const count = imported.additions.length;
  const end = describeEnd(imported, request.isConfirmed, 'Дописать в «Регламент»?');
  const done = request.isConfirmed ? ('imported' as const) : ('planned' as const);
  return {
    status: count === 0 ? 'unchanged' : done,
    count,
    tables: tables.length > 1 ? tables.map(({ name }) => name) : [],
    message: [...describeImport(imported, plan), end].join('\n'),
  };
}
