import { join } from 'node:path';
import { SERVICE } from './service.ts';

/**
 * The program of a container: the functions framework with the functions that lie beside it. `FUNCTION_TARGET` names
 * one of them for a service of its own; absent: all, by path.
 */
process.env['FUNCTION_TARGET'] ??= SERVICE;
process.env['FUNCTION_SOURCE'] ??= join(import.meta.dirname, 'index.mjs');
// By its file: the package exports no program.
await import('../node_modules/@google-cloud/functions-framework/build/src/main.js');
