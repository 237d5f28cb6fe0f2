/**
 * Builds what runs in pages. Content scripts are no modules, and a browser gives every one of them a file of its own: what several of
 * them need stands once, in `dashboard.js`, and they find it by a name that only this build has. But for small helpers that hold nothing
 * (`COPIED`) nothing is evaluated twice in a page.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin, parseAst, type Rolldown } from 'vite';
import type { ReadingPart } from '../core/dashboards/brought';
import { type PartName, READING_PARTS } from '../core/messages';

const ROOT = join(import.meta.dirname, '..');
const SHARED = 'dashboard';
/** Entries besides those of the platforms. */
const PARTS: Readonly<Record<PartName, string>> = {
  overlay: 'entrypoints/dashboard.content/overlay-part.ts',
  'page-reader': 'entrypoints/dashboard.content/page-reader.ts',
  words: 'core/text/languages.ts',
  ...(Object.fromEntries(READING_PARTS.map((name) => [name, `core/dashboards/parts/${name}.ts`])) as Record<ReadingPart, string>),
};

/** The folders of platforms, each with the names under which the registry exports its platforms. */
function folders(): Map<string, string> {
  const source = readFileSync(join(ROOT, 'core/dashboards/sites.ts'), 'utf8');
  return new Map(
    [...source.matchAll(/^export \{ (.+) \} from '\.\/(\w+)';$/gm)].map(([, names = '', folder = '']) => [folder, names]),
  );
}

const VIRTUAL = 'platform:';
const startOf = {
  name: 'start-of-a-platform',
  resolveId: (source: string) => (source.startsWith(VIRTUAL) ? `\0${source}` : null),
  load(id: string) {
    if (!id.startsWith(`\0${VIRTUAL}`)) return null;
    const names = folders().get(id.slice(VIRTUAL.length + 1));
    return `import { start } from '/entrypoints/dashboard.content/start';
import { ${names} } from '/core/dashboards/sites';
void start([${names}]);`;
  },
};

/** Small, and needed by some platforms only: each of them carries its own copy, and the others none. */
const COPIED = /\/core\/(?:dashboards\/(?:account|audience|icons|post-text|snowflake|totals)|model\/id-time)\.ts$/;
const ownCopies: Plugin = {
  name: 'own-copies',
  enforce: 'pre',
  async resolveId(source, importer = '') {
    const folder = /\/core\/dashboards\/(\w+)\/index\.ts$|\.ts\?of=(\w+)$/.exec(importer)?.slice(1).find(Boolean);
    const module = folder && (await this.resolve(source, importer.replace(/\?.*/, ''), { skipSelf: true }));
    return module && COPIED.test(module.id) ? `${module.id}?of=${folder}` : null;
  },
};

/** Scripts by file name, as WXT takes them. `minify: false` keeps names readable. */
export async function pageScripts(minify: boolean): Promise<{ relativeDest: string; contents: string }[]> {
  const parts = Object.entries(PARTS).map(([name, file]) => [name, join(ROOT, file)]);
  const input = Object.fromEntries([...[...folders().keys()].map((name) => [name, VIRTUAL + name]), ...parts]);
  const result = (await build({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [startOf, ownCopies],
    build: {
      write: false,
      minify,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input,
        // A platform's pages are data: importing one brings no other.
        treeshake: { moduleSideEffects: (id) => !/\/core\/dashboards\/(?:sites\.ts|[^/]+\/index\.ts)$/.test(id) },
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: '[name].js',
          codeSplitting: { groups: [{ name: SHARED, minShareCount: 2 }] },
        },
      },
    },
  })) as Rolldown.RolldownOutput;
  const chunks = result.output.filter((chunk) => chunk.type === 'chunk');
  const shared = chunks.find(({ name, isEntry }) => name === SHARED && !isEntry);
  const strays = chunks.filter(({ isEntry }) => !isEntry).length - 1;
  if (!shared || strays > 0) throw new Error(`what pages share is not one script: ${chunks.map(({ fileName }) => fileName)}`);
  const place = JSON.stringify(`post-almanac ${createHash('sha256').update(shared.code).digest('hex').slice(0, 12)}`);
  return chunks.map((chunk) => ({
    relativeDest: `content-scripts/${chunk.fileName}`,
    contents: chunk === shared ? sharedScript(chunk.code, place) : script(chunk.code, place),
  }));
}

type Names = [inside: string, outside: string][];
interface Parts {
  code: string;
  imported: Names;
  exported: Names;
}

/** A chunk without its import and export statements, and what they said. */
function taken(code: string): Parts {
  const parts: Parts = { code: '', imported: [], exported: [] };
  let at = 0;
  for (const node of parseAst(code).body) {
    if (node.type === 'ImportDeclaration') {
      for (const each of node.specifiers) {
        if (each.type !== 'ImportSpecifier') throw new Error('only names are shared');
        parts.imported.push([each.local.name, nameOf(each.imported)]);
      }
    } else if (node.type === 'ExportNamedDeclaration' && !node.declaration && !node.source) {
      for (const { local, exported } of node.specifiers) parts.exported.push([nameOf(local), nameOf(exported)]);
    } else continue;
    parts.code += code.slice(at, node.start);
    at = node.end;
  }
  parts.code += code.slice(at);
  return parts;
}
const nameOf = (node: { type: string }) => {
  const { name, value } = node as { name?: string; value?: string };
  return name ?? value ?? '';
};
const list = (names: Names, write: (inside: string, outside: string) => string) => names.map((pair) => write(...pair)).join();

function sharedScript(code: string, place: string): string {
  const { code: body, exported } = taken(code);
  return `globalThis[${place}]??=(()=>{${body}\nreturn{${list(exported, (inside, outside) => `${outside}:${inside}`)}}})();\n`;
}

function script(code: string, place: string): string {
  const { code: body, imported } = taken(code);
  const names = list(imported, (inside, outside) => `${outside}:${inside}`);
  return `(()=>{const{${names}}=globalThis[${place}];${body}\n})();\n`;
}
