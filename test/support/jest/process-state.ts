/** Puts the environment back as it was. */
export function restoreEnvironment(env: NodeJS.ProcessEnv): void {
  for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name];
  Object.assign(process.env, env);
}

/** Gives an object other values under these names, until the returned function is called. */
export function replaceProperties(owner: object, values: Readonly<Record<string, unknown>>): () => void {
  const names = Object.keys(values);
  const before = names.map((name) => [name, Object.getOwnPropertyDescriptor(owner, name)] as const);
  for (const name of names)
    Object.defineProperty(owner, name, {
      value: values[name],
      configurable: true,
      enumerable: true,
      writable: true,
    });
  return () => {
    for (const [name, descriptor] of before)
      if (descriptor) Object.defineProperty(owner, name, descriptor);
      else Reflect.deleteProperty(owner, name);
  };
}
