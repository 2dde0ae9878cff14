import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { PlanLimits } from '../limits.ts';
import type { ReadingAnswer, ReadingOrder, ReadingResults } from './plan-reader.ts';

/** Beside this file in the source; among the parts of the bundle, where this one is, when the functions are built (see `functions/build.ts`). */
const PROGRAM = import.meta.url.endsWith('.ts') ? './plan-reader.ts' : './plan-reader.mjs';
/** Of a process that died, to be kept with the error. */
const KEPT_ERRORS = 4000;

/**
 * Reads the file in a process of its own, which is killed when it has taken its time: whatever a file does to a
 * parser, this one goes on. A thread would not do: one that asks for much memory at once takes the whole process
 * with it (seen with Node.js 24: an array of 50 million numbers under `resourceLimits`).
 */
export async function readApart<Task extends keyof ReadingResults>(
  order: ReadingOrder & { readonly task: Task },
): Promise<ReadingAnswer<ReadingResults[Task]>> {
  const child = startReader(order.limits);
  let timer: NodeJS.Timeout | undefined;
  const timeOut = new Promise<ReadingAnswer<ReadingResults[Task]>>((resolve) => {
    const seconds = Math.max(1, Math.round(order.limits.milliseconds / 1000));
    timer = setTimeout(
      () => resolve({ outcome: 'too_large', why: `чтение не закончилось за ${seconds} с` }),
      order.limits.milliseconds,
    );
  });
  try {
    const answered = answerOf(child, order) as Promise<ReadingAnswer<ReadingResults[Task]>>;
    return await Promise.race([answered, timeOut]);
  } finally {
    clearTimeout(timer);
    child.kill('SIGKILL');
  }
}

/** What Windows needs to start a program, and where types that were stripped before are kept. */
const HANDED_ON: ReadonlySet<string> = new Set(['SystemRoot', 'NODE_COMPILE_CACHE']);

/** It is given no environment: what a file of a stranger might win over shall find no secrets there. */
function startReader({ heapMegabytes }: PlanLimits): ChildProcess {
  const isHandedOn = ([name]: [string, unknown]) => HANDED_ON.has(name);
  return fork(fileURLToPath(new URL(PROGRAM, import.meta.url)), [], {
    execArgv: [`--max-old-space-size=${heapMegabytes}`, '--disable-warning=ExperimentalWarning'],
    env: Object.fromEntries(Object.entries(process.env).filter(isHandedOn)),
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
}

function answerOf(child: ChildProcess, order: ReadingOrder): Promise<ReadingAnswer> {
  const { heapMegabytes } = order.limits;
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => (said = `${said}${chunk.toString()}`.slice(-KEPT_ERRORS)));
  return new Promise((resolve) => {
    child.once('message', (answer: ReadingAnswer) => resolve(answer));
    child.once('error', (error) => resolve({ outcome: 'unreadable', why: String(error) }));
    // Not `exit`: what it has said may still be on its way.
    child.once('close', () => {
      const why = `для чтения не хватило ${heapMegabytes} МБ памяти`;
      resolve(
        /out of memory/iu.test(said) ? { outcome: 'too_large', why } : { outcome: 'unreadable', why: said },
      );
    });
    child.send(order, (error) => error && resolve({ outcome: 'unreadable', why: String(error) }));
  });
}
