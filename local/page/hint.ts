import type { EventStream } from './event-stream.ts';

const FAILED_SECONDS = 12;
const FAILED =
  'Набранное сохранено, но замечания пока прежние. Нажмите «ШНОР» → «Синхронизировать»: там будет сказано, в чём дело.';

/** Runs triggers without anyone waiting for them; all windows see that a check is under way, and how it failed. */
export function createHint(stream: EventStream): (run: () => Promise<void>) => void {
  let running = 0;
  const settle = async (run: () => Promise<void>): Promise<void> => {
    running += 1;
    if (running === 1) stream.sendAll({ kind: 'checking', isChecking: true });
    try {
      await run();
    } catch (error) {
      // Cut off by the end of the program: its next start synchronises again.
      if (stream.isClosed) return;
      // The stack is for whoever runs the program.
      console.error(error);
      stream.sendAll({
        kind: 'toast',
        title: 'Проверка не удалась',
        message: FAILED,
        seconds: FAILED_SECONDS,
      });
    } finally {
      running -= 1;
      if (running === 0) stream.sendAll({ kind: 'checking', isChecking: false });
    }
  };
  return (run) => void settle(run);
}
