/** The library takes the emulator's address from the environment as it connects, at the first call. */
export async function connectedTo<Answer>(host: string, firstCall: () => Promise<Answer>): Promise<Answer> {
  const kept = process.env['FIRESTORE_EMULATOR_HOST'];
  process.env['FIRESTORE_EMULATOR_HOST'] = host;
  try {
    return await firstCall();
  } finally {
    process.env['FIRESTORE_EMULATOR_HOST'] = kept;
  }
}
