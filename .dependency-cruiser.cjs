/** The allowed imports between rooms. A newcomer's map: an arrow that is not here is not allowed. */
const room = (path) => `^core/${path}`;
/** Inside core, each room may import these rooms and itself. */
const ALLOWED = {
  model: ['text'],
  text: ['model'],
  dashboards: ['model', 'text'],
  importers: ['model', 'text'],
  store: ['model'],
  history: ['model'],
  stats: ['model'],
  plan: ['model'],
  engine: ['history', 'stats', 'plan', 'model', 'text'],
  share: ['model'],
};
const insideCore = Object.entries(ALLOWED).map(([from, to]) => ({
  name: `core-${from}`,
  severity: 'error',
  from: { path: room(`${from}/`) },
  to: { path: '^core/', pathNot: `^core/(${[from, ...to].join('|')})/` },
}));

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    ...insideCore,
    {
      name: 'core-runs-anywhere',
      severity: 'error',
      from: { path: '^core/' },
      to: { path: '(^|node_modules/)(wxt|webextension-polyfill|preact)' },
    },
    {
      name: 'core-knows-no-screen',
      severity: 'error',
      from: { path: '^core/' },
      to: { path: '^(entrypoints|components|scripts|test)/' },
    },
    {
      name: 'components-know-the-model-only',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: '^(core/(?!model/)|entrypoints/|scripts/|test/)' },
    },
    {
      name: 'assets-are-data',
      severity: 'error',
      from: { path: '^assets/' },
      to: { path: '^(entrypoints|components|scripts|test|core/(?!model/))' },
    },
    {
      name: 'text-reads-the-model-types-only',
      severity: 'error',
      from: { path: '^core/text/' },
      to: { path: '^core/model/schemas' },
    },
    {
      name: 'walkers-come-in-parts',
      comment: 'ask them through brought.ts: what is imported is carried into every page',
      severity: 'error',
      from: { path: '^(core/dashboards/|entrypoints/dashboard\\.content/)', pathNot: '^core/dashboards/parts/' },
      to: { path: '^core/dashboards/(table|text|pairs|columns|breakdowns|curve)\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'content-scripts-carry-no-validator',
      severity: 'error',
      from: { path: '^(entrypoints/[^/]+\\.content/|core/(dashboards|text)/)' },
      to: { path: '(core/model/schemas|core/messages\\.schema|node_modules/zod)' },
    },
    {
      name: 'product-needs-no-tests',
      severity: 'error',
      from: { path: '^(entrypoints|components|core|assets)/' },
      to: { path: '^(test|scripts)/' },
    },
    {
      name: 'not-to-dev-dependency',
      severity: 'error',
      from: { path: '^(entrypoints|components|core)/' },
      to: { dependencyTypes: ['npm-dev'], pathNot: 'node_modules/(wxt|@wxt-dev|@types)/' },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.d\\.m?ts$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
};
