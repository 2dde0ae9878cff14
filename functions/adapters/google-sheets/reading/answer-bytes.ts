/** The body of an answer, whichever way it was asked for; a text where it is no JSON. */
export function readBody(data: unknown): unknown {
  const bytes = answerBytes(data);
  if (!bytes) return data;
  const text = bytes.toString();
  try {
    return JSON.parse(text);
  } catch {
    // An answer cut off, or the page of a machine in between: whoever asks sees that it is no object.
    return text;
  }
}

/** The bytes of an answer that was asked for as such; undefined for anything else. */
export function answerBytes(data: unknown): Buffer | undefined {
  // By its name: jest gives Node's own modules another `ArrayBuffer` than the tests'.
  return Object.prototype.toString.call(data) === '[object ArrayBuffer]'
    ? Buffer.from(data as ArrayBuffer)
    : undefined;
}
