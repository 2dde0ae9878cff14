/** Ends what the global set-up has started. */
export default async function tearDown(): Promise<void> {
  await globalThis.firestoreEmulator?.stop();
}
