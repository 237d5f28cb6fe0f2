import { join } from 'node:path';
import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { HOSTS } from './core/dashboards/hosts';
import { packWords } from './scripts/pack-words';
import { pageScripts } from './scripts/page-scripts';

/** The dashboards' hosts, from the registry: nothing is listed twice. */
const ORIGINS = HOSTS.flatMap(({ matches }) => matches);

/** "Nothing leaves the browser", enforced by the browser. `connect-src` alone would let images, frames, prefetch and forms out. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "worker-src 'self'",
  "connect-src 'none'",
  "form-action 'none'",
  "frame-src 'none'",
  "base-uri 'none'",
  "object-src 'none'",
].join('; ');

export default defineConfig({
  imports: false,
  hooks: {
    'prepare:publicPaths'(_, paths) {
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a type, written out by WXT
      paths.push({ type: 'templateLiteral', path: '/content-scripts/${string}.js' });
    },
    // The worker is built with the pages: what both need stands in the package once.
    'vite:build:extendConfig'(entrypoints, { build }) {
      const { input, output } = build?.rollupOptions ?? {};
      if (entrypoints.some(({ name }) => name === 'popup')) {
        Object.assign(input ?? {}, { 'data.worker': join(import.meta.dirname, 'entrypoints/lib/data.worker.ts') });
        // No browser keeps files of an extension beyond its version: a hash in each name would only be carried along.
        Object.assign(output ?? {}, {
          entryFileNames: ({ name }: { name: string }) => (name === 'data.worker' ? '[name].js' : 'chunks/[name].js'),
          chunkFileNames: 'chunks/[name].js',
          assetFileNames: 'assets/[name].[ext]',
        });
      }
    },
    async 'build:publicAssets'(wxt, files) {
      files.push(...(await pageScripts(wxt.config.command === 'build' && !process.env.PLAIN)));
    },
  },
  webExt: { disabled: true },
  vite: () => ({
    plugins: [preact(), ...(process.env.PLAIN ? [] : [packWords()])],
    worker: { format: 'es' },
    build: { target: 'es2022', modulePreload: false, ...(process.env.PLAIN ? { minify: false } : {}) },
  }),
  manifest: ({ browser, manifestVersion, mode }) => {
    const chromium = browser !== 'firefox';
    const permissions = [
      'storage',
      'unlimitedStorage',
      ...(chromium ? ['sidePanel', 'offscreen'] : []),
      'scripting',
      'alarms',
      'activeTab',
    ];
    return {
      name: '__MSG_name__',
      description: '__MSG_description__',
      default_locale: 'en',
      permissions,
      ...(manifestVersion === 3
        ? { optional_permissions: ['notifications'], optional_host_permissions: ORIGINS, minimum_chrome_version: '126' }
        : { optional_permissions: ['notifications', ...ORIGINS] }),
      ...(mode === 'production'
        ? { content_security_policy: manifestVersion === 3 ? { extension_pages: POLICY } : (POLICY as never) }
        : {}),
      ...(chromium
        ? {}
        : {
            browser_specific_settings: {
              gecko: {
                id: 'post-almanac@post-almanac.example',
                strict_min_version: '142.0',
                data_collection_permissions: { required: ['none'] },
              },
            },
          }),
    };
  },
});
