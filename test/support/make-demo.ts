import { makeDemo } from './demo-folder.ts';

await makeDemo();
