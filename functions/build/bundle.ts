import { build, type Metafile, type Plugin } from 'esbuild';

/** The bundle is of ES modules; what is CommonJS in it asks for these, which such modules have not. */
const COMMON_JS =
  "import{createRequire as createRequire$}from'node:module';const require=createRequire$(import.meta.url);";

/**
 * All that runs in the cloud, libraries too: `server.mjs` (our gate with the functions framework behind it),
 * `index.mjs` for whoever starts a framework of their own, and parts that are loaded when a call wants them: in one
 * file the office libraries would load with every start, because ES modules import before they run. The program that
 * reads files apart stands among the parts, where the part that starts it looks for it. Names stay whole: the log
 * shows stacks.
 */
export function bundleFunctions(outdir: string): Promise<Metafile> {
  return bundleFor(outdir, {
    index: 'functions/index.ts',
    server: 'functions/server.ts',
    [WARM_UP]: 'functions/start/warm-up.ts',
    'parts/plan-reader': 'functions/adapters/files/plan/process/plan-reader.ts',
  });
}

/** The program that the platform runs once, after it has taken the folder over. */
export const WARM_UP = 'warm-up';

/** Programs as they run in the cloud; `entryPoints`: source files by the names of what is made of them. */
export async function bundleFor(
  outdir: string,
  entryPoints: Readonly<Record<string, string>>,
): Promise<Metafile> {
  const { metafile } = await build({
    entryPoints,
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    chunkNames: 'parts/[name]-[hash]',
    format: 'esm',
    platform: 'node',
    target: 'node24',
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: 'none',
    banner: { js: COMMON_JS },
    define: { __dirname: 'import.meta.dirname', __filename: 'import.meta.filename' },
    plugins: [namedExports],
    metafile: true,
    logLevel: 'warning',
  });
  return metafile;
}

const NAMED = 'named-exports';

/**
 * `await import('package')` gives in Node.js the names of a CommonJS package, in a bundle its `default` alone. So what
 * we import so goes through a module that names them.
 */
const namedExports: Plugin = {
  name: NAMED,
  setup(bundler) {
    bundler.onResolve({ filter: /^[a-z@]/, namespace: 'file' }, ({ path, kind, importer, resolveDir }) => {
      const isOurs =
        kind === 'dynamic-import' && !importer.includes('node_modules') && !path.startsWith('node:');
      return isOurs ? { path, namespace: NAMED, pluginData: resolveDir } : undefined;
    });
    bundler.onLoad({ filter: /./, namespace: NAMED }, async ({ path, pluginData }) => {
      const names = Object.keys((await import(path)) as object).filter((name) => /^[a-zA-Z]\w*$/u.test(name));
      const lines = names.map((name) =>
        name === 'default' ? 'export default all.default;' : `export const ${name} = all.${name};`,
      );
      const contents = [`import * as all from ${JSON.stringify(path)};`, ...lines].join('\n');
      return { contents, resolveDir: String(pluginData) };
    });
  },
};
