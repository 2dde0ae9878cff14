/** Milliseconds of a processor that the work takes: how long it lasts depends on what else the machine does. */
export function processorMs(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
