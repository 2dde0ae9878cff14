// Loaded before everything else, in the oldest JavaScript: it must run where the rest does not.
'use strict';
var parts = process.version.slice(1).split('.').map(Number);
if (parts[0] < 22 || (parts[0] === 22 && parts[1] < 18)) {
  console.error(
    'Нужен Node.js 22.18 или новее (лучше 24), а запущен ' +
      process.version +
      '. Установите новый: https://nodejs.org',
  );
  process.exit(1);
}
// The programs are TypeScript: without a cache each start would strip the types of hundreds of files anew.
require('module').enableCompileCache();
